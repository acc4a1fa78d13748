"""No word is lost in a comparison: without what was removed it is the new text, without what was added the old one."""

import random
import re
import time

import pytest

from prose.html.clean import clean_html
from prose.html.comparison import compared_bodies
from tests.prose.soup import PICTURE


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("<pre><code>pay 10</code></pre>", "<pre><code>pay 20</code></pre>", "pay <del>10</del><ins>20</ins></code>"),
        ("<p>a</p><hr><p>b</p>", "<p>a</p><p>b</p>", "<hr><p><del>(dividing line) </del></p>"),
        ("<p>a</p><p>b</p>", "<p>a</p><hr><p>b</p>", "<hr><p><ins>(dividing line) </ins></p>"),
        ("<p>old words</p><hr>", "<p>new thing</p><p>another one</p>", "<ins>new thing</ins>"),
    ],
)  # fmt: skip
def test_breaks_and_code_are_marked(old: str, new: str, shown: str) -> None:
    assert shown in compared_bodies(old, new)


def test_a_text_whose_notes_are_all_new_is_compared_soon() -> None:
    note = '<p>x<span data-footnote="">{}</span></p>'
    old, new = (
        "".join(note.format(" ".join(f"{side}{n * k}" for k in range(7))) for n in range(90)) for side in "ab"
    )
    begun = time.process_time()
    compared_bodies(old, new)
    assert time.process_time() - begun < 1


def test_every_word_of_both_versions_stands_in_their_comparison_in_order() -> None:
    draw, shortened, seen = random.Random(11), 0, 0
    for _ in range(250):
        body = "".join(_block(draw) for _ in range(draw.randint(1, 4)))
        old, new = clean_html(body), clean_html(_changed(draw, body))
        compared = re.sub(
            r'<span class="compared-moved">[^<]*</span>', " ", shown := compared_bodies(old, new)
        )
        if "are left out" in compared:
            shortened += 1
            continue
        for version, others in ((old, "ins"), (new, "del")):
            kept, expected = _words(_without(others, compared)), _words(version)
            seen += len(expected)
            assert sorted(kept) == sorted(expected), (old, new, shown)
            assert kept == expected or shown != compared, (
                old,
                new,
                shown,
            )  # a moved block stands in its new place
    assert shortened < 50
    assert seen > 3000


def _block(draw: random.Random, depth: int = 0) -> str:
    kinds = ["p", "p", "p", "hr", "pre", "ul", "blockquote", "h3", "figure", *["table"] * (2 - depth)]
    match kind := draw.choice(kinds):
        case "hr":
            return "<hr>"
        case "pre":
            return f"<pre><code>{_some(draw)}\n{_some(draw)}</code></pre>"
        case "ul":
            return f"<ul><li>{_block(draw, 2)}</li><li><p>{_some(draw)}</p></li></ul>"
        case "blockquote":
            return f"<blockquote>{_block(draw, 2)}</blockquote>"
        case "figure":
            return f'<figure data-picture="{PICTURE}"><img alt="quay"><figcaption>{_some(draw)}</figcaption></figure>'
        case "table":
            rows = (
                "".join(_cell(draw, depth + 1) for _ in range(draw.randint(1, 3)))
                for _ in range(draw.randint(1, 3))
            )
            return f"<table><caption>{_some(draw)}</caption><tbody><tr>{'</tr><tr>'.join(rows)}</tr></tbody></table>"
        case _:
            return f"<{kind}>{_inline(draw)}</{kind}>"


def _cell(draw: random.Random, depth: int) -> str:
    inner = "".join(_block(draw, depth) for _ in range(draw.choice([0, 1, 1, 2])))
    return f"<td>{inner}</td>".replace("<td>", draw.choice(["<td>", "<td>", '<td colspan="2">']), 1)


def _inline(draw: random.Random) -> str:
    return _some(draw) + draw.choice(
        [
            "",
            "",
            f" <strong>{_some(draw)}</strong>",
            f'<span data-footnote="">{_some(draw)}</span>',
            f"<br>{_some(draw)}",
        ]
    )


def _some(draw: random.Random) -> str:
    return " ".join(f"w{draw.randint(1, 40)}" for _ in range(draw.randint(0, 4)))


def _changed(draw: random.Random, html: str) -> str:
    """The body with some words changed, and now and then a row, a cell, a block or a break taken out or doubled."""
    html = re.sub(r"w\d+", lambda word: draw.choice([word[0]] * 8 + ["w41", f"w{draw.randint(1, 40)}"]), html)
    for pattern in (r"<tr>.*?</tr>", r"<td>.*?</td>", r"<p>.*?</p>", r"<hr>"):
        if draw.random() < 0.4 and (places := list(re.finditer(pattern, html))):
            place = draw.choice(places)
            html = html[: place.start()] + place[0] * draw.choice([0, 0, 2]) + html[place.end() :]
    return html


def _without(name: str, html: str) -> str:
    """The HTML without such elements; in brackets of a note they may stand in one another."""
    innermost = re.compile(rf"<{name}>(?:(?!</?{name}>).)*</{name}>", re.DOTALL)
    while innermost.search(html):
        html = innermost.sub(" ", html)
    return html


def _words(html: str) -> list[str]:
    return re.findall(r"w\d+", re.sub(r"<[^>]*>", " ", html))
