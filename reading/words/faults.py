"""Words of pages that say what is wrong."""

from reading.words.table import WordTable

WORDS: WordTable = {
    "not_found": (
        "Page not found", "Page introuvable", "Seite nicht gefunden", "Страница не найдена", "الصفحة غير موجودة",
        "페이지를 찾을 수 없습니다",
    ),
    "not_found_why": (
        "No page of ours stands at this address. It may have been copied incompletely.",
        "Aucune de nos pages ne se trouve à cette adresse. Elle a peut-être été mal copiée.",
        "Unter dieser Adresse gibt es bei uns keine Seite. Vielleicht wurde sie unvollständig kopiert.",
        "По этому адресу у нас нет страницы. Возможно, адрес скопирован не полностью.",
        "لا توجد لنا صفحة على هذا العنوان. ربما نُسخ العنوان ناقصًا.",
        "이 주소에는 페이지가 없습니다. 주소가 일부만 복사되었을 수 있습니다.",
    ),
    "gone": (
        "This page is gone", "Cette page n’existe plus", "Diese Seite gibt es nicht mehr", "Этой страницы больше нет",
        "لم تعد هذه الصفحة موجودة", "이 페이지는 더 이상 없습니다",
    ),
    "gone_why": (
        "It stood on an earlier site of ours, and nothing has taken its place.",
        "Elle se trouvait sur un ancien site à nous, et rien ne l’a remplacée.",
        "Sie stand auf einer früheren Website von uns, und nichts ist an ihre Stelle getreten.",
        "Она была на нашем прежнем сайте, и ничто её не заменило.",
        "كانت على موقع سابق لنا، ولم يحلّ شيء محلّها.",
        "이전 사이트에 있던 페이지이며, 대신하는 페이지가 없습니다.",
    ),
    "bad_request": (
        "Request not understood", "Demande incomprise", "Anfrage nicht verstanden", "Запрос не распознан",
        "تعذّر فهم الطلب", "요청을 이해할 수 없습니다",
    ),
    "bad_request_why": (
        "What reached us was not a complete request. Trying again often helps.",
        "La demande qui nous est parvenue n’était pas complète. Un nouvel essai suffit souvent.",
        "Uns hat keine vollständige Anfrage erreicht. Oft hilft ein neuer Versuch.",
        "До нас дошёл неполный запрос. Часто помогает повторная попытка.",
        "لم يصلنا طلب كامل. كثيرًا ما تنجح المحاولة من جديد.",
        "완전한 요청이 도착하지 않았습니다. 다시 시도하면 대개 해결됩니다.",
    ),
    "fault": (
        "Something went wrong here", "Une erreur s’est produite chez nous", "Hier ist etwas schiefgegangen",
        "У нас произошла ошибка", "حدث خطأ لدينا", "문제가 발생했습니다",
    ),
    "fault_why": (
        "The fault is ours and has been logged. Please try again in a while.",
        "L’erreur vient de nous et a été enregistrée. Veuillez réessayer un peu plus tard.",
        "Der Fehler liegt bei uns und ist festgehalten. Bitte versuchen Sie es etwas später noch einmal.",
        "Ошибка на нашей стороне, она записана. Пожалуйста, попробуйте немного позже.",
        "الخطأ من جانبنا وقد سُجّل. يُرجى المحاولة بعد قليل.",
        "저희 쪽의 오류이며 기록되었습니다. 잠시 후 다시 시도해 주십시오.",
    ),
    "back_soon": (
        "Back in a moment", "De retour dans un instant", "Gleich wieder da", "Скоро вернёмся", "سنعود بعد قليل",
        "잠시 후 다시 열립니다",
    ),
    "back_in_a_minute": (
        "This page cannot be shown right now. Please try again in a minute.",
        "Cette page ne peut pas être affichée pour le moment. Veuillez réessayer dans une minute.",
        "Diese Seite kann gerade nicht angezeigt werden. Bitte versuchen Sie es in einer Minute noch einmal.",
        "Эта страница сейчас недоступна. Попробуйте ещё раз через минуту.",
        "لا يمكن عرض هذه الصفحة الآن. يُرجى المحاولة مرة أخرى بعد دقيقة.",
        "지금은 이 페이지를 표시할 수 없습니다. 1분 후 다시 시도해 주십시오.",
    ),
    "back_in_minutes": (
        "This page cannot be shown right now. Please try again in a few minutes.",
        "Cette page ne peut pas être affichée pour le moment. Veuillez réessayer dans quelques minutes.",
        "Diese Seite kann gerade nicht angezeigt werden. Bitte versuchen Sie es in einigen Minuten noch einmal.",
        "Эта страница сейчас недоступна. Попробуйте ещё раз через несколько минут.",
        "لا يمكن عرض هذه الصفحة الآن. يُرجى المحاولة مرة أخرى بعد بضع دقائق.",
        "지금은 이 페이지를 표시할 수 없습니다. 몇 분 후 다시 시도해 주십시오.",
    ),
}  # fmt: skip
