"""Whose words a piece is printed in: the nearest house's in its language, else the language's usual ones."""

import pytest

from articles.models import Edition
from articles.press.names import Style
from articles.press.pinned.names import pinned_style
from desk.setup_file.entries import DeskFileError
from desk.setup_file.loading import load_desk_file
from disclaimers.models import HouseStyle, Phrase
from disclaimers.phrases import usual_phrases
from reading.site import load_site
from tests.factories import (
    AppearanceFactory,
    ArticleFactory,
    HouseStyleFactory,
    InstitutionFactory,
    published,
    say,
)

pytestmark = pytest.mark.django_db


def style_of(edition):
    return edition.printed["records"]["style"]


def piece(language, institution):
    return ArticleFactory(language=language, institution=institution)


def test_a_piece_is_printed_in_its_houses_words_and_the_edition_says_whose(desk, now):
    style = style_of(published(at=now))
    assert style["of"] == f"{desk.name}, English"
    assert style["templates"]["source_line"] == "Source: {outlet}"
    assert style["templates"]["or_word"] == "or"


@pytest.mark.parametrize("language", ["fr", "de", "ru", "ar", "ko"])
def test_without_a_style_in_its_language_a_piece_speaks_its_languages_usual_words(language, desk, now):
    style = style_of(published(piece(language, desk), at=now))
    assert style["of"].startswith("the usual words, ")
    assert style["templates"] == dict(usual_phrases(language))
    assert style["outlet_article"] == "as-styled"


def test_a_language_without_words_takes_the_house_style_of_the_houses_usual_language(desk, now):
    style = style_of(published(piece("pl", desk), at=now))
    assert (style["of"], style["templates"]["source_line"]) == (f"{desk.name}, English", "Source: {outlet}")


def test_a_language_and_a_house_without_words_speak_english(desk, now):
    HouseStyle.objects.all().delete()
    style = style_of(published(piece("pl", desk), at=now))
    assert (style["of"], style["outlet_article"]) == ("the usual words, English", "lower-case")
    assert style["templates"] == dict(usual_phrases("en"))


def test_a_regional_form_takes_its_own_style_first_and_then_its_languages(desk, now):
    british = HouseStyleFactory(institution=desk, language="en-GB", source_line="From {outlet}")
    assert style_of(published(piece("en-GB", desk), at=now))["of"] == f"{desk.name}, English (British)"
    british.delete()
    assert style_of(published(piece("en-GB", desk), at=now))["of"] == f"{desk.name}, English"


def test_a_centres_own_style_stands_before_its_parents(desk, now):
    centre = InstitutionFactory(parent=desk, name="Harbour Centre")
    assert style_of(published(piece("en", centre), at=now))["of"] == f"{desk.name}, English"
    HouseStyleFactory(institution=centre, attribution_at="both", italicises_outlets=True)
    style = style_of(published(piece("en", centre), at=now))
    assert (style["of"], style["attribution_at"]) == ("Harbour Centre, English", "both")
    assert style["italicises_outlets"] is True


@pytest.mark.parametrize(
    ("language", "chosen", "kept"),
    [
        ("en", "", "lower-case"),
        ("de", "", "as-styled"),
        ("fr", "lower-case", "lower-case"),
        ("en", "as-styled", "as-styled"),
    ],
)
def test_an_outlets_article_follows_the_language_until_the_house_chooses(language, chosen, kept, desk, now):
    centre = InstitutionFactory(parent=desk)
    HouseStyleFactory(institution=centre, language=language, outlet_article=chosen)
    assert style_of(published(piece(language, centre), at=now))["outlet_article"] == kept


def test_changing_a_houses_words_changes_no_later_edition_of_a_printed_piece(desk, now):
    article = ArticleFactory()
    published(article, at=now)
    say("Origin: {outlet}", at="source_line")
    article.headline = "Another"
    article.save()
    assert style_of(published(article, at=now))["templates"]["source_line"] == "Source: {outlet}"
    assert style_of(published(at=now))["templates"]["source_line"] == "Origin: {outlet}"


def test_a_style_frozen_today_is_read_back_as_it_is():
    today = Style(templates=dict(usual_phrases("en")), of="Harbour, English")
    frozen = Style(templates=dict(usual_phrases("de")), outlet_article="as-styled", of="Harbour, German")
    assert pinned_style(today, vars(frozen), "de") == frozen


def test_a_position_added_after_a_style_was_frozen_prints_in_todays_words():
    today = Style(templates={"kicker": "{kind}", "place": "{outlet}"})
    assert pinned_style(today, vars(Style(templates={"kicker": "{series}"})), "en").templates == {
        "kicker": "{series}",
        "place": "{outlet}",
    }


@pytest.mark.parametrize(
    ("language", "has_style", "warned"), [("pl", False, True), ("pl", True, False), ("fr", False, False)]
)
def test_the_checklist_warns_only_where_joining_words_print_in_another_language(
    language, has_style, warned, desk, now
):
    if has_style:
        HouseStyleFactory(institution=desk, language=language)
    article = AppearanceFactory(article__language=language).article
    published(article, at=now)
    recorded = Edition.objects.get().entry.checklist
    assert any(row["code"] == "no_house_style" for row in recorded) == warned


def test_the_channels_copyright_line_is_the_houses_own_or_none(desk, now, django_assert_num_queries):
    with django_assert_num_queries(1):
        here = load_site(now)
    assert (here.copyright_format.text, here.reservation.text) == (
        "© {year} {holder}. {reservation}",
        "All rights reserved.",
    )
    say("-", at="copyright_format")
    Phrase.objects.filter(position="reservation").delete()
    assert not load_site(now).copyright_format
    assert not load_site(now).reservation


FILE = """
[[institution]]
code = "mill"
name = "Mill Pond Institute"
dateline = "On {date}"
attribution_at = "head"

[[institution.style]]
language = "de"
byline = "Text: {names}"
italicises_outlets = true
"""


def words():
    return {(row.style.language, row.position): row.text for row in Phrase.objects.all()}


def test_a_desk_file_says_options_and_phrases_alike_and_twice_is_once():
    load_desk_file(FILE)
    assert words() == {("en", "dateline"): "On {date}", ("de", "byline"): "Text: {names}"}
    assert HouseStyle.objects.get(language="en").attribution_at == "head"
    assert HouseStyle.objects.get(language="de").italicises_outlets is True
    again = load_desk_file(FILE)
    assert not again.created
    assert not again.changed


def test_a_desk_file_changes_a_phrase_and_an_empty_one_goes_back_to_the_usual_words():
    load_desk_file(FILE)
    tally = load_desk_file(FILE.replace("On {date}", "{date}, by us").replace("Text: {names}", ""))
    assert words() == {("en", "dateline"): "{date}, by us"}
    assert tally.changed["institution.phrase"] == 2


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ('dateline = "On {day}"', "“{day}” is not known here"),
        ('source_line = "Source: [{outlet}]"', "with nothing after it"),
        ('attribution_at = "left"', "known are head, foot, both"),
        ('attributoin = "It ran there."', "attribution"),
    ],
)
def test_a_phrase_that_cannot_be_is_named_by_its_line_and_nothing_is_loaded(line, sentence):
    with pytest.raises(DeskFileError) as caught:
        load_desk_file(f'[[institution]]\ncode = "mill"\nname = "Mill"\n{line}\n')
    (problem,) = caught.value.problems
    assert (problem.line, sentence in problem.sentence) == (4, True)
    assert not HouseStyle.objects.exists()
