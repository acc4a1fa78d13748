"""An article page that says all it can: each thing in its place, and early editions as they were."""

import datetime as dt

import pytest

from articles import acts
from disclaimers.models import HouseStyle, Institution
from tests.conftest import NOW
from tests.factories import (
    AppearanceFactory,
    ArticleFactory,
    AuthorFactory,
    BylineFactory,
    DisclaimerFactory,
    LicenceFactory,
    OutletFactory,
    WordingFactory,
    published,
    say,
)
from tests.reading.conftest import article_elements
from tests.reading.test_article_page import BODY, full_piece


def everything_said(clock, reading_at):
    """A translated reprint with a word in each of its places, corrected since."""
    HouseStyle.objects.update(attribution_at="both")
    say("Reprinted with permission of {outlet}.", at="permission_line")
    house = Institution.objects.get()
    rank = DisclaimerFactory(institution=house, placement="head")
    WordingFactory(disclaimer=rank, text="For herself only.")
    article = ArticleFactory(
        headline="The Harbour Wakes", body=BODY, topics=["Ports"], editors_note="The first of three.",
        editing_note="Lightly edited.", source_language="ko", licence=LicenceFactory(),
    )  # fmt: skip
    writer = AuthorFactory(display_name="Ida Quay", slug="ida-quay")
    BylineFactory(article=article, author=writer, bio="Ida Quay keeps the log.")
    BylineFactory(article=article, author=None, name="Nils Brack", role="translator")
    terms = {"credit": "Courtesy of the Lantern.", "mode": "excerpt", "excerpt_words": 2}
    lantern = OutletFactory(name="Lantern", slug="lantern")
    AppearanceFactory(article=article, outlet=lantern, access="paid", rights=terms)
    article.disclosures.create(subject="interest", author=writer, text="A cousin is a pilot.")
    published(article, at=NOW)
    at = NOW + dt.timedelta(hours=1)
    clock(at)
    reading_at(at)
    told = acts.NoticeDraft("correction", wrong="It was quiet.", right="It was loud.")
    acts.correct(article, changes={}, notice=told, by=None, at=at)
    more = acts.NoticeDraft("correction", text="Very loud.", amends=article.notices.get().pk)
    return acts.correct(article, changes={}, notice=more, by=None, at=at)


SAID_IN_ORDER = [
    ("kicker", "Commentary"),
    ("headline", "The Harbour Wakes"),
    ("dek", "A quiet port has a loud year."),
    ("byline", "Ida Quay"),
    ("dateline", "March 10, 2026"),
    ("dateline", "published by Lantern on June 11, 2020"),
    ("source", "Source: Lantern"),
    ("notice-line", "Correction, March 10, 2026: It was quiet. It was loud."),
    ("amendment", "Amended March 10, 2026: Very loud."),
    ("wording at-head", "For herself only."),
    ("editors-note", "Editor’s note: The first of three."),
    ("attribution", "This article was originally published in the Lantern."),
    ("p", "Ships came…"),
    ("read-more", "Read the full article in the Lantern (subscription required)."),
    ("editing-note", "Lightly edited."),
    ("attribution", "This article was originally published in the Lantern."),
    ("translated", "Translated from Korean by Nils Brack."),
    ("credit", "Reprinted with permission of the Lantern."),
    ("credit", "Courtesy of the Lantern."),
    ("bio", "Ida Quay keeps the log."),
    ("disclosure", "Disclosure: A cousin is a pilot."),
    ("wording", "Commentary here speaks for itself, not for Harbour."),
]


def test_all_that_is_said_of_a_piece_stands_in_the_order_of_the_house(site, clock, reading_at):
    page = site.get(everything_said(clock, reading_at).permalink.path)
    assert article_elements(page) == [
        *SAID_IN_ORDER,  # an excerpt of the Lantern's is not ours to claim: there is no copyright line
        ("licence", "Licensed under CC BY-ND 4.0"),
        ("li", "Ports"),
    ]


@pytest.mark.parametrize(("at", "places"), [("head", [0]), ("foot", [1]), ("both", [0, 1])])
def test_b12_the_attribution_stands_where_the_house_wants_it(site, at, places):
    HouseStyle.objects.update(attribution_at=at)
    names = [name for name, _ in article_elements(site.get(full_piece().permalink.path))]
    body = names.index("h2")
    assert [int(place > body) for place, name in enumerate(names) if name == "attribution"] == places
