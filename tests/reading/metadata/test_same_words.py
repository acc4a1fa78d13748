"""The same words on every surface: title, people, dates, rights, attribution and disclaimers of random pieces.

`PIECES=200 pytest …` tries that many; a usual run tries a few.
"""

import datetime as dt
import os
import random
from zoneinfo import ZoneInfo

import pytest

from articles.models import Article, Edition
from tests.conftest import NOW
from tests.factories import (
    AppearanceFactory,
    ArticleFactory,
    AuthorFactory,
    BylineFactory,
    LicenceFactory,
    OutletFactory,
    published,
)
from tests.reading.metadata.surfaces import Surfaces

PIECES = int(os.environ.get("PIECES", "6"))
LANGUAGES = ("en", "fr", "de", "ru", "ar", "ko")
NAMES = (
    ("Ida Quay", {}),
    ("Sim Haneul", {"name_order": "family-first"}),
    ("Ида Кей", {}),
    ("Ana Díaz Ortiz", {"sort_name": "Díaz Ortiz, Ana"}),
    ("Jean-Luc van der Berg", {}),
    ("Harbour Guard", {"form": "body"}),
    ("심하늘", {"name_order": "family-first"}),
    ("مريم بحر", {}),
)  # fmt: skip
WORDS = {
    "en": "The harbour & the tide", "fr": "Le havre « calme »", "de": "Hafen – <und> Gezeiten", "ru": "Гавань и прилив",
    "ar": "الميناء والمد", "ko": "항구와 밀물",
}  # fmt: skip


class Pieces:
    """Pieces made at random, the same ones in each run."""

    def __init__(self) -> None:
        self.chance = random.Random(12)
        self.people = [AuthorFactory(display_name=name, **facts) for name, facts in NAMES]
        self.outlets = [OutletFactory(name="Hill", article="The"), OutletFactory(name="Die Zeit von morgen")]

    def piece(self) -> Edition:
        language, pick = self.chance.choice(LANGUAGES), self.chance.random
        article = ArticleFactory(
            language=language, headline=f"{WORDS[language]} {self.chance.randint(1, 10**6)}", is_archive=pick() < 0.2,
            first_published_on=dt.date(2019, self.chance.randint(1, 12), 28) if pick() < 0.4 else None,
            licence=LicenceFactory() if pick() < 0.3 else None, **self._copyright(),
        )  # fmt: skip
        for order, person in enumerate(self.chance.sample(self.people, self.chance.randint(0, 3))):
            role = "author" if pick() < 0.8 else self.chance.choice(["editor", "translator", "interviewer"])
            BylineFactory(article=article, author=person, order=order, role=role)
        if pick() < 0.6:
            self._place(article)
        return published(article, at=NOW)

    def _copyright(self) -> dict[str, object]:
        return self.chance.choice(
            [
                {},
                {"copyright_basis": "ours"},
                {"copyright_basis": "named", "copyright_holders": "Ida Quay\nThe Hill"},
                {"copyright_line": "All rights in these words are kept."},
                {"copyright_basis": "none", "copyright_reason": "A work of the state"},
            ]
        )

    def _place(self, article: Article) -> None:
        day, precision = self.chance.choice(
            [(dt.date(2018, 5, 3), "day"), (dt.date(2018, 5, 1), "month"), (None, "day")]
        )
        AppearanceFactory(
            article=article, outlet=self.chance.choice(self.outlets), published_on=day, precision=precision,
            relation=self.chance.choice(["original", "first", "crossposted", "also"]),
            headline=self.chance.choice(["", "As it was called there"]),
            url=f"https://hill.example/{article.pk}", **self._retraction(),
        )  # fmt: skip

    def _retraction(self) -> dict[str, object]:
        """Whether the outlet has retracted it since, with its day or without."""
        day = self.chance.choice([dt.date(2021, 5, 3), None])
        return {"is_retracted": True, "retracted_on": day} if self.chance.random() < 0.3 else {}


def test_every_surface_says_the_same_of_a_piece(site, desk, settings):
    settings.SITE_URL = "https://desk.example"
    pieces, in_feeds = Pieces(), 0
    for _ in range(PIECES):
        edition = pieces.piece()
        told = Surfaces(site, edition, ZoneInfo(desk.time_zone))
        on_its_pages(told, edition)
        in_a_search(told, edition)
        if told.is_in_feeds:  # they hold the newest thirty
            in_feeds += 1
            on_every_surface(told)
    assert in_feeds >= min(PIECES, 30)


def on_its_pages(told: Surfaces, edition: Edition) -> None:
    """Page, JSON-LD, Open Graph, tags and citations agree."""
    article, head, citation = told.article, told.head, told.citation
    (title,) = head.page.xpath("//h1")
    titles = [
        title.text_content(),
        *head.contents("og:title"),
        *head.contents("citation_title"),
        citation["title"],
    ]
    assert set(titles) == {article["headline"]} == {edition.headline}
    rights = " ".join(told.lines("copyright"))
    assert head.contents("DC.rights") == list(filter(None, [article.get("copyrightNotice", "")]))
    assert " ".join(article.get("copyrightNotice", "").split()) == rights
    for holder in article.get("copyrightHolder", ()):
        assert holder.get("name", edition.printed["records"]["institution_name"]) in rights
    days = {
        article.get("datePublished", "")[:10],
        "-".join(head.contents("citation_publication_date")).replace("/", "-"),
    }
    days |= {moment[:10] for moment in head.contents("article:published_time")}
    days |= {dt.date(*parts).isoformat() for parts in citation.get("issued", {}).get("date-parts", ())}
    assert len(days) == 1
    assert days == {""} or head.page.xpath("string(//article//time/@datetime)") in (
        *days,
        "2018-05-03",
        "2018-05",
    )
    people = [person["name"] for person in article.get("author", ())]
    byline = f"{' '.join(told.lines('byline'))} {' '.join(told.lines('translated'))}"
    assert all(name in byline for name in people)
    cited = head.contents("citation_author") or head.contents("DC.creator")
    assert len(cited) == len(citation.get("author", ())) == len(people)
    families = [person.get("family") or person["literal"] for person in citation.get("author", ())]
    assert all(family in told.cited and family in byline for family in families)
    assert " ".join(article.get("creditText", "").split()) == " ".join(
        dict.fromkeys(told.lines("attribution"))
    )
    retracted = [place["retraction"] for place in edition.printed["cited"]["places"] if "retraction" in place]
    assert [line for line in retracted if " ".join(line.split()) not in told.lines("attribution")] == []
    for source in article.get("isBasedOn", ()):
        assert source["publisher"]["name"].removeprefix("The ") in head.text
    assert head.contents("description") == head.contents("og:description") == [article["description"]]


def in_a_search(told: Surfaces, edition: Edition) -> None:
    """A result of the search has the title and the byline of lists."""
    found = told.found(edition.headline.rpartition(" ")[2])
    assert edition.headline in found
    assert " ".join(edition.byline.split()) in found


def on_every_surface(told: Surfaces) -> None:
    """The three feeds say what the page says."""
    article = told.article
    for format, entry in told.entries.items():
        assert entry.title == article["headline"], format
        assert entry.rights == article.get("copyrightNotice", ""), format
        assert entry.day == article.get("datePublished", "")[:10], format
        assert all(person["name"] in entry.people for person in article.get("author", ())), format
        lines = [
            *told.lines("attribution"),
            *told.lines("wording"),
            *told.lines("copyright"),
            *told.lines("dateline"),
        ]
        assert [line for line in lines if line not in entry.text] == [], format


@pytest.mark.parametrize("name", ["author", "editor", "translator"])
def test_an_added_role_is_told_under_its_own_property(site, name):
    article = ArticleFactory()
    BylineFactory(article=article, author=None, name="Ida Quay", role="author", order=1)
    BylineFactory(article=article, author=None, name="Bo Li", role=name, order=2)
    told = Surfaces(site, published(article, at=NOW), ZoneInfo("UTC"))
    assert told.article[name][-1]["name"] == "Bo Li"
    assert told.citation[name][-1]["family"] == "Li"
