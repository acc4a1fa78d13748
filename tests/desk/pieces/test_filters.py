"""Filters and columns of the list of pieces: who, where, when, what is missing; wrong addresses get a sentence."""

import datetime as dt
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone
from lxml import html

from articles import acts
from articles.checklist import check
from articles.checklist.gaps import gap
from articles.models import Article, Byline, LedgerEntry
from articles.press.proof import make_proof
from articles.states import Act
from articles.timeline import load_timeline
from desk.looks import note_look
from desk.pieces.missing import BLOCKED, CHOICES, lacking
from tests.desk.pages import text_of
from tests.desk.pieces.test_list import LIST, listed
from tests.factories import (
    AppearanceFactory,
    ArticleFactory,
    AuthorFactory,
    BylineFactory,
    OutletFactory,
    published,
    saved,
)  # fmt: skip

pytestmark = pytest.mark.long


def names(client: Client, **query: Any) -> set[str]:
    answer = client.get(LIST, query, follow=True)
    assert answer.status_code == 200
    return set(listed(answer))


def test_the_list_narrows_by_person_outlet_days_and_what_is_mine(
    eve: Client, editor: User, publisher: User, now: dt.datetime
) -> None:
    ida, lantern = AuthorFactory(display_name="Ida Quay"), OutletFactory(name="Lantern")
    signed = BylineFactory(article__headline="Signed", author=ida).article
    Byline.objects.create(article=ArticleFactory(headline="Named"), name="Ida Quayle")
    AppearanceFactory(article__headline="There", outlet=lantern)
    out = published(headline="Out", at=now, by=editor)
    assert names(eve, person=ida.pk) == {"Signed"}
    assert names(eve, person="ida qua") == {"Signed", "Named"}
    assert names(eve, person="IDA QUAY") == {"Signed"}, "the only person of exactly this name"
    assert names(eve, outlet="lant") == names(eve, outlet=lantern.pk) == {"There"}
    day = out.first_published_on
    assert names(eve, published_from=day, published_until=day) == {"Out"}
    assert names(eve, published_from=day + dt.timedelta(days=1)) == set()
    assert names(eve, changed_from=day, changed_until=day) == {"Out"}
    assert names(eve, mine="part") == {"Out"}
    note_look(signed.pk, editor, now)
    saved(signed, at=now, by=publisher)
    acts.publish(signed, revision=signed.revisions.get(), by=publisher, at=now)
    assert names(eve, mine="changed") == {"Signed"}


def test_the_names_that_a_filter_offers_are_those_that_it_finds(eve: Client, desk: Any) -> None:
    AppearanceFactory(article__headline="There", outlet=OutletFactory(name="Lantern", article="the"))
    field = html.fromstring(eve.get(LIST).content.decode()).get_element_by_id("filter-outlet")
    offered = eve.get(f"{field.get('data-names')}&term=lan").json()["results"]
    assert [each["text"].lower() for each in offered] == ["the lantern"]
    assert names(eve, outlet=offered[0]["text"]) == {"There"}


PIECES: dict[str, dict[str, Any]] = {
    "whole": {},
    "": {},
    "no text": {"body": ""},
    "an empty paragraph": {"body": "<p> </p>"},
    "signs only": {"body": "<p>&nbsp;– …</p>"},
    "no dek": {"dek": ""},
}


def test_what_is_missing_is_what_the_checklist_says_of_each_piece(desk: Any, now: dt.datetime) -> None:
    for headline, facts in PIECES.items():
        BylineFactory(
            article__headline=headline, **{f"article__{name}": value for name, value in facts.items()}
        )
    ArticleFactory(headline="nobody")
    for headline, rights in (("asked", {"state": "requested"}), ("granted", {}), ("never asked", False)):
        AppearanceFactory(article__headline=headline, rights=rights)
    AppearanceFactory(article__headline="link", article__body="", rights={"mode": "link"})
    at = timezone.now()
    said: dict[str, set[str]] = {code: set() for code, _ in CHOICES}
    for article in Article.objects.all():
        timeline = load_timeline(article.pk, at)
        proof = make_proof(saved(article, at=now), at=at, live_from=at, timeline=timeline)
        checklist = check(Act.PUBLISH, proof, timeline)
        for obstacle in (*checklist.blockers, *checklist.warnings):
            code = {"permission_missing": "no_permission"}.get(obstacle.code, obstacle.code)
            said.get(code, set()).add(article.headline)
        if checklist.blockers:
            said[BLOCKED].add(article.headline)
    assert all(gap(code).sentence for code in ("no_headline", "no_body", "no_dek", "no_byline"))
    for code in (BLOCKED, "no_headline", "no_dek", "no_byline", "no_permission"):
        rows = lacking(Article.objects.all(), code, at).values_list("headline", flat=True)
        assert set(rows) == said[code], code
    no_text = set(lacking(Article.objects.all(), "no_body", at).values_list("headline", flat=True))
    assert no_text == said["no_body"] | {"link"}, "it has none either, and needs none"


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ({"published_from": "2026-13-45"}, "“2026-13-45” is no day; a day is written as 2026-03-14."),
        ({"changed_until": "0001-01-01"}, "is no day"),
        (
            {"changed_from": "2026-03-02", "changed_until": "2026-03-01"},
            "1 March 2026 lies before 2 March 2026",
        ),
        ({"person": "99999999"}, "The person of this address is no longer on record"),
        ({"missing": "sense"}, "“what is missing” has no choice “sense”"),
        ({"kind__id__exact": "99999"}, "“content type” has no choice “99999”"),
        ({"show": "weather"}, "The list has no column “weather”"),
        ({"missing": "no_dek", "weather": "fine"}, "The list has no filter “weather”: it is shown without."),
        ({"institution__name__startswith": "A"}, "no filter “institution__name__startswith”"),
        ({"view": "77"}, "The view of this address is no longer there"),
        ({"outlet": "\x00"}, "All pieces"),
        ({"_to_field": "headline"}, "no filter “_to_field”"),
        ({"person": "9" * 40}, "No piece matches."),
    ],
)
def test_a_filter_that_makes_no_sense_is_answered_by_a_sentence(
    query: dict[str, str], sentence: str, eve: Client, desk: Any
) -> None:
    ArticleFactory()
    answer = eve.get(LIST, query, follow=True)
    assert answer.status_code == 200
    assert sentence in text_of(answer)


def test_columns_are_chosen_and_take_three_queries_more_however_many_pieces(
    eve: Client, now: dt.datetime, django_assert_max_num_queries: Any
) -> None:
    for number in range(20):
        article = AppearanceFactory(
            article__headline=f"Piece {number}", article__topics=["Tides"], rights=False
        ).article
        saved(article, at=now)
    columns = ["missing", "outlets", "topics", "language_in_words", "published_on"]
    with django_assert_max_num_queries(24):
        page = eve.get(LIST, {"show": columns})
    words = text_of(page)
    assert words.count("held back by permission, nobody credited, no lead picture") == 20
    assert words.count("English") >= 20
    assert "Who has the draft" not in words.partition("pieces Headline")[2]
    assert LedgerEntry.objects.count() == 20
