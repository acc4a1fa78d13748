"""Words of the pages about institutions: what belongs to what, how they work, who writes for them."""

from reading.words.table import WordTable

WORDS: WordTable = {
    "about_house": (
        "About this institution", "À propos de l’institution", "Über diese Einrichtung", "Об организации",
        "عن المؤسسة", "기관 소개",
    ),
    "about_named": (
        "About {name}", "À propos : {name}", "Über uns: {name}", "Об организации: {name}", "عن المؤسسة: {name}",
        "기관 소개: {name}",
    ),
    "belongs_to": (
        "Belongs to", "Fait partie de", "Gehört zu", "Вышестоящая организация", "المؤسسة الأم", "상위 기관",
    ),
    "centres": ("Centres", "Centres", "Zentren", "Центры", "المراكز", "산하 센터"),
    "how_it_works": (
        "How we work", "Nos règles", "Wie wir arbeiten", "Как мы работаем", "كيف نعمل", "운영 원칙",
    ),
    "publishing_principles": (
        "Publishing principles", "Principes de publication", "Redaktionelle Grundsätze", "Редакционные принципы",
        "مبادئ النشر", "발행 원칙",
    ),
    "corrections_policy": (
        "Corrections policy", "Politique de rectification", "Umgang mit Fehlern", "Порядок исправления ошибок",
        "سياسة التصويب", "정정 방침",
    ),
    "ethics_policy": (
        "Ethics policy", "Charte éthique", "Ethische Grundsätze", "Этические правила", "ميثاق الأخلاقيات",
        "윤리 강령",
    ),
    "contacts": ("Contact", "Contact", "Kontakt", "Контакты", "للتواصل", "연락처"),
    "writes_here": (
        "Writing here", "Signatures", "Es schreiben", "Авторы", "من كتّابنا", "필진",
    ),
}  # fmt: skip
