"""A piece's history tells every act in words a person understands, with what it changed."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from articles import acts
from articles.acts.rights import Grant
from articles.models import Article, LedgerEntry
from articles.states import Act
from desk.history.sentences import sentence
from outlets.models import Outlet
from tests.conftest import NOW
from tests.desk.pages import text_of
from tests.factories import (
    AppearanceFactory,
    ArticleFactory,
    LicenceFactory,
    OutletFactory,
    StandingPermissionFactory,
    published,
    saved,
)

pytestmark = pytest.mark.long

MINUTE = dt.timedelta(minutes=1)
Step = Callable[[], dt.datetime]


@pytest.fixture
def later(clock: Any) -> Step:
    """The next minute."""
    at = [NOW]

    def step() -> dt.datetime:
        at[0] += MINUTE
        clock(at[0])
        return at[0]

    return step


def last(article: Article) -> str:
    entry = LedgerEntry.objects.filter(article=article).first()
    assert entry is not None
    return sentence(entry)


def test_corrections_say_what_readers_are_told(desk: Any, later: Step) -> None:
    article = published(at=NOW).article
    words = acts.NoticeDraft("correction", wrong="We wrote forty.", right="There were four.")
    edition = acts.correct(article, changes={"dek": "Four ships."}, notice=words, by=None, at=later())
    assert last(article) == "Issued a correction (“We wrote forty. There were four.”), in version 2"
    more = acts.NoticeDraft("correction", text="There were five.", amends=edition.printed["notice_ids"][0])
    acts.correct(article, changes={}, notice=more, by=None, at=later())
    assert last(article) == "Added to a correction (“There were five.”), in version 2"
    note = acts.NoticeDraft("note", text="Written in haste.")
    acts.correct(article, changes={}, notice=note, by=None, at=later())
    assert last(article) == "Issued an editor’s note (“Written in haste.”), in version 2"
    successor = published(at=later()).article
    superseded = acts.NoticeDraft("superseded", text="See:", successor=successor.pk)
    acts.correct(article, changes={}, notice=superseded, by=None, at=later())
    assert last(article) == "Issued word that another piece takes its place (“See:”), in version 2"


@pytest.mark.parametrize(
    ("because", "words"),
    [
        ("legal", "for legal reasons"),
        ("safety", "for somebody’s safety"),
        ("rights", "for rights of others in it"),
        ("privacy", "for somebody’s privacy"),
    ],
)
def test_taking_down_says_why_and_what_readers_are_told(
    because: str, words: str, desk: Any, later: Step
) -> None:
    article = published(at=NOW).article
    acts.take_down(article, because=because, sentence="It is gone.", by=None, at=later(), reason="x")
    assert last(article) == f"Took the piece down {words}; readers are told: “It is gone.”"
    acts.put_back(article, by=None, at=later(), reason="x")
    assert last(article) == "Put the piece back, with version 1"


def test_publishing_again_says_what_readers_were_told_of_the_change(desk: Any, later: Step) -> None:
    article = published(at=NOW).article
    assert last(article) == "Published version 1"
    for change, told in (
        ("minor", ", as a minor change"),
        (acts.NoticeDraft("update", text="More."), ", with an update"),
        (acts.NoticeDraft("correction", wrong="A.", right="B."), ", with a correction"),
    ):
        Article.objects.filter(pk=article.pk).update(dek=told)
        revision = acts.save_draft(article, by=None, at=later())
        acts.publish(article, revision=revision, by=None, at=later(), change=change)
        assert last(article) == f"Published version {revision.number}{told}"


def test_a_piece_that_went_out_without_its_text_says_so(desk: Any) -> None:
    article = AppearanceFactory(rights=False).article
    revision = saved(article, at=NOW)
    acts.publish(article, revision=revision, by=None, at=NOW, without_text=True)
    assert last(article) == "Published version 1, without its text"


def test_rights_acts_say_whose_permission_it_is_and_what_changed(desk: Any, later: Step) -> None:
    lantern = OutletFactory(name="Lantern")
    place = AppearanceFactory(outlet=lantern, rights=False)
    saved(place.article, at=NOW)
    acts.request_rights(place, by=None, at=later(), on=dt.date(2026, 3, 10))
    assert (
        last(place.article)
        == "Asked The Lantern for permission (before: to be asked for; asked on: 10 March 2026)"
    )
    grant = Grant(
        mode="excerpt", excerpt_words=150, granted_by="Ola Wick", granted_on=dt.date(2026, 3, 9),
        evidence="mail of 9 March", valid_until=dt.date(2027, 1, 1),
        embargo_until=dt.datetime(2026, 3, 11, 5, tzinfo=dt.UTC), embargo_zone="Europe/Berlin",
    )  # fmt: skip
    acts.grant_rights(place, grant, by=None, at=later())
    assert last(place.article) == (
        "Recorded permission of The Lantern (before: asked for; how much may be shown: the full text → an "
        "excerpt; words of the excerpt: 150; who gave it: “Ola Wick”; given on: 9 March 2026; evidence: “mail of 9 "
        "March”; not before: 11 March 2026, 05:00; in the zone: Berlin time; over from: 1 January 2027)"
    )
    acts.extend_rights(place, valid_until=None, by=None, at=later())
    assert last(place.article) == "Extended the permission of The Lantern (over from: no more 1 January 2027)"
    acts.withdraw_rights(place, by=None, at=later(), reason="They asked")
    assert last(place.article) == ("Recorded that The Lantern withdrew its permission (before: granted)")
    acts.refuse_rights(place, by=None, at=later())
    assert last(place.article).startswith("Recorded that The Lantern refused permission")
    acts.settle_rights(
        place, state="by_licence", by=None, at=later(), reason="x", licence=LicenceFactory(), mode="full",
        excerpt_words=None,
    )  # fmt: skip
    assert last(place.article).startswith(
        "Settled the permission of The Lantern: given by a licence (before: refused"
    )
    assert "licence: CC BY-ND 4.0" in last(place.article)


def test_a_standing_permission_is_named_as_such(desk: Any, later: Step) -> None:
    place = AppearanceFactory(rights=False)
    saved(place.article, at=NOW)
    standing = StandingPermissionFactory(outlet=place.outlet)
    acts.grant_rights(
        place, Grant.by_standing_permission(standing, on=dt.date(2026, 3, 10)), by=None, at=later()
    )
    assert str(standing).replace("Standing", "standing") in last(place.article)
    assert "standing: " not in last(place.article)


def test_an_outlet_that_is_gone_still_has_a_sentence(desk: Any, later: Step) -> None:
    place = AppearanceFactory(outlet=None, outlet_name="Night Paper", rights=False)
    saved(place.article, at=NOW)
    acts.request_rights(place, by=None, at=later(), on=dt.date(2026, 3, 10))
    assert last(place.article).startswith("Asked Night Paper for permission")
    entry = LedgerEntry(
        act=Act.GRANT_RIGHTS, article=place.article, after={"before": {}, "after": {"outlet": 0}}
    )
    assert sentence(entry) == "Recorded permission of an outlet that is not known"
    assert Outlet.objects.count() == 0


def test_no_act_is_left_without_words(desk: Any) -> None:
    article = ArticleFactory()
    for act in Act:
        said = sentence(LedgerEntry.objects.create(act=act, article=article, at=NOW))
        assert said[0].isupper()
        assert "_" not in said


def test_the_page_tells_who_and_why(eve: Client, desk: Any, publisher: Any, later: Step) -> None:
    article = published(at=NOW, by=publisher).article
    acts.take_down(article, because="safety", sentence="Gone.", by=publisher, at=later(), reason="A threat")
    page = eve.get(reverse("admin:articles_article_history", args=[article.pk]))
    assert "A notice in its place since 10 March 2026" in text_of(page)
    assert "Took the piece down for somebody’s safety; readers are told: “Gone.”" in text_of(page)
    assert "by paul: “A threat”" in text_of(page)


def test_a_version_is_not_said_to_be_live_while_readers_have_the_notice_in_its_place(
    eve: Client, desk: Any, later: Step
) -> None:
    article = published(at=NOW).article
    acts.take_down(article, because="legal", sentence="Gone.", by=None, at=later(), reason="x")
    standing = text_of(eve.get(reverse("admin:articles_article_change", args=[article.pk])))
    assert "Readers have a notice in its place." in standing
    assert ", with version" not in standing
    acts.put_back(article, by=None, at=later(), reason="x")
    words = text_of(eve.get(reverse("admin:articles_article_history", args=[article.pk])))
    had = words.partition("What readers have had")[2].partition("Saved versions")[0]
    assert [part in had for part in ("Version 1 has been live since", "Version 1 was live from")] == [
        True,
        True,
    ]
    assert had.count("A notice in its place from 10 March 2026") == 1
    assert had.count("Version") == 2
