"""Words for citing a piece."""

from reading.words.table import WordTable

WORDS: WordTable = {
    "cite": (
        "Cite this piece", "Citer cet article", "Diesen Beitrag zitieren", "Цитировать эту публикацию",
        "الاستشهاد بهذا المقال", "이 글 인용하기",
    ),
    "cite_named": (
        "Cite {quoted}", "Citer {quoted}", "{quoted} zitieren", "Цитировать {quoted}", "الاستشهاد بمقال {quoted}",
        "{quoted} 인용하기",
    ),
    "cite_ours": ("Our page", "Notre page", "Unsere Seite", "Наша страница", "صفحتنا", "우리 페이지"),
    "cite_there": (
        "The original: {name}", "L’original : {name}", "Das Original: {name}", "Оригинал: {name}", "الأصل: {name}",
        "원문: {name}",
    ),
    "cite_files": (
        "For reference managers", "Pour les logiciels bibliographiques", "Für Literaturverwaltungen",
        "Для библиографических программ", "لبرامج إدارة المراجع", "서지 관리 프로그램용",
    ),
}  # fmt: skip
