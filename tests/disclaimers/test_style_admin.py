"""The page of a house style: one line for each position, the usual words in grey, own words kept as rows."""

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html

from disclaimers.models import HouseStyle, Phrase
from disclaimers.positions import POSITIONS
from tests.desk.pages import fields_of, text_of
from tests.factories import HouseStyleFactory

pytestmark = pytest.mark.long

ADD = "admin:disclaimers_housestyle_add"


@pytest.fixture
def paul(publisher):
    client = Client()
    client.force_login(publisher)
    return client


@pytest.fixture
def style(desk):
    return HouseStyle.objects.get()


def address(style):
    return reverse("admin:disclaimers_housestyle_change", args=[style.pk])


def saved(paul, style, **typed):
    page = paul.get(address(style))
    return paul.post(address(style), fields_of(page, "housestyle_form") | typed)


def said(style):
    return dict(style.phrases.values_list("position", "text"))


def line(response, name):
    """The row of the form that a position has."""
    (row,) = parsed(response).xpath(f"//div[contains(concat(@class, ' '), 'field-{name} ')]")
    return row


def parsed(response):
    return html.fromstring(response.content.decode())


def test_every_position_has_one_line_in_its_group_with_its_slots(paul, style):
    page = parsed(paul.get(address(style)))
    for position in POSITIONS.values():
        (field,) = page.xpath(f"//input[@name='{position.name}']")
        group = field.xpath("ancestor::fieldset//*[contains(@class, 'fieldset-heading')]")
        assert [heading.text_content().strip() for heading in group] == [position.group]
        words = field.xpath("ancestor::div[contains(@class, 'form-row')]")[0].text_content()
        assert all(f"{{{slot}}}" in words for slot in position.slots)


@pytest.mark.parametrize(("language", "usual"), [("en", "Edited by {names}"), ("de", "Redaktion: {names}")])
def test_the_usual_words_of_the_styles_language_stand_in_grey(language, usual, paul, style):
    style = style if language == "en" else HouseStyleFactory(language=language)
    (field,) = line(paul.get(address(style)), "editor_line").xpath(".//input")
    assert (field.get("placeholder"), field.get("value")) == (usual, None)
    (silent,) = line(paul.get(address(style)), "listing").xpath(".//input")
    assert silent.get("placeholder") == "not printed"


def test_a_line_shows_what_it_prints_now_and_its_words_are_no_markup(paul, style):
    style.phrases.create(position="editor_line", text="<b>Read by</b> {names}")
    row = line(paul.get(address(style)), "editor_line")
    assert "Prints: <b>Read by</b> Ida Quay, Bo Pier and Ana Mole" in row.text_content()
    assert not row.xpath(".//b")


def test_own_words_are_kept_as_rows_and_an_emptied_line_goes_back_to_the_usual_ones(paul, style):
    before = said(style)
    saved(paul, style, editor_line="Read by {names}", source_line="", bio_line="-")
    expected = {name: text for name, text in before.items() if name != "source_line"}
    assert said(style) == expected | {"editor_line": "Read by {names}", "bio_line": "-"}
    ids = set(Phrase.objects.values_list("id", flat=True))
    saved(paul, style)
    assert set(Phrase.objects.values_list("id", flat=True)) == ids


def test_a_new_style_is_added_with_its_words_in_one_step(paul, desk):
    typed = {"institution": desk.pk, "language": "fr", "byline": "Signé {names}", "attribution_at": "both"}
    paul.post(reverse(ADD), fields_of(paul.get(reverse(ADD)), "housestyle_form") | typed)
    style = HouseStyle.objects.get(language="fr")
    assert (style.attribution_at, said(style)) == ("both", {"byline": "Signé {names}"})


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("dateline", "On {day}", "“{day}” is not known here. What may stand in braces: {date}."),
        ("source_line", "[{outlet}]: ", "this would print “:” with nothing after it"),
        ("attribution_noun", "-", "so “-” cannot stand here"),
        ("correction_line", "Corrected on {date}", "so it must hold {text}"),
        ("byline", "x" * 301, "at most 300 characters"),
    ],
)
def test_what_cannot_be_printed_is_a_sentence_at_its_line_and_nothing_is_lost(
    name, text, sentence, paul, style
):
    before = said(style)
    response = saved(paul, style, editor_line="Read by {names}", **{name: text})
    (field,) = line(response, name).xpath(".//input")
    assert sentence in line(response, name).text_content()
    assert field.get("value") == text
    assert line(response, "editor_line").xpath(".//input")[0].get("value") == "Read by {names}"
    assert said(style) == before


def test_groups_stand_open_where_the_house_says_something_of_its_own_or_something_is_wrong(paul, style):
    def closed(response):
        headings = parsed(response).xpath("//details/summary/h2")
        return {heading.text_content().strip() for heading in headings} - {"When the words change"}

    every = {position.group for position in POSITIONS.values()}
    own = {POSITIONS[name].group for name in said(style)}
    assert closed(paul.get(address(style))) == every - own
    assert closed(saved(paul, style, funding_line="{weather}")) == every - own - {"Disclosures"}
    assert closed(paul.get(reverse(ADD))) == every - {"People"}


def test_the_meaning_of_a_dash_and_an_empty_line_is_explained_once(paul, style):
    words = text_of(paul.get(address(style)))
    assert words.count("prints nothing at all") == 1


def test_the_list_names_positions_with_own_words(paul, style):
    HouseStyleFactory(language="ko")
    page = text_of(paul.get(reverse("admin:disclaimers_housestyle_changelist")))
    assert "none: the usual words" in page
    assert "and 2 more" in page


def test_the_page_speaks_english_whatever_language_it_is_about(paul, desk):
    style = HouseStyleFactory(language="ar", institution=desk)
    assert "Between the last two names" in text_of(paul.get(address(style)))
