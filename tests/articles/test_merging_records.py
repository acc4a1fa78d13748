"""Two content types, licences or disclaimers become one: pages stay as printed; undone within a day."""

import datetime as dt
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from articles import acts
from articles.acts.merging import belongings
from articles.models import Article, Edition
from articles.press.comparison import changed_sentences
from articles.press.where_printed import editions_printing
from articles.renewed import Renewable, Renewed
from disclaimers.models import Disclaimer, Institution, Kind, KindLabel, Licence, UsualLicence, Wording
from disclaimers.models.member import HouseMember
from tests.articles.pieces import HOUR, MINUTE, change
from tests.conftest import NOW
from tests.factories import (
    AppointmentBodyFactory,
    AppointmentFactory,
    ArticleFactory,
    BylineFactory,
    DisclaimerFactory,
    KindFactory,
    LicenceFactory,
    WordingFactory,
    published,
    saved,
)
from tests.kept import kept

NAMES = ["kind", "licence"]


@kept
def two(desk: Institution) -> dict[str, tuple[Any, Any]]:
    """A mistyped content type and licence with the right ones; only the mistyped type has a disclaimer of its own."""
    typo, right = (
        KindFactory(code="comentary", label="Comentary"),
        KindFactory(code="comment", label="Comment"),
    )
    own = DisclaimerFactory(institution=desk, code="on-comments")
    own.kinds.add(typo)
    WordingFactory(disclaimer=own, text="Comments are free.")
    licences = LicenceFactory(code="by", name="CC-BY"), LicenceFactory(code="cc-by", name="CC BY")
    return {"kind": (typo, right), "licence": licences}


@kept
def page(two: dict[str, tuple[Any, Any]]) -> Edition:
    """A live page of the mistyped records."""
    article = ArticleFactory(kind=two["kind"][0], licence=two["licence"][0])
    return published(BylineFactory(article=article).article, at=NOW)


def new_version(article: Article, at: dt.datetime) -> Edition:
    """The piece as it is published after a change of its text."""
    change(article, body="<p>Ships came in late.</p>")
    article.refresh_from_db()
    return acts.publish(article, revision=saved(article, at=at), by=None, at=at, change="minor")


@pytest.mark.parametrize("name", NAMES)
def test_a_merged_record_stays_on_its_pages_until_a_reissue_names_it(two, page, name, now, publisher):
    gone, kept = two[name]
    acts.merge(gone, kept, by=publisher, at=now)
    article = Article.objects.get()
    assert getattr(article, f"{name}_id") == kept.pk, "the manuscript names the one that stands"
    again = new_version(article, now + HOUR)
    assert {row.where for row in changed_sentences(page, again)} <= {"In the text"}
    assert set(editions_printing(kept)) == {page, again}
    subject = Renewable.LABEL if name == "kind" else Renewable.LICENCE
    renewed = acts.reissue(
        article, renewed=Renewed.of(subject), by=publisher, at=now + 2 * HOUR, reason="One name"
    )
    words = {
        "kind": (again.kicker, renewed.kicker),
        "licence": (again.printed["licence"][1]["text"], renewed.printed["licence"][1]["text"]),
    }
    assert words[name] == (str(gone), str(kept))


@pytest.mark.parametrize("name", NAMES)
def test_undoing_the_merge_gives_the_manuscripts_back(two, page, name, now, publisher):
    gone, kept = two[name]
    merged = acts.merge(gone, kept, by=publisher, at=now)
    of_kept = ArticleFactory(kind=two["kind"][1], licence=two["licence"][1])
    acts.undo_merge(merged, by=publisher, at=now + HOUR)
    assert getattr(page.article, f"{name}_id") == gone.pk
    assert getattr(Article.objects.get(pk=of_kept.pk), f"{name}_id") == kept.pk
    assert changed_sentences(page, new_version(page.article, now + HOUR))[0].where == "In the text"


def test_what_referred_to_a_merged_type_refers_to_the_one_that_stands(two, page, desk, now, publisher):
    gone, kept = two["kind"]
    Institution.objects.filter(pk=desk.pk).update(default_kind=gone)
    acts.merge(gone, kept, by=publisher, at=now)
    desk.refresh_from_db()
    assert desk.default_kind == kept
    new = published(ArticleFactory(kind=kept), at=now)
    assert new.kicker == "Comment"
    assert "Comments are free." in [row["text"] for row in new.printed["wordings"]]


def test_a_type_whose_usual_licence_is_merged_goes_out_under_the_one_that_stands(two, desk, now, publisher):
    kind, (gone, kept) = KindFactory(), two["licence"]
    UsualLicence.objects.create(kind=kind, licence=gone)
    acts.merge(gone, kept, by=publisher, at=now)
    assert UsualLicence.objects.get().licence == kept
    assert published(ArticleFactory(kind=kind), at=now).printed["terms"]["licence"]["id"] == kept.pk


def test_labels_and_usual_licences_of_a_merged_type_go_along_or_are_named(two, desk, now, publisher):
    gone, kept = two["kind"]
    german = KindLabel.objects.create(kind=gone, language="de", label="Kommentar")
    rival = KindLabel.objects.create(kind=gone, language="ru", label="Колонка")
    KindLabel.objects.create(kind=kept, language="ru", label="Комментарий")
    own = KindLabel.objects.create(kind=gone, language="en", label="Comentary")  # would print for “Comment”
    usual = UsualLicence.objects.create(kind=gone, licence=two["licence"][0], institution=desk)
    said = belongings.left_behind(gone, kept)
    assert said == ["label: Comentary: Колонка, in Russian", "label: Comentary: Comentary, in English"]
    merged = acts.merge(gone, kept, by=publisher, at=now)
    assert {row.label for row in kept.labels.all()} == {"Kommentar", "Комментарий"}
    assert published(ArticleFactory(kind=kept, language="de"), at=now).kicker == "Kommentar"
    assert kept.usual_licences.get() == usual
    acts.undo_merge(merged, by=publisher, at=now + MINUTE)
    assert set(gone.labels.all()) == {german, rival, own}
    assert gone.usual_licences.get() == usual


@pytest.mark.parametrize("name", NAMES)
def test_only_an_act_merges_records_and_only_a_publisher_of_all_houses(
    two, name, now, editor, publisher, desk
):
    gone, kept = two[name]
    model = {"kind": Kind, "licence": Licence}[name]
    with pytest.raises(IntegrityError, match="by acts alone"), transaction.atomic():
        model.objects.filter(pk=gone.pk).update(merged_into=kept)
    with pytest.raises(acts.ActRefused, match="You may not merge"):
        acts.merge(gone, kept, by=editor, at=now)
    HouseMember.objects.create(user=publisher, institution=desk)
    with pytest.raises(acts.ActRefused, match="some institutions only"):
        acts.merge(gone, kept, by=publisher, at=now + MINUTE)


def test_a_merged_disclaimer_stays_on_its_pages_and_new_ones_say_the_other_once(desk, now, publisher):
    Wording.objects.update(text="We take no side.")
    kept = Disclaimer.objects.get()
    gone = DisclaimerFactory(institution=desk, code="mistyped")
    WordingFactory(disclaimer=gone, text="We take no sides.")
    page = published(ArticleFactory(), at=now)
    both = [row["text"] for row in page.printed["wordings"]]
    assert sorted(both) == ["We take no side.", "We take no sides."]
    merged = acts.merge(gone, kept, by=publisher, at=now)
    assert {row.where for row in changed_sentences(page, new_version(page.article, now + HOUR))} == {
        "In the text"
    }
    new = published(ArticleFactory(), at=now + HOUR)
    assert [row["text"] for row in new.printed["wordings"]] == ["We take no side."]
    assert {page.article_id, new.article_id} == set(editions_printing(kept).values_list("article", flat=True))
    acts.undo_merge(merged, by=publisher, at=now + 2 * HOUR)
    again = published(ArticleFactory(), at=now + 2 * HOUR)
    assert sorted(row["text"] for row in again.printed["wordings"]) == sorted(both)


def test_posts_that_demand_a_merged_disclaimer_demand_the_one_that_stands(desk, now, publisher):
    gone, kept = (
        DisclaimerFactory(institution=desk, scope="employment", code=code) for code in ("navy", "the-navy")
    )
    for one, text in (
        (gone, "{author} does not speak for {bodies}."),
        (kept, "{author} speaks for no {bodies}."),
    ):
        WordingFactory(disclaimer=one, text=text)
    post = AppointmentFactory(author__display_name="Ida Quay", disclaimer=gone)
    AppointmentBodyFactory(appointment=post, name="the Navy")
    article = BylineFactory(author=post.author).article
    said = "Ida Quay does not speak for the Navy."
    assert said in [row["text"] for row in published(article, at=now).printed["wordings"]]
    acts.merge(gone, kept, by=publisher, at=now)
    again = new_version(article, now + HOUR)
    assert said in [row["text"] for row in again.printed["wordings"]]
    new = published(BylineFactory(author=post.author).article, at=now + HOUR)
    assert "Ida Quay speaks for no the Navy." in [row["text"] for row in new.printed["wordings"]]


def test_disclaimers_of_two_houses_or_of_two_scopes_are_not_one(desk, now, publisher):
    here, there = DisclaimerFactory(institution=desk), DisclaimerFactory()
    with pytest.raises(acts.ActRefused, match="the other of"):
        acts.merge(here, there, by=publisher, at=now)
    with pytest.raises(acts.ActRefused, match="author’s employment"):
        acts.merge(here, DisclaimerFactory(institution=desk, scope="employment"), by=publisher, at=now)
    HouseMember.objects.create(user=publisher, institution=there.institution)
    with pytest.raises(acts.ActRefused, match="does not work for"):
        acts.merge(here, DisclaimerFactory(institution=desk), by=publisher, at=now)
