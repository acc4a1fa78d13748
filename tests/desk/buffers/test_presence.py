"""People who have a piece open see each other; taking over is on record and destroys no text."""

import datetime as dt
import re
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from articles.models import Article, LedgerEntry
from desk.models import Lease
from desk.pages import DeskPage
from tests.desk.buffers.typing import buffer_at, keep
from tests.desk.pages import change_page, form_of, text_of
from tests.factories import ArticleFactory, saved


@pytest.fixture
def piece(desk: Any, now: Any) -> Article:
    article: Article = ArticleFactory(headline="Tides")
    saved(article, at=now)
    return article


def test_others_are_named_while_their_tab_is_heard_of_and_never_oneself(
    eve: Client, paul: Client, piece: Article, editor: User
) -> None:
    form = form_of(eve, piece)
    keep(eve, piece, form, what="open", opened=1)
    keep(eve, piece, form_of(eve, piece) | {"headline": "Typed"}, unsaved=1)
    assert keep(eve, piece, form, what="open").json()["others"] == []
    assert "eve has this open" not in text_of(eve.get(change_page(piece)))

    Lease.objects.update(seen_at=timezone.now() - dt.timedelta(seconds=70))
    seen = keep(paul, piece, form_of(paul, piece), what="open").json()["others"]
    assert seen == ["eve has this open, with unsaved changes, seen 1 minute ago."]
    assert seen[0] in text_of(paul.get(change_page(piece)))
    Lease.objects.filter(person=editor).update(seen_at=timezone.now() - dt.timedelta(minutes=3))
    assert keep(paul, piece, form_of(paul, piece), what="open").json()["others"] == []

    keep(eve, piece, form, what="open")
    keep(eve, piece, form, what="", closing=1)
    assert Lease.objects.filter(person=editor).count() == 1


def test_an_open_form_hears_of_a_version_that_was_saved_and_of_none_of_its_own(
    eve: Client, paul: Client, piece: Article
) -> None:
    hers, his = form_of(eve, piece), form_of(paul, piece) | {"headline": "Tides of ink"}
    assert keep(eve, piece, hers, what="open", base="1").json()["newer"] is None
    keep(paul, piece, his, unsaved=1, base="1")
    assert paul.post(change_page(piece), his | {"_continue": "Save"}).status_code == 302

    answer = keep(eve, piece, hers | {"headline": "Tides of paper"}, unsaved=1, base="1").json()
    newer = answer["newer"]
    assert answer["others"] == ["paul has this open, seen just now."]  # nothing unsaved any more
    assert re.match(r"Version 2 was saved by paul at \d\d:\d\d while you have this open\.", newer["sentence"])
    assert "Save brings the two together" in newer["sentence"]
    assert "Tides of ink" in text_of(eve.get(newer["address"]))
    own = keep(paul, piece, his, what="open", base="1").json()["newer"]  # another tab of his
    assert own["sentence"].startswith("You saved version 2 at")
    assert own["link"] == "Open version 2"
    assert keep(paul, piece, his, what="open", base="2").json()["newer"] is None


def test_taking_over_names_both_tells_the_other_and_keeps_what_they_typed(
    eve: Client, paul: Client, piece: Article
) -> None:
    page = DeskPage.TAKE_WRITING.address(piece.pk)
    assert "Nobody else has this piece open" in text_of(paul.get(page, follow=True))
    form = form_of(eve, piece) | {"headline": "Typed by Eve"}
    keep(eve, piece, form, unsaved=1)
    holder = Lease.objects.get().person_id

    assert "Take over from eve" in paul.get(page).content.decode()
    words = text_of(paul.post(page, {"from": str(holder)}, follow=True))
    assert "You have taken over the writing from eve" in words
    entry = LedgerEntry.objects.filter(article=piece).first()
    assert entry is not None
    assert (entry.act, str(entry.actor), entry.after) == ("take_writing", "paul", {"from": "eve"})
    assert "Took over the writing from eve" in text_of(paul.get(DeskPage.HISTORY.address(piece.pk)))
    assert "paul took over the writing from you at" in keep(eve, piece, form, turn=2).json()["taken"]
    assert buffer_at(piece).headline == "Typed by Eve"
    assert eve.post(change_page(piece), form | {"_continue": "Save"}).status_code == 302
