"""Words around a piece: reporting an error, embeds, the copy that others may take over."""

from reading.words.table import WordTable

WORDS: WordTable = {
    "contents": ("Contents", "Sommaire", "Inhalt", "Содержание", "المحتويات", "목차"),
    "about_piece": (
        "About this piece", "À propos de cet article", "Zu diesem Beitrag", "Об этой публикации", "عن هذا المقال",
        "이 글에 대하여",
    ),
    "notes": ("Notes", "Notes", "Anmerkungen", "Примечания", "الحواشي", "주"),
    "note_numbered": (
        "Note {number}", "Note {number}", "Anmerkung {number}", "Примечание {number}", "الحاشية {number}",
        "주 {number}",
    ),
    "close_note": (
        "Close the note", "Fermer la note", "Anmerkung schließen", "Закрыть примечание", "إغلاق الحاشية", "주 닫기",
    ),
    "share": ("Share", "Partager", "Teilen", "Поделиться", "مشاركة", "공유"),
    "by_mail": ("E-mail", "E-mail", "E-Mail", "Эл. почта", "البريد الإلكتروني", "이메일"),
    "copy_link": (
        "Copy link", "Copier le lien", "Link kopieren", "Скопировать ссылку", "نسخ الرابط", "링크 복사",
    ),
    "link_copied": (
        "Link copied", "Lien copié", "Link kopiert", "Ссылка скопирована", "نُسخ الرابط", "링크를 복사했습니다",
    ),
    "report": (
        "Report an error", "Signaler une erreur", "Fehler melden", "Сообщить об ошибке", "الإبلاغ عن خطأ", "오류 신고",
    ),
    "error_in": (
        "Error in {quoted} ({address})", "Erreur dans {quoted} ({address})", "Fehler in {quoted} ({address})",
        "Ошибка в {quoted} ({address})", "خطأ في {quoted} ({address})", "{quoted} 오류 ({address})",
    ),
    "more_by": (
        "More by {name}", "Autres articles de {name}", "Mehr von {name}", "Другие публикации автора: {name}",
        "المزيد بقلم {name}", "{name}의 다른 글",
    ),
    "more_by_them": (
        "More by these authors", "Autres articles de ces auteurs", "Mehr von diesen Autoren",
        "Другие публикации этих авторов", "المزيد بقلم هؤلاء الكتّاب", "같은 글쓴이들의 다른 글",
    ),
    "part_of_series": (
        "Part {number} of {total}: {name}", "Volet {number} sur {total} : {name}", "Teil {number} von {total}: {name}",
        "Часть {number} из {total}: {name}", "الجزء {number} من {total}: {name}", "{name} {total}편 중 {number}편",
    ),
    "in_series": (
        "In the series {name}", "Dans la série {name}", "In der Reihe {name}", "В цикле {name}", "في سلسلة {name}",
        "연재 {name}",
    ),
    "earlier_part": (
        "Previous part", "Volet précédent", "Vorheriger Teil", "Предыдущая часть", "الجزء السابق", "이전 편",
    ),
    "later_part": (
        "Next part", "Volet suivant", "Nächster Teil", "Следующая часть", "الجزء التالي", "다음 편",
    ),
    "related": ("Related pieces", "À lire aussi", "Mehr zum Thema", "По теме", "اقرأ أيضًا", "관련 글"),
    "load_from": (
        "Load from {name}", "Charger depuis {name}", "Von {name} laden", "Загрузить с {name}", "تحميل من {name}",
        "{name}에서 불러오기",
    ),
    "republish": (
        "Republish this piece", "Republier cet article", "Diesen Beitrag übernehmen", "Перепечатать эту публикацию",
        "إعادة نشر هذا المقال", "이 글 재게재하기",
    ),
    "republish_named": (
        "Republish {quoted}", "Republier {quoted}", "{quoted} übernehmen", "Перепечатать {quoted}",
        "إعادة نشر {quoted}",
        "{quoted} 재게재하기",
    ),
    "take_text": (
        "Take the text as it stands, with its credit, its link back, its notices and its disclaimers.",
        "Reprenez le texte tel quel, avec sa signature, son lien vers l’original, ses avis et ses avertissements.",
        "Übernehmen Sie den Text unverändert, mit Namen, Link zum Original, Berichtigungen und Hinweisen.",
        "Берите текст без изменений: с указанием авторов, ссылкой на оригинал, уведомлениями и оговорками.",
        "خذوا النص كما هو، مع أسماء أصحابه والرابط إلى الأصل والتنبيهات وبيانات إخلاء المسؤولية.",
        "글쓴이 표시, 원문 링크, 알림과 면책 문구를 포함해 글을 그대로 가져가십시오.",
    ),
    "take_pictures": (
        "It has only those pictures that we may pass on; keep their credits.",
        "Seules y figurent les images que nous pouvons transmettre ; conservez leurs crédits.",
        "Er enthält nur Bilder, die wir weitergeben dürfen; ihre Nachweise gehören dazu.",
        "В нём только те изображения, которые мы вправе передавать; сохраняйте указание их авторов.",
        "لا يضم سوى الصور التي يحق لنا تمريرها؛ أبقوا على نسبتها إلى أصحابها.",
        "사진은 우리가 넘겨줄 수 있는 것만 들어 있으며, 출처 표시를 유지해야 합니다.",
    ),
    "not_indexed": (
        "Please ask search engines not to index your copy.",
        "Merci de demander aux moteurs de recherche de ne pas indexer votre copie.",
        "Bitte weisen Sie Suchmaschinen an, Ihre Fassung nicht zu indexieren.",
        "Пожалуйста, закройте вашу копию от индексации поисковыми системами.",
        "يُرجى أن تطلبوا من محركات البحث عدم فهرسة نسختكم.",
        "검색 엔진이 사본을 색인하지 않도록 해 주십시오.",
    ),
    "copy_label": (
        "The HTML to copy", "Le code HTML à copier", "Der HTML-Code zum Kopieren", "HTML-код для копирования",
        "شيفرة HTML للنسخ", "복사할 HTML",
    ),
    "how_it_looks": ("How it looks", "Aperçu", "So sieht es aus", "Как это выглядит", "كيف يبدو", "미리보기"),
}  # fmt: skip
