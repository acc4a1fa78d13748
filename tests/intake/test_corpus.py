"""The corpus of lines: each gives exactly the records written beside it, or stays in the text. Prints its score."""

import sys
import tomllib
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from intake.findings import (
    FoundCopyright,
    FoundDay,
    FoundDisclosure,
    FoundLicence,
    FoundPerson,
    FoundPlace,
    Note,
    Recognition,
)
from intake.knowledge import KnownOutlet
from intake.recognition.recognise import recognise
from intake.sources.from_text import read_text
from outlets.naming import OutletNaming
from prose.dates import iso
from tests.intake.harbour import BODY, KNOWLEDGE, page

CORPUS = tomllib.loads(Path(__file__).with_name("corpus.toml").read_text())["line"]
HEADLINE = "Why the Ferry Waits"
DESK = replace(
    KNOWLEDGE,
    outlets=(
        *KNOWLEDGE.outlets,
        KnownOutlet(OutletNaming("Маяк", id=4)),
        KnownOutlet(OutletNaming("المنارة", id=5)),
        KnownOutlet(OutletNaming("새벽등대", id=6)),
    ),
)
_EXTRA = (
    "section", "issue", "page", "medium", "language", "headline", "access", "gloss", "descriptor", "permission",
    "expert_role",
)  # fmt: skip


def lines_of(entry) -> list[str]:
    return [entry["text"]] if isinstance(entry["text"], str) else entry["text"]


def page_of(entry) -> str:
    """The line in its place on an otherwise silent page."""
    lines, at = lines_of(entry), entry.get("at", "foot")
    if at == "top":
        return page(*lines, HEADLINE, *BODY)
    if at == "head":
        return page(HEADLINE, *lines, *BODY, entry.get("below", ""))
    return page(HEADLINE, *BODY, *lines)


def findings_on(recognition: Recognition, entry) -> list[str]:
    """Everything recognised beyond the page's own headline, in one short line each."""
    lines = [_place(place.value) for place in recognition.places]
    lines += ["and others"] if recognition.has_more_places else []
    lines += [_person(person.value, " ".join(lines_of(entry))) for person in recognition.people]
    lines += [f"kind {recognition.kind.value}"] if recognition.kind else []
    lines += [f"published {_day(recognition.published_on.value)}"] if recognition.published_on else []
    lines += ["dek"] if recognition.dek else []
    lines += [_copyright(recognition.copyright.value)] if recognition.copyright else []
    lines += [_licence(recognition.licence.value)] if recognition.licence else []
    if recognition.translation:
        translation = recognition.translation.value
        by = f" by {', '.join(translation.translators)}" if translation.translators else ""
        lines.append(f"translated from {translation.language}{by}")
    lines += [_note(note.value) for note in recognition.notes]
    lines += [_disclosure(disclosure.value) for disclosure in recognition.disclosures]
    if recognition.embargo:
        day = recognition.embargo.value.day
        lines.append(f"embargo {_day(day) if day else 'none'}")
    if recognition.other_versions:
        lines.append(f"also in {' '.join(recognition.other_versions.value)}")
    return lines


def _day(day: FoundDay) -> str:
    return iso(day.on, day.precision)


def _place(place: FoundPlace) -> str:
    name = f"{place.name or '-'}{'' if place.outlet or not place.name else '?'}"
    day = [_day(place.day)] if place.day else []
    extra = [f"{member} {getattr(place, member)}" for member in _EXTRA if getattr(place, member)]
    return ", ".join([f"ran {place.relation} {name}", *day, *extra])


def _person(person: FoundPerson, line: str) -> str:
    parts = [f"{person.role} {person.name}{'' if person.author else '?'}"]
    parts += [f"courtesy {person.courtesy}"] if person.courtesy else []
    parts += [f"rank {person.rank}{' (ret.)' if person.is_retired else ''}"] if person.rank else []
    parts += [f"suffix {person.suffix}"] if person.suffix else []
    if person.bio:
        parts.append("bio" if person.bio == line else f"bio {person.bio}")
    return ", ".join(parts)


def _note(note: Note) -> str:
    day = f" {_day(note.day)}" if note.day else ""
    both = f" | {note.wrong} | {note.right}" if note.wrong else ""
    return f"{note.kind}{day}: {note.text}{both}"


def _licence(licence: FoundLicence) -> str:
    words = " ".join(part for part in (licence.name, licence.version, licence.url) if part)
    return f"licence {words}" + (f" except {licence.exceptions}" if licence.exceptions else "")


def _copyright(claim: FoundCopyright) -> str:
    if claim.basis == "none":
        return f"no copyright: {claim.reason}"
    year = claim.year + (f"-{claim.month:02}" if claim.month else "")
    words = " ".join(part for part in ("copyright", year, "; ".join(claim.holders)) if part)
    return words + (f", {claim.reservation}" if claim.reservation else "")


def _disclosure(disclosure: FoundDisclosure) -> str:
    if disclosure.answer == "none":
        return f"{disclosure.subject} none"
    if not disclosure.tool:
        return f"{disclosure.subject} disclosed: {disclosure.text}"
    checked = f", checked by {disclosure.checked_by}" if disclosure.checked_by else ""
    return f"{disclosure.subject} disclosed: tool {disclosure.tool}, task {disclosure.task}{checked}"


def mistake_on(entry) -> str:
    """Empty if a line is read as it must be; else what was read instead."""
    recognition = recognise(read_text(page_of(entry)), DESK)
    read, wanted = findings_on(recognition, entry), entry.get("gives", [])
    if read != wanted:
        return f"{entry['row']} {lines_of(entry)}\n   wanted {wanted}\n   read   {read}"
    stays = not wanted and entry.get("at") != "top"
    texts = [block.text for block in recognition.body]
    if stays and not all(line in texts for line in lines_of(entry)):
        return f"{entry['row']} {lines_of(entry)} is the text's, and left it"
    return ""


@pytest.mark.long
def test_every_line_of_the_corpus_gives_its_records_and_no_others(capfd):
    wrong = [mistake for entry in CORPUS if (mistake := mistake_on(entry))]
    rows = Counter(entry["row"] for entry in CORPUS)
    languages = Counter(entry.get("language", "en") for entry in CORPUS)
    with capfd.disabled():  # to the terminal, from a worker of pytest-xdist too
        sys.stderr.write(
            f"\nCorpus of lines: {len(CORPUS) - len(wrong)} of {len(CORPUS)} read as they must be; "
            f"{len(rows)} shapes, {len(languages)} languages, {silent()} that stay in the text.\n"
        )
    assert not wrong, "\n".join(wrong)


def silent() -> int:
    return sum(not entry.get("gives") for entry in CORPUS)


def test_the_corpus_is_large_enough_and_speaks_every_language_of_the_pages():
    assert len(CORPUS) >= 200
    assert silent() >= 30
    assert {entry.get("language", "en") for entry in CORPUS} >= {"en", "fr", "de", "ru", "ar", "ko", "es"}
    assert all(set(entry) <= {"row", "text", "gives", "at", "below", "language"} for entry in CORPUS)
