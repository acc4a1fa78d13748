"""New piece: the values of an article to be made, between recognition and the records, for an editor to change."""

import datetime as dt
from dataclasses import dataclass, replace

from intake.findings import Evidence, FoundDisclosure, FoundPerson, FoundPlace, Recognition
from intake.knowledge import Knowledge
from intake.lines.notices import NOTICES
from intake.recognition.own_words import copyright_claim
from intake.rows import places_on_record
from intake.sources.manuscript import SourceBlock, as_html, paragraph
from prose.languages import base
from prose.limits import MAX_LINE_CHARS


class CannotTake(ValueError):
    """The manuscript lacks a value that only an editor can give. Its text is a sentence."""


@dataclass(frozen=True)
class NewPiece:
    """A piece to be made; members have the names of the article's fields.

    Institution, kind and licence are primary keys. `pins` are (wording's key, own text or empty).
    """

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
    credits: tuple[FoundPerson, ...] = ()
    places: tuple[FoundPlace, ...] = ()
    pins: tuple[tuple[int, str], ...] = ()
    disclosures: tuple[FoundDisclosure, ...] = ()


def check_complete(piece: NewPiece) -> None:
    """Raise `CannotTake` if the institution or the content type is open."""
    if piece.institution is None:
        raise CannotTake(
            "The text does not say who publishes it, and the desk has no institution of its own."
        )
    if piece.kind is None:
        raise CannotTake("The text does not say what kind of piece it is; name the content type.")


def new_piece(
    recognition: Recognition, knowledge: Knowledge, *, is_archive: bool, has_own_sentences: bool = False
) -> NewPiece:
    """The piece as recognised. Raises `CannotTake` if neither text nor desk tells institution or content type.

    `has_own_sentences`: it prints the source's sentences on where it ran, not those that the house makes.
    """
    house = knowledge.institution(recognition.institution.value) if recognition.institution else None
    kind = knowledge.kind(recognition.kind.value) if recognition.kind else None
    claim = copyright_claim(recognition, house, knowledge)
    licence = licence_on_record(recognition, knowledge)
    override = recognition.attribution_override
    body = (as_html(recognition.body), as_html(blocks_kept_in_text(recognition, knowledge)))
    piece = NewPiece(
        institution=house.key if house else None,
        kind=kind.key if kind else None,
        language=recognition.language_code,
        headline=recognition.headline.value if recognition.headline else "",
        dek=recognition.dek.value if recognition.dek else "",
        body="\n".join(part for part in body if part),
        first_published_on=recognition.day,
        is_archive=is_archive,
        editors_note="\n\n".join(_notes(recognition, "editor")),
        editing_note=_editing_note(recognition),
        source_language=_source_language(recognition),
        has_more_places=bool(recognition.has_more_places),
        attribution_override=override.value if override and has_own_sentences else "",
        copyright_basis=claim.basis,
        copyright_holders="\n".join(claim.holders),
        copyright_year=claim.year,
        copyright_reason=claim.reason,
        copyright_line=claim.line if len(claim.line) <= MAX_LINE_CHARS else "",
        licence=licence,
        licence_exceptions=recognition.licence.value.exceptions if recognition.licence and licence else "",
        credits=tuple(person.value for person in recognition.people),
        places=places_on_record(place.value for place in recognition.places),
        pins=tuple((wording.value.wording, wording.value.own_text) for wording in recognition.wordings),
        disclosures=tuple(_on_record(disclosure.value) for disclosure in recognition.disclosures),
    )
    check_complete(piece)
    return piece


def _source_language(recognition: Recognition) -> str:
    """The original's language; empty if it is the text's own, which then was not recognised rightly."""
    source = recognition.translation.value.language if recognition.translation else ""
    return source if base(source) != base(recognition.language_code) else ""


def _notes(recognition: Recognition, kind: str) -> list[str]:
    return [note.value.text for note in recognition.notes if note.value.kind == kind]


def _editing_note(recognition: Recognition) -> str:
    """The note on the editing; empty if it is too long for its field."""
    note = " ".join(_notes(recognition, "editing"))
    return note if len(note) <= MAX_LINE_CHARS else ""


def _on_record(disclosure: FoundDisclosure) -> FoundDisclosure:
    """The disclosure as the desk records it: its words only where tool and task do not say it all."""
    if disclosure.answer == "none":
        return FoundDisclosure(disclosure.subject, "", "none")
    return replace(disclosure, text="") if disclosure.tool and disclosure.task else disclosure


def licence_on_record(recognition: Recognition, knowledge: Knowledge) -> int | None:
    """Key of the licence that the text names, if the desk has it."""
    if not recognition.licence:
        return None
    licence = knowledge.licence(recognition.licence.value.name, recognition.licence.value.version)
    return licence.key if licence else None


def blocks_kept_in_text(recognition: Recognition, knowledge: Knowledge) -> tuple[SourceBlock, ...]:
    """Lines that no record of a draft can hold, as paragraphs below the text.

    A notice is issued by an act on a page that readers have; a licence needs its record.
    """
    kept: list[Evidence] = []
    for note in recognition.notes:
        kind = note.value.kind
        if kind in NOTICES or (kind == "editing" and not _editing_note(recognition)):
            kept += note.evidence
    if recognition.licence and licence_on_record(recognition, knowledge) is None:
        attributions = {line for place in recognition.places for line in place.evidence}
        kept += [line for line in recognition.licence.evidence if line not in attributions]
    return tuple(paragraph(line.text, line.line) for line in dict.fromkeys(kept))
