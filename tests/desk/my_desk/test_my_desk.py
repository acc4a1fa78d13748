"""My desk: what is held back and why, what goes out by whose clock, what others changed, at a fixed cost."""

import datetime as dt
import uuid
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles import acts
from articles.models import Article
from desk.looks import note_look
from desk.models import Look
from desk.my_desk.going_out import going_out
from desk.my_desk.held_back import pieces_held_back
from tests.desk.buffers.typing import keep, type_in
from tests.desk.pages import text_of
from tests.factories import (
    AppearanceFactory,
    ArticleFactory,
    InstitutionFactory,
    OutletFactory,
    published,
    saved,
)

pytestmark = pytest.mark.long

DESK = "/admin/"


def look_in(client: Client, piece: Article, *, version: int) -> None:
    """What the script of a form sends that has been open for some seconds."""
    answer = keep(client, piece, {"_tab": str(uuid.uuid4())}, what="open", opened="1", base=version)
    assert answer.status_code == 200


def section(client: Client, title: str) -> str:
    """The words of one list of My desk, from its title to the next."""
    words = text_of(client.get(DESK)).partition(title)[2]
    for other in (
        "Waiting for an editor",
        "Kept, not saved",
        "My drafts",
        "Changed since",
        "Goes out",
        "Newest",
    ):
        words = words.partition(other)[0]
    return words


def test_my_desk_takes_19_queries_4_for_the_user_1_for_the_clock_2_for_permissions_and_1_a_list(
    eve: Client, editor: User, now: dt.datetime, django_assert_max_num_queries: Any
) -> None:
    draft = ArticleFactory(headline="Half a thought")
    saved(draft, at=now, by=editor)
    ArticleFactory(headline="Not mine")
    published(headline="Out there", at=now)
    published(headline="Soon out", at=now, live_from=timezone.now() + dt.timedelta(days=9))
    with django_assert_max_num_queries(19):
        page = eve.get(DESK)
    words = text_of(page)
    for headline in ("Half a thought", "Out there", "Soon out"):
        assert headline in words
    assert "Not mine" not in words
    assert reverse("admin:records") in page.content.decode()
    assert "Add" in text_of(eve.get(reverse("admin:records")))


def test_my_drafts_has_changes_of_a_live_piece_until_they_are_scheduled(
    eve: Client, editor: User, publisher: User, now: dt.datetime
) -> None:
    def change(piece: Article, dek: str, by: User) -> Any:
        Article.objects.filter(pk=piece.pk).update(dek=dek)
        return saved(Article.objects.get(pk=piece.pk), at=now, by=by)

    mine, theirs = (published(headline=name, at=now, by=editor).article for name in ("Mine", "Theirs"))
    assert "Mine" not in section(eve, "My drafts")
    version = change(mine, "Better", editor)
    change(theirs, "By Paul", publisher)
    words = section(eve, "My drafts")
    assert "Mine Live, unpublished changes; saved" in words
    assert "Theirs" not in words
    soon = timezone.now() + dt.timedelta(days=9)
    acts.publish(mine, revision=version, by=editor, at=now, live_from=soon, change="minor")
    assert "Mine" not in section(eve, "My drafts")
    change(mine, "Better still", editor)
    assert ", with changes since; saved" in section(eve, "My drafts")


def test_texts_that_are_kept_take_as_many_queries_for_six_pieces_as_for_two(
    eve: Client, now: dt.datetime, django_assert_max_num_queries: Any
) -> None:
    for number in range(6):
        piece = ArticleFactory(headline=f"Kept {number}")
        saved(piece, at=now)
        type_in(eve, piece, headline=f"Typed {number}")
        piece.dek = "Another"
        piece.save()
        saved(piece, at=now)
    with django_assert_max_num_queries(24):
        words = section(eve, "Kept, not saved (6)")
    assert words.count("Typed") == 6


def test_what_permission_holds_back_says_why_and_who_gave_one_last(
    eve: Client, ada: Client, desk: Any
) -> None:
    lantern = OutletFactory(name="Lantern", article="the")
    given = {"granted_by": "Nora Quill", "granted_on": dt.date(2026, 3, 1)}
    AppearanceFactory(article__headline="In order", outlet=lantern, rights=given)
    AppearanceFactory(article__headline="Never asked", outlet=lantern, rights=False)
    asked = {"state": "requested", "asked_on": dt.date(2026, 3, 3), "granted_on": None}
    twice = AppearanceFactory(article__headline="Asked twice", rights=asked).article
    AppearanceFactory(article=twice, rights=asked)
    later = timezone.now() + dt.timedelta(days=3)
    AppearanceFactory(
        article__headline="Embargoed", rights={"embargo_until": later, "embargo_zone": "Europe/Berlin"}
    )
    words = section(eve, "Held back by permission")
    assert words.startswith(" (3)")
    assert "Lantern: to be asked for Whom to ask: Nora Quill, who gave it last, on 1 March 2026." in words
    assert words.count("asked for on 3 March 2026") == 2
    assert "Embargoed" in words
    assert "not before" in words
    assert "In order" not in words
    assert "Held back" not in text_of(ada.get(DESK))
    assert pieces_held_back(Article.objects.values("pk"), timezone.now(), shown=1).number == 3


def test_what_goes_out_today_is_a_question_of_the_clock_of_its_institution(
    desk: Any, now: dt.datetime
) -> None:
    """It is 10 March, 22:00 in UTC: already tomorrow in Tokyo."""
    at = now.replace(hour=22)
    for zone in ("UTC", "Asia/Tokyo"):
        house = InstitutionFactory(name=zone, time_zone=zone)
        for hours in (1, 5):
            published(ArticleFactory(institution=house, headline=f"{zone} +{hours}"), at=at,
                      live_from=at + dt.timedelta(hours=hours))  # fmt: skip
    out = going_out(Article.objects.values("pk"), at, shown=9)
    assert [each.edition.headline for each in out.today] == ["UTC +1", "Asia/Tokyo +1", "Asia/Tokyo +5"]
    assert [each.edition.headline for each in out.next] == ["UTC +5"]
    with timezone.override("UTC"):
        there = going_out(Article.objects.values("pk"), at, shown=9).today[1].there
    assert there == "08:00, Tokyo time"


def test_what_others_changed_stands_there_until_it_is_looked_at(
    eve: Client, editor: User, publisher: User, now: dt.datetime
) -> None:
    def change(piece: Article, dek: str, by: User) -> None:
        piece.dek = dek
        piece.save()
        saved(piece, at=now, by=by)

    mine, live = ArticleFactory(headline="Mine"), published(headline="Live", at=now).article
    theirs, unopened = ArticleFactory(headline="Theirs"), published(headline="Unopened", at=now).article
    saved(mine, at=now, by=editor)
    saved(theirs, at=now, by=publisher)
    title = "Changed since I looked"
    for piece in (mine, live, theirs):
        look_in(eve, piece, version=1)
    for piece in (mine, live, theirs, unopened):
        change(piece, "By Paul", publisher)
    words = section(eve, title)
    assert "Mine paul" in words
    assert "Saved version 2" in words
    assert "Live paul" in words
    assert "Theirs" not in words, "a draft of others, looked at once"
    assert "Unopened" not in words

    look_in(eve, mine, version=2)
    look_in(eve, live, version=1)  # its page was made before version 2
    words = section(eve, title)
    assert "Mine" not in words
    assert "Live" in words
    change(live, "By Eve", editor)
    assert "Live" in section(eve, title), "her own save is no look at what Paul changed before"
    note_look(live.pk, editor, now)
    assert title not in text_of(eve.get(DESK))
    acts.unpublish(live, by=publisher, at=now, reason="The harbour is another.")
    assert "Took the piece from readers" in section(eve, title)
    assert Look.objects.filter(person=editor.pk).count() == 3
