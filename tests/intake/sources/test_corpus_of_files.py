"""The corpus of files and clipboards: each keeps headline, authors, day, text, notes and links. Prints its score."""

import re
import sys
import tomllib
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from intake.findings import Recognition
from intake.recognition.recognise import recognise
from intake.sources.from_word import manuscript_of
from intake.sources.manuscript import Manuscript, as_html
from intake.sources.read import read_file
from intake.sources.word.document import answer
from intake.take_file import reason_for_a_draft
from prose.dates import iso
from prose.html.text import plain_text
from tests.conftest import NOW
from tests.intake.harbour import KNOWLEDGE
from tests.intake.sources.corpus import as_html as html_of
from tests.intake.sources.corpus import as_word
from tests.intake.sources.corpus.made_in_word import FILES
from tests.intake.sources.corpus.pieces import FIRST, LAST, PIECES, Piece, links_of, notes_of, text_of

_NOTE = re.compile(r'<span data-footnote="">(.*?)</span>')
_HREF = re.compile(r'<a href="([^"]*)"')


@dataclass(frozen=True)
class Document:
    """One file or clipboard of the corpus."""

    piece: Piece
    tool: str

    def __str__(self) -> str:
        return f"{self.piece.name}, {self.tool}"

    def manuscript(self) -> Manuscript:
        if self.tool in as_word.NAMES:
            return manuscript_of(answer(as_word.word_file(self.piece, self.tool)))
        return read_file("piece.html", html_of.page(self.piece, self.tool))

    @property
    def wanted(self) -> dict[str, Any]:
        piece = self.piece
        return {
            "headline": piece.headline,
            "authors": list(piece.authors),
            "day": piece.day,
            "dek": piece.dek,
            "text": "".join("".join(text_of(piece)).split()),
            "notes": notes_of(piece),
            "links": sorted(links_of(piece)),
        }

    @property
    def not_text(self) -> tuple[str, ...]:
        return self.piece.not_text


@dataclass(frozen=True)
class MadeFile:
    """One file or clipboard in a shape of its own, with what it says by the table."""

    says: dict[str, Any]
    not_text = ("ZOTERO", "CITATION", "•")

    def __str__(self) -> str:
        return str(self.says["file"])

    def manuscript(self) -> Manuscript:
        if make := FILES.get(str(self)):
            return manuscript_of(answer(make()))
        content = (MADE / str(self)).read_bytes()
        is_word = str(self).endswith(".docx")
        return manuscript_of(answer(content)) if is_word else read_file("piece.html", content)

    @property
    def wanted(self) -> dict[str, Any]:
        own = self.says["says"]
        lines = own if self.says.get("whole") else [FIRST, *own, LAST]
        return {
            "headline": self.says["headline"],
            "authors": self.says["authors"],
            "day": self.says.get("day", ""),
            "text": "".join("".join(lines).split()),
            "notes": self.says.get("notes", []),
            "links": self.says.get("links", []),
        }


TOOLS = ("Word", "LibreOffice", "Google Docs", *html_of.MARKS)
MADE = Path(__file__).parent / "corpus" / "made"
DOCUMENTS: list[Document | MadeFile] = [
    *(Document(piece, tool) for piece in PIECES for tool in TOOLS),
    *(MadeFile(says) for says in tomllib.loads((MADE / "made.toml").read_text())["made"]),
]


def mistakes(document: Document | MadeFile, recognition: Recognition) -> list[str]:
    """Everything that was not read as it must be."""
    body = as_html(recognition.body)
    day = iso(recognition.published_on.value.on) if recognition.published_on else ""
    read = {
        "headline": recognition.headline.value if recognition.headline else "",
        "authors": [person.value.name for person in recognition.people],
        "day": day,
        "dek": recognition.dek.value if recognition.dek else "",
        "text": "".join(plain_text(body).split()),
        "notes": [plain_text(note) for note in _NOTE.findall(body)],
        "links": sorted(unescape(href) for href in _HREF.findall(body)),
    }
    wanted = document.wanted
    wrong = [
        f"{name}: wanted {wanted[name]!r}, read {read[name]!r}"
        for name in wanted
        if read[name] != wanted[name]
    ]
    shown = f"{body} {read}"
    return [*wrong, *(f"“{words}” was printed" for words in document.not_text if words in shown)]


@pytest.mark.long
def test_files_and_clipboards_of_word_google_docs_and_libreoffice_keep_what_they_say(capfd):
    wrong: dict[str, list[str]] = {}
    published: list[str] = []
    for document in DOCUMENTS:
        recognition = recognise(document.manuscript(), KNOWLEDGE)
        if found := mistakes(document, recognition):
            wrong[str(document)] = found
            if not reason_for_a_draft(recognition, False, NOW):
                published.append(str(document))
    right = len(DOCUMENTS) - len(wrong)
    with capfd.disabled():  # to the terminal, from a worker of pytest-xdist too
        sys.stderr.write(
            f"\nCorpus of files: {right} of {len(DOCUMENTS)} files and clipboards keep what they say.\n"
        )
    report = "\n".join(f"{name}\n   " + "\n   ".join(found) for name, found in wrong.items())
    assert right == len(DOCUMENTS), report
    assert not published, report


def test_the_corpus_of_files_has_at_least_sixty_of_every_kind():
    assert len(DOCUMENTS) >= 60
    assert {document.says["file"] for document in DOCUMENTS if isinstance(document, MadeFile)} == {
        *FILES, *(file.name for file in MADE.iterdir() if file.suffix in (".html", ".docx")),
    }  # fmt: skip
    kinds = {
        part[0]
        for piece in PIECES
        for block in piece.blocks
        for part in block.inside
        if not isinstance(part, str)
    }
    assert kinds >= {"note", "link", "hidden", "deleted", "inserted", "comment", "field", "equation"}
