"""Lists of Word files keep their levels, kinds and numbers, as Word counts them."""

import pytest

from intake.sources.from_word import read_word
from tests.intake.word_files import item, numbering, paragraph, word_file

BULLETS = ("bullet", "bullet", "bullet")
NUMBERS = ("decimal", "lowerLetter", "lowerRoman")


def blocks_of(body: str, *lists: tuple[str, ...], restarts: dict[int, int] | None = None) -> list[str]:
    manuscript = read_word(word_file(body, numbering=numbering(*lists, restarts=restarts)))
    assert not manuscript.doubts
    return [
        block.html.replace("<p>", "").replace("</p>", "").replace("\n", "") for block in manuscript.blocks
    ]


LISTS = {
    "bullets": (item("a") + item("b"), (BULLETS,), ["<ul><li>a</li><li>b</li></ul>"]),
    "levels": (
        item("a") + item("b", level=1) + item("c", level=2) + item("d"),
        (BULLETS,),
        ["<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li><li>d</li></ul>"],
    ),
    "a second level first": (
        item("a", level=1) + paragraph("between") + item("b", level=1),
        (BULLETS,),
        ["<ul><li>a</li></ul>", "between", "<ul><li>b</li></ul>"],
    ),
    "letters and Roman numbers": (
        item("a") + item("b", level=1) + item("c", level=2),
        (NUMBERS,),
        ['<ol><li>a<ol type="a"><li>b<ol type="i"><li>c</li></ol></li></ol></li></ol>'],
    ),
    "numbers that go on": (
        item("a") + paragraph("between") + item("b"),
        (NUMBERS,),
        ["<ol><li>a</li></ol>", "between", '<ol start="2"><li>b</li></ol>'],
    ),
    "another start": (item("a"), (("decimal:3",),), ['<ol start="3"><li>a</li></ol>']),
    "a list of the same kind that starts anew": (
        item("a") + item("b") + paragraph("between") + item("c", number=7),
        (NUMBERS,),
        ["<ol><li>a</li><li>b</li></ol>", "between", "<ol><li>c</li></ol>"],
    ),
    "a deeper level that starts anew": (
        item("a") + item("b", level=1) + item("c") + item("d", level=1),
        (NUMBERS,),
        ['<ol><li>a<ol type="a"><li>b</li></ol></li><li>c<ol type="a"><li>d</li></ol></li></ol>'],
    ),
    "numbers inside bullets": (
        item("a") + item("b", level=1, number=2) + item("c"),
        (BULLETS, ("decimal", "decimal")),
        ["<ul><li>a<ol><li>b</li></ol></li><li>c</li></ul>"],
    ),
    "a label of words": (item("a") + item("b"), (("decimal:1:Case %1",),), ["Case 1 a", "Case 2 b"]),
    "a list that is no list": (item("a", number=0) + item("b", number=9), (BULLETS,), ["a", "b"]),
}


@pytest.mark.long
@pytest.mark.parametrize(("body", "lists", "expected"), LISTS.values(), ids=LISTS)
def test_lists_of_word_keep_levels_kinds_and_starts(body, lists, expected):
    assert blocks_of(body, *lists, restarts={7: 1}) == expected
