"""“Update published pages”: choose, look, say why; watch it, stop it, go on."""

import datetime as dt
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from articles.acts import unpublish
from articles.models import Batch, Edition, LedgerEntry, Topic
from authors.models import Author
from desk.updates import views
from disclaimers.models import Institution, Wording, WordingCorrection
from tests.desk.pages import change_page, fields_of, text_of
from tests.desk.updates.pages import HOUR, JSON, begun, bylines, new, page_of, pieces_of, renamed
from tests.factories import AppearanceFactory, BylineFactory, LicenceFactory, OutletFactory, published

pytestmark = [pytest.mark.long, pytest.mark.usefixtures("an_hour_later")]


def test_a_person_s_pages_are_looked_at_confirmed_with_a_reason_and_updated_without_a_script(
    paul: Client, publisher: User, ida: Author, now: dt.datetime
) -> None:
    edition = pieces_of(ida, 2, now)[0]
    renamed(ida)
    looked = paul.get(new(), {"author": ida.pk})
    page = text_of(looked)
    for said in ("2 pages: 2 would change, 0 would not", edition.headline, "Byline, now Ida Quay"):
        assert said in page
    assert "Byline, then Ida Harbour" in page
    assert not Batch.objects.exists()
    assert Edition.objects.count() == 2
    address = f"{new()}?author={ida.pk}&renewed=people"
    assert f'action="{address.replace("&", "&amp;")}"' in looked.content.decode()
    sent = paul.post(address, {"reason": "She married"})
    batch = Batch.objects.get()
    assert (sent.url, batch.by, batch.reason) == (page_of(batch), publisher, "She married")
    assert "2 waiting" in text_of(paul.get(page_of(batch)))
    assert bylines(now + HOUR) == {"Ida Quay"}
    done = paul.post(page_of(batch), {"wish": "go_on"}, follow=True)
    assert done.redirect_chain == [(page_of(batch), 302)]
    assert "2 updated, 0 without a change, 0 refused, 0 waiting" in text_of(done)
    assert "Finished." in text_of(done)
    assert bylines(now + HOUR) == {"Ida Harbour"}
    assert {entry.actor for entry in LedgerEntry.objects.filter(act="reissue")} == {publisher}


@pytest.mark.parametrize(
    "way",
    ["author", "outlet", "topic", "kind", "licence", "wording", "correction", "institution", "article"],
)
def test_each_way_of_choosing_is_filled_in_from_the_address(
    paul: Client, publisher: User, ida: Author, desk: Institution, now: dt.datetime, way: str
) -> None:
    byline = BylineFactory(author=ida, article__topics=["Ports"], article__licence=LicenceFactory())
    place = AppearanceFactory(article=byline.article)
    published(place.article, at=now)
    wording = Wording.objects.get()
    slip = WordingCorrection.objects.create(
        wording=wording, old_text="x", new_text="y", reason="z", by=publisher, at=now + HOUR
    )
    asked: dict[str, Any] = {
        "author": {"author": ida.pk},
        "outlet": {"outlet": place.outlet.pk},
        "wording": {"wording": wording.pk},
        "correction": {"wording": wording.pk, "correction": slip.pk},
        "institution": {"institution": desk.pk},
        "topic": {"topic": Topic.objects.get().pk},
        "kind": {"kind": place.article.kind.pk},
        "licence": {"licence": place.article.licence.pk},
        "article": {"article": [place.article.pk]},
    }[way]
    if way == "article":
        asked |= {"renewed": ["style", "people"]}
    usual = {
        "author": ["people"], "outlet": ["outlets"], "wording": ["disclaimers"], "correction": [],
        "institution": ["institution"], "topic": ["topics"], "kind": ["label"], "licence": ["licence"],
        "article": ["people", "style"],
    }[way]  # fmt: skip
    page = paul.get(new(), asked)
    assert "1 page:" in text_of(page)
    filled = fields_of(page, "choose-form")
    assert filled.get("renewed", []) == usual
    for name, value in (asked | {"renewed": usual}).items():
        assert filled.get(name, []) == [str(one) for one in (value if isinstance(value, list) else [value])]
    paul.post(f"{new()}?{page.wsgi_request.GET.urlencode()}", {"reason": "It is time"})
    batch = Batch.objects.get()
    assert [item.article for item in batch.items.all()] == [place.article]
    kept = {
        "author": [f"people:{ida.pk}"], "outlet": [f"outlets:{place.outlet.pk}"], "topic": ["topics:ports"],
        "licence": [f"licence:{place.article.licence_id}"],
        "wording": [f"disclaimers:{wording.disclaimer.code}"], "correction": [f"slips:{wording.pk}"],
    }  # fmt: skip
    assert batch.renewed == kept.get(way, usual)


def test_choices_made_in_the_form_go_with_the_confirmation(
    paul: Client, ida: Author, now: dt.datetime
) -> None:
    pieces_of(ida, 1, now)
    paul.post(f"{new()}?author={ida.pk}&renewed=style&renewed=posts", {"reason": "It is time"})
    batch = Batch.objects.get()
    assert batch.renewed == [f"posts:{ida.pk}", "style"]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("author=nobody", "Select a valid choice"),
        ("author=999999999999999999999", "Select a valid choice"),
        ("article=x", "is not a valid value"),
        ("author={ida}&outlet={outlet}", "Choose the pages in one way, not in several."),
        ("renewed=people", "Choose which pages."),
        ("author={ida}&renewed=tomorrow", "Select a valid choice"),
        ("author={ida}&correction={slip}", "That slip was put right in another text."),
        ("outlet={outlet}", "No published or scheduled page is among these."),
    ],
)
def test_a_choice_that_cannot_be_is_a_sentence(
    paul: Client, publisher: User, ida: Author, now: dt.datetime, asked: str, said: str
) -> None:
    pieces_of(ida, 1, now)
    slip = WordingCorrection.objects.create(
        wording=Wording.objects.get(), old_text="x", new_text="y", reason="z", by=publisher, at=now + HOUR
    )
    address = f"{new()}?{asked.format(ida=ida.pk, outlet=OutletFactory().pk, slip=slip.pk)}"
    for sent in (paul.get(address), paul.post(address, {"reason": "It is time"})):
        assert sent.status_code == 200
        assert said in text_of(sent)
    assert not Batch.objects.exists()


def test_where_nothing_would_change_no_update_is_offered(paul: Client, ida: Author, now: dt.datetime) -> None:
    pieces_of(ida, 1, now)
    looked = text_of(paul.get(new(), {"author": ida.pk}))
    assert "There is nothing to update: every page says what it would say now." in looked
    assert "Update 1 page" not in looked
    renamed(ida)
    offered = paul.get(new(), {"author": ida.pk}).content.decode()
    assert 'value="Update 1 page"' in offered


def test_without_a_reason_nothing_begins_and_what_was_chosen_stays(
    paul: Client, ida: Author, now: dt.datetime
) -> None:
    pieces_of(ida, 1, now)
    sent = paul.post(f"{new()}?author={ida.pk}", {"reason": " "})
    assert "This field is required." in text_of(sent)
    assert fields_of(sent, "choose-form")["author"] == [str(ida.pk)]
    assert not Batch.objects.exists()


def test_a_look_takes_a_short_time_and_says_where_it_goes_on(
    paul: Client, ida: Author, now: dt.datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    pieces_of(ida, 3, now)
    renamed(ida)
    monkeypatch.setattr(views, "LOOK_SECONDS", 0.0)
    first = paul.get(new(), {"author": ida.pk})
    assert "3 pages: 1 would change" in text_of(first)
    assert "the others have not been looked at yet" in text_of(first)
    counted, address = 1, first.context_data["counts"]["next"]
    while address:
        found = paul.get(address, headers=JSON).json()
        counted, address = counted + found["changing"], found["next"]
    assert counted == 3


def test_the_changed_pages_are_shown_some_at_a_time(
    paul: Client, ida: Author, now: dt.datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    headlines = [edition.headline for edition in pieces_of(ida, 3, now)]
    renamed(ida)
    monkeypatch.setattr(views, "SHOWN", 2)
    first = paul.get(new(), {"author": ida.pk})
    assert [look.edition.headline for look, _ in first.context_data["looked"].shown] == headlines[:2]
    more = paul.get(f"{first.context_data['address']}&after={first.context_data['looked'].further}")
    assert [look.edition.headline for look, _ in more.context_data["looked"].shown] == headlines[2:]
    assert more.context_data["looked"].further is None


def test_turns_of_the_script_give_the_numbers_and_do_not_undo_that_it_was_stopped(
    paul: Client, publisher: User, ida: Author, now: dt.datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    pieces_of(ida, 3, now)
    batch = begun(renamed(ida), publisher, now)
    monkeypatch.setattr(views, "TURN", dt.timedelta(microseconds=1))

    def turn(wish: str) -> dict[str, Any]:
        return paul.post(page_of(batch), {"wish": wish}, headers=JSON).json()

    first = turn("turn")
    assert (first["done"], first["waiting"], first["settled"], first["total"]) == (1, 2, 1, 3)
    assert turn("stop")["is_stopped"]
    assert "Stopped: nothing more changes until somebody goes on." in text_of(paul.get(page_of(batch)))
    assert turn("turn")["done"] == 1
    assert (turn("go_on")["done"], turn("turn")["is_over"]) == (2, True)
    assert paul.get(page_of(batch), headers=JSON).json()["done"] == 3


def test_refusals_are_listed_with_a_link_to_their_piece(
    paul: Client, publisher: User, ida: Author, now: dt.datetime
) -> None:
    gone = pieces_of(ida, 1, now)[0].article
    batch = begun(renamed(ida), publisher, now)
    unpublish(gone, by=publisher, at=now + HOUR / 2, reason="It ran twice.")
    page = paul.post(page_of(batch), {"wish": "go_on"}, follow=True)
    assert f"{gone}: Update published page is not possible: this piece is unpublished." in text_of(page)
    assert f'href="{change_page(gone)}"' in page.content.decode()


def test_updates_are_listed_and_each_leads_to_its_page(
    paul: Client, publisher: User, ida: Author, now: dt.datetime
) -> None:
    pieces_of(ida, 1, now)
    batch = begun(ida, publisher, now)
    page = paul.get(reverse("admin:articles_batch_changelist"))
    assert "She married" in text_of(page)
    assert f'href="{page_of(batch)}' in page.content.decode()
    assert paul.get(reverse("admin:articles_batch_change", args=[batch.pk + 1])).status_code == 404


def test_only_publishers_update_pages(
    eve: Client, ada: Client, publisher: User, ida: Author, now: dt.datetime
) -> None:
    pieces_of(ida, 1, now)
    batch = begun(renamed(ida), publisher, now)
    for browser in (eve, ada):
        for address in (f"{new()}?author={ida.pk}", page_of(batch)):
            assert browser.get(address).status_code == 403
            assert browser.post(address, {"reason": "x", "wish": "go_on"}).status_code == 403
        assert browser.get(reverse("admin:articles_batch_changelist")).status_code == 403
        assert "Updates of published pages" not in text_of(browser.get("/admin/"))
    assert bylines(now + HOUR) == {"Ida Quay"}
    assert Batch.objects.count() == 1
    assert Client().get(new()).status_code == 302
