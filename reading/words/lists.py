"""Words for lists of pieces and their feeds."""

from reading.words.table import WordTable

WORDS: WordTable = {
    "latest_pieces": (
        "Latest pieces", "Derniers articles", "Neueste Beiträge", "Последние публикации", "أحدث المقالات", "최신 글",
    ),
    "older_pieces": (
        "Older pieces", "Articles plus anciens", "Ältere Beiträge", "Более ранние публикации", "مقالات أقدم", "이전 글",
    ),
    "newer_pieces": (
        "Newer pieces", "Articles plus récents", "Neuere Beiträge", "Более новые публикации", "مقالات أحدث",
        "더 최근 글",
    ),
    "first_parts": (
        "From the first part", "Depuis le premier volet", "Vom ersten Teil an", "С первой части", "من الجزء الأول",
        "첫 회부터",
    ),
    "earlier_parts": (
        "Earlier parts", "Volets précédents", "Frühere Teile", "Предыдущие части", "الأجزاء السابقة", "이전 편들",
    ),
    "later_parts": (
        "Later parts", "Volets suivants", "Spätere Teile", "Следующие части", "الأجزاء التالية", "다음 편들",
    ),
    "pieces_number": (
        "Pieces: {total}", "Articles : {total}", "Beiträge: {total}", "Публикаций: {total}", "عدد المقالات: {total}",
        "글 {total}편",
    ),
    "pieces_where": (
        "Pieces {first}–{last} of {total}", "Articles {first} à {last} sur {total}",
        "Beiträge {first}–{last} von {total}", "Публикации {first}–{last} из {total}",
        "المقالات من {first} إلى {last} (المجموع {total})", "글 {total}편 중 {first}–{last}",
    ),
    "newest_pieces": (
        "Newest pieces", "Articles les plus récents", "Neueste Beiträge", "Новейшие публикации",
        "أحدث المقالات", "최신 글",
    ),
    "more_pieces": (
        "More pieces", "Autres articles", "Weitere Beiträge", "Другие публикации", "مقالات أخرى", "다른 글",
    ),
    "languages": ("Languages", "Langues", "Sprachen", "Языки", "اللغات", "언어"),
    "in_other_languages": (
        "In other languages:", "Dans d’autres langues :", "In anderen Sprachen:", "На других языках:",
        "بلغات أخرى:", "다른 언어:",
    ),
    "nothing_now": (
        "Nothing here at present.", "Rien ici pour le moment.", "Derzeit gibt es hier nichts.",
        "Сейчас здесь ничего нет.",
        "لا شيء هنا حاليًا.", "현재 글이 없습니다.",
    ),
    "nothing_more": (
        "Nothing more here.", "Il n’y a rien de plus.", "Hier kommt nichts mehr.", "Больше ничего нет.", "لا مزيد هنا.",
        "더 이상 글이 없습니다.",
    ),
    "pieces": ("Pieces", "Articles", "Beiträge", "Публикации", "المقالات", "글"),
    "quoted": (
        "Quoted or interviewed", "Propos et entretiens", "Zitate und Gespräche", "Цитаты и интервью",
        "اقتباسات ومقابلات", "인용과 인터뷰",
    ),
    "ran_there": (
        "Pieces of ours that ran there or name it", "Nos articles parus dans ce média ou qui le citent",
        "Unsere Beiträge, dort erschienen oder mit Bezug darauf",
        "Наши публикации, вышедшие там или упоминающие это издание", "مقالاتنا التي نُشرت هناك أو تذكر هذه الجهة",
        "그곳에 실리거나 그곳을 언급한 우리 글",
    ),
    "pieces_by": (
        "Pieces by {name}", "Articles de {name}", "Beiträge von {name}", "Публикации: {name}", "مقالات {name}",
        "{name}의 글",
    ),
    "pieces_with": (
        "Pieces by and with {name}", "Articles de {name} ou avec sa participation",
        "Beiträge von und mit {name}", "Публикации с участием: {name}", "مقالات بقلم {name} أو بمشاركته",
        "{name}이(가) 쓰거나 참여한 글",
    ),
    "pieces_in": (
        "Pieces that ran in {name} or name it", "Articles parus dans {name} ou qui le citent",
        "Beiträge, dort erschienen oder mit Bezug darauf: {name}",
        "Публикации, вышедшие там или упоминающие это издание: {name}", "مقالات نُشرت في {name} أو تذكره",
        "{name}에 실리거나 {name}을(를) 언급한 글",
    ),
    "kind_about": (
        "All pieces of this type: {name}", "Tous les articles de ce type : {name}",
        "Alle Beiträge dieser Art: {name}", "Все публикации этого вида: {name}", "كل المقالات من هذا النوع: {name}",
        "이 종류의 모든 글: {name}",
    ),
    "pieces_on": (
        "Pieces on {name}", "Articles sur le thème {name}", "Beiträge zum Thema {name}", "Публикации на тему: {name}",
        "مقالات عن {name}", "{name} 관련 글",
    ),
    "parts_of": (
        "The series {name}, from its first part on", "La série {name}, depuis son premier volet",
        "Die Reihe {name} vom ersten Teil an", "Цикл {name}, начиная с первой части", "سلسلة {name} من جزئها الأول",
        "연재 {name}, 첫 회부터",
    ),
    "corrections": ("Corrections", "Rectificatifs", "Berichtigungen", "Исправления", "تصويبات", "정정"),
    "corrections_about": (
        "Pieces with a correction or another notice", "Articles assortis d’un rectificatif ou d’un autre avis",
        "Beiträge mit einer Berichtigung oder einem anderen Hinweis",
        "Публикации с исправлением или другим уведомлением",
        "مقالات عليها تصويب أو تنبيه آخر", "정정이나 다른 알림이 있는 글",
    ),
    "former": ("Former", "Anciennement :", "Früher:", "Ранее:", "سابقًا:", "이전 직책:"),
    "formerly": ("Formerly", "Anciennement", "Früher", "Ранее", "سابقًا", "이전 이름:"),
}  # fmt: skip
