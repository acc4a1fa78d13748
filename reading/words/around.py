"""Words around every page: header, footer, links to feeds and contacts."""

from reading.words.table import WordTable

WORDS: WordTable = {
    "skip": (
        "Skip to the text", "Aller au texte", "Zum Text springen", "Перейти к тексту", "انتقل إلى النص",
        "본문으로 건너뛰기",
    ),
    "logo": ("Logo:", "Logo :", "Logo:", "Логотип:", "الشعار:", "로고:"),
    "latest": ("Latest", "Derniers articles", "Neueste Beiträge", "Последние публикации", "أحدث المقالات", "최신 글"),
    "feed": ("Feed (RSS)", "Flux RSS", "RSS-Feed", "Лента RSS", "خلاصة RSS", "RSS 피드"),
    "permissions": (
        "Permissions:", "Droits de reproduction :", "Abdruckrechte:", "Разрешение на перепечатку:", "أذونات النشر:",
        "게재 허가:",
    ),
    "errors": ("Errors:", "Erreurs :", "Fehler:", "Ошибки:", "الأخطاء:", "오류:"),
    "see_latest": (
        "See the latest pieces", "Voir les derniers articles", "Zu den neuesten Beiträgen", "К последним публикациям",
        "اطّلع على أحدث المقالات", "최신 글 보기",
    ),
    "write_to_us": (
        "Write to us about this", "Nous écrire à ce sujet", "Schreiben Sie uns dazu", "Написать нам об этом",
        "راسلنا بهذا الشأن", "이에 관해 문의하기",
    ),
    "web_site": ("Web site", "Site web", "Website", "Веб-сайт", "الموقع الإلكتروني", "웹사이트"),
    "portrait_of": (
        "Portrait of {name}", "Portrait de {name}", "Porträt von {name}", "Портрет: {name}", "صورة {name}",
        "{name}의 사진",
    ),
}  # fmt: skip
