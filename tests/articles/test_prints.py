"""One print for each edition: the proof that the checklist judges is the one that an act binds."""

import datetime as dt
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from articles import acts, checklist
from articles.acts import NoticeDraft, publishing
from articles.acts.rights import Grant
from articles.models import Appearance, Article, Edition
from articles.press import proof as press
from articles.press.facts import Facts
from articles.press.proof import Proof
from articles.renewed import ALL_NAMES
from tests.factories import AppearanceFactory, ArticleFactory, BylineFactory, published, saved

HOUR = dt.timedelta(hours=1)
BODY = "<p>Two ships came.</p>"
RIGHT = "<p>Three ships came.</p>"
NOTICE = NoticeDraft("correction", wrong="It said that two ships came.", right="Three came.")


@pytest.fixture
def prints(monkeypatch: pytest.MonkeyPatch) -> list[Facts]:
    """The facts of everything printed since, in order; a test empties it before the act that it counts."""
    printed: list[Facts] = []

    def count(name: str) -> None:
        print_page = getattr(press, name)

        def counted(facts: Facts, *rest: str) -> Any:
            printed.append(facts)
            return print_page(facts, *rest)

        monkeypatch.setattr(press, name, counted)

    count("print_columns")
    count("_only_notices")
    return printed


@pytest.fixture
def article(desk: Any) -> Article:
    """A piece with an author, not published."""
    return BylineFactory(article__body=BODY).article


def changed(article: Article, at: dt.datetime) -> Any:
    """A newer version of a piece."""
    Article.objects.filter(pk=article.pk).update(body=RIGHT)
    return saved(article, at=at)


def test_publishing_prints_once_in_35_queries_14_for_facts_3_for_the_address_2_for_who_was_asked_and_a_starting_text(
    article, now, prints, django_assert_num_queries
):
    revision = saved(article, at=now)
    with django_assert_num_queries(35):
        edition = acts.publish(article, revision=revision, by=None, at=now)
    assert [facts.content for facts in prints] == [edition.revision.content]


def test_publishing_with_a_notice_prints_once_in_45_queries_13_for_the_notice_1_for_conditions(
    article, now, prints, django_assert_num_queries
):
    published(article, at=now)
    revision = changed(article, now)
    prints.clear()
    with django_assert_num_queries(45):
        edition = acts.publish(article, revision=revision, by=None, at=now + HOUR, change=NOTICE)
    assert len(prints) == 1
    assert edition.printed["notice_ids"] == [article.notices.get().pk]


def test_correcting_prints_once_in_55_queries_14_for_the_new_version_13_for_the_notice(
    article, now, prints, django_assert_num_queries
):
    published(article, at=now)
    prints.clear()
    with django_assert_num_queries(55):
        edition = acts.correct(article, changes={"body": RIGHT}, notice=NOTICE, by=None, at=now + HOUR)
    assert len(prints) == 1
    assert (edition.body, edition.printed["notice_ids"]) == (RIGHT, [article.notices.get().pk])


def test_a_correction_prints_the_scheduled_version_once_as_well(article, now, prints):
    published(article, at=now)
    acts.publish(
        article, revision=changed(article, now), by=None, at=now, live_from=now + 5 * HOUR, change="minor"
    )
    prints.clear()
    acts.correct(article, changes={"dek": "Ships."}, notice=NOTICE, by=None, at=now + HOUR)
    assert [facts.live_from for facts in prints] == [now + HOUR, now + 5 * HOUR]


def test_publishing_before_a_scheduled_version_prints_both_once(article, now, prints):
    published(article, at=now)
    revision = changed(article, now)
    Article.objects.filter(pk=article.pk).update(dek="Ships.")
    later = saved(article, at=now)
    acts.publish(article, revision=later, by=None, at=now, live_from=now + 5 * HOUR, change="minor")
    prints.clear()
    acts.publish(article, revision=revision, by=None, at=now + HOUR, change=NOTICE)
    assert [facts.live_from for facts in prints] == [now + HOUR, now + 5 * HOUR]


def test_what_follows_when_a_permission_ends_is_printed_once_with_the_edition_before_it(article, now, prints):
    AppearanceFactory(article=article, rights={"valid_until": now.date() + dt.timedelta(days=9)})
    revision = saved(article, at=now)
    acts.publish(article, revision=revision, by=None, at=now)
    assert [facts.allowed.mode for facts in prints] == ["full", "link"]
    scheduled = ArticleFactory()
    AppearanceFactory(article=scheduled, rights={"valid_until": now.date() + dt.timedelta(days=9)})
    revision = saved(scheduled, at=now)
    prints.clear()
    acts.publish(scheduled, revision=revision, by=None, at=now, live_from=now + HOUR)
    assert [facts.allowed.mode for facts in prints] == ["full", "link"]


def test_a_permission_given_later_prints_the_live_page_and_what_follows_it_once(article, now, prints):
    place: Appearance = AppearanceFactory(article=article, rights=False)
    revision = saved(article, at=now)
    acts.publish(article, revision=revision, by=None, at=now, without_text=True)
    until = now.date() + dt.timedelta(days=9)
    prints.clear()
    acts.grant_rights(
        place, Grant(granted_on=now.date(), evidence="A mail.", valid_until=until), by=None, at=now + HOUR
    )
    assert [facts.allowed.mode for facts in prints] == ["full", "link"]
    prints.clear()
    acts.extend_rights(place, valid_until=until + dt.timedelta(days=9), by=None, at=now + 2 * HOUR)
    assert [facts.allowed.mode for facts in prints] == ["full", "link"]
    live, ends = Edition.objects.live(now + 2 * HOUR).get(article=article), until + dt.timedelta(days=9)
    assert live.live_from == now + HOUR
    assert live.live_until.date() == ends


def test_reissuing_taking_down_and_putting_back_print_once_each(article, now, prints):
    published(article, at=now)
    author = article.bylines.get().author
    author.display_name = "Ida Harbour"
    author.save()
    counts = []
    for act in (
        lambda at: acts.reissue(article, renewed=ALL_NAMES, by=None, at=at, reason="A new name."),
        lambda at: acts.take_down(
            article, because="legal", sentence="Gone.", by=None, at=at, reason="A claim."
        ),
        lambda at: acts.put_back(article, by=None, at=at, reason="Settled."),
        lambda at: acts.unpublish(article, by=None, at=at, reason="Enough."),
    ):
        prints.clear()
        act(now + (len(counts) + 1) * HOUR)
        counts.append(len(prints))
    assert counts == [1, 1, 1, 0]


def test_the_checklist_judges_the_very_proof_that_goes_out(article, now, monkeypatch):
    judged: list[Proof] = []

    def check(act: Any, proof: Proof, *rest: Any, **options: Any) -> Any:
        judged.append(proof)
        return checklist.check(act, proof, *rest, **options)

    monkeypatch.setattr(publishing, "check", check)
    first = published(article, at=now)
    second = acts.publish(article, revision=changed(article, now), by=None, at=now + HOUR, change=NOTICE)
    third = acts.correct(article, changes={"dek": "Ships."}, notice=NOTICE, by=None, at=now + 2 * HOUR)
    assert [proof.edition for proof in judged] == [first, second, third]
    assert all(
        proof.edition is edition for proof, edition in zip(judged, (first, second, third), strict=True)
    )


def test_an_acts_page_prints_once_when_it_opens_and_its_confirmation_once(
    client: Client, publisher, article, now, prints
):
    published(article, at=now)
    revision = changed(article, now)
    client.force_login(publisher)
    address = reverse("admin:articles_article_act", args=[article.pk, "publish"])
    prints.clear()
    assert client.get(address).status_code == 200
    assert len(prints) == 1
    prints.clear()
    sent = client.post(address, {"version": revision.number, "change": "update", "text": "There is more."})
    assert sent.status_code == 302
    assert len(prints) == 1
