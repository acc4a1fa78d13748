"""Reasons for what a page claims and offers: copyright, licence, republication."""

from collections.abc import Iterator

from articles.press.frozen import ExplainedLine, FrozenFacts
from articles.snapshot import Content
from prose import printed_line


def claims(page: FrozenFacts) -> Iterator[ExplainedLine]:
    """Copyright, licence, and what is offered to others."""
    yield ExplainedLine("Copyright", page.lines["copyright"], _why_copyright(page))
    licence = printed_line.text(page.lines["licence"])
    yield ExplainedLine("Licence", licence, f"{_why_licence(page)} {page.house_style}")
    offer = page.lines["republication"]
    why = "Others may republish it: nothing of it belongs to others who would mind, and no author objects."
    yield ExplainedLine("Credit of a republished copy", offer.get("credit", ""), f"{why} {page.house_style}")
    terms = f"As the institution’s record states them{page.by('terms')}."
    yield ExplainedLine("Terms of republication", offer.get("terms", ""), terms)


def _why_licence(page: FrozenFacts) -> str:
    fact = page.lines.get("terms", {}).get("licence") or {}
    match fact.get("chosen_by"):
        case "type":
            whose = f", by the record of {fact['of']}" if fact["of"] else ""
            return f"The usual licence of this content type{whose}; the piece names none."
        case "outlet":
            return f"The licence under which the text came from {fact['of']}."
    return "The licence chosen for this piece."


def _why_copyright(page: FrozenFacts) -> str:
    content, first = page.content, page.edition.first_published_on
    others = [row["holder"] for row in page.lines["rights"] if row.get("holder")]
    if content["copyright_basis"] == "house" and others and not page.lines.get("claims_for_house", True):
        held = f"Held by {' and '.join(others)}, as the permission says; the year is that of the outlet."
        return f"{held} {page.house_style}"
    if content["copyright_line"]:
        return "The piece’s own copyright line, word for word."
    if content["copyright_basis"] == "none":
        return f"The piece says that there is none, and why. {page.house_style}"
    is_named = content["copyright_basis"] == "named"
    ours = f"Held by the institution, as it was named then{page.by('holder')}"
    holder = "Held by those named on the piece" if is_named else ours
    waived = " No claim is made for those who have none." if _waives(content) else ""
    if content["copyright_year"]:
        year = f"; the year {content['copyright_year']} is written on the piece"
    else:
        year = f"; {first.year} is the year of first publication here" if first else "; the year is not known"
    return f"{holder}{year}. {page.house_style}{waived}"


def _waives(content: Content) -> bool:
    return any(row["no_copyright_reason"] for row in content["bylines"])
