"""Words of the search page, its form and its filters."""

from reading.words.table import WordTable

WORDS: WordTable = {
    "search": ("Search", "Recherche", "Suche", "Поиск", "البحث", "검색"),
    "every_language": (
        "All languages", "Toutes les langues", "Alle Sprachen", "Все языки", "جميع اللغات", "모든 언어",
    ),
    "in_every_language": (
        "Search in all languages", "Rechercher dans toutes les langues", "In allen Sprachen suchen",
        "Искать на всех языках", "البحث بجميع اللغات", "모든 언어로 검색",
    ),
    "search_for": (
        "Search for {quoted}", "Recherche : {quoted}", "Suche nach {quoted}", "Поиск: {quoted}",
        "البحث عن {quoted}",
        "{quoted} 검색",
    ),
    "search_label": (
        "Words to search for", "Mots à rechercher", "Suchwörter", "Слова для поиска", "كلمات البحث", "검색어",
    ),
    "search_button": ("Search", "Rechercher", "Suchen", "Найти", "ابحث", "검색"),
    "search_hint": (
        "Put a phrase in “quotation marks”; write OR between alternatives; a hyphen before a word leaves it out.",
        "Mettez une expression « entre guillemets » ; OR sépare deux possibilités ; un tiret devant un mot l’exclut.",
        "Eine Wendung in „Anführungszeichen“; OR zwischen Alternativen; ein Bindestrich schließt ein Wort aus.",
        "Фраза — в «кавычках»; OR между вариантами; дефис перед словом исключает его.",
        "ضعوا العبارة بين «علامتي تنصيص»، واكتبوا OR بين البدائل، وضعوا شرطة قبل الكلمة لاستبعادها.",
        "구는 “따옴표”로 묶고, 대안 사이에는 OR를 쓰고, 빼려는 단어 앞에는 붙임표를 붙이십시오.",
    ),
    "results_number": (
        "Results: {number}", "Résultats : {number}", "Treffer: {number}", "Найдено: {number}",
        "النتائج: {number}",
        "검색 결과: {number}",
    ),
    "results_more": (
        "Results: more than {number}", "Résultats : plus de {number}", "Treffer: mehr als {number}",
        "Найдено: более {number}", "النتائج: أكثر من {number}", "검색 결과: {number}건 초과",
    ),
    "results_counted": (
        "The numbers below are those of the newest {number}.",
        "Les nombres ci-dessous portent sur les {number} plus récents.",
        "Die Zahlen unten gelten für die neuesten {number}.", "Числа ниже относятся к {number} самым новым.",
        "الأرقام أدناه تخص أحدث {number}.", "아래 숫자는 최신 {number}건에 대한 것입니다.",
    ),
    "results_page": (
        "Page {page} of {last}", "Page {page} sur {last}", "Seite {page} von {last}",
        "Страница {page} из {last}",
        "الصفحة {page} من {last}", "{last}쪽 중 {page}쪽",
    ),
    "results_pages": (
        "Pages of results", "Pages de résultats", "Seiten der Treffer", "Страницы результатов",
        "صفحات النتائج",
        "검색 결과 쪽",
    ),
    "results_next": ("Next page", "Page suivante", "Nächste Seite", "Следующая страница", "الصفحة التالية", "다음 쪽"),
    "results_previous": (
        "Previous page", "Page précédente", "Vorige Seite", "Предыдущая страница", "الصفحة السابقة", "이전 쪽",
    ),
    "results_best": (
        "Only the best {number} are listed by relevance; all others can be had by date or with a filter.",
        "Seuls les {number} plus pertinents sont classés ; triez par date ou filtrez pour voir les autres.",
        "Nach Relevanz stehen hier nur die besten {number}; die anderen nach Datum oder mit einem Filter.",
        "По значимости показаны лишь {number} лучших; остальные — по дате или с фильтром.",
        "تُعرض أفضل {number} فقط بحسب الصلة؛ والبقية بحسب التاريخ أو بمرشّح.",
        "관련도순으로는 상위 {number}건만 표시됩니다. 나머지는 날짜순이나 필터로 볼 수 있습니다.",
    ),
    "sorted_by": ("Order", "Ordre", "Reihenfolge", "Порядок", "الترتيب", "정렬"),
    "by_relevance": (
        "By relevance", "Par pertinence", "Nach Relevanz", "По значимости", "حسب الصلة", "관련도순",
    ),
    "by_date": ("By date", "Par date", "Nach Datum", "По дате", "حسب التاريخ", "날짜순"),
    "did_you_mean": (
        "Did you mean", "Vouliez-vous dire", "Meinten Sie", "Возможно, вы имели в виду", "هل تقصد",
        "혹시 이것을 찾으셨나요:",
    ),
    "nothing_has_words": (
        "Nothing was found for these words.", "Aucun résultat pour ces mots.",
        "Zu diesen Wörtern wurde nichts gefunden.",
        "По этим словам ничего не найдено.", "لا نتائج لهذه الكلمات.", "이 단어로 찾은 글이 없습니다.",
    ),
    "nothing_with_filters": (
        "Nothing was found for these words with these filters.", "Aucun résultat pour ces mots avec ces filtres.",
        "Mit diesen Filtern wurde zu diesen Wörtern nichts gefunden.",
        "С этими фильтрами по этим словам ничего не найдено.",
        "لا نتائج لهذه الكلمات مع هذه المرشّحات.", "이 필터에서는 해당 단어로 찾은 글이 없습니다.",
    ),
    "without_filters": (
        "Search without filters", "Rechercher sans filtres", "Ohne Filter suchen", "Искать без фильтров",
        "البحث دون مرشّحات", "필터 없이 검색",
    ),
    "search_is_cut": (
        "This search was longer than a search may be; its beginning was searched for.",
        "Cette recherche était trop longue ; seul son début a été recherché.",
        "Diese Suche war zu lang; gesucht wurde nach ihrem Anfang.",
        "Запрос слишком длинный; искали его начало.",
        "كان البحث أطول من المسموح؛ جرى البحث عن بدايته.", "검색어가 너무 길어 앞부분만 검색했습니다.",
    ),
    "search_takes_long": (
        "This search takes too long. Fewer or rarer words help.",
        "Cette recherche prend trop de temps. Essayez des mots moins nombreux ou plus rares.",
        "Diese Suche dauert zu lange. Weniger oder seltenere Wörter helfen.",
        "Этот поиск занимает слишком много времени. Помогут более редкие слова или меньше слов.",
        "يستغرق هذا البحث وقتًا أطول مما ينبغي. جرّبوا كلمات أقل أو أندر.",
        "검색이 너무 오래 걸립니다. 단어를 줄이거나 더 드문 단어를 써 보십시오.",
    ),
    "search_anything": (
        "Search for what you were looking for:", "Recherchez ce que vous vouliez lire :",
        "Suchen Sie, was Sie lesen wollten:",
        "Найдите то, что искали:", "ابحثوا عمّا كنتم تريدونه:", "찾으시던 것을 검색해 보십시오:",
    ),
    "filters": ("Filters", "Filtres", "Filter", "Фильтры", "المرشّحات", "필터"),
    "filters_in_force": (
        "Filters in force", "Filtres actifs", "Gesetzte Filter", "Выбранные фильтры", "المرشّحات المختارة",
        "적용된 필터",
    ),
    "filter_off": (
        "Remove this filter", "Retirer ce filtre", "Diesen Filter entfernen", "Убрать этот фильтр",
        "إزالة هذا المرشّح", "이 필터 해제",
    ),
    "filter_kind": ("Kind", "Genre", "Art", "Вид", "النوع", "종류"),
    "filter_topic": ("Topic", "Thème", "Thema", "Тема", "الموضوع", "주제"),
    "filter_person": ("Person", "Personne", "Person", "Автор", "الكاتب", "인물"),
    "filter_outlet": ("Outlet", "Média", "Medium", "Издание", "الجهة الناشرة", "매체"),
    "filter_body": ("Group", "Groupe", "Gruppe", "Группа", "مجموعة", "단체"),
    "filter_series": ("Series", "Série", "Reihe", "Цикл", "سلسلة", "연재"),
    "filter_house": ("Institution", "Institution", "Institution", "Организация", "المؤسسة", "기관"),
    "filter_year": ("Year", "Année", "Jahr", "Год", "السنة", "연도"),
    "filter_language": ("Language", "Langue", "Sprache", "Язык", "اللغة", "언어"),
    "people_outlets_topics": (
        "People, outlets, topics and series", "Personnes, médias, thèmes et séries",
        "Personen, Medien, Themen und Reihen", "Люди, издания, темы и циклы", "أشخاص وجهات ومواضيع وسلاسل",
        "인물, 매체, 주제, 연재",
    ),
}  # fmt: skip
