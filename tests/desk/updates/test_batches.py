"""Many published pages printed again: what is chosen, what is kept, what is refused."""

import datetime as dt

import pytest

from articles import acts
from articles.acts import batches, editions
from articles.models import Article, Batch, Edition, LedgerEntry
from articles.press import batch_cache
from articles.press.comparison import changed_sentences
from disclaimers.models import Wording
from disclaimers.slips import correct_slip
from tests.desk.updates.batch import HOUR, MINUTE, State, begun, carried_out, live, pieces_of, renamed, states
from tests.factories import (
    AppearanceFactory,
    ArticleFactory,
    AuthorFactory,
    BylineFactory,
    DisclaimerFactory,
    InstitutionFactory,
    OutletFactory,
    WordingFactory,
    published,
    saved,
)

pytestmark = pytest.mark.long


def test_every_piece_of_a_person_gets_their_name_of_today_by_an_entry_of_its_own(ida, publisher, now):
    mine = pieces_of(ida, 3, now)
    other = pieces_of(AuthorFactory(), 1, now)[0]
    gone = pieces_of(ida, 1, now)[0]
    acts.unpublish(gone, by=publisher, at=now, reason="It ran twice.")
    saved(BylineFactory(author=ida).article, at=now)
    batch = begun(now, publisher, author=renamed(ida))
    assert states(batch) == {"waiting": 3}
    assert carried_out(batch, now + HOUR) == {"done": 3}
    assert batch.finished_at == now + HOUR
    for item in batch.items.all():
        entry = item.entry
        assert item.article in mine
        assert (entry.act, entry.actor, entry.reason) == ("reissue", publisher, "She married")
        assert entry.after == {"version": 1, "renewed": ["people"]}
        page = live(item.article, now + HOUR)
        assert (page.entry, page.byline, page.modified_at) == (entry, "Ida Harbour", None)
    assert not LedgerEntry.objects.filter(act="reissue", article__in=[other, gone]).exists()


@pytest.mark.parametrize("subjects", [["people"], ["disclaimers"], ["people", "disclaimers"], ["style"]])
def test_names_and_disclaimer_texts_are_each_of_today_only_where_chosen(ida, desk, publisher, now, subjects):
    article = pieces_of(ida, 1, now)[0]
    old = live(article, now).printed["wordings"][0]["text"]
    Wording.objects.update(in_force_until=now.date())
    WordingFactory(
        disclaimer=desk.disclaimers.get(), in_force_from=now.date(), text="Harbour takes no sides."
    )
    batch = begun(now, publisher, author=renamed(ida), renewed=subjects)
    carried_out(batch, now + 24 * HOUR)
    page = live(article, now + 24 * HOUR)
    assert page.byline == ("Ida Harbour" if "people" in subjects else "Ida Quay")
    said = "Harbour takes no sides." if "disclaimers" in subjects else old
    assert [row["text"] for row in page.printed["wordings"]] == [said]
    assert states(batch) == {"unchanged" if subjects == ["style"] else "done": 1}


@pytest.mark.parametrize(("names", "wordings"), [("current", "pinned"), ("pinned", "current")])
def test_an_update_of_an_earlier_release_goes_on_with_what_it_was_begun_for(
    ida, desk, publisher, now, names, wordings
):
    article = pieces_of(ida, 1, now)[0]
    correct_slip(Wording.objects.get(), text="Other words.", reason="A slip", by=publisher, at=now)
    batch = begun(now, publisher, author=renamed(ida), renewed=[], names=names, wordings=wordings)
    assert carried_out(batch, now + HOUR) == {"done": 1}
    page = live(article, now + HOUR)
    assert (page.byline == "Ida Harbour") == (names == "current")
    assert (page.printed["wordings"][0]["text"] == "Other words.") == (wordings == "current")


def test_a_slip_that_was_put_right_reaches_the_pages_that_say_it_and_nothing_else_of_them_changes(
    ida, desk, publisher, now
):
    wording = Wording.objects.get()
    article = pieces_of(ida, 1, now)[0]
    elsewhere = InstitutionFactory()
    WordingFactory(disclaimer=DisclaimerFactory(institution=elsewhere), text="Others speak.")
    published(ArticleFactory(institution=elsewhere), at=now)
    slip = correct_slip(wording, text="Harbour keeps out of it.", reason="Too long", by=publisher, at=now)
    renamed(ida)
    batch = begun(now, publisher, renewed=[f"slips:{wording.pk}"], wording=wording, correction=slip)
    assert [item.article for item in batch.items.all()] == [article]
    carried_out(batch, now + HOUR)
    page = live(article, now + HOUR)
    assert [row["text"] for row in page.printed["wordings"]] == ["Harbour keeps out of it."]
    assert page.byline == "Ida Quay"
    assert page.entry.after["renewed"] == [f"slips:{wording.pk}"]


def test_an_outlet_an_institution_and_chosen_pieces_are_selections_of_their_own(ida, desk, publisher, now):
    lantern = OutletFactory()
    ran = AppearanceFactory(outlet=lantern).article
    abroad = ArticleFactory(institution=InstitutionFactory())
    for article in (ran, abroad):
        published(article, at=now)
    chosen = pieces_of(ida, 3, now)

    def found(pieces=None, **by):
        return [page.article for page in batches.pages(Batch(**by), now, pieces)]

    assert found(outlet=lantern) == [ran]
    assert found(institution=abroad.institution) == [abroad]
    assert found(institution=desk) == [ran, *chosen]
    assert found([chosen[2].pk, chosen[0].pk]) == [chosen[0], chosen[2]]


def test_the_scheduled_version_is_printed_again_with_the_live_one(ida, publisher, now):
    article = pieces_of(ida, 1, now)[0]
    Article.objects.filter(pk=article.pk).update(dek="Later.")
    published(article, at=now + MINUTE, live_from=now + 5 * HOUR)
    batch = begun(now + HOUR, publisher, author=renamed(ida))
    assert carried_out(batch, now + HOUR) == {"done": 1}
    later = live(article, now + 6 * HOUR)
    assert (live(article, now + 2 * HOUR).byline, later.byline) == ("Ida Harbour", "Ida Harbour")
    assert (later.dek, later.live_from) == ("Later.", now + 5 * HOUR)


def test_a_look_says_what_a_run_does_and_writes_nothing(ida, publisher, now):
    pieces_of(ida, 2, now)
    BylineFactory(article=pieces_of(AuthorFactory(), 1, now)[0], author=ida)  # in the draft alone
    batch = Batch(author=renamed(ida), renewed=["people"])
    before = [Edition.objects.count(), LedgerEntry.objects.count(), Batch.objects.count()]
    keys = list(batches.pages(batch, now).values_list("pk", flat=True))
    seen = list(batches.preview(batch, keys, at=now + HOUR))
    assert [Edition.objects.count(), LedgerEntry.objects.count(), Batch.objects.count()] == before
    carried_out(begun(now, publisher, author=ida), now + HOUR)
    assert len(seen) == 2
    for one in seen:
        page = live(one.edition.article, now + HOUR)
        assert (page.printed["bylines"], page.body) == (one.reprinted.printed["bylines"], one.reprinted.body)
        said = {change.where: (change.was, change.becomes) for change in changed_sentences(one.edition, page)}
        assert said == {"Byline": ("Ida Quay", "Ida Harbour")}
    assert [one.reprinted for one in batches.preview(batch, list(_live_keys(now + HOUR, ida)), at=now + HOUR)] == [
        None, None,
    ]  # fmt: skip


def _live_keys(at, author):
    return (
        Edition.objects.live(at)
        .filter(bylines__author=author)
        .order_by("article_id")
        .values_list("pk", flat=True)
    )


def test_a_piece_that_may_not_be_done_is_refused_with_a_sentence_and_keeps_no_other_waiting(
    ida, editor, publisher, now
):
    first, second, _ = pieces_of(ida, 3, now)
    batch = begun(now, publisher, author=renamed(ida))
    acts.unpublish(second, by=publisher, at=now + MINUTE, reason="It ran twice.")
    assert carried_out(batch, now + HOUR) == {"done": 2, "refused": 1}
    refused = batch.items.get(state=State.REFUSED)
    assert refused.article == second
    assert refused.sentence == "Update published page is not possible: this piece is unpublished."
    theirs = begun(now + HOUR, editor, author=renamed(ida, "Ida Lantern"))
    assert carried_out(theirs, now + 2 * HOUR) == {"refused": 2}
    assert "You may not do this here" in theirs.items.first().sentence
    assert live(first, now + 2 * HOUR).byline == "Ida Harbour"


def test_a_piece_that_cannot_be_printed_is_left_as_it_was_and_logged(
    ida, publisher, now, monkeypatch, caplog
):
    first, second = pieces_of(ida, 2, now)
    batch = begun(now, publisher, author=renamed(ida))
    open_edition = editions.open_edition

    def broken(proof, entry, **more):
        edition = open_edition(proof, entry, **more)
        if edition.article == first:
            raise KeyError("a member that an old page lacks")
        return edition

    monkeypatch.setattr(editions, "open_edition", broken)
    assert carried_out(batch, now + HOUR) == {"refused": 1, "done": 1}
    assert batch.items.get(state=State.REFUSED).sentence == batches.UNKNOWN_TROUBLE
    assert (live(first, now + HOUR).byline, live(second, now + HOUR).byline) == ("Ida Quay", "Ida Harbour")
    assert not LedgerEntry.objects.filter(act="reissue", article=first).exists()
    assert "a member that an old page lacks" in caplog.text


def test_a_house_s_words_are_read_anew_by_every_act_and_once_a_second_by_a_batch(monkeypatch):
    hour, read = [0.0], []
    monkeypatch.setattr(batch_cache.time, "monotonic", lambda: hour[0])

    def words():
        return batch_cache.get_or_load("style", lambda: read.append(1) or len(read))

    assert [words(), words()] == [1, 2]
    with batch_cache.batch_cache():
        assert [words(), words()] == [3, 3]
        hour[0] += batch_cache.SECONDS * 1.1
        assert [words(), words()] == [4, 4]
    assert words() == 5


def test_a_batch_needs_a_reason_and_a_live_page(ida, publisher, now):
    with pytest.raises(acts.ActRefused, match="No live or scheduled page"):
        begun(now, publisher, author=ida)
    pieces_of(ida, 1, now)
    with pytest.raises(acts.ActRefused, match="say why"):
        begun(now, publisher, author=ida, reason=" ")
    assert not Batch.objects.exists()


def test_a_turn_ends_when_its_time_is_up_and_whoever_goes_on_does_the_rest(ida, publisher, now):
    pieces_of(ida, 3, now)
    batch = begun(now, publisher, author=renamed(ida))
    batches.run(batch, clock=lambda: now + HOUR, stop_after=dt.timedelta(microseconds=1))
    assert states(batch) == {"done": 1, "waiting": 2}
    assert batch.finished_at is None
    assert carried_out(batch, now + HOUR) == {"done": 3}


def test_a_stopped_batch_changes_nothing_until_it_is_resumed(ida, publisher, now):
    pieces_of(ida, 3, now)
    batch = begun(now, publisher, author=renamed(ida))
    batches.run(batch, clock=lambda: now + HOUR, progress=lambda item: batches.stop(batch))
    assert batch.stopped
    assert carried_out(batch, now + HOUR) == {"done": 1, "waiting": 2}
    batches.resume(batch)
    assert carried_out(batch, now + HOUR) == {"done": 3}
    batches.stop(batch)
    batch.refresh_from_db()
    assert not batch.stopped  # it is over
