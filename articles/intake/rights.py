"""Copyright lines: whose, of which year, with which reservation."""

import re

from articles.intake.found import Rights
from prose.typography import fold

_RESERVATION = (
    r"(?P<reservation>(?:All rights reserved|Some rights reserved|Alle Rechte vorbehalten|Tous droits réservés"
    r"|Todos los derechos reservados)\.?)"
)
_LINE = re.compile(
    r"(?:(?:©|\(c\)|Copyright)\s*:?\s*)+(?:by\s+)?(?:(?P<year>(?:19|20)\d\d(?:\s?-\s?(?:19|20)\d\d)?),?\s+)?(?:by\s+)?"
    rf"(?P<the>the\s+)?(?P<holder>[^\n©]{{2,120}}?)(?:,?\s+(?P<late>(?:19|20)\d\d))?[.,]?(?:\s+{_RESERVATION})?",
    re.IGNORECASE,
)
_RESERVED_FIRST = re.compile(rf"{_RESERVATION}\s+(?P<rest>.+)", re.IGNORECASE)


def copyright_line(text: str) -> Rights | None:
    """The line taken apart, or None where it is none. A line needs a sign or the word, and a year."""
    flat = fold(text)
    turned = _RESERVED_FIRST.fullmatch(flat)
    found = _LINE.fullmatch(turned["rest"] if turned else flat)
    if not found or not (found["year"] or found["late"]):
        return None
    holder = found["holder"].strip(" .,")
    reservation = turned["reservation"] if turned else found["reservation"]
    return Rights(found["year"] or found["late"], holder, reservation or "", text.strip())
