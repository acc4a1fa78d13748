"""Words of indexes: people, outlets and topics by their letters, the archive, corrections, houses."""

from reading.words.table import WordTable

WORDS: WordTable = {
    "people": ("People", "Auteurs et experts", "Personen", "Люди", "الأشخاص", "인물"),
    "people_about": (
        "Everybody who has written here or is quoted here, by name",
        "Toutes les personnes qui ont écrit ici ou y sont citées, par nom",
        "Alle, die hier geschrieben haben oder zu Wort kommen, nach Namen",
        "Все, кто писал здесь или цитируется здесь, по именам",
        "كل من كتب هنا أو نُقل عنه، بحسب الأسماء",
        "이곳에 글을 썼거나 인용된 모든 사람, 이름순",
    ),
    "outlets": ("Outlets", "Médias", "Medien", "Издания", "الجهات الناشرة", "매체"),
    "outlets_about": (
        "Newspapers, journals and broadcasters in which our pieces ran, or which they name",
        "Journaux, revues et chaînes où nos articles ont paru, ou qu’ils mentionnent",
        "Zeitungen, Zeitschriften und Sender, in denen unsere Beiträge erschienen sind oder die sie nennen",
        "Газеты, журналы и каналы, в которых выходили наши публикации или которые в них упомянуты",
        "الصحف والمجلات والقنوات التي نُشرت فيها مقالاتنا أو ورد ذكرها فيها",
        "우리 글이 실렸거나 우리 글에 언급된 신문, 잡지, 방송",
    ),
    "topics": ("Topics", "Thèmes", "Themen", "Темы", "المواضيع", "주제"),
    "topics_about": (
        "The subjects of our pieces", "Les sujets de nos articles", "Worum es in unseren Beiträgen geht",
        "О чём наши публикации", "موضوعات مقالاتنا", "우리 글이 다루는 주제",
    ),
    "narrower": (
        "Narrower topics", "Thèmes plus précis", "Engere Themen", "Более узкие темы", "مواضيع فرعية", "하위 주제",
    ),
    "writes_on_topic": (
        "Who writes most on this", "Qui écrit le plus sur ce thème", "Wer am meisten dazu schreibt",
        "Кто чаще всего об этом пишет", "الأكثر كتابة في هذا الموضوع", "이 주제로 글을 많이 쓴 사람",
    ),
    "series": ("Series", "Séries", "Reihen", "Циклы", "السلاسل", "연재"),
    "series_about": (
        "Pieces that belong together, from the first to the last", "Des articles qui se suivent, du premier au dernier",
        "Beiträge, die zusammengehören, vom ersten bis zum letzten",
        "Публикации, связанные между собой, от первой до последней", "مقالات يكمل بعضها بعضًا، من أولها إلى آخرها",
        "서로 이어지는 글, 첫 글부터 마지막 글까지",
    ),
    "archive": ("Archive", "Archives", "Archiv", "Архив", "الأرشيف", "아카이브"),
    "archive_about": (
        "All pieces by year and month", "Tous les articles par année et par mois", "Alle Beiträge nach Jahr und Monat",
        "Все публикации по годам и месяцам", "كل المقالات بحسب السنة والشهر", "연도와 월별로 본 모든 글",
    ),
    "archive_of": (
        "Pieces of {period}", "Articles : {period}", "Beiträge: {period}", "Публикации: {period}", "مقالات {period}",
        "{period}의 글",
    ),
    "undated": (
        "No known day", "Sans date connue", "Ohne bekannten Tag", "Дата неизвестна", "بلا تاريخ معروف", "날짜 미상",
    ),
    "months": ("Months", "Mois", "Monate", "Месяцы", "الأشهر", "월"),
    "corrections_page": (
        "Corrections and retractions", "Rectificatifs et rétractations", "Berichtigungen und zurückgezogene Beiträge",
        "Исправления и отозванные публикации", "التصويبات والمقالات المسحوبة", "정정 및 철회",
    ),
    "houses": (
        "Houses and centres", "Maisons et centres", "Häuser und Zentren", "Институты и центры", "المعاهد والمراكز",
        "기관과 센터",
    ),
    "houses_about": (
        "The institutions that publish here", "Les institutions qui publient ici",
        "Die Einrichtungen, die hier veröffentlichen", "Организации, которые здесь публикуют",
        "المؤسسات التي تنشر هنا", "이곳에 글을 싣는 기관",
    ),
    "letters": ("Letters", "Lettres", "Buchstaben", "Буквы", "الحروف", "글자"),
    "in_number": (
        "Entries: {total}", "Entrées : {total}", "Einträge: {total}", "Записей: {total}", "عدد المداخل: {total}",
        "항목 {total}개",
    ),
}  # fmt: skip
