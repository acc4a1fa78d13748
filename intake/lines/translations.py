"""Lines about languages: the original and its translators, and other versions of the text (docs/wording-rows.md H)."""

import re

from intake.findings import TranslatedFrom
from intake.knowledge import Knowledge
from intake.lines.attribution_words import NAMES, slot_pattern, slot_value
from intake.lines.languages.names import LANGUAGE, language_code, language_codes
from intake.lines.naming import named_people
from intake.patterns import Pattern
from prose.languages import BY_CODE, base, name_in
from prose.typography import fold

LONGEST = 300
_LANG = rf"(?P<language>{LANGUAGE})"
_FORMS = tuple(
    slot_pattern(pattern + r"\.?")
    for pattern in (
        rf"(?:(?:it|this\s+\w+)\s+(?:was|has\s+been|is)\s+)?translated\s+(?:for\s+[^\n]{{2,40}}\s+)?from\s+(?:the\s+)?"
        rf"(?:original\s+)?{_LANG}(?:\s+(?:original|text))?(?:\s+by\s+{NAMES})?",
        rf"(?:(?:it|this\s+\w+)\s+(?:was|has\s+been|is)\s+)?translated\s+by\s+{NAMES}\s+from\s+(?:the\s+)?(?:original\s+)?"
        rf"{_LANG}(?:\s+original)?",
        rf"translation\s+from\s+(?:the\s+)?{_LANG}(?:\s+by\s+{NAMES}|\s*:\s+{NAMES})?",
        rf"aus\s+dem\s+{_LANG}(?:\s+übersetzt)?(?:\s+(?:übersetzt\s+)?von\s+{NAMES}|\s*:\s+{NAMES})?",
        rf"(?:übersetzung|übersetzt)\s+aus\s+dem\s+{_LANG}(?:\s+von\s+{NAMES}|\s*:\s+{NAMES})?",
        rf"tradui(?:te?|t)\s+(?:du\s+|de\s+l'|de\s+la\s+|de\s+){_LANG}(?:\s+par\s+{NAMES})?",
        rf"traducid[oa]\s+del\s+{_LANG}(?:\s+por\s+{NAMES})?",
        rf"(?:перевод|переведено|перевела|перевёл|перевел)\s+с\s+{_LANG}(?:\s+языка)?(?:\s*:?\s+{NAMES})?",
        rf"(?:ترجمها|ترجمه|ترجمت|ترجم|ترجمة)\s+(?:عن|من)\s+(?:اللغة\s+)?{_LANG}(?:\s*:?\s+{NAMES})?",
        rf"{_LANG}에서\s+(?:번역|옮김)(?:\s*:\s+{NAMES})?(?:했습니다|함)?",
        rf"{_LANG}\s+원문을?\s+{NAMES}(?:이|가)\s+(?:번역|옮)[가-힣]{{0,6}}",
    )
)
_ELSEWHERE = Pattern(
    r"(?:(?:a\s+summary\s+|this\s+\w+\s+|summary\s+|full\s+text\s+)?(?:is\s+)?(?:also\s+)?available\s+in|read\s+(?:this|it)"
    r"(?:\s+\w+)?\s+in|auch\s+(?:verfügbar\s+)?auf|(?:disponible|à\s+lire)\s+(?:aussi\s+|également\s+)?en"
    r"|(?:disponible\s+)?también\s+en|(?:читать|доступно|доступна)\s+(?:также\s+)?на|متوفر(?:ة)?\s+(?:أيضا\s+)?(?:باللغة\s+|ب)"
    r"|다른\s+언어)\s*:?\s+?(?P<languages>[^\n.]{2,120}?)(?:\s+языке|로도\s+읽기)?\.?",
    re.IGNORECASE,
)
_OWN_NAMES = {name_in(code, code): code for code in BY_CODE if base(code) in ("en", "fr", "de", "ar", "ko")} | {
    "Русский": "ru", "Español": "es", "Français": "fr", "中文": "zh-Hans", "日本語": "ja", "العربية": "ar",
}  # fmt: skip


def translation_in(text: str, knowledge: Knowledge) -> TranslatedFrom | None:
    """The original's language and the translators that a whole line names, or None."""
    flat = fold(text) if len(text) <= LONGEST else ""
    if not flat:
        return None
    for pattern in _FORMS:
        if not (match := pattern.fullmatch(flat)):
            continue
        names = slot_value(match, "names")
        people = named_people(names.rstrip("."), knowledge, is_labelled=True) if names else []
        if names and not people:
            continue
        language = language_code(slot_value(match, "language"))
        return TranslatedFrom(language, tuple(person.name for person in people))
    return None


def other_versions_in(text: str, *, is_bare: bool = False) -> tuple[str, ...]:
    """Codes of the languages in which a line offers the text, too.

    `is_bare`: a line of nothing but languages, each under its own name, counts as well.
    """
    flat = fold(text) if len(text) <= LONGEST else ""
    if not flat:
        return ()
    if match := _ELSEWHERE.fullmatch(flat):
        return language_codes(match["languages"])
    if is_bare:
        names = [name.strip() for name in re.split(r"\s[|/·]\s", flat)]
        return tuple(_OWN_NAMES[name] for name in names) if all(name in _OWN_NAMES for name in names) else ()
    return ()
