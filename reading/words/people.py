"""Words of the pages of people and outlets: what they work on, how to reach them, what the press may take."""

from reading.words.table import WordTable

WORDS: WordTable = {
    "about_person": (
        "More about this person", "En savoir plus", "Mehr zur Person", "Подробнее", "المزيد عن هذا الشخص",
        "인물 정보",
    ),
    "areas": (
        "Areas of work", "Domaines", "Arbeitsgebiete", "Темы работы", "مجالات العمل", "연구 분야",
    ),
    "speaks": ("Languages", "Langues", "Sprachen", "Языки", "اللغات", "사용 언어"),
    "reached_at": ("E-mail", "E-mail", "E-Mail", "Эл. почта", "البريد الإلكتروني", "이메일"),
    "earlier_posts": (
        "Earlier posts", "Fonctions antérieures", "Frühere Stationen", "Прежние должности", "مناصب سابقة",
        "이전 직책",
    ),
    "by_kind": (
        "Pieces by kind", "Articles par genre", "Beiträge nach Art", "Публикации по жанрам", "المقالات بحسب النوع",
        "글 종류",
    ),
    "by_year": (
        "Pieces by year", "Articles par année", "Beiträge nach Jahr", "Публикации по годам", "المقالات بحسب السنة",
        "연도별 글",
    ),
    "for_press": (
        "For the press", "Pour la presse", "Für die Presse", "Для прессы", "للصحافة", "언론용 자료",
    ),
    "press_about": (
        "For the press: biography and portrait of {name}", "Pour la presse : biographie et portrait de {name}",
        "Für die Presse: Lebenslauf und Porträt von {name}", "Для прессы: биография и портрет, {name}",
        "للصحافة: سيرة {name} وصورته الشخصية", "언론용 자료: {name} 소개와 사진",
    ),
    "in_brief": ("In brief", "En bref", "Kurz", "Кратко", "باختصار", "짧은 소개"),
    "in_full": ("In full", "Version longue", "Ausführlich", "Полностью", "بالتفصيل", "긴 소개"),
    "portrait": ("Portrait", "Portrait", "Porträt", "Портрет", "صورة شخصية", "사진"),
    "portrait_file": (
        "Download the portrait ({width} × {height} pixels)", "Télécharger le portrait ({width} × {height} pixels)",
        "Porträt herunterladen ({width} × {height} Pixel)", "Скачать портрет ({width} × {height} пикселей)",
        "تنزيل الصورة ({width} × {height} بكسل)", "사진 내려받기 ({width} × {height} 픽셀)",
    ),
    "for_readers": (
        "For readers", "Pour les lecteurs", "Für Leserinnen und Leser", "Читателям", "للقراء", "독자 안내",
    ),
}  # fmt: skip
