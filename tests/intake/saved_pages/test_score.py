"""The corpus of saved pages: headline, author, day, text, note and link of a hundred pages. Prints its score."""

import re
import sys
from dataclasses import replace

import pytest

from intake.knowledge import KnownInstitution
from intake.recognition.recognise import recognise
from intake.sources.from_html import read_html
from tests.intake.harbour import KNOWLEDGE
from tests.intake.saved_pages.layouts import LAYOUTS, Layout
from tests.intake.saved_pages.parts import SITE
from tests.intake.saved_pages.pieces import PIECES, Piece

pytestmark = pytest.mark.long

_LINK = re.compile(r'<a href="([^"]*)"')
_NOTE = re.compile(r"<span data-footnote(?:=\"\")?>(.*?)</span>")
OUR_OLD_SITE = KnownInstitution(key=3, code="shore", names=(SITE,), is_home=True)
DESK = replace(KNOWLEDGE, institutions=(*KNOWLEDGE.institutions, OUR_OLD_SITE))
PAGES = [(layout, piece) for layout in LAYOUTS for piece in PIECES]


def mistakes_on(layout: Layout, piece: Piece) -> tuple[list[str], bool]:
    """What was read otherwise than it is, and True if the piece would be published by itself."""
    found = recognise(read_html(layout.wrap(piece)), DESK)
    html = "".join(block.html for block in found.body)
    read = {
        "headline": found.headline and found.headline.value,
        "authors": {person.value.name for person in found.people if person.value.role == "author"},
        "day": found.day,
        "text": [block.text for block in found.body],
        "links": [link.replace("&amp;", "&") for link in _LINK.findall(html)],
        "notes": _NOTE.findall(html),
        "language": found.language and found.language.value,
        "dek": found.dek and found.dek.value,
    }
    wanted = {
        "headline": piece.headline,
        "authors": set(piece.authors),
        "day": piece.day,
        "text": piece.texts(),
        "links": [piece.link],
        "notes": [piece.note] if layout.has_note else [],
        "language": piece.language,
        "dek": piece.dek if layout.has_dek else None,
    }
    wrong = [
        f"{name}: {read[name]} instead of {wanted[name]}" for name in wanted if read[name] != wanted[name]
    ]
    return wrong, not found.doubts


def test_saved_pages_keep_headline_author_day_text_notes_and_links_in_ninety_five_of_a_hundred(capfd):
    results = {(layout.name, piece.language): mistakes_on(layout, piece) for layout, piece in PAGES}
    wrong = {name: mistakes for name, (mistakes, _) in results.items() if mistakes}
    unasked = [name for name, (mistakes, is_published) in results.items() if mistakes and is_published]
    sure = sum(is_published for mistakes, is_published in results.values() if not mistakes)
    with capfd.disabled():
        sys.stderr.write(
            f"\nCorpus of saved pages: {len(PAGES) - len(wrong)} of {len(PAGES)} read as they must be, {sure} "
            f"of them without a "
            f"question; {len(LAYOUTS)} layouts, {len(PIECES)} languages; {len(unasked)} wrong ones without a "
            f"question.\n"
        )
    assert len(wrong) <= 0.05 * len(PAGES), "\n".join(
        f"{name}: {mistakes}" for name, mistakes in wrong.items()
    )
    assert unasked == [], wrong


def test_the_corpus_of_saved_pages_is_large_enough():
    assert len(PAGES) >= 60
    assert len(LAYOUTS) >= 20
    assert {piece.language for piece in PIECES} >= {"de", "fr", "ja", "ar"}


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_what_a_saved_page_leaves_out_is_listed_with_its_words(layout):
    page = layout.wrap(PIECES[0])
    found = recognise(read_html(page), DESK)
    listed = " ".join(part.text for part in found.left_out)
    for words in (
        "Ten ferries you must see",
        "312 partners",
        "Grumpy Gull",
        "Buy a boat",
        "morning tide",
        "Imprint",
    ):
        if words in page:
            assert words in listed
