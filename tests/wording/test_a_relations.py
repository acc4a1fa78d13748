"""Table A: what a page says of the places where a piece ran."""

import datetime as dt

from lxml import html

from articles import acts
from tests.conftest import NOW
from tests.factories import (
    AppearanceFactory,
    ArticleFactory,
    HouseStyleFactory,
    LicenceFactory,
    saved,
    say,
)
from tests.wording.page import (
    FOREIGN_TIDES,
    LANTERN,
    SALT_LINE,
    SKERROW,
    WICK_WIRE,
    ZEITLUPE,
    also_ran,
    out,
    printed,
    ran,
)

ASKED = {"state": "requested", "granted_on": None, "evidence": ""}
MARCH = dt.date(2011, 3, 4)


def test_a01_originally_published_in_by_on(read):
    """The relation is said with a preposition that suits the outlet and the desk's own noun for the piece."""
    say("This {noun} was originally published {preposition} {outlet}.", at="attribution")
    say("op-ed", at="attribution_noun")
    for cast, where in [
        (LANTERN, "in the Lantern"),
        (SALT_LINE, "on Salt Line"),
        (WICK_WIRE, "by Wick Wire"),
    ]:
        seen = read(ran(cast))
        seen.says("attributions", f"This op-ed was originally published {where}.")
        assert seen.edition.kicker == "Commentary"
        assert seen.edition.printed["originals"] == ["https://lantern.example/a-crisis"]


def test_a02_originally_appeared_with_its_date(read):
    """A house says that it appeared there, on which day, and leads to the original."""
    say("This {noun} originally appeared {preposition} {outlet}[ on {date}].", at="attribution")
    seen = read(ran(SALT_LINE))
    seen.says("attributions", "This article originally appeared on Salt Line on June 11, 2020.")
    assert [link.get("href") for link in seen.links("Salt Line")] == ["https://lantern.example/a-crisis"]
    assert seen.document.xpath("//p[@class='attribution']/time/@datetime") == ["2020-06-11"]


def test_a03_first_published_claims_priority_only_where_it_is_known(read):
    """“First” is said of the place that is known to be the first, and of no other."""
    seen = read(ran(relation="first"))
    seen.says("attributions", "This article was first published in the Lantern, June 11, 2020.")
    for relation, cast in [("original", FOREIGN_TIDES), ("version", SKERROW), ("also", ZEITLUPE)]:
        read(ran(cast, relation=relation)).hides("first")
    contradicted = ran(WICK_WIRE, relation="first", published_on=dt.date(2020, 6, 11))
    also_ran(contradicted, SALT_LINE, published_on=dt.date(2020, 5, 2))
    seen = read(contradicted)
    seen.hides("first")
    assert printed(seen.edition, "source") == ["Source: Wick Wire"]


def test_a04_a_version_of_it_appeared(read):
    """What ran there was a version, in an issue of its own; the page calls it no original."""
    say("A version of this {noun} appeared in {outlet}.", at="version_attribution")
    say("[the {issue} issue of ]{outlet}", at="place")
    seen = read(ran(FOREIGN_TIDES, relation="version", issue="Winter 2013"))
    seen.says("attributions", "A version of this article appeared in the Winter 2013 issue of Foreign Tides.")
    seen.hides("original")
    assert seen.edition.printed["originals"] == []


def test_a05_republished_under_a_licence(read):
    """The licence lets it be printed: named with its version, linked, and beside the outlet it came from."""
    say("This {noun} is republished from {outlet}.", at="attribution")
    licence = LicenceFactory()
    article = ran(rights={"state": "by_licence", "licence": licence, "granted_on": None, "evidence": ""})
    article.licence = licence
    article.save()
    seen = read(article)
    seen.says("attributions", "This article is republished from the Lantern.")
    seen.says("licence", "Licensed under CC BY-ND 4.0")
    assert [link.get("href") for link in seen.links("CC BY-ND 4.0")] == [licence.url]
    assert seen.edition.mode == "full"
    assert seen.edition.printed["rights"][0]["licence"] == "CC BY-ND 4.0"


def test_a06_republished_with_permission(read):
    """Words of permission print once it was granted, with who gave it; while it is only asked for, none do."""
    say("Republished here with the permission of {grantor}.", at="permission_line")
    seen = read(ran(rights={"granted_by": "the Lantern’s editors"}))
    seen.says("credits", "Republished here with the permission of the Lantern’s editors.")
    waiting = ran(FOREIGN_TIDES, rights=ASKED)
    asked = read(acts.publish(waiting, revision=saved(waiting, at=NOW), by=None, at=NOW, without_text=True))
    asked.hides("permission", "Ships came in")
    asked.says("attributions", "This article was originally published in Foreign Tides.")


def test_a07_cross_posted_from_a_sister_site(read):
    """A piece shared with a sister site says so, and claims nothing about which came first."""
    seen = read(ran(SALT_LINE, relation="crossposted"))
    seen.says("attributions", "Cross-posted from Salt Line, June 11, 2020.")
    seen.hides("original", "first published")


def test_a08_the_outlet_hangs_on_the_byline(read):
    """Below the names stands the outlet with its day, in place of our own."""
    say("By {names}", at="byline")
    say("via {outlet}[, {date}]", at="outlet_dateline")
    say("-", at="source_line")
    article = ran()
    article.institution.house_styles.update(outlet_date_replaces_ours=True)
    seen = read(article)
    seen.says("bylines", "By Ida Quay")
    seen.says("dates", "via Lantern, June 11, 2020")
    at = seen.page.index("By Ida Quay")
    assert seen.page[at + 1] == "via Lantern, June 11, 2020"
    assert "By Ida Quay · via Lantern, June 11, 2020" in " ".join(seen.feed)


def test_a09_a_bare_source_label(read):
    """A label without a sentence, in the page's language; a source named under a picture is not the piece's."""
    article = ran(FOREIGN_TIDES)
    article.body = "<p>Ships came in.</p><p>Picture source: Quayside Photos</p>"
    article.save()
    seen = read(article)
    seen.says("source", "Source: Foreign Tides")
    assert "Picture source: Quayside Photos" in seen.page
    HouseStyleFactory(institution=article.institution, language="ru", source_line="Источник: {outlet}")
    read(ran(LANTERN, article__language="ru")).says("source", "Источник: Lantern")


def test_a10_the_outlet_as_a_field_of_lists(read, client):
    """Lists show the outlet in a place of its own; a piece that ran nowhere else shows none."""
    say("{outlet}", at="listing")
    seen = read(ran(article__headline="Elsewhere first"))
    own = read(out(headline="Ours from the start"))
    assert (seen.edition.outlet_line, own.edition.outlet_line) == ("Lantern", "")
    listed = html.fromstring(client.get("/").content.decode()).xpath("//li[contains(@class, 'listed')]")
    by_headline = {row.xpath(".//h2")[0].text_content(): row.text_content() for row in listed}
    assert "Lantern" in by_headline["Elsewhere first"]
    assert "Lantern" not in by_headline["Ours from the start"]


def test_a11_a_citation_with_its_page(read):
    """A house prints no sentence but a citation: outlet, page, day."""
    say("{outlet}[, {date}]", at="attribution")
    say("{outlet}[, p. {page}]", at="place")
    seen = read(ran(FOREIGN_TIDES, page="13"))
    seen.says("attributions", "Foreign Tides, p. 13, June 11, 2020")


def test_a12_several_outlets_one_with_a_section(read):
    """Several places stand in one sentence, each with the section it has, joined in their order."""
    say("[the {section} section of ]{outlet}", at="place")
    article = ran(LANTERN)
    also_ran(article, FOREIGN_TIDES, relation="original", section="Money")
    seen = read(article)
    seen.says(
        "attributions",
        "This article was originally published in the Lantern and the Money section of Foreign Tides.",
    )
    seen.says("source", "Source: Lantern, Foreign Tides")


def test_a13_not_yet_out_elsewhere(read):
    """What will run there is said to be coming, with the day planned if there is one, and is no source."""
    planned = {"relation": "forthcoming", "published_on": None, "url": ""}
    seen = read(ran(SKERROW, **planned, planned_on=dt.date(2026, 5, 1)))
    seen.says("attributions", "This article is forthcoming in The Skerrow Review, May 1, 2026.")
    seen.says("source")
    read(ran(LANTERN, **planned)).says("attributions", "This article is forthcoming in the Lantern.")


def test_a14_a_list_that_is_not_complete(read):
    """A list of places may be marked as open: it ends with “and others”, and no name is made up for them."""
    article = ran(LANTERN, relation="also", published_on=None)
    also_ran(article, ZEITLUPE, published_on=None)
    article.has_more_places = True
    article.save()
    seen = read(article)
    seen.says("attributions", "This article was also published in the Lantern, Die Zeitlupe and others.")


def test_a15_published_together(read):
    """A co-publisher is named as one: not as the place where it ran before."""
    seen = read(ran(SKERROW, relation="copublished", outlet__type="think-tank"))
    seen.says("attributions", "Published in cooperation with The Skerrow Review.")
    seen.hides("original")
    assert seen.edition.printed["originals"] == []


def test_a16_a_rerun_of_our_own_piece(read):
    """What we published before says when, and names no outlet, for there was none."""
    article = ArticleFactory()
    AppearanceFactory(article=article, relation="rerun", outlet=None, url="", published_on=MARCH)
    seen = read(article)
    seen.says("attributions", "Originally published March 4, 2011.")
    seen.says("source")


def test_a17_the_outlet_wrote_its_own_headline(read):
    """The headline there is kept beside ours, in its own casing, and goes with the link to it."""
    theirs = "The harbour is awake, and nobody asked"
    seen = read(ran(headline=theirs, article__headline="The Harbour Wakes"))
    assert seen.edition.headline == "The Harbour Wakes"
    assert [link.get("title") for link in seen.links("Lantern")] == [theirs]
    say("First as “{headline}” in {outlet}.", at="attribution")
    read(ran(FOREIGN_TIDES, headline=theirs)).says("attributions", f"First as “{theirs}” in Foreign Tides.")


def test_a18_the_print_edition_apart_from_the_online_one(read):
    """Each edition of an outlet is a place of its own, with its day and its address."""
    article = ran(LANTERN, medium="online", published_on=dt.date(2019, 9, 15))
    place = article.appearances.get()
    AppearanceFactory(
        article=article, outlet=place.outlet, relation="also", medium="print", page="B4", url="",
        published_on=dt.date(2019, 9, 18),
    )  # fmt: skip
    seen = read(article)
    seen.says(
        "attributions",
        "This article was originally published in the Lantern, online edition.",
        "This article was also published in the Lantern, print edition, p. B4, September 18, 2019.",
    )
    assert [link.get("href") for link in seen.links("Lantern")] == [
        "https://lantern.example/a-crisis", "/outlets/lantern/",
    ]  # fmt: skip


def test_a19_an_excerpt_then_a_link_out(read):
    """Only the words agreed on are shown, and after them a link to the whole text."""
    seen = read(ran(SALT_LINE, rights={"mode": "excerpt", "excerpt_words": 2}))
    seen.says("read_more", "Read the full article on Salt Line.")
    assert "Ships came…" in seen.page
    seen.hides("came in", "went out")
    assert [link.get("href") for link in seen.links("Salt Line")][-1] == "https://lantern.example/a-crisis"
    read(ran(LANTERN, relation="excerpt", rights={"mode": "link"})).says("read_more")  # it is not whole there


def test_a20_readers_must_pay_there(read):
    """The way to the whole text says beforehand that readers must register or pay there."""
    link = {"rights": {"mode": "link"}}
    seen = read(ran(LANTERN, access="paid", **link))
    seen.says("read_more", "Read the full article in the Lantern (subscription required).")
    seen = read(ran(SALT_LINE, access="registration", **link))
    seen.says("read_more", "Read the full article on Salt Line (registration required).")
    read(ran(FOREIGN_TIDES, access="open", **link)).says(
        "read_more", "Read the full article in Foreign Tides."
    )


def test_a21_the_outlet_is_not_known(read):
    """A piece that ran nobody knows where names no place, and nothing is made up for it."""
    article = ArticleFactory()
    AppearanceFactory(article=article, outlet=None, url="", published_on=None, headline="")
    seen = read(article)
    for name in ("attributions", "source", "originals"):
        assert printed(seen.edition, name) == []
    seen.hides("published in", "published by", "Source", "nknown")
    assert len(printed(seen.edition, "dates")) == 1
