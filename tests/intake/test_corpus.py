"""The corpus of lines: each gives exactly the records written beside it, or stays in the text. Prints its score."""

import sys
import tomllib
from collections import Counter
from dataclasses import replace
from pathlib import Path

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


def said(found: Recognition, entry) -> list[str]:
    """Everything recognised beyond the page's own headline, in one short line each."""
    told = [_ran(one.value) for one in found.places]
    told += ["and others"] if found.has_more_places else []
    told += [_person(one.value, " ".join(lines_of(entry))) for one in found.people]
    told += [f"kind {found.kind.value}"] if found.kind else []
    told += [f"published {_day(found.published_on.value)}"] if found.published_on else []
    told += ["dek"] if found.dek else []
    told += [_rights(found.copyright.value)] if found.copyright else []
    told += [_licence(found.licence.value)] if found.licence else []
    if found.translation:
        by = ", ".join(found.translation.value.translators)
        told.append(f"translated from {found.translation.value.language}" + (f" by {by}" if by else ""))
    told += [_note(one.value) for one in found.notes]
    told += [_disclosed(one.value) for one in found.disclosures]
    if found.embargo:
        told.append(f"embargo {_day(found.embargo.value.day) if found.embargo.value.day else 'none'}")
    told += [f"also in {' '.join(found.other_versions.value)}"] if found.other_versions else []
    return told


def _day(day: FoundDay) -> str:
    return iso(day.on, day.precision)


def _ran(ran: FoundPlace) -> str:
    name = f"{ran.name or '-'}{'' if ran.outlet or not ran.name else '?'}"
    extra = [f"{name} {getattr(ran, name)}" for name in _EXTRA if getattr(ran, name)]
    return ", ".join([f"ran {ran.relation} {name}", *([_day(ran.day)] if ran.day else []), *extra])


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


def _rights(rights: FoundCopyright) -> str:
    if rights.basis == "none":
        return f"no copyright: {rights.reason}"
    year = rights.year + (f"-{rights.month:02}" if rights.month else "")
    words = " ".join(part for part in ("copyright", year, "; ".join(rights.holders)) if part)
    return words + (f", {rights.reservation}" if rights.reservation else "")


def _disclosed(one: FoundDisclosure) -> str:
    if one.answer == "none":
        return f"{one.subject} none"
    if not one.tool:
        return f"{one.subject} disclosed: {one.text}"
    checked = f", checked by {one.checked_by}" if one.checked_by else ""
    return f"{one.subject} disclosed: tool {one.tool}, task {one.task}{checked}"


def verdict(entry) -> str:
    """Nothing where a line is read as it must be; else what was read instead."""
    found = recognise(read_text(page_of(entry)), DESK)
    told, wanted = said(found, entry), entry.get("gives", [])
    if told != wanted:
        return f"{entry['row']} {lines_of(entry)}\n   wanted {wanted}\n   read   {told}"
    stays = not wanted and entry.get("at") != "top"
    texts = [block.text for block in found.body]
    if stays and not all(line in texts for line in lines_of(entry)):
        return f"{entry['row']} {lines_of(entry)} is the text's, and left it"
    return ""


def test_every_line_of_the_corpus_gives_its_records_and_no_others(capfd):
    wrong = [found for entry in CORPUS if (found := verdict(entry))]
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
