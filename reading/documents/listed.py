"""Files of a piece as readers see them listed: on its page, in a feed, in a copy to republish."""

from dataclasses import dataclass
from typing import Any

from articles.addresses import absolute
from articles.models.edition import Edition
from disclaimers.phrases import separators, usual_phrases
from prose.languages import name_in, serves
from prose.printed_line import PrintedLine
from reading.pictures.doors import PictureDoor
from reading.words.page_words import Words, words_for

_SAID_AS = {"docx": "Word", "xlsx": "Excel", "pptx": "PowerPoint"}
"""Formats that readers know by a program; of all others they know the ending."""
_UNITS = ((1_000_000_000, "gigabytes"), (1_000_000, "megabytes"), (1_000, "kilobytes"), (1, "bytes"))


@dataclass(frozen=True)
class ListedFile:
    """A file that goes along with a piece. `language`: the code of its own, empty where that is the page's.

    `facts`: "Report, PDF, 12 pages, 1.2 MB, German", in words of ours. `printed_at`: its public address, whole, for
    paper and for programs.
    """

    address: str
    printed_at: str
    media_type: str
    bytes: int
    title: PrintedLine
    language: str
    facts: str
    credit: PrintedLine
    licence: PrintedLine


def listed_files(edition: Edition, door: PictureDoor) -> list[ListedFile]:
    """The files of an edition, as printed; at a door that passes them on only those that others may have from us."""
    rows: list[dict[str, Any]] = edition.printed.get("documents", [])
    return [
        _listed(row, edition.language, door)
        for row in rows
        if row["may_be_passed_on"] or not door.is_passing_on
    ]


def _listed(row: dict[str, Any], page: str, door: PictureDoor) -> ListedFile:
    is_foreign = row["language"] and not serves(row["language"], page)
    return ListedFile(
        address=door.file_address(row["file"], row["download_name"]),
        printed_at=absolute(PictureDoor().file_address(row["file"], row["download_name"])),
        media_type=row["media_type"],
        bytes=row["bytes"],
        title=row["title"],
        language=row["language"] if is_foreign else "",
        facts=_facts(row, words_for(page), is_foreign=bool(is_foreign)),
        credit=row["credit"],
        licence=row["licence"],
    )


def _facts(row: dict[str, Any], words: Words, *, is_foreign: bool) -> str:
    """Kind, format, pages, size, and the language if it is not the page's."""
    facts = [words.by_name.get(f"file_{row['kind']}", ""), _SAID_AS.get(row["format"], row["format"].upper())]
    if row["pages"]:
        facts.append(words.fill("one_page" if row["pages"] == 1 else "pages", number=str(row["pages"])))
    facts.append(size_in_words(row["bytes"], words))
    if is_foreign:
        facts.append(name_in(row["language"], words.language))
    return separators(usual_phrases(words.language))[0].join(filter(None, facts))


def size_in_words(size: int, words: Words) -> str:
    """ "1.2 MB", in French "1,2 Mo": thousands of bytes, as the makers of disks count and browsers do."""
    # What would round up to a thousand of a unit is one of the next.
    unit, name = next((unit, name) for unit, name in _UNITS if size >= unit * (0.9995 if unit > 1 else 0))
    number = size / unit
    text = f"{number:.1f}" if unit >= 1_000_000 and number < 9.95 else f"{number:.0f}"
    return words.fill(name, number=text.replace(".", words.by_name["decimal_point"]))
