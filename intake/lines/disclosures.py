"""Disclosures: funding, interests, use of AI; and embargoes (docs/wording-rows.md F12, I)."""

import re

from intake.findings import Embargo, FoundDisclosure
from intake.lines.days.dates import MAYBE_DATE, date_in_sentence
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
_NOTHING = Pattern(
    r"(?:none|keine?|aucune?|ninguno|нет|لا\s+يوجد|없음)\b.{0,120}|no\s+(?:conflicts?|competing|funding|ai|generative|interests?)\b.{0,160}"
    r"|.{0,120}\b(?:declares?|has|have|reports?)\s+no\s+(?:conflicts?|competing|financial|relevant)\b.{0,160}",
    re.IGNORECASE | re.DOTALL,
)
_NO_AI = Pattern(
    r"no\s+(?:generative\s+)?(?:ai|artificial\s+intelligence)(?:\s+tools?)?\s+(?:was|were)\s+used\b[^\n]{0,120}\.?",
    re.I,
)
_AI_USE = Pattern(
    r"(?:[^\n.]{0,120}?\b)?(?:used|nutzte|verwendete|a\s+utilisé|использовал[аи]?)\s+(?P<tool>[^\n.;]{2,80}?)\s+"
    r"(?:for|to|für|pour|для)\s+(?P<task>[^\n.;]{3,200}?)"
    r"(?:(?:[.;,]\s*|\s+and\s+)(?:(?:the\s+)?(?:output|result|text|translation|it|draft|all\s+of\s+it)\s+)?(?:was\s+|were\s+|is\s+)?"
    r"(?:checked|reviewed|verified|geprüft|vérifié|проверено)\s+(?:by|von|par|—|-)?\s*(?P<checked>[^\n.;]{3,80}?))?\.?",
    re.IGNORECASE,
)
_AUTHOR_USED = Pattern(
    r"(?:(?:during|in)\s+[^\n,]{3,60},?\s+)?(?:the\s+authors?(?:\(s\))?|we|i)\s+used\b", re.I
)
_AI = Pattern(
    r"\b(?:ai|a\.i\.|language\s+model|llm|chatbot|machine\s+translation|assistant|ki|ии|ia)\b", re.I
)
_ZONE = r"(?:\s*\(?(?:(?-i:[A-Z]{2,5})(?:[+-]\d{1,2})?|local\s+time)\)?)?"
_HOUR = rf"(?:(?:\d{{1,2}}[:.]\d\d(?:\s*(?:[ap]\.?m\.?|uhr))?|\d{{1,2}}\s*(?:[ap]\.?m\.?|uhr|h)){_ZONE}|noon|midnight)"
_EMBARGO = Pattern(
    r"(?:strictly\s+|sous\s+)?(?:embargoed|embargo|under\s+embargo|not\s+for\s+(?:publication|release)\s+before|sperrfrist|эмбарго"
    r"|엠바고|محظور\s+النشر)\s*:?\s*(?:until|till|to|before|bis|jusqu'au|до|حتى)?\s*:?\s*"
    rf"(?:{_HOUR},?\s+(?:on\s+)?)?(?P<date>{MAYBE_DATE})(?:,?\s+(?:at\s+|um\s+|à\s+|в\s+)?{_HOUR})?\.?",
    re.IGNORECASE,
    costly=[MAYBE_DATE],
)
_NO_EMBARGO = Pattern(
    r"(?:for\s+immediate\s+release|free\s+to\s+(?:use|report|publish)(?:\s+(?:on|upon)\s+(?:release|receipt))?|no\s+embargo"
    r"|frei\s+zur\s+(?:sofortigen\s+)?veröffentlichung|ohne\s+sperrfrist|즉시\s+보도\s+가능[가-힣]{0,6})\.?",
    re.IGNORECASE,
)


def disclosure_in(text: str) -> FoundDisclosure | None:
    """The disclosure that a whole paragraph is, or None."""
    flat = fold(text) if len(text) <= LONGEST else ""
    if not flat:
        return None
    for subject, pattern in _LABELLED:
        if match := pattern.fullmatch(flat):
            words = text[len(text) - len(match["text"]) :] if len(flat) == len(text) else match["text"]
            return _disclosure(subject, words.strip(), match["text"])
    if _NO_AI.fullmatch(flat):
        return FoundDisclosure("ai", text.strip(), "none")
    is_on_ai = _AUTHOR_USED.match(flat) and _AI.search(flat) and _AI_USE.fullmatch(flat)
    return _disclosure("ai", text.strip(), flat) if is_on_ai else None


def _disclosure(subject: str, words: str, flat: str) -> FoundDisclosure:
    if _NOTHING.fullmatch(flat) or _NO_AI.fullmatch(flat):
        return FoundDisclosure(subject, words, "none")
    if subject == "ai" and (use := _AI_USE.fullmatch(flat)):
        parts = ((use[part] or "").strip(" ,") for part in ("tool", "task", "checked"))
        return FoundDisclosure(subject, words, "disclosed", *parts)
    return FoundDisclosure(subject, words)


def embargo_in(text: str) -> Embargo | None:
    """The embargo that a whole line is, or its statement that there is none; None for other lines."""
    flat = fold(text) if len(text) <= 200 else ""
    if not flat:
        return None
    if _NO_EMBARGO.fullmatch(flat):
        return Embargo(text.strip())
    if (match := _EMBARGO.fullmatch(flat)) and (day := date_in_sentence(match["date"])):
        return Embargo(text.strip(), day)
    return None
