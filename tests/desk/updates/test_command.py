"""Many published pages printed again: what is chosen, what is kept, and that nothing is lost or done twice."""

import datetime as dt
import json
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.utils import timezone

from articles import acts
from articles.acts import batches, laying
from articles.models import Article, Batch, BatchItem, Edition, LedgerEntry
from articles.press import batch_cache
from articles.press.comparison import changed_sentences
from disclaimers.models import Wording
from disclaimers.slips import correct_slip
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
from thinktank.bench.database import _url

MINUTE, HOUR = dt.timedelta(minutes=1), dt.timedelta(hours=1)
State = BatchItem.State


@pytest.fixture
def ida(desk):
    return AuthorFactory(display_name="Ida Quay", slug="ida-quay")


def pieces_of(author, how_many, at):
    """Live pieces of a person, oldest first."""
    return [published(BylineFactory(author=author).article, at=at).article for _ in range(how_many)]


def renamed(author, name="Ida Harbour"):
    author.display_name = name
    author.save()
    return author


def begun(at, by, pieces=None, **chosen):
    return batches.begin(
        Batch(**{"reason": "She married", "names": "current", "by": by, **chosen}), at=at, pieces=pieces
    )


def carried_out(batch, at):
    """Run to the end with a clock that stands; how many pieces ended in each state."""
    batches.run(batch, clock=lambda: at)
    return states(batch)


def states(batch):
    found = list(batch.items.values_list("state", flat=True))
    return {state: found.count(state) for state in dict.fromkeys(found)}


def live(article, at):
    return Edition.objects.live(at).get(article=article)


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
        assert entry.after == {"version": 1, "wordings": "pinned", "names": "current", "corrected": []}
        page = live(item.article, now + HOUR)
        assert (page.entry, page.byline, page.modified_at) == (entry, "Ida Harbour", None)
    assert not LedgerEntry.objects.filter(act="reissue", article__in=[other, gone]).exists()


@pytest.mark.parametrize("names", ["pinned", "current"])
@pytest.mark.parametrize("wordings", ["pinned", "current"])
def test_names_and_disclaimer_texts_are_each_of_today_only_where_chosen(
    ida, desk, publisher, now, names, wordings
):
    article = pieces_of(ida, 1, now)[0]
    old = live(article, now).printed["wordings"][0]["text"]
    Wording.objects.update(in_force_until=now.date())
    WordingFactory(
        disclaimer=desk.disclaimers.get(), in_force_from=now.date(), text="Harbour takes no sides."
    )
    batch = begun(now, publisher, author=renamed(ida), names=names, wordings=wordings)
    carried_out(batch, now + 24 * HOUR)
    page = live(article, now + 24 * HOUR)
    assert page.byline == ("Ida Harbour" if names == "current" else "Ida Quay")
    said = "Harbour takes no sides." if wordings == "current" else old
    assert [row["text"] for row in page.printed["wordings"]] == [said]
    assert states(batch) == {"unchanged" if names == wordings == "pinned" else "done": 1}


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
    batch = begun(now, publisher, names="pinned", wording=wording, correction=slip)
    assert [item.article for item in batch.items.all()] == [article]
    carried_out(batch, now + HOUR)
    page = live(article, now + HOUR)
    assert [row["text"] for row in page.printed["wordings"]] == ["Harbour keeps out of it."]
    assert page.byline == "Ida Quay"
    assert page.entry.after["corrected"] == [wording.pk]


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
    batch = Batch(author=renamed(ida), names="current")
    before = [Edition.objects.count(), LedgerEntry.objects.count(), Batch.objects.count()]
    keys = list(batches.pages(batch, now).values_list("pk", flat=True))
    seen = list(batches.preview(batch, keys, at=now + HOUR))
    assert [Edition.objects.count(), LedgerEntry.objects.count(), Batch.objects.count()] == before
    carried_out(begun(now, publisher, author=ida), now + HOUR)
    assert len(seen) == 2
    for one in seen:
        page = live(one.live.article, now + HOUR)
        assert (page.printed["bylines"], page.body) == (one.again.printed["bylines"], one.again.body)
        said = {change.where: (change.was, change.becomes) for change in changed_sentences(one.live, page)}
        assert said == {"Byline": ("Ida Quay", "Ida Harbour")}
    assert [one.again for one in batches.preview(batch, list(_live_keys(now + HOUR, ida)), at=now + HOUR)] == [
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
    lay = laying.lay

    def broken(sheet, entry, **more):
        edition = lay(sheet, entry, **more)
        if edition.article == first:
            raise KeyError("a member that an old page lacks")
        return edition

    monkeypatch.setattr(laying, "lay", broken)
    assert carried_out(batch, now + HOUR) == {"refused": 1, "done": 1}
    assert batch.items.get(state=State.REFUSED).sentence == batches.UNKNOWN_TROUBLE
    assert (live(first, now + HOUR).byline, live(second, now + HOUR).byline) == ("Ida Quay", "Ida Harbour")
    assert not LedgerEntry.objects.filter(act="reissue", article=first).exists()
    assert "a member that an old page lacks" in caplog.text


def test_a_house_s_words_are_read_anew_by_every_act_and_once_a_second_by_a_batch(monkeypatch):
    hour, read = [0.0], []
    monkeypatch.setattr(batch_cache.time, "monotonic", lambda: hour[0])

    def words():
        return batch_cache.cached("style", lambda: read.append(1) or len(read))

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


@pytest.mark.django_db(transaction=True)
def test_two_runners_share_the_work_and_never_do_one_piece_twice(ida, publisher, now):
    articles = pieces_of(ida, 12, now)
    batch = begun(now, publisher, author=renamed(ida))
    gate, did = threading.Barrier(2), [[], []]

    def runs(n):
        try:
            mine = Batch.objects.get(pk=batch.pk)
            gate.wait()
            batches.run(mine, clock=lambda: now + HOUR, progress=lambda item: did[n].append(item.article_id))
        finally:
            connection.close()

    threads = [threading.Thread(target=runs, args=(n,)) for n in (0, 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(did[0] + did[1]) == [article.pk for article in articles]
    assert all(did)
    assert LedgerEntry.objects.filter(act="reissue").count() == 12
    batch.refresh_from_db()
    assert batch.finished_at


@pytest.mark.django_db(transaction=True)
def test_a_piece_in_somebody_s_hands_waits_and_the_others_do_not(ida, publisher, now):
    held, free = pieces_of(ida, 2, now)
    batch = begun(now, publisher, author=renamed(ida))

    def runs():
        try:
            batches.run(Batch.objects.get(pk=batch.pk), clock=lambda: now + HOUR)
        finally:
            connection.close()

    with transaction.atomic():
        Article.objects.select_for_update().get(pk=held.pk)
        thread = threading.Thread(target=runs)
        thread.start()
        thread.join()
        assert {item.article: item.state for item in batch.items.all()} == {held: "waiting", free: "done"}
    assert carried_out(batch, now + HOUR) == {"done": 2}


@pytest.mark.django_db(transaction=True)
def test_one_that_is_killed_in_the_middle_goes_on_where_it_was(ida, publisher, now):
    articles = pieces_of(ida, 24, now)
    renamed(ida)
    command = [sys.executable, "manage.py", "update_pages", "--author", "ida-quay", "--names", "current"]
    environment = {
        **os.environ,
        "DATABASE_URL": _url(connection.settings_dict["NAME"]),
        "DJANGO_SETTINGS_MODULE": "tests.settings",
    }
    runner = subprocess.Popen(
        [*command, "--reason", "She married", "--by", "paul"],
        stdout=subprocess.PIPE, text=True, env=environment, cwd=Path(__file__).resolve().parents[3],
    )  # fmt: skip
    batch = Batch.objects.get(pk=json.loads(runner.stdout.readline())["batch"])
    for _ in range(3):
        assert json.loads(runner.stdout.readline())["state"] == "done"
    os.kill(runner.pid, signal.SIGKILL)
    runner.stdout.close()
    runner.wait()
    assert 3 <= states(batch)["done"] < 24
    batches.run(batch, clock=timezone.now)
    assert states(batch) == {"done": 24}
    assert batch.finished_at
    assert LedgerEntry.objects.filter(act="reissue", article__in=articles).count() == 24
    for article in articles:
        assert Edition.objects.filter(article=article).count() == 2
        assert live(article, timezone.now()).byline == "Ida Harbour"


class TestTheCommand:
    @pytest.fixture(autouse=True)
    def _an_hour_later(self, monkeypatch, now):
        monkeypatch.setattr("desk.management.commands.update_pages.timezone.now", lambda: now + HOUR)

    def say(self, capsys, *words):
        """The command's lines, and its exit code."""
        try:
            call_command("update_pages", *words)
        except SystemExit as ended:
            code = ended.code
        else:
            code = 0
        return [json.loads(line) for line in capsys.readouterr().out.splitlines()], code

    def test_it_prints_a_line_for_each_piece_and_what_came_of_all(self, ida, publisher, now, capsys):
        mine = pieces_of(ida, 2, now)
        renamed(ida)
        first, *lines, last = self.say(
            capsys, "--author=ida-quay", "--names=current", "--reason=She married", "--by=paul"
        )[0]
        batch = Batch.objects.get()
        assert first == {"batch": batch.pk, "pieces": 2}
        assert lines == [{"article": str(article.uuid), "state": "done"} for article in mine]
        assert last == {"batch": batch.pk, "done": 2}
        assert {item.entry.actor for item in batch.items.all()} == {publisher}

    def test_a_dry_run_names_the_sentences_and_writes_nothing(self, ida, now, capsys):
        article = pieces_of(ida, 1, now)[0]
        renamed(ida)
        lines, code = self.say(capsys, "--author=ida-quay", "--names=current", "--dry-run")
        assert lines[0]["changes"] == [{"where": "Byline", "was": "Ida Quay", "becomes": "Ida Harbour"}]
        assert (lines[0]["article"], lines[0]["state"]) == (str(article.uuid), "would change")
        assert (lines[1], code) == ({"pieces": 1, "would change": 1}, 0)
        assert not Batch.objects.exists()
        assert Edition.objects.count() == 1

    def test_a_refusal_is_said_and_ends_in_one(self, ida, editor, now, capsys):
        pieces_of(ida, 1, now)
        renamed(ida)
        lines, code = self.say(capsys, "--author=ida-quay", "--names=current", "--reason=x", "--by=eve")
        assert "You may not do this here" in lines[1]["sentence"]
        assert (lines[2]["refused"], code) == (1, 1)

    def test_it_goes_on_with_one_that_was_stopped(self, ida, publisher, now, capsys):
        pieces_of(ida, 2, now)
        batch = begun(now, publisher, author=renamed(ida))
        batches.stop(batch)
        lines, code = self.say(capsys, f"--resume={batch.pk}")
        assert (lines[-1], code) == ({"batch": batch.pk, "done": 2}, 0)

    @pytest.mark.parametrize(
        ("words", "said"),
        [
            (["--author=nobody"], "There is no person “nobody”."),
            (["--outlet=nowhere"], "There is no outlet “nowhere”."),
            (["--institution=none"], "There is no institution “none”."),
            (["--wording=7000000"], "There is no disclaimer text “7000000”."),
            (["--article=00000000-0000-0000-0000-000000000000"], "There is no piece"),
            (["--resume=7000000"], "There is no update “7000000”."),
            (["--author=ida-quay", "--reason=x", "--by=nobody"], "There is no account “nobody”."),
            (["--author=ida-quay", "--reason=x", "--correction=1"], "There is no slip of that text “1”."),
            (["--author=ida-quay", "--reason=x"], "No live or scheduled page is among these."),
            (["--author=ida-quay"], "say why in a few words"),
        ],
    )  # fmt: skip
    def test_what_it_cannot_find_is_a_sentence(self, ida, words, said):
        with pytest.raises(CommandError, match=said):
            call_command("update_pages", *words)
