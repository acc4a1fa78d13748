"""What a text discloses: who paid, whose interests it touches, where a machine helped; embargoes (F12, table I)."""

import re

from intake.findings import Disclosed, Embargo
from intake.lines.dates import MAYBE_DATE, said_day
from intake.patterns import Pattern
from prose.typography import fold

LONGEST = 1200
_LABELS = {
    "ai": r"(?:disclosure\s+of\s+|statement\s+on\s+)?(?:the\s+)?use\s+of\s+(?:generative\s+)?(?:ai"
    r"|artificial\s+intelligence)"
    r"|(?:generative\s+)?ai\s+(?:use|disclosure|statement)|einsatz\s+von\s+ki|recours\s+à\s+l'ia|использование\s+ии"
    r"|استخدام\s+الذكاء\s+الاصطناعي|ai\s+사용",
    "funding": r"funding|funded\s+by|financial\s+support|finanzierung|förderung|financement|financiación|финансирование"
    r"|التمويل|연구비\s+지원",
    "interest": r"(?:author\s+)?disclosures?(?:\s+statement)?|(?:conflicts?"
    r"|declaration)\s+of\s+interests?|competing\s+interests?"
    r"|offenlegung|interessenkonflikte?|déclaration\s+d'intérêts|conflits?\s+d'intérêts|conflicto\s+de\s+intereses"
    r"|конфликт\s+интересов|تضارب\s+المصالح|이해\s?상충",
}
_LABELLED = tuple(
    (subject, Pattern(rf"(?:{label})\s*:\s+(?P<text>.+)", re.I | re.S)) for subject, label in _LABELS.items()
)
_NONE = Pattern(
    r"(?:none|keine?|aucune?|ninguno|нет|لا\s+يوجد|없음)\b.{0,120}|no\s+(?:conflicts?|competing|funding|ai|generative|interests?)\b.{0,160}"
    r"|.{0,120}\b(?:declares?|has|have|reports?)\s+no\s+(?:conflicts?|competing|financial|relevant)\b.{0,160}",
    re.IGNORECASE | re.DOTALL,
)
_NO_MACHINE = Pattern(
    r"no\s+(?:generative\s+)?(?:ai|artificial\s+intelligence)(?:\s+tools?)?\s+(?:was|were)\s+used\b[^\n]{0,120}\.?",
    re.I,
)
_USED = Pattern(
    r"(?:[^\n.]{0,120}?\b)?(?:used|nutzte|verwendete|a\s+utilisé|использовал[аи]?)\s+(?P<tool>[^\n.;]{2,80}?)\s+"
    r"(?:for|to|für|pour|для)\s+(?P<task>[^\n.;]{3,200}?)"
    r"(?:(?:[.;,]\s*|\s+and\s+)(?:(?:the\s+)?(?:output|result|text|translation|it|draft|all\s+of\s+it)\s+)?(?:was\s+|were\s+|is\s+)?"
    r"(?:checked|reviewed|verified|geprüft|vérifié|проверено)\s+(?:by|von|par|—|-)?\s*(?P<checked>[^\n.;]{3,80}?))?\.?",
    re.IGNORECASE,
)
_BY_AUTHOR = Pattern(
    r"(?:(?:during|in)\s+[^\n,]{3,60},?\s+)?(?:the\s+authors?(?:\(s\))?|we|i)\s+used\b", re.I
)
_MACHINE = Pattern(
    r"\b(?:ai|a\.i\.|language\s+model|llm|chatbot|machine\s+translation|assistant|ki|ии|ia)\b", re.I
)
_ZONE = r"(?:\s*\(?(?:(?-i:[A-Z]{2,5})(?:[+-]\d{1,2})?|local\s+time)\)?)?"
_HOUR = rf"(?:(?:\d{{1,2}}[:.]\d\d(?:\s*(?:[ap]\.?m\.?|uhr))?|\d{{1,2}}\s*(?:[ap]\.?m\.?|uhr|h)){_ZONE}|noon|midnight)"
_EMBARGO = Pattern(
    r"(?:strictly\s+|sous\s+)?(?:embargoed|embargo|under\s+embargo|not\s+for\s+(?:publication|release)\s+before|sperrfrist|эмбарго"
    r"|엠바고|محظور\s+النشر)\s*:?\s*(?:until|till|to|before|bis|jusqu'au|до|حتى)?\s*:?\s*"
    rf"(?:{_HOUR},?\s+(?:on\s+)?)?(?P<date>{MAYBE_DATE})(?:,?\s+(?:at\s+|um\s+|à\s+|в\s+)?{_HOUR})?\.?",
    re.IGNORECASE,
)
_FREE = Pattern(
    r"(?:for\s+immediate\s+release|free\s+to\s+(?:use|report|publish)(?:\s+(?:on|upon)\s+(?:release|receipt))?|no\s+embargo"
    r"|frei\s+zur\s+(?:sofortigen\s+)?veröffentlichung|ohne\s+sperrfrist|즉시\s+보도\s+가능[가-힣]{0,6})\.?",
    re.IGNORECASE,
)


def disclosed(text: str) -> Disclosed | None:
    """What a whole paragraph discloses, or None."""
    flat = fold(text) if len(text) <= LONGEST else ""
    if not flat:
        return None
    for subject, labelled in _LABELLED:
        if found := labelled.fullmatch(flat):
            words = text[len(text) - len(found["text"]) :] if len(flat) == len(text) else found["text"]
            return _answered(subject, words.strip(), found["text"])
    if _NO_MACHINE.fullmatch(flat):
        return Disclosed("ai", text.strip(), "none")
    is_said_of_it = _BY_AUTHOR.match(flat) and _MACHINE.search(flat)
    return _answered("ai", text.strip(), flat) if is_said_of_it and _USED.fullmatch(flat) else None


def _answered(subject: str, words: str, flat: str) -> Disclosed:
    if _NONE.fullmatch(flat) or _NO_MACHINE.fullmatch(flat):
        return Disclosed(subject, words, "none")
    if subject == "ai" and (used := _USED.fullmatch(flat)):
        parts = (used["tool"], used["task"], used["checked"])
        return Disclosed(subject, words, "disclosed", *((part or "").strip(" ,") for part in parts))
    return Disclosed(subject, words)


def embargo(text: str) -> Embargo | None:
    """The embargo a whole line lays on a text, or says that there is none; None for other lines."""
    flat = fold(text) if len(text) <= 200 else ""
    if not flat:
        return None
    if _FREE.fullmatch(flat):
        return Embargo(text.strip())
    if (found := _EMBARGO.fullmatch(flat)) and (day := said_day(found["date"])):
        return Embargo(text.strip(), day)
    return None
