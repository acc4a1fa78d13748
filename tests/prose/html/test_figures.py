"""Figures of a body: at its top level only, and known again wherever bodies are read, compared, merged and drawn."""

from dataclasses import replace

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given

from prose.forms.body import BodyFormField
from prose.html.clean import clean_html
from prose.html.compared.figures import with_figures_in_words
from prose.html.comparison import compared_bodies
from prose.html.directions import with_directions
from prose.html.endnotes import print_body
from prose.html.excerpt import excerpt
from prose.html.figures import Figure, figures_in, with_figures
from prose.html.merge import merge_bodies
from prose.html.text import plain_text, word_count
from prose.html.tree import parse
from tests.prose.soup import PICTURE, SOUP, random_bodies

START = f'<figure data-picture="{PICTURE}">'
QUAY = Figure(PICTURE, "wide", "16:9", "A quay", "The quay at <em>night</em>")
BODY = f"<p>Two words.</p>{QUAY.html}<p>After.</p>"


@pytest.mark.parametrize(
    ("html", "cleaned"),
    [
        (
            f"<ul><li>a{START}b</figure>c</ul>d",
            f"<ul><li><p>ac</p></li></ul>{START}<img></figure><p>b</p><p>d</p>",
        ),
        (
            f"<table><tr><td>a{START}</figure>{START}<img alt></figure></table>",
            f"<table><tbody><tr><td><p>a</p></td></tr></tbody></table>{START}<img></figure>"
            f'{START}<img alt=""></figure>',
        ),
        (
            f"<blockquote><ul><li>a{START}<figcaption>b</blockquote>",
            f"<blockquote><ul><li><p>a</p></li></ul></blockquote>{START}<img><figcaption>b</figcaption></figure>",
        ),
        (
            f"{START}{START}<img alt=in></figure></figure>",
            f'{START}<img></figure>{START}<img alt="in"></figure>',
        ),
        (f"<div><h2>a{START}</figure>b</h2></div>", f"<h2>a</h2>{START}<img></figure><h2>b</h2>"),
        (
            "<figure data-picture=7><img alt=a><figcaption>b<p>c</figcaption>d</figure>",
            "<p>b</p><p>c</p><p>d</p>",
        ),
        ('<p>a<img src="https://example.org/1.jpg" alt="b">c</p>', "<p>ac</p>"),
        (
            f'{START[:-1]} class="small" data-crop="4:3"><img alt="  "><img alt="b"></figure>',
            f"{START}<img></figure>",
        ),
        (
            f"{START}<figcaption><p>a<p>b<ul><li>c</ul></figcaption><figcaption>d</figure>",
            f"{START}<img><figcaption>a<br>b<br>c</figcaption></figure><p>d</p>",
        ),
        (
            f"{START}<figcaption>a<span data-footnote> note</span></figcaption></figure>",
            f"{START}<img><figcaption>a note</figcaption></figure>",
        ),
    ],
)
def test_a_figure_stands_at_the_top_level_alone_with_one_caption_of_one_line(html, cleaned):
    assert clean_html(html) == cleaned


@given(SOUP)
def test_every_figure_of_a_body_is_listed_and_drawn(html):
    body = clean_html(html)
    nodes = [node for node in parse(body) if node.tag == "figure"]
    assert len(nodes) == body.count("<figure") == body.count("<img") == len(figures_in(body))
    assert with_figures(body, lambda figure: figure.html) == body
    assert "<img" not in with_figures(body, lambda figure: "")


def test_the_print_of_a_body_has_the_figures_of_the_body():
    for body in random_bodies(seed=5, count=100):
        printed = with_directions(print_body(body).body, "rtl")
        drawn = [replace(figure, caption_direction="") for figure in figures_in(printed)]
        assert drawn == figures_in(body)
        assert with_figures(printed, lambda figure: figure.html) == printed


def test_a_caption_is_searched_but_is_no_word_of_the_piece():
    assert plain_text(BODY) == "Two words.\n\nThe quay at night\n\nAfter."
    assert word_count(BODY) == 3


def test_a_figure_goes_with_the_words_before_it_and_its_caption_counts():
    assert figures_in(excerpt(BODY, 2)) == []
    assert excerpt(BODY, 5) == "<p>Two words.</p><p>After.</p>"
    assert excerpt(BODY, 6) == f"<p>Two words.</p>{QUAY.html}"


@pytest.mark.parametrize(
    "part", [{"width": "full"}, {"crop": ""}, {"alt": None}, {"alt": ""}, {"uuid": PICTURE.replace("0", "1")}]
)
def test_a_comparison_shows_what_changed_of_a_picture_and_a_merge_takes_it_beside_its_caption(part):
    mine = BODY.replace(QUAY.html, replace(QUAY, **part).html)
    compared = compared_bodies(BODY, mine)
    assert "<ins>" in compared
    assert "Picture" in compared
    merged = merge_bodies(BODY, mine, BODY.replace("night", "dusk"))
    assert (merged.text, merged.conflicts) == (mine.replace("night", "dusk"), ())


def test_an_earlier_text_has_its_pictures_in_words():
    assert with_figures_in_words(BODY) == (
        f'<p>Two words.</p><p class="compared-figure"><span data-picture="{PICTURE}">Picture</span>: '
        "The quay at <em>night</em> [text alternative: A quay; wide; 16:9]</p><p>After.</p>"
    )


def test_a_text_alternative_that_is_too_long_is_refused_by_its_size():
    figure = '<figure data-picture="{}"><img alt="{}"></figure>'
    with pytest.raises(ValidationError, match="has 1,000 characters at most, this one has 20,000"):
        BodyFormField().clean(figure.format(PICTURE, "x" * 20_000))
    assert BodyFormField().clean(figure.format(PICTURE, "x" * 1_000))
