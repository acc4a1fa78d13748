"""Rights follow what is made from a text: translations, excerpts and new versions of a piece."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from articles import acts
from articles.acts.rights import Grant
from articles.models import Article, LedgerEntry
from articles.rights.rule import EXCERPT, FULL, LINK
from tests.articles.rights import HOUR, LONG, live
from tests.factories import AppearanceFactory, ArticleFactory, InstitutionFactory, published, saved


def source_of(terms: object = None) -> Article:
    """A piece that ran in an outlet, with the outlet's permission on these terms."""
    return AppearanceFactory(rights=terms or {}, article__body=LONG).article


def translation_of(source: Article, **facts: object) -> Article:
    values = {"body": LONG, "language": "de", "source_language": "en", "translation_of": source}
    return ArticleFactory(**values | facts)


def made_from(source: Article, made_as: str = "version") -> Article:
    return ArticleFactory(made_from=source, made_as=made_as, body=LONG)


MAKING = {
    "a translation": translation_of,
    "an excerpt": lambda source: made_from(source, "excerpt"),
    "a new version": made_from,
}


@pytest.mark.parametrize("make", MAKING.values(), ids=MAKING)
def test_what_is_made_from_a_text_whose_permission_is_missing_is_not_published_in_full(desk, now, make):
    source = AppearanceFactory(rights=False).article
    saved(source, at=now)
    piece = make(source)
    with pytest.raises(acts.CannotPublish, match="from which this is made: permission to be asked for"):
        published(piece, at=now)
    edition = acts.publish(piece, revision=saved(piece, at=now), by=None, at=now, without_text=True)
    assert (edition.mode, edition.body) == (LINK, "")


@pytest.mark.parametrize("make", MAKING.values(), ids=MAKING)
def test_a_withdrawal_reaches_what_is_made_from_the_text_in_the_same_act(desk, editor, now, make):
    source = source_of()
    place = source.appearances.get()
    published(source, at=now)
    piece = make(source)
    published(piece, at=now)
    assert live(piece, now).mode == FULL
    acts.withdraw_rights(place, by=editor, at=now + HOUR, reason="They sold the archive")
    assert [live(each, now + HOUR).mode for each in (source, piece)] == [LINK, LINK]
    cause = LedgerEntry.objects.get(article=source, act="withdraw_rights")
    entry = LedgerEntry.objects.get(article=piece, act="reissue")
    assert entry.after["source_entry"] == cause.pk
    assert (entry.actor, entry.at) == (editor, cause.at)
    assert "They sold the archive" in entry.reason


def test_a_chain_of_several_steps_follows_to_its_end(desk, editor, now):
    source = source_of()
    published(source, at=now)
    middle = translation_of(source)
    published(middle, at=now)
    end = made_from(middle, "excerpt")
    published(end, at=now)
    acts.withdraw_rights(source.appearances.get(), by=editor, at=now + HOUR, reason="A letter")
    assert [live(each, now + HOUR).mode for each in (source, middle, end)] == [LINK, LINK, LINK]
    grant = Grant(granted_on=now.date(), evidence="mail", mode=EXCERPT, excerpt_words=5)
    acts.grant_rights(source.appearances.get(), grant, by=editor, at=now + 2 * HOUR)
    assert [live(each, now + 2 * HOUR).mode for each in (source, middle, end)] == [EXCERPT] * 3
    assert live(end, now + 2 * HOUR).printed["rights"][0]["excerpt_words"] == 5


def test_a_permission_that_ends_by_the_clock_ends_for_what_is_made_from_the_text_too(desk, editor, now):
    source = source_of({"valid_until": dt.date(2026, 4, 1)})
    published(source, at=now)
    piece = translation_of(source)
    published(piece, at=now)
    ends = dt.datetime(2026, 4, 1, tzinfo=ZoneInfo("America/New_York"))
    before = ends - dt.timedelta(microseconds=1)
    assert [live(piece, at).mode for at in (now, before, ends)] == [FULL, FULL, LINK]
    acts.extend_rights(source.appearances.get(), valid_until=dt.date(2026, 5, 1), by=editor, at=now + HOUR)
    assert live(piece, ends).mode == FULL
    assert live(piece, dt.datetime(2026, 5, 1, 12, tzinfo=dt.UTC)).mode == LINK
    assert LedgerEntry.objects.filter(article=piece, after__source=source.pk).count() == 1


def test_a_scheduled_page_made_from_a_text_obeys_a_withdrawal_meanwhile(desk, editor, now):
    source = source_of()
    published(source, at=now)
    piece = made_from(source)
    published(piece, at=now, live_from=now + 5 * HOUR)
    acts.withdraw_rights(source.appearances.get(), by=editor, at=now + HOUR, reason="A letter")
    assert live(piece, now + 6 * HOUR).mode == LINK


def test_a_version_of_the_source_that_names_another_place_bounds_what_is_made_from_it_from_its_hour_on(
    desk, now
):
    source = ArticleFactory(body=LONG)
    published(source, at=now)
    piece = translation_of(source)
    published(piece, at=now)
    AppearanceFactory(article=source, rights=False, relation="version")
    later = now + 5 * HOUR
    acts.publish(
        source, revision=saved(source, at=now), by=None, at=now, live_from=later, without_text=True, change="minor"
    )  # fmt: skip
    assert [live(piece, at).mode for at in (now, later - dt.timedelta(microseconds=1), later)] == [
        FULL,
        FULL,
        LINK,
    ]
    acts.unschedule(source, by=None, at=now + HOUR)
    assert live(piece, later).mode == FULL


def test_a_source_that_is_taken_down_takes_the_text_of_what_is_made_from_it_along_and_back(desk, now):
    source = ArticleFactory(body=LONG)
    published(source, at=now)
    piece = translation_of(source)
    published(piece, at=now)
    acts.take_down(source, because="rights", sentence="Gone.", by=None, at=now + HOUR, reason="A letter")
    assert live(piece, now + HOUR).mode == LINK
    acts.put_back(source, by=None, at=now + 2 * HOUR, reason="All is well")
    assert live(piece, now + 2 * HOUR).mode == FULL


@pytest.mark.parametrize("back_after", [HOUR, 9 * HOUR], ids=["at once", "at an hour"])
def test_a_source_that_is_unpublished_takes_the_text_of_what_is_made_from_it_along_and_back(
    desk, now, back_after
):
    source = ArticleFactory(body=LONG)
    published(source, at=now)
    middle = translation_of(source, dek="What it says.")
    published(middle, at=now)
    end = made_from(middle)
    published(end, at=now + HOUR, live_from=now + 4 * HOUR)
    gone = now + 2 * HOUR
    acts.unpublish(source, by=None, at=gone, reason="It should never have been out")
    for piece, at in ((middle, gone), (end, now + 4 * HOUR)):
        edition = live(piece, at)
        assert (edition.mode, edition.dek, edition.body) == (LINK, "", "")
        assert (
            "no longer published (only the headline may be shown)" in edition.printed["rights"][0]["in_words"]
        )
        assert "should never have been out" in LedgerEntry.objects.get(article=piece, act="reissue").reason
    hour = gone + back_after
    version = source.revisions.get()
    acts.publish(
        source, revision=version, by=None, at=gone + HOUR, change="minor",
        live_from=None if back_after == HOUR else hour,
    )  # fmt: skip
    before = hour - dt.timedelta(microseconds=1)
    assert [live(piece, before).mode for piece in (middle, end) if piece == middle or back_after > HOUR] == [
        LINK
    ] * (1 + (back_after > HOUR))
    assert (live(middle, hour).mode, live(middle, hour).dek) == (FULL, "What it says.")
    assert live(end, now + 12 * HOUR).mode == FULL


def test_a_source_published_again_after_its_permission_ended_gives_no_text_back(desk, now):
    source = source_of({"valid_until": dt.date(2026, 4, 1)})
    published(source, at=now)
    piece = translation_of(source)
    published(piece, at=now)
    acts.unpublish(source, by=None, at=now + HOUR, reason="For a while")
    later = dt.datetime(2026, 4, 2, 12, tzinfo=dt.UTC)
    acts.publish(
        source, revision=source.revisions.get(), by=None, at=now + 2 * HOUR, live_from=later, change="minor",
        without_text=True,
    )  # fmt: skip
    assert [(live(each, later).mode, live(each, later).body) for each in (source, piece)] == [(LINK, "")] * 2


def test_a_withdrawal_passes_through_a_source_in_another_house_that_readers_never_had(desk, editor, now):
    source = source_of()
    published(source, at=now)
    middle = translation_of(source, institution=InstitutionFactory(time_zone="Asia/Tokyo"))
    saved(middle, at=now)
    end = made_from(middle)
    published(end, at=now)
    acts.withdraw_rights(source.appearances.get(), by=editor, at=now + HOUR, reason="A letter")
    assert live(end, now + HOUR).mode == LINK


def test_a_page_that_goes_out_before_its_scheduled_source_is_asked_about(desk, now):
    source = ArticleFactory(headline="The Harbour Wakes")
    published(source, at=now, live_from=now + 48 * HOUR)
    piece = translation_of(source)
    edition = published(piece, at=now)
    asked = [row["sentence"] for row in edition.entry.checklist if row["code"] == "before_its_source"]
    assert [sentence.split(",")[0] for sentence in asked] == ["“The Harbour Wakes”"]
    assert not [
        row for row in published(translation_of(source), at=now, live_from=now + 49 * HOUR).entry.checklist
        if row["code"] == "before_its_source"
    ]  # fmt: skip


def test_what_the_source_does_not_change_for_readers_leaves_no_entry(desk, now):
    source = ArticleFactory(body=LONG)
    published(source, at=now)
    piece = translation_of(source)
    edition = published(piece, at=now)
    source.dek = "Another."
    source.save()
    published(source, at=now + HOUR)
    assert live(piece, now + HOUR) == edition
    assert not LedgerEntry.objects.filter(article=piece, act="reissue").exists()


def test_a_piece_that_is_no_longer_made_from_another_goes_its_own_way(desk, editor, now):
    source = source_of()
    published(source, at=now)
    piece = made_from(source)
    published(piece, at=now)
    Article.objects.filter(pk=piece.pk).update(made_from=None, made_as="", dek="Its own.")
    published(piece, at=now + HOUR)
    acts.withdraw_rights(source.appearances.get(), by=editor, at=now + 2 * HOUR, reason="A letter")
    assert live(piece, now + 2 * HOUR).mode == FULL


def test_dropping_the_source_of_a_page_that_may_not_show_its_text_is_pointed_out(desk, now):
    source = AppearanceFactory(rights=False).article
    saved(source, at=now)
    piece = made_from(source)
    acts.publish(piece, revision=saved(piece, at=now), by=None, at=now, without_text=True)
    Article.objects.filter(pk=piece.pk).update(made_from=None, made_as="")
    edition = published(piece, at=now + HOUR)
    assert "shows_more" in [row["code"] for row in edition.entry.checklist]


def test_the_outlets_page_is_not_named_to_search_engines_in_place_of_a_translation(desk, now):
    source = source_of({"search_policy": "canonical"})
    published(source, at=now)
    edition = published(translation_of(source), at=now)
    assert (edition.search_policy, edition.printed["canonical"]) == ("index", "")
    hidden = source_of({"search_policy": "noindex"})
    published(hidden, at=now)
    assert published(translation_of(hidden), at=now).search_policy == "noindex"


@pytest.mark.parametrize("steps", [1, 2])
def test_no_piece_is_made_from_itself_over_any_number_of_steps(desk, steps):
    first = ArticleFactory()
    last = first
    for _ in range(steps):
        last = made_from(last)
    first.translation_of, first.source_language = last, "de"
    with pytest.raises(ValidationError, match="is itself made from this piece"):
        first.full_clean()
    with pytest.raises(IntegrityError, match="not made from itself"), transaction.atomic():
        first.save()


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [({"made_as": "excerpt"}, "Choose the piece"), ({"made_from": True}, "say if it is an excerpt")],
)
def test_source_and_what_is_made_of_it_are_said_together(desk, facts, sentence):
    if "made_from" in facts:
        facts = {"made_from": ArticleFactory()}
    with pytest.raises(ValidationError, match=sentence):
        ArticleFactory.build(institution=desk, kind=desk.default_kind, **facts).full_clean()


@pytest.mark.parametrize(
    ("made_as", "language", "sentence"),
    [
        ("excerpt", "en", "An excerpt from The Long Tide"),
        ("version", "en", "A new version of The Long Tide"),
        ("excerpt", "de", "Auszug aus The Long Tide"),
    ],
)
def test_readers_are_led_to_the_piece_that_this_one_is_made_from(
    desk, client, now, monkeypatch, made_as, language, sentence
):
    monkeypatch.setattr("reading.public_view.now", lambda: now)
    source = ArticleFactory(headline="The Long Tide", slug="long-tide")
    piece = ArticleFactory(made_from=source, made_as=made_as, language=language, slug="made")
    assert published(piece, at=now).printed["made_from"] == []
    published(source, at=now)
    Article.objects.filter(pk=piece.pk).update(dek="Now with its source.")
    published(piece, at=now)
    page = client.get("/articles/made/").content.decode()
    link = sentence.replace("The Long Tide", '<a href="/articles/long-tide/">The Long Tide</a>')
    assert f'<p class="made-from">{link}</p>' in page
    assert "made-from" in client.get("/feed.rss").content.decode()
