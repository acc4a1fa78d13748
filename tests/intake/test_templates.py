"""A newspaper's template or label above a headline gives headline, byline and dek; its slip is left out by name."""

import pytest

from tests.intake.harbour import BODY, read


@pytest.mark.parametrize(
    "lines",
    [
        (
            "SLUG: ferry-quay-0412",
            "HED: Why the Ferry Waits",
            "DEK: A pier is a promise.",
            "BYLINE: By Ida Quay",
            "WORDS: 750",
        ),
        ("Slug: ferry", "Headline: Why the Ferry Waits", "By Ida Quay", "Standfirst: A pier is a promise."),
        (
            "Titel: Why the Ferry Waits",
            "Vorspann: A pier is a promise.",
            "Autorenzeile: Von Ida Quay",
            "Zeichen: 4.500",
        ),
    ],
)
def test_a_newspapers_template_gives_headline_byline_and_dek_and_leaves_its_slip(lines):
    found = read(*lines, *BODY)
    assert found.headline.value == "Why the Ferry Waits"
    assert found.dek.value == "A pier is a promise."
    assert [person.value.name for person in found.people] == ["Ida Quay"]
    assert [block.text for block in found.body] == list(BODY)
    assert {part.what for part in found.left_out} == {"a newspaper's slip"}


@pytest.mark.parametrize("slug", ["ferry-quay-0412", "OPED_QUAY_0412", "20200412-ferry"])
def test_a_bare_slug_on_the_first_line_is_no_headline(slug):
    found = read(slug, "Why the Ferry Waits", "By Ida Quay", "A pier is a promise.", *BODY)
    assert found.headline.value == "Why the Ferry Waits"
    assert [part.text for part in found.left_out] == [slug]


@pytest.mark.parametrize(
    "label", ["OPINION", "Meinung", "Opinion | Guest Essay", "Tribune", "Мнение", "オピニオン"]
)
def test_a_newspapers_label_on_the_first_line_is_no_headline(label):
    found = read(label, "Why the Ferry Waits", "By Ida Quay", *BODY)
    assert found.headline.value == "Why the Ferry Waits"
    assert [part.text for part in found.left_out] == [label]
    assert any(label in warning for warning in found.warnings)


@pytest.mark.parametrize("headline", ["Opinion Polls Mislead", "A-1 Ports", "Headline: News", "Covid-19"])
def test_a_headline_may_look_like_a_label(headline):
    assert read(headline, "By Ida Quay", *BODY).headline.value == headline


HEADLINE = "Why the Ferry Waits"


@pytest.mark.parametrize(
    "lines",
    [
        ("Slug: ferry-0412", HEADLINE),
        ("Slug: ferry pier", "Words: 812", HEADLINE),
        (HEADLINE, "[SLUG]: ferry"),
        (HEADLINE, "Word count: 1,204"),
    ],
)
def test_a_slip_without_a_template_around_it_is_a_label_at_the_head_and_at_the_foot(lines):
    slip = [line for line in lines if line != HEADLINE]
    for found in (read(*lines, "By Ida Quay", *BODY), read(HEADLINE, "By Ida Quay", *BODY, *slip)):
        assert found.headline.value == HEADLINE
        assert [block.text for block in found.body] == list(BODY)
        assert found.dek is None
        assert [part.text for part in found.left_out] == slip
