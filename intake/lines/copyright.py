"""Copyright lines: whose, of which month and year, with which reservation; or that none is claimed (table F)."""

import re

from intake.findings import Rights
from intake.knowledge import Knowledge
from intake.lines.dates import MONTH_NUMBERS
from intake.lines.naming import looks_like_a_name
from intake.patterns import Pattern
from prose.typography import fold

LONGEST = 500
_RESERVATION = (
    r"(?P<reservation>(?:All rights reserved|Some rights reserved|Alle Rechte vorbehalten|Tous droits réservés"
    r"|Todos los derechos reservados|Все права защищены|جميع الحقوق محفوظة|무단 전재 및 재배포 금지|모든 권리 보유)\.?)"
)
_MONTH = rf"(?:(?P<{{}}>{'|'.join(sorted(MONTH_NUMBERS, key=len, reverse=True))})\.?\s+)?"
_YEAR = r"(?:19|20)\d\d(?:\s?-\s?(?:(?:19|20)\d\d|\d\d(?!\d)))?"
_LINE = Pattern(
    rf"(?:(?:©|\(c\)|Copyright)\s*:?\s*)+(?:by\s+)?(?:{_MONTH.format('month')}(?P<year>{_YEAR}),?\s+)?(?:by\s+)?"
    rf"(?P<the>the\s+)?(?P<holder>[^\n©]{{2,160}}?)(?:,?\s+{_MONTH.format('late_month')}(?P<late>{_YEAR}))?[.,]?"
    rf"(?:\s+{_RESERVATION})?",
    re.IGNORECASE,
)
_RESERVED_FIRST = Pattern(rf"{_RESERVATION}\s+(?P<rest>.+)", re.IGNORECASE)
_HELD = Pattern(
    r"(?:all\s+\w+\s+(?:in|on)\s+this\s+\w+\s+are\s+copyrighted\s+(?:to|by)|(?:the\s+)?copyright\s+(?:in\s+this\s+\w+\s+|of\s+this"
    r"\s+\w+\s+)?(?:is\s+held\s+by|belongs\s+to|remains\s+with|rests\s+with)|this\s+\w+\s+is\s+copyrighted\s+(?:to|by)"
    r"|das\s+urheberrecht\s+(?:liegt|verbleibt)\s+bei|авторские\s+права\s+принадлежат)\s+(?:the\s+)?"
    rf"(?P<holder>[^\n.]{{2,160}})\.?(?:\s+{_RESERVATION})?",
    re.IGNORECASE,
)
_NONE = Pattern(
    r"(?:no\s+copyright\s+is\s+claimed\b(?P<why>[^\n]{0,300})"
    r"|(?:this\s+\w+|the\s+contribution\s+of\s+[^\n]{3,60}?)\s+(?:is|was)\s+(?:in\s+the\s+public\s+domain|not\s+(?:subject\s+to|protected"
    r"\s+by)\s+(?:[A-Z.]{2,6}\s+)?copyright)\b[^\n]{0,200}"
    r"|(?:this\s+\w+\s+is\s+)?(?:an?\s+)?work\s+of\s+the\s+[^\n.]{2,60}\bgovernment\b[^\n]{0,200}"
    r"|[^\n]{0,120}\b(?:title\s+17|17)\s+u\.?\s?s\.?\s?c(?:ode|\.)?\s*,?\s*(?:section\s+|§\s?|sec\.\s?)?105\b[^\n]{0,120})",
    re.IGNORECASE,
)
_SENTENCE_INSIDE = Pattern(r"[.;]\s+(?:licen|this|reprint|the|published|distributed|except)", re.IGNORECASE)
_JOINTS = Pattern(r"\s*;\s*|,?\s+(?:and|und|et|y|и|&)\s+(?:by\s+)?|,\s+")


def copyright_line(text: str, knowledge: Knowledge | None = None) -> Rights | None:
    """The line taken apart, or None where it is none. A line needs a sign or the word, and a year."""
    if len(text) > LONGEST:
        return None
    flat = fold(text)
    turned = _RESERVED_FIRST.fullmatch(flat)
    found = _LINE.fullmatch(turned["rest"] if turned else flat)
    if not found or not (found["year"] or found["late"]) or _SENTENCE_INSIDE.search(found["holder"]):
        return _without_year(flat, text, knowledge)
    holder = found["holder"].strip(" .,")
    if holder[:1].islower():  # a sentence about copyright
        return None
    reservation = turned["reservation"] if turned else found["reservation"]
    return Rights(
        found["year"] or found["late"],
        holder,
        reservation or "",
        text.strip(),
        holders_in(holder, knowledge or Knowledge()),
        MONTH_NUMBERS.get((found["month"] or found["late_month"] or "").lower(), 0),
    )


def _without_year(flat: str, text: str, knowledge: Knowledge | None) -> Rights | None:
    """Sentences that name a holder, or say that there is none, without a year."""
    if found := _HELD.fullmatch(flat):
        holder = found["holder"].strip(" .,")
        holders = holders_in(holder, knowledge or Knowledge())
        return Rights("", holder, found["reservation"] or "", text.strip(), holders)
    if found := _NONE.fullmatch(flat):
        reason = (found["why"] or "").strip(" .:,") or text.strip()
        return Rights("", "", "", text.strip(), basis="none", reason=reason)
    return None


def holders_in(text: str, knowledge: Knowledge) -> tuple[str, ...]:
    """Several holders only where each is known or has the look of a name: "Peace and Security Fund" is one."""
    known = {name.casefold() for one in knowledge.institutions for name in (*one.names, one.holder)}
    if text.casefold() in known:
        return (text,)
    parts = [re.sub(r"^the\s+", "", part, flags=re.IGNORECASE) for part in _JOINTS.split(text) if part]
    are_names = all(
        part.casefold() in known
        or part.casefold() in knowledge.authors_by_name
        or part.casefold() in knowledge.outlets_by_name
        or looks_like_a_name(part)
        for part in parts
    )
    return tuple(parts) if are_names and len(parts) > 1 else (text,)
