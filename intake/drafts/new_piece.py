"""What will be made of a manuscript: plain values between recognition and the records, for a person to change."""

import datetime as dt
from dataclasses import dataclass

from intake.findings import Evidence, Recognition
from intake.knowledge import Knowledge
from intake.lines.notices import NOTICES
from intake.recognition.own_words import claim
from intake.rows import Credit, NewDisclosure, Place, credit, disclosure, places
from intake.sources.manuscript import Block, as_html, paragraph
from prose.limits import MAX_LINE_CHARS


class CannotTake(ValueError):
    """The manuscript lacks something only a person can give. Its text is a sentence."""


@dataclass(frozen=True)
class NewPiece:
    """A piece to be made; institution, kind and outlets by primary key. `pins`: (wording, own text or nothing)."""

    institution: int | None
    kind: int | None
    language: str
    headline: str
    dek: str
    body: str
    first_published_on: dt.date | None = None
    is_archive: bool = False
    editors_note: str = ""
    editing_note: str = ""
    source_language: str = ""
    has_more_places: bool = False
    attribution_override: str = ""
    copyright_basis: str = "house"
    copyright_holders: str = ""
    copyright_year: int | None = None
    copyright_reason: str = ""
    copyright_line: str = ""
    licence: int | None = None
    licence_exceptions: str = ""
    credits: tuple[Credit, ...] = ()
    places: tuple[Place, ...] = ()
    pins: tuple[tuple[int, str], ...] = ()
    disclosures: tuple[NewDisclosure, ...] = ()


def new_piece(found: Recognition, knowledge: Knowledge, *, is_archive: bool) -> NewPiece:
    """The piece as recognised. Where neither text nor desk says who publishes it or what it is, that stays open."""
    house = knowledge.institution(found.institution.value) if found.institution else None
    kind = knowledge.kind(found.kind.value) if found.kind else None
    if house is None:
        raise CannotTake(
            "The text does not say who publishes it, and the desk has no institution of its own."
        )
    if kind is None:
        raise CannotTake("The text does not say what kind of piece it is; name the content type.")
    claimed = claim(found, house, knowledge)
    known = licence_on_record(found, knowledge)
    return NewPiece(
        institution=house.key,
        kind=kind.key,
        language=_language(found),
        headline=found.headline.value if found.headline else "",
        dek=found.dek.value if found.dek else "",
        body="\n".join(
            part for part in (as_html(found.body), as_html(kept_in_text(found, knowledge))) if part
        ),
        first_published_on=found.published_on.value.on if found.published_on else None,
        is_archive=is_archive,
        editors_note="\n\n".join(one.value.text for one in found.notes if one.value.kind == "editor"),
        editing_note=_editing_note(found),
        source_language=_source_language(found),
        has_more_places=bool(found.has_more_places),
        attribution_override=found.attribution_override.value if found.attribution_override else "",
        copyright_basis=claimed.basis,
        copyright_holders="\n".join(claimed.holders),
        copyright_year=claimed.year,
        copyright_reason=claimed.reason,
        copyright_line=claimed.line if len(claimed.line) <= MAX_LINE_CHARS else "",
        licence=known,
        licence_exceptions=found.licence.value.exceptions if found.licence and known else "",
        credits=tuple(credit(one.value) for one in found.people),
        places=places(one.value for one in found.ran),
        pins=tuple((one.value.wording, one.value.own_text) for one in found.wordings),
        disclosures=tuple(disclosure(one.value) for one in found.disclosures),
    )


def _language(found: Recognition) -> str:
    return found.language.value if found.language else "en"


def _source_language(found: Recognition) -> str:
    """Nothing is translated from its own language: then the text's language was not told rightly."""
    source = found.translation.value.language if found.translation else ""
    return source if source.split("-")[0] != _language(found).split("-")[0] else ""


def _editing_note(found: Recognition) -> str:
    note = " ".join(one.value.text for one in found.notes if one.value.kind == "editing")
    return note if len(note) <= MAX_LINE_CHARS else ""


def licence_on_record(found: Recognition, knowledge: Knowledge) -> int | None:
    """The key of the licence that the text names, if the desk has it."""
    said = found.licence.value if found.licence else None
    known = knowledge.licence(said.name, said.version) if said else None
    return known.key if known else None


def kept_in_text(found: Recognition, knowledge: Knowledge) -> tuple[Block, ...]:
    """Lines that say what no record of a draft can hold: they stand below the text, as they stood in the source.

    A notice is issued by an act on a page that readers have; a licence needs its record.
    """
    kept: list[Evidence] = []
    for one in found.notes:
        if one.value.kind in NOTICES or (one.value.kind == "editing" and not _editing_note(found)):
            kept += one.evidence
    said_elsewhere = {line for ran in found.ran for line in ran.evidence}
    if found.licence and licence_on_record(found, knowledge) is None:
        kept += [line for line in found.licence.evidence if line not in said_elsewhere]
    return tuple(paragraph(line.text, line.line) for line in dict.fromkeys(kept))


def required(piece: NewPiece) -> tuple[int, int]:
    """Institution and content type. Raises `CannotTake` where one is still open."""
    if piece.institution is None:
        raise CannotTake(
            "The text does not say who publishes it, and the desk has no institution of its own."
        )
    if piece.kind is None:
        raise CannotTake("The text does not say what kind of piece it is; name the content type.")
    return piece.institution, piece.kind
