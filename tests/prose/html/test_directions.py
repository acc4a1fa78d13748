"""A paragraph of another script prints in its own direction."""

import pytest

from prose.html.clean import clean_html
from prose.html.directions import with_directions
from prose.html.endnotes import print_body
from tests.prose.soup import PICTURE, random_bodies

ARABIC = "مرحبا بكم في الميناء"


@pytest.mark.parametrize(
    ("base", "html", "printed"),
    [
        ("ltr", f"<p>Words.</p><p>{ARABIC}</p>", f'<p>Words.</p><p dir="rtl">{ARABIC}</p>'),
        ("rtl", f"<p>{ARABIC}</p><p>Words.</p>", f'<p>{ARABIC}</p><p dir="ltr">Words.</p>'),
        ("rtl", f"<p>NATO {ARABIC}</p>", f"<p>NATO {ARABIC}</p>"),
        ("ltr", "<p>The word مرحبا is a greeting.</p>", "<p>The word مرحبا is a greeting.</p>"),
        ("rtl", "<p>https://example.org/a/long/address</p>", "<p>https://example.org/a/long/address</p>"),
        ("rtl", "<p>2025–2026</p>", "<p>2025–2026</p>"),
        (
            "ltr",
            f"<ul><li><p>{ARABIC}</p></li><li><p>{ARABIC}</p></li></ul>",
            f'<ul dir="rtl"><li><p>{ARABIC}</p></li><li><p>{ARABIC}</p></li></ul>',
        ),
        (
            "ltr",
            f"<ul><li><p>Words</p></li><li><p>{ARABIC}</p></li></ul>",
            f'<ul><li><p>Words</p></li><li dir="rtl"><p>{ARABIC}</p></li></ul>',
        ),
        (
            "ltr",
            f'<p><a id="ref-1" class="x">a</a>&nbsp;b<br>c</p><p>{ARABIC}</p>',
            f'<p><a id="ref-1" class="x">a</a>&nbsp;b<br>c</p><p dir="rtl">{ARABIC}</p>',
        ),
        (
            "ltr",
            f'<figure data-picture="{PICTURE}"><img alt=""><figcaption>{ARABIC}</figcaption></figure>',
            f'<figure data-picture="{PICTURE}"><img alt=""><figcaption dir="rtl">{ARABIC}</figcaption></figure>',
        ),
        ("ltr", "", ""),
    ],
)
def test_most_letters_of_a_block_decide_its_direction(base, html, printed):
    assert with_directions(html, base) == printed


def test_nothing_but_directions_is_added_to_any_printed_body():
    for body in random_bodies(seed=11, count=200):
        printed = print_body(body).body
        for base in ("ltr", "rtl"):
            marked = with_directions(printed, base)
            assert marked.replace(' dir="ltr"', "").replace(' dir="rtl"', "") == printed
            assert clean_html(marked) == clean_html(printed)
