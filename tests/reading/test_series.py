"""Series: their parts in order, for readers of a piece and of the series, from what is listed alone."""

import datetime as dt
import json

from lxml import html

from articles import acts
from articles.models import Article, EditionSeries, Series, SeriesName
from articles.models.grouping.series import series_on_record
from tests.conftest import NOW
from tests.factories import ArticleFactory, published, saved


def part(headline: str, *, publish: bool = True, **facts: object) -> Article:
    facts = {"series": "Slow Ports", "slug": headline.lower(), **facts}
    article = ArticleFactory(headline=headline, **facts)
    if publish:
        published(article, at=NOW)
    else:
        saved(article, at=NOW)
    return article


def of_old(year: int) -> dict[str, object]:
    return {"is_archive": True, "first_published_on": dt.date(year, 1, 1)}


def page_of(site, address: str):
    return html.fromstring(site.get(address).content.decode())


def told(site, address: str) -> tuple[str, list[str], list[str]]:
    """The line about the series, what leads on from it, and the related pieces."""
    page = page_of(site, address)
    (here,) = page.find_class("part")
    ways = [" ".join(row.text_content().split()) for row in here.xpath(".//li")]
    related = page.xpath("//section[h2[@id='related']]//h3/a/text()")
    return " ".join(here.xpath("string(h2)").split()), ways, related


def test_a_part_says_its_number_its_neighbours_and_the_series_as_it_is_called_today(site, clock):
    part("Third", **of_old(2019), topics=["Tides"])
    part("First", **of_old(2021), series_place=1)
    part("Second", **of_old(2018), series="slow  ports")
    part("Draft", publish=False, **of_old(2017))
    part("Hidden", is_left_out_of_lists=True, **of_old(2017))
    part("Zweitens", language="de", **of_old(2017))
    part("Fourth", series_place=None)
    part("Other", series="Another", topics=["Tides"])
    assert told(site, "/articles/second/") == (
        "Part 2 of 4: Slow Ports", ["Previous part First", "Next part Third"], ["Fourth"],
    )  # fmt: skip
    assert told(site, "/articles/third/")[2] == ["First", "Other"]  # the same series before the same topic
    assert told(site, "/articles/hidden/")[0] == "In the series Slow Ports"
    assert told(site, "/articles/zweitens/")[0] == "In der Reihe Slow Ports"
    slow = Series.objects.get(name="Slow Ports")
    SeriesName.objects.create(series=slow, language="de", name="Stille Häfen")
    assert told(site, "/articles/zweitens/")[0] == "In der Reihe Stille Häfen"
    Series.objects.filter(pk=slow.pk).update(name="Quiet Harbours")
    assert told(site, "/articles/first/")[0] == "Part 1 of 4: Quiet Harbours"
    assert series_on_record("SLOW PORTS").name == "Quiet Harbours"
    graph = page_of(site, "/articles/first/").xpath("//script[@type='application/ld+json']/text()")
    assert {"Quiet Harbours", 1} <= {
        thing["isPartOf"]["name"] if key == "isPartOf" else thing[key]
        for thing in _things(json.loads(graph[0]))
        for key in ("isPartOf", "position")
        if key in thing and thing.get("isPartOf")
    }


def _things(graph):
    return graph.get("@graph", [graph])


def test_a_series_has_a_page_in_its_order_a_feed_by_day_and_an_entry_in_the_index(site, clock):
    part("Later", **of_old(2020))
    part("Earlier", **of_old(2018))
    part("Draft", publish=False, **of_old(2017))
    part("Planned", publish=False, series="Nothing Yet")
    page = page_of(site, "/series/slow-ports/")
    assert page.xpath("//ol//h2/a/text()") == ["Earlier", "Later"]
    feed = site.get("/series/slow-ports/feed.rss").content.decode()
    assert feed.index("Later") < feed.index("Earlier")
    assert "Draft" not in feed
    assert site.get("/series/nothing-yet/").status_code == 404
    (entry,) = page_of(site, "/series/").find_class("entry")
    assert " ".join(entry.text_content().split()) == "Slow Ports 2"
    assert "/series/slow-ports/" in site.get("/sitemap-series.xml").content.decode()


def test_merged_series_are_one_and_keep_both_addresses(site, clock):
    part("One")
    part("Two", series="Slow Harbours")
    gone, kept = Series.objects.get(name="Slow Harbours"), Series.objects.get(name="Slow Ports")
    acts.merge(gone, kept, by=None, at=NOW)
    assert told(site, "/articles/two/")[0] == "Part 2 of 2: Slow Ports"
    assert site.get("/series/slow-harbours/").headers["Location"] == "/series/slow-ports/"
    assert EditionSeries.objects.filter(series=gone).exists()  # what was printed stays
