"""Knowledge of an invented desk, as values, and texts with its boilerplate."""

import datetime as dt
from collections import Counter
from dataclasses import fields

from intake.findings import Finding, Recognition
from intake.knowledge import (
    Knowledge,
    KnownAuthor,
    KnownInstitution,
    KnownKind,
    KnownOutlet,
    KnownStyle,
    KnownWording,
)
from intake.recognition.recognise import recognise
from intake.sources.from_text import read_text
from intake.sources.manuscript import Manuscript
from outlets.naming import OutletNaming

HARBOUR_WORDING = (
    "Harbour takes no side in matters of trade; the opinions printed here belong to whoever signed them "
    "and need not be shared by Harbour, its crew, or its patrons."
)
STRAIT_WORDING = (
    "{kind} is issued by the Strait Forum (STF), an independent society for the study of ferries. Its surveys are "
    "open to everybody. STF backs no timetable. What is said here is therefore only the view of "
    "{authors:its author|its authors}."
)

KINDS = (
    KnownKind(1, "elsewhere", "seen elsewhere in the media"),
    KnownKind(2, "essay", "Essay"),
    KnownKind(3, "letter", "Letter"),
)
OUTLETS = (
    KnownOutlet(
        OutletNaming("Lantern", "The", "separable", id=1), ("The Evening Lantern",), "https://lantern.example"
    ),
    KnownOutlet(OutletNaming("Buoy", "Die", "foreign", id=2)),
    KnownOutlet(OutletNaming("Tidal Affairs", id=3)),
)
HARBOUR = KnownInstitution(
    key=1,
    code="harbour",
    names=("Harbour Institute", "Harbour"),
    holder="Harbour Institute",
    styles=(
        KnownStyle(
            own={
                "dateline": "Published on {date}",
                "outlet_dateline": "published by {outlet} on {date}",
                "source_line": "Source: {outlet}",
                "attribution": "This {noun} was originally published in {outlet}.",
            },
        ),
    ),
    is_home=True,
)
STRAIT = KnownInstitution(
    key=2,
    code="strait",
    names=("Strait Forum", "STF"),
    holder="Strait Forum",
    styles=(
        KnownStyle(
            own={
                "copyright_format": "© {year} by the {holder}. {reservation}",
                "reservation": "No rights given away.",
            },
        ),
    ),
)
AUTHORS = (
    KnownAuthor(1, "Ida Quay", "Commodore"),
    KnownAuthor(2, "Jón M. Sund", suffix="Ph.D."),
    KnownAuthor(3, "María de la Cruz-Ferry"),
)
KNOWLEDGE = Knowledge(
    kinds=KINDS,
    outlets=OUTLETS,
    wordings=(
        KnownWording(1, "harbour", HARBOUR_WORDING, "en", dt.date(2000, 1, 1)),
        KnownWording(2, "strait", STRAIT_WORDING, "en", dt.date(2000, 1, 1), dt.date(2024, 1, 1)),
    ),
    institutions=(HARBOUR, STRAIT),
    authors=AUTHORS,
)
BODY = (
    "Every port keeps two clocks, and neither of them tells the truth about the tide that lifts the boats.",
    "In the winter of that year the ferrymen wrote a letter which The Evening Lantern printed on its last page. "
    "It was first published in a form nobody could read, and that is the point of this story.",
    "“We do not ask for much,” the letter began – and then it asked for everything that floats.",
    "What follows from this is simple. The harbour must be dredged before the money is, and not the other way round.",
)


def page(*parts: str) -> str:
    """Paragraphs as a text file has them."""
    return "\n\n".join(part for part in parts if part)


def read(*parts: str) -> Recognition:
    """The recognition of a text of these paragraphs."""
    return recognise(read_text(page(*parts)), KNOWLEDGE)


def characters_of(manuscript: Manuscript) -> Counter[str]:
    """Every character of a manuscript but spaces: words may be parted where the source ran them together."""
    return Counter("".join(block.text for block in manuscript.blocks).replace(" ", ""))


def characters_kept(recognition: Recognition) -> Counter[str]:
    """Every character that recognition still has, in the body or as evidence; each line once."""
    members = (getattr(recognition, field.name) for field in fields(recognition))
    values = [each for member in members for each in (member if isinstance(member, tuple) else (member,))]
    evidence = {line for each in values if isinstance(each, Finding) for line in each.evidence}
    texts = [line.text for line in evidence] + [block.text for block in recognition.body]
    return Counter("".join(texts).replace(" ", ""))
