"""Copyright lines: holders, month and year, reservation; or that no copyright is claimed (docs/wording-rows.md F)."""

import re

from intake.findings import FoundCopyright
from intake.knowledge import Knowledge
from intake.lines.days.calendar_words import MONTH_NUMBERS
from intake.lines.naming import looks_like_a_name
from intake.patterns import Pattern
from prose.typography import fold

LONGEST = 500
_RESERVATION = (
    r"(?P<reservation>(?:All rights reserved|Some rights reserved|Alle Rechte vorbehalten|Tous droits réservés"
    r"|Todos los derechos reservados|Все права защищены|جميع الحقوق محفوظة|무단 전재 및 재배포 금지|모든 권리 보유)\.?)"
)
_RESERVED = Pattern(_RESERVATION, re.IGNORECASE)
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
    r"(?:all\s+\w+\s+(?:in|on)\s+this\s+\w+\s+are\s+copyrighted\s+(?:to|by)"
    r"|(?:the\s+)?copyright\s+(?:in\s+this\s+\w+\s+|of\s+this"
    r"\s+\w+\s+)?(?:is\s+held\s+by|belongs\s+to|remains\s+with|rests\s+with)"
    r"|this\s+\w+\s+is\s+copyrighted\s+(?:to|by)"
    r"|das\s+urheberrecht\s+(?:liegt|verbleibt)\s+bei|авторские\s+права\s+принадлежат)\s+(?:the\s+)?"
    rf"(?P<holder>[^\n.]{{2,160}})\.?(?:\s+{_RESERVATION})?",
    re.IGNORECASE,
)
_NOT_CLAIMED = Pattern(
    r"(?:no\s+copyright\s+is\s+claimed\b(?P<why>[^\n]{0,300})"
    r"|(?:this\s+\w+|the\s+contribution\s+of\s+[^\n]{3,60}?)\s+(?:is|was)\s+(?:in\s+the\s+public\s+domain"
    r"|not\s+(?:subject\s+to|protected"
    r"\s+by)\s+(?:[A-Z.]{2,6}\s+)?copyright)\b[^\n]{0,200}"
    r"|(?:this\s+\w+\s+is\s+)?(?:an?\s+)?work\s+of\s+the\s+[^\n.]{2,60}\bgovernment\b[^\n]{0,200}"
    r"|[^\n]{0,120}\b(?:title\s+17|17)\s+u\.?\s?s\.?\s?c(?:ode|\.)?\s*,?\s*(?:section\s+|§\s?"
    r"|sec\.\s?)?105\b[^\n]{0,120})",
    re.IGNORECASE,
)
_SENTENCE_INSIDE = Pattern(r"[.;]\s+(?:licen|this|reprint|the|published|distributed|except)", re.IGNORECASE)
_SENTENCE_END = Pattern(r"(?<=\.)\s+(?=[^\W\d_a-zß-öø-ÿ])")
_ABBREVIATED = Pattern(r"\b(?:Inc|Ltd|Co|Corp|Bros|S\.A|e\.V|N\.V|B\.V)$")
_TERMS = Pattern(
    r"\b(?:reproduc\w*|reprint\w*|republi\w*|redistribut\w*|permission|prohibited|reserved|may not be"
    r"|without (?:prior|written|express)"
    r"|terms of use|nachdruck|vervielfältig\w*|genehmigung|verboten|vorbehalten|reproducci[oó]n|prohibid\w*"
    r"|autorizaci[oó]n|reservados"
    r"|interdite?s?|autorisation|réservés|riproduzione|vietat\w*|riservati|reprodução|proibid\w*|zabronion\w*"
    r"|zastrzeżone|запрещен\w*"
    r"|перепечатк\w*|разрешени\w*)\b",
    re.IGNORECASE,
)
_JOINTS = Pattern(r"\s*;\s*|,?\s+(?:and|und|et|y|и|&)\s+(?:by\s+)?|,\s+")


def copyright_in(text: str, knowledge: Knowledge | None = None) -> FoundCopyright | None:
    """The copyright line that a text is, taken apart; None for other texts."""
    if len(text) > LONGEST:
        return None
    flat, knowledge = fold(text), knowledge or Knowledge()
    flat, terms = _without_terms(flat)
    reserved_first = _RESERVED_FIRST.fullmatch(flat)
    match = _LINE.fullmatch(reserved_first["rest"] if reserved_first else flat)
    if not match or not (match["year"] or match["late"]) or _SENTENCE_INSIDE.search(match["holder"]):
        return _without_year(flat, text, knowledge)
    holder = _with_stop(match["holder"].strip(" .,"), flat)
    if holder[:1].islower():  # a sentence about copyright
        return None
    reservation = reserved_first["reservation"] if reserved_first else match["reservation"]
    month = match["month"] or match["late_month"] or ""
    return FoundCopyright(
        year=match["year"] or match["late"],
        holder=holder,
        reservation=" ".join(part for part in (reservation or "", terms) if part),
        line=text.strip(),
        holders=holders_in(holder, knowledge),
        month=MONTH_NUMBERS.get(month.lower(), 0),
    )


def _with_stop(holder: str, flat: str) -> str:
    """The holder with the stop that belongs to the name: "Lantern Media Group, Inc."."""
    return f"{holder}." if _ABBREVIATED.search(holder) and f"{holder}." in flat else holder


def _without_terms(flat: str) -> tuple[str, str]:
    """A rights line and, apart, the sentences behind it that say what may be done with the text."""
    for end in _SENTENCE_END.finditer(flat):
        terms = flat[end.end() :]
        if all(
            _TERMS.search(sentence) for sentence in _SENTENCE_END.split(terms)
        ) and not _RESERVED.fullmatch(terms):
            return flat[: end.start()], terms
    return flat, ""


def _without_year(flat: str, text: str, knowledge: Knowledge) -> FoundCopyright | None:
    """A sentence that names a holder, or says that there is none, without a year."""
    if match := _HELD.fullmatch(flat):
        holder = match["holder"].strip(" .,")
        holders = holders_in(holder, knowledge)
        return FoundCopyright("", holder, match["reservation"] or "", text.strip(), holders)
    if match := _NOT_CLAIMED.fullmatch(flat):
        reason = (match["why"] or "").strip(" .:,") or text.strip()
        return FoundCopyright("", "", "", text.strip(), basis="none", reason=reason)
    return None


def holders_in(text: str, knowledge: Knowledge) -> tuple[str, ...]:
    """Several holders only if each is known or looks like a name: "Peace and Security Fund" is one."""
    institutions = {
        name.casefold()
        for institution in knowledge.institutions
        for name in (*institution.names, institution.holder)
    }
    if text.casefold() in institutions:
        return (text,)
    parts = [re.sub(r"^the\s+", "", part, flags=re.IGNORECASE) for part in _JOINTS.split(text) if part]
    are_names = all(
        part.casefold() in institutions
        or part.casefold() in knowledge.authors_by_name
        or part.casefold() in knowledge.outlets_by_name
        or looks_like_a_name(part)
        for part in parts
    )
    return tuple(parts) if are_names and len(parts) > 1 else (text,)
