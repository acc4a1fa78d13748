"""Typed text is kept for who typed it: no version, nothing for readers, and gone with the save that contains it."""

import datetime as dt
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles import acts
from articles.models import Article, DeskState, Edition, LedgerEntry, Revision
from desk.buffers.storing import MOST_CHARS
from desk.clock import desk_zone
from desk.models import Buffer, Lease
from desk.pages import DeskPage
from tests.desk.buffers.typing import buffer_at, keep, kept_page, new_tab, type_in
from tests.desk.pages import ADD, change_page, fields_of, form_of, text_of
from tests.factories import ArticleFactory, published, saved

OFFERED = "and did not save it"
PUBLIC = ("/", "/feed.rss", "/articles/tides/", "/sitemap.xml")


@pytest.fixture
def piece(desk: Any, now: Any) -> Article:
    article: Article = ArticleFactory(
        headline="Tides", dek="On forms", body="<p>Dues rose.</p>", slug="tides"
    )
    saved(article, at=now)
    return article


def test_a_buffer_is_offered_with_its_differences_brought_back_and_gone_with_the_save(
    eve: Client, ada: Client, piece: Article
) -> None:
    type_in(eve, piece, headline="Tides of paper", body="<p>Dues fell.</p>")
    buffer = buffer_at(piece)

    assert OFFERED in text_of(eve.get(change_page(piece)))
    page = eve.get(kept_page(buffer)).content.decode()
    assert "<del>rose.</del><ins>fell.</ins>" in page
    form = eve.post(kept_page(buffer))
    assert form.status_code == 200
    fields = fields_of(form)
    assert (fields["headline"], fields["base"]) == (["Tides of paper"], ["1"])
    assert Revision.objects.filter(article=piece).count() == 1
    assert eve.post(change_page(piece), fields | {"_continue": "Save"}).status_code == 302

    assert not Buffer.objects.exists()
    newest = Revision.objects.filter(article=piece).first()
    assert newest is not None
    assert (newest.number, newest.content["headline"], newest.content["body"]) == (
        2,
        "Tides of paper",
        "<p>Dues fell.</p>",
    )
    assert OFFERED not in text_of(eve.get(change_page(piece)))
    assert "not kept any more" in text_of(eve.get(kept_page(buffer), follow=True))


def test_a_text_that_is_brought_back_replaces_what_it_came_from_once_it_has_all_its_words(
    eve: Client, piece: Article, desk: Any
) -> None:
    for place in (piece, None):
        type_in(eve, place, headline="Never saved", body="<p>Dues fell.</p>")
        old = buffer_at(place)
        form = fields_of(eve.post(kept_page(old)))
        keep(eve, place, form | {"body": "<p>Dues.</p>"})
        kept = [buffer.pk for buffer in Buffer.objects.filter(article=place)]
        assert len(kept) == 2
        assert old.pk in kept
        assert text_of(eve.get("/admin/")).count("an earlier text, typed") == 1
        keep(eve, place, form | {"body": "<p>Dues fell, and rose.</p>"}, turn=2)
        assert buffer_at(place).pk != old.pk
        assert dict(buffer_at(place).typed["fields"])["body"] == "<p>Dues fell, and rose.</p>"


def test_a_save_lets_go_of_what_its_own_page_sent_and_of_nothing_else(eve: Client, piece: Article) -> None:
    form = type_in(eve, piece, headline="Here")
    type_in(eve, piece, headline="Elsewhere")
    assert eve.post(change_page(piece), form | {"_continue": "Save"}).status_code == 302
    assert [buffer.headline for buffer in Buffer.objects.all()] == ["Elsewhere"]

    # What comes late says what is saved, and is not offered.
    keep(eve, piece, form)
    assert text_of(eve.get(change_page(piece))).count(OFFERED) == 1
    merged = eve.post(kept_page(Buffer.objects.get(headline="Elsewhere")))
    assert merged.status_code == 409
    assert "You saved version 2 in another window" in text_of(merged)
    assert fields_of(merged)["headline"] == ["Elsewhere"]


def test_a_new_piece_that_was_never_saved_is_offered_and_made_once(eve: Client, desk: Any) -> None:
    type_in(eve, None, headline="Never saved", body="<p>Words.</p>")
    type_in(eve, None)  # nothing is written there
    buffer = Buffer.objects.get(headline="Never saved")

    assert text_of(eve.get(ADD)).count(OFFERED) == 1
    assert "Kept, not saved (1)" in text_of(eve.get("/admin/"))
    assert "Never saved" in text_of(eve.get(kept_page(buffer)))
    fields = fields_of(eve.post(kept_page(buffer)))
    assert fields["form_key"] == [str(buffer.form_key)]
    assert eve.post(ADD, fields | {"_continue": "Save"}).status_code == 302
    assert Article.objects.get().headline == "Never saved"
    assert not Buffer.objects.filter(pk=buffer.pk).exists()
    assert "Kept, not saved" not in text_of(eve.get("/admin/"))


def test_a_form_on_a_stale_base_is_kept_before_it_is_refused(
    eve: Client, piece: Article, publisher: User, now: Any
) -> None:
    form = form_of(eve, piece) | {"headline": "By Eve", "_continue": "Save"}
    Article.objects.filter(pk=piece.pk).update(headline="By Paul")
    acts.save_draft(Article.objects.get(pk=piece.pk), by=publisher, at=now)

    page = eve.post(change_page(piece), form)
    assert page.status_code == 409
    assert buffer_at(piece).headline == "By Eve"
    words = text_of(page)
    assert "Before either was changed Tides What you typed" in words
    again = fields_of(page) | {"answer-0": "mine", "_continue": "Save"}
    assert eve.post(change_page(piece), again).status_code == 302
    assert not Buffer.objects.exists()
    assert [r.content["headline"] for r in Revision.objects.filter(article=piece)] == [
        "By Eve",
        "By Paul",
        "Tides",
    ]


def test_keeping_leaves_versions_state_and_every_public_byte_as_they_were(
    eve: Client, client: Client, desk: Any, now: Any
) -> None:
    piece = published(ArticleFactory(slug="tides", headline="Tides"), at=now).article

    def everything() -> Any:
        pages = [client.get(path) for path in PUBLIC]
        tables = (Revision, LedgerEntry, DeskState, Edition)
        return (
            [(page.status_code, page.content, page.headers.get("ETag")) for page in pages],
            [list(table.objects.values()) for table in tables],
        )

    form, before = form_of(eve, piece), everything()
    for turn in range(3):
        assert keep(eve, piece, form | {"headline": f"Typed {turn}"}, turn=turn).status_code == 200
    assert buffer_at(piece).headline == "Typed 2"
    assert everything() == before


def test_a_keep_takes_few_statements_and_answers_with_the_hour(eve: Client, piece: Article) -> None:
    form = form_of(eve, piece) | {"headline": "Typed"}
    keep(eve, piece, form)
    with CaptureQueriesContext(connection) as queries:
        answer = keep(eve, piece, form, turn=2)
    with timezone.override(desk_zone()):
        assert answer.json()["kept"] == f"{timezone.localtime(buffer_at(piece).kept_at):%H:%M}"
    assert len(queries) <= 14


def test_a_save_or_a_preview_locks_its_piece_without_holding_back_what_others_keep(
    eve: Client, piece: Article
) -> None:
    """A row that refers to a piece waits for FOR UPDATE of it, and not for FOR NO KEY UPDATE (PostgreSQL, 13.3.2)."""
    with CaptureQueriesContext(connection) as queries:
        form = form_of(eve, piece) | {"headline": "Tides of ink"}
        eve.post(DeskPage.EFFECTIVE.address(piece.pk), form)
        assert eve.post(change_page(piece), form | {"_continue": "Save"}).status_code == 302
        form["headline"] = "Tides of paper"
        assert "Tides of paper" in text_of(eve.post(change_page(piece), form | {"_continue": "Save"}))
    locks = [query["sql"] for query in queries if "UPDATE OF" in query["sql"] or "FOR UPDATE" in query["sql"]]
    assert any("FOR NO KEY UPDATE" in lock for lock in locks)
    assert [lock for lock in locks if "FOR UPDATE" in lock and '"articles_article"' in lock] == []


def test_what_comes_late_takes_no_place_of_what_is_newer(eve: Client, piece: Article) -> None:
    form = form_of(eve, piece)
    keep(eve, piece, form | {"headline": "Newer"}, turn=5)
    keep(eve, piece, form | {"headline": "Older"}, turn=4)
    assert buffer_at(piece).headline == "Newer"
    keep(eve, piece, form, turn=6, what="forget")
    assert not Buffer.objects.exists()


def test_a_copy_from_a_browser_that_was_offline_is_kept_for_the_hour_at_which_it_was_typed(
    eve: Client, piece: Article
) -> None:
    form = form_of(eve, piece)
    answer = keep(eve, piece, form | {"headline": "Offline"}, late=1, ago=3600)
    assert answer.json()["look"] == kept_page(buffer_at(piece))
    assert timezone.now() - buffer_at(piece).kept_at > dt.timedelta(minutes=59)
    assert keep(eve, piece, form | {"_tab": new_tab()}, late=1).json()["look"] == ""


def test_nothing_is_kept_for_a_piece_that_one_may_not_see_or_under_another_account(
    ada: Client, eve: Client, piece: Article, editor: User
) -> None:
    form = form_of(eve, piece) | {"headline": "Hers"}
    keep(eve, piece, form)
    hers = buffer_at(piece)
    refused = keep(ada, piece, form)
    wrong = keep(eve, piece, form | {"headline": "Sent by another"}, account=str(editor.pk + 1), turn=9)

    assert (refused.status_code, wrong.status_code) == (404, 409)
    assert all(answer.json()["sentence"] for answer in (refused, wrong))
    assert [(buffer.person_id, buffer.headline) for buffer in Buffer.objects.all()] == [(editor.pk, "Hers")]
    assert ada.get(kept_page(hers)).status_code == 404


def test_anybody_elses_buffer_is_never_shown(eve: Client, paul: Client, piece: Article) -> None:
    type_in(eve, piece, headline="Hers alone")
    assert "Hers alone" not in text_of(paul.get(kept_page(buffer_at(piece)), follow=True))
    assert OFFERED not in text_of(paul.get(change_page(piece)))


def test_bad_input_is_refused_with_a_sentence_or_cleaned(eve: Client, piece: Article) -> None:
    form = form_of(eve, piece)
    long = keep(eve, piece, form | {"body": "x" * (MOST_CHARS + 1)})
    many = keep(eve, piece, form | {f"bylines-{n}-bio": "x" for n in range(2001)})
    lost = keep(eve, piece, {"headline": "No tab"})
    for answer in (long, many, lost):
        assert answer.status_code in (400, 413), answer.content
        assert answer.json()["sentence"].endswith(".")
    assert not Buffer.objects.exists()

    rows = {f"bylines-{n}-bio": "Typed" for n in range(1001)}
    assert keep(eve, piece, form | rows | {"headline": "Nul\x00 here"}).status_code == 200
    kept = dict(buffer_at(piece).typed["fields"])
    assert (kept["headline"], kept["bylines-1000-bio"]) == ("Nul here", "Typed")
    assert not [name for name in kept if name.startswith("_") or "token" in name]
    assert eve.get(change_page(piece)).status_code == 200
    assert eve.get(kept_page(buffer_at(piece))).status_code == 200
    assert eve.post(kept_page(buffer_at(piece))).status_code == 200


def test_what_is_old_goes_and_what_is_in_the_trash_is_not_offered(
    eve: Client, piece: Article, now: Any
) -> None:
    type_in(eve, piece, headline="In the trash")
    acts.spike(piece, by=None, at=now)
    words = text_of(eve.get(change_page(piece)))
    assert "put it back first, and you are offered what you typed" in words
    assert "Bring it back" not in words
    assert "Bring it back" not in text_of(eve.get(kept_page(buffer_at(piece))))
    assert "Kept, not saved" not in text_of(eve.get("/admin/"))

    acts.unspike(piece, by=None, at=now)
    Buffer.objects.update(kept_at=timezone.now() - dt.timedelta(days=31))
    Lease.objects.update(seen_at=timezone.now() - dt.timedelta(days=2))
    call_command("empty_trash", "--json")
    assert not Buffer.objects.exists()
    assert not Lease.objects.exists()


def test_a_buffer_is_thrown_away_by_its_owner(eve: Client, piece: Article) -> None:
    type_in(eve, piece, headline="Not wanted")
    answer = eve.post(kept_page(buffer_at(piece)), {"_throw_away": "1"}, follow=True)
    assert "is thrown away" in text_of(answer)
    assert not Buffer.objects.exists()


def test_one_who_has_typed_without_a_change_is_offered_nothing(eve: Client, piece: Article) -> None:
    type_in(eve, piece)
    assert OFFERED not in text_of(eve.get(change_page(piece)))
    assert DeskPage.KEEP.address(piece.pk) in eve.get(change_page(piece)).content.decode()
