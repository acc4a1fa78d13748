"""Tracked changes become proposals: all of them taken give the author's text, each alone only its own change."""

import random
from collections.abc import Iterator
from itertools import permutations
from typing import Any

import pytest

from desk.margin.passages import with_wording
from desk.margin.proposing import ProposedChange, changes_between
from desk.models import SharedComment
from prose.html.clean import clean_html
from prose.html.text import plain_text
from tests.prose.soup import random_bodies

BASE = clean_html(
    "<p>Paper <em>comes</em> in<span data-footnote>A note.</span> with the tide.</p><p>It goes out again.</p>"
    "<h2>Ink</h2><p>Nobody counts it, and nobody asks who does.</p>"
)


def taken(body: str, old: str, proposal: ProposedChange) -> str | None:
    """A body with a proposal for the old one."""
    row = SharedComment(
        part="body", block=proposal.block, quoted=proposal.quoted, wording=proposal.wording,
        spans=proposal.spans, markup=proposal.markup, is_proposal=True,
    )  # fmt: skip
    texts = [{"headline": "", "dek": "", "body": each} for each in (old, body)]
    changed = with_wording(texts[0], texts[1], row)
    return changed[1] if changed else None


@pytest.mark.parametrize(
    ("words", "quoted", "wording"),
    [
        (("tide.", "moon."), "tide.", "moon."),
        (("goes out again", "goes again"), "goes out again.", "goes again."),
        (("Nobody counts it, and", "Nobody ever counts it, and"), "Nobody counts", "Nobody ever counts"),
    ],
)
def test_a_change_of_words_quotes_so_much_that_its_place_is_clear(
    words: tuple[str, str], quoted: str, wording: str
) -> None:
    (found,) = changes_between(BASE, BASE.replace(*words))
    assert found.spans is None
    assert (found.quoted, found.wording) == (quoted, wording)


def test_what_words_cannot_say_is_for_whole_paragraphs() -> None:
    for new in (
        BASE.replace("A note.", "Another note."),
        BASE.replace("<h2>Ink</h2>", ""),
        BASE.replace("<h2>Ink</h2>", "<h2>Ink</h2><p>New.</p>"),
        BASE.replace("<p>It", "<p>New at once.</p><p>It"),
        f"<p>At the head.</p>{BASE}",
        BASE.replace("counts it, and", "counts it.</p><p>And"),
        BASE.replace("</p><p>It", " It"),
    ):
        found = changes_between(BASE, clean_html(new))
        assert found
        assert any(each.spans is not None for each in found)
        body: str | None = BASE
        for each in found:
            body = taken(body or "", BASE, each)
        assert body == clean_html(new)


def test_proposals_may_be_taken_in_any_order_and_some_of_them_left() -> None:
    new = BASE.replace("tide", "moon").replace("Nobody", "Somebody").replace("who does", "who did")
    found = changes_between(BASE, new)
    assert len(found) == 3
    for order in permutations(found):
        body: str | None = BASE
        for each in order:
            body = taken(body or "", BASE, each)
        assert body == new
    alone = taken(BASE, BASE, found[1])
    assert alone == BASE.replace("Nobody", "Somebody")


def test_all_proposals_together_are_the_authors_text_whatever_it_is() -> None:
    numbers = random.Random(7)
    bodies = random_bodies(17, 40)
    for old in map(clean_html, bodies):
        new = clean_html(
            numbers.choice(
                [old.replace("a", "e"), old.replace("<p>", "<p>One more. ", 1), old + "<p>End.</p>"]
            )
        )
        body: str | None = old
        for each in changes_between(old, new):
            body = taken(body or "", old, each)
            assert body is not None, (old, new, each)
        assert plain_text(body or "", notes=True) == plain_text(new, notes=True)


FOUR = (7, 135, 153, 213)
"""Seeds of texts in which new paragraphs once came behind the wrong one."""


@pytest.mark.parametrize("seeds", [FOUR, range(60)], ids=["once wrong", "others"])
def test_in_whichever_order_they_are_taken_paragraphs_stand_where_the_author_put_them(seeds: Any) -> None:
    for seed in seeds:
        numbers = random.Random(seed)
        blocks = [_paragraph(numbers) for _ in range(numbers.randint(2, 6))]
        old, new = "".join(blocks), "".join(_rewritten(blocks, numbers))
        found = changes_between(old, new)
        for _ in range(2):
            order = [*found]
            numbers.shuffle(order)
            body: str | None = old
            for each in order:
                body = taken(body, old, each) if body is not None else None
            assert body in (new, None), (seed, order)  # None: the page says that the passage is gone


_WORDS = "tide moon quay ship rope gull mole pier dues paper ink rain wind salt sand fog bell lamp crane hull".split()


def _paragraph(numbers: random.Random) -> str:
    words = [numbers.choice(_WORDS) for _ in range(numbers.randint(3, 8))]
    return f"<p>{' '.join(words).capitalize()}.</p>"


def _rewritten(blocks: list[str], numbers: random.Random) -> Iterator[str]:
    """The paragraphs with some added, removed and changed."""
    for block in blocks:
        fate = numbers.random()
        if numbers.random() < 0.25:
            yield _paragraph(numbers)
        if fate < 0.15:
            continue
        words = block.removeprefix("<p>").removesuffix(".</p>").split()
        if fate < 0.35:
            words[numbers.randrange(len(words))] = f"new{numbers.randint(0, 99)}"
        yield f"<p>{' '.join(words)}.</p>"
    if numbers.random() < 0.25:
        yield _paragraph(numbers)
