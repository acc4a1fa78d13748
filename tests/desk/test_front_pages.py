"""Arranging front pages in the admin: what readers have stays, and the desk sees other days."""

import datetime as dt

import pytest
from django.utils import timezone

from tests.desk.pages import fields_of, row, rows
from tests.factories import ArticleFactory, published
from website.models import Arrangement, FrontPlace

LIST = "/admin/website/arrangement/"
HOUR = dt.timedelta(hours=1)


@pytest.fixture
def live(desk):
    """An arrangement that readers have, with one place."""
    arrangement = Arrangement.objects.create(institution=desk, live_from=timezone.now())
    FrontPlace.objects.create(arrangement=arrangement, shows="newest", heading="As it was")
    return arrangement


def test_what_is_saved_for_one_that_has_begun_is_a_new_one(client, editor, live):
    client.force_login(editor)
    page = f"{LIST}{live.pk}/change/"
    added = rows("places", 2) | row("places", 1, shows="newest", number=2, heading="Added", order=0)
    sent = fields_of(client.get(page), "arrangement_form") | added
    sent |= {"places-0-heading": "Anew", "places-0-order": 3, "when": "now"}
    assert client.post(page, sent).status_code == 302
    assert [place.heading for place in live.places.all()] == ["As it was"]
    newest = Arrangement.objects.latest("live_from")
    assert newest != live
    assert [place.heading for place in newest.places.all()] == ["Anew", "Added"]
    states = client.get(LIST).content.decode()
    assert states.index(">live<") < states.index(">past<")
    sent |= {"when": "later", "day": "2020-01-07", "time": "09:00"}
    assert "This hour is over" in client.post(page, sent).content.decode()


def test_whoever_saves_what_somebody_has_saved_since_is_told_so_once(client, editor, live):
    client.force_login(editor)
    ahead = Arrangement.objects.create(institution=live.institution)
    FrontPlace.objects.create(arrangement=ahead, shows="newest")
    for arrangement, when in ((live, "now"), (ahead, "draft")):
        page = f"{LIST}{arrangement.pk}/change/"
        mine = fields_of(client.get(page), "arrangement_form") | {"places-0-heading": "Mine", "when": when}
        assert client.post(page, mine | {"places-0-heading": "Theirs"}).status_code == 302
        warned = client.post(page, mine)
        assert warned.status_code == 200
        assert "Somebody has saved this front page since" in warned.content.decode()
        again = fields_of(warned, "arrangement_form")
        assert again["places-0-heading"] == ["Mine"]
        assert client.post(page, again).status_code == 302


def test_a_look_ahead_shows_what_readers_will_have_and_only_to_the_desk(
    client, editor, author_user, desk, clock
):
    at = timezone.now()
    clock(at)
    coming = ArticleFactory(headline="Coming", institution=desk)
    published(coming, at=at, live_from=at + HOUR)
    ahead = Arrangement.objects.create(institution=desk, live_from=at + 2 * HOUR)
    FrontPlace.objects.create(arrangement=ahead, shows="piece", piece=coming)
    shown, past = f"{LIST}on-a-day/page/?front={ahead.pk}", f"{LIST}on-a-day/page/?house={desk.pk}&at="
    assert "Coming" not in client.get("/").content.decode()
    client.force_login(editor)
    assert "Coming" in client.get(shown).content.decode()
    assert "Coming" not in client.get(past + at.strftime("%Y-%m-%dT%H:%M:%SZ")).content.decode()
    for odd in ("", "x", "2026-01-01", "9999-12-31T23:59:59Z", "\x00", "2026-01-01T00:00:00"):
        assert client.get(past + odd).status_code == 404
    client.force_login(author_user)
    for address in (shown, f"{LIST}{ahead.pk}/preview/", f"{LIST}on-a-day/"):
        assert client.get(address).status_code == 403
