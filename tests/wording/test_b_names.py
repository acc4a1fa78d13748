"""Table B: how an outlet is named, set, placed and dated."""

import datetime as dt

import pytest

from outlets.models import Outlet, OutletAlias
from prose import printed_line
from tests.factories import AppearanceFactory, say
from tests.wording.page import (
    FOREIGN_TIDES,
    LANTERN,
    SALT_LINE,
    SKERROW,
    ZEITLUPE,
    content_of,
    printed,
    ran,
)


def test_b01_no_article_in_labels(read):
    """A label names the outlet without its article."""
    seen = read(ran(LANTERN))
    seen.says("source", "Source: Lantern")
    assert printed(seen.edition, "dates")[1] == "published by Lantern on June 11, 2020"
    seen.shows("published by Lantern on June 11, 2020")


def test_b02_a_small_article_in_a_sentence(read):
    """A sentence gives the outlet its article, in small letters."""
    seen = read(ran(LANTERN))
    seen.says("attributions", "This article was originally published in the Lantern.")
    seen.hides("in Lantern", "The Lantern")


def test_b03_the_outlets_own_capital_is_kept(read):
    """A house may keep the capital; an article that is part of the name, or foreign, keeps it in every house."""
    seen = read(ran(SKERROW))
    seen.says("attributions", "This article was originally published in The Skerrow Review.")
    seen.says("source", "Source: The Skerrow Review")
    read(ran(ZEITLUPE)).says("attributions", "This article was originally published in Die Zeitlupe.")
    article = ran(LANTERN)
    article.institution.house_styles.update(outlet_article="as-styled")
    read(article).says("attributions", "This article was originally published in The Lantern.")


def test_b04_one_outlet_one_rule(read):
    """An outlet known by several names is one record, and every position of every piece follows its one rule."""
    say("{outlet}", at="listing")
    say("{outlet}", at="card")
    first = ran(LANTERN)
    lantern = first.appearances.get().outlet
    OutletAlias.objects.create(outlet=lantern, name="Lantern Daily")
    assert {Outlet.objects.with_name(name).get() for name in ("lantern", "the lantern", "Lantern Daily")} == {
        lantern
    }
    for article in (first, AppearanceFactory(outlet=lantern).article):
        seen = read(article)
        seen.says("attributions", "This article was originally published in the Lantern.")
        seen.says("source", "Source: Lantern")
        assert printed(seen.edition, "outlet_line") == printed(seen.edition, "card") == ["Lantern"]


def test_b05_no_article_is_added_where_the_outlet_has_none(read):
    """The article is a fact of the outlet: without one it gets none, not even as a sentence's first word."""
    say("{outlet} ran this {noun}[ on {date}].", at="attribution")
    seen = read(ran(FOREIGN_TIDES))
    seen.says("attributions", "Foreign Tides ran this article on June 11, 2020.")
    seen.hides("the Foreign", "The Foreign")
    read(ran(LANTERN)).says("attributions", "The Lantern ran this article on June 11, 2020.")


def test_b06_an_outlet_without_an_article(read):
    """A name without an article stands bare in a sentence, as in a label."""
    seen = read(ran(FOREIGN_TIDES))
    seen.says("attributions", "This article was originally published in Foreign Tides.")
    seen.says("source", "Source: Foreign Tides")


def test_b07_words_that_say_what_it_is(read):
    """A noun may stand before the name; an article that is no part of the name is then the noun's."""
    described = {"outlet__descriptor": "the island daily"}
    seen = read(ran(LANTERN, **described))
    seen.says("attributions", "This article was originally published in the island daily Lantern.")
    seen.says("source", "Source: Lantern")
    read(ran(SKERROW, outlet__descriptor="the quarterly")).says(
        "attributions", "This article was originally published in the quarterly The Skerrow Review."
    )


def test_b08_the_name_is_glossed(read):
    """A name in another language is followed by what it means; its own script is kept for finding it."""
    ushio = {"name": "Ushio Shimbun", "article": "", "article_rule": "none"}
    seen = read(ran(ushio, outlet__native_name="潮新聞", outlet__gloss="Tide News"))
    seen.says("attributions", "This article was originally published in Ushio Shimbun (Tide News).")
    seen.says("source", "Source: Ushio Shimbun")
    assert Outlet.objects.with_name("潮新聞").get().name == "Ushio Shimbun"


def test_b09_the_name_alone_is_italic_and_linked(read):
    """Link and italics wrap the outlet's name, not its article and not the sentence."""
    article = ran(LANTERN, outlet__is_italic=True)
    article.institution.house_styles.update(italicises_outlets=True)
    seen = read(article)
    seen.says("attributions", "This article was originally published in the Lantern.")
    (line,) = seen.edition.printed["attributions"]
    assert [run["text"] for run in line if run.get("is_title")] == ["Lantern"]
    assert [run["text"] for run in line if run.get("href")] == ["Lantern"]
    for drawn in (seen.document, content_of(seen.item)):
        assert [cite.text_content() for cite in drawn.xpath(".//p[contains(., 'originally')]/a/cite")] == [
            "Lantern"
        ]


def test_b10_the_outlet_is_another_think_tank(read):
    """Another institute can be the outlet; a piece is published by it, not in it."""
    say("This {noun} was originally published {preposition} {outlet}.", at="attribution")
    strait = {"name": "Strait Centre", "article": "The", "article_rule": "separable", "type": "think-tank"}
    seen = read(ran(strait))
    seen.says("attributions", "This article was originally published by the Strait Centre.")
    seen.says("source", "Source: Strait Centre")


def test_b11_a_date_in_the_sentence_or_none(read):
    """The outlet's day prints as far as it is known, a day without its year included, and not at all if unknown."""
    say("This {noun} was originally published in {outlet}[, {date}].", at="attribution")
    june = dt.date(2020, 6, 11)
    for cast, day, precision, words, machine in [
        (LANTERN, june, "day", ", June 11, 2020", "2020-06-11"),
        (FOREIGN_TIDES, june, "month", ", June 2020", "2020-06"),
        (SKERROW, june, "year", ", 2020", "2020"),
        (ZEITLUPE, june.replace(year=2000), "month-day", ", June 11", "06-11"),
        (SALT_LINE, None, "day", "", None),
    ]:
        seen = read(ran(cast, published_on=day, precision=precision))
        (line,) = seen.edition.printed["attributions"]
        assert printed_line.text(line).endswith(f"{cast['name']}{words}.")
        assert [run["datetime"] for run in line if "datetime" in run] == ([machine] if machine else [])
        seen.shows(printed_line.text(line))
        if precision == "month-day":
            seen.hides("2000")


@pytest.mark.parametrize(("where", "times"), [("head", 1), ("foot", 1), ("both", 2)])
def test_b12_above_the_text_at_the_foot_or_both(read, where, times):
    """The house chooses where the sentence stands; lists have their own line; all of them name the outlet alike."""
    say("{outlet}", at="listing")
    article = ran(LANTERN)
    article.institution.house_styles.update(attribution_at=where)
    seen = read(article)
    sentence = "This article was originally published in the Lantern."
    seen.says("attributions", sentence)
    assert seen.edition.printed["attribution_at"] == where
    assert seen.page.count(sentence) == times
    at = seen.page.index(sentence) < seen.page.index("Ships came in.")
    assert at == (where != "foot")
    assert seen.edition.outlet_line == "Lantern"
    assert seen.feed.count(sentence) == 1


def test_b13_an_outlet_inside_our_headline(read):
    """Our headline may speak of the outlet; it is ours, and the one there is kept apart."""
    ours, theirs = "Quay in The Lantern on the price of silence", "Silence is dear"
    seen = read(ran(LANTERN, headline=theirs, article__headline=ours))
    assert seen.edition.headline == ours
    assert seen.page.count(ours) == 1
    assert seen.feed[0] == ours
    assert [link.get("title") for link in seen.links("Lantern")] == [theirs]
