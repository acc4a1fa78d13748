"""A text that begins or ends before pages that carry the old one: asked about, with these pages."""

import datetime as dt
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import Edition
from desk.setup_file.loading import load_desk_file
from disclaimers.models import Disclaimer, Institution, Wording
from tests.conftest import NOW
from tests.desk.pages import fields_of, text_of
from tests.desk.updates.pages import HOUR, new
from tests.factories import DisclaimerFactory, KindFactory, published
from tests.kept import kept

pytestmark = [pytest.mark.usefixtures("an_hour_later"), pytest.mark.long]
JANUARY = {"day": "2026-01-01", "text": "New words."}


@kept
def pages(desk: Institution) -> tuple[Edition, Edition]:
    """A page of 2018, and one of today, 10 March 2026."""
    return published(at=NOW, first_published_on=dt.date(2018, 7, 9)), published(at=NOW)


def page_of(wording: Wording) -> str:
    return reverse("admin:disclaimers_wording_new_text", args=[wording.pk])


def test_a_new_text_from_a_day_before_pages_that_carry_the_old_one_is_asked_about_and_lists_them(
    paul: Client, pages: tuple[Edition, Edition]
) -> None:
    old = Wording.objects.get()
    form = fields_of(paul.get(page_of(old)), "act-form")
    asked = paul.post(page_of(old), form | JANUARY)
    said = text_of(asked)
    assert "1 published page carries the old text for a day on which the new one would be in force" in said
    assert f"{pages[1].headline}, 10 March 2026" in said
    assert pages[0].headline not in said
    assert fields_of(asked, "act-form")["text"] == ["New words."]
    assert Wording.objects.count() == 1
    again = paul.post(page_of(old), form | JANUARY | {"seen": "2025-12-01"})
    assert Wording.objects.count() == 1
    assert "Asked before it is done" in text_of(again)
    done = paul.post(page_of(old), form | JANUARY | {"seen": "2026-01-01"}, follow=True)
    assert Wording.objects.count() == 2
    assert "1 published page of that time keeps the old text. Update published pages" in text_of(done)
    address = f"{new()}?article={pages[1].article_id}&renewed=disclaimers"
    assert f'href="{address.replace("&", "&amp;")}"' in done.content.decode()
    looked = text_of(paul.get(address))
    assert "1 page: 1 would change" in looked
    assert "Disclaimer, then New words." in looked


def test_a_new_text_from_a_day_after_all_pages_asks_nothing_and_prints_scheduled_ones_again(
    paul: Client, pages: tuple[Edition, Edition], now: dt.datetime
) -> None:
    old = Wording.objects.get()
    scheduled = published(at=now, live_from=now + 24 * HOUR)
    done = paul.post(page_of(old), {"day": "2026-03-11", "text": "New words."}, follow=True)
    assert f"“{scheduled.headline}” (Disclaimer)." in text_of(done)
    coming = Edition.objects.coming(now + 2 * HOUR).get()
    assert [row["text"] for row in coming.printed["wordings"]] == ["New words."]


@pytest.mark.parametrize("form", ["wording", "disclaimer"])
def test_an_end_before_pages_that_carry_the_text_is_asked_about(
    paul: Client, pages: tuple[Edition, Edition], form: str
) -> None:
    wording = Wording.objects.get()
    record: Any = wording if form == "wording" else wording.disclaimer
    prefix = "" if form == "wording" else "wordings-0-"
    address = reverse(f"admin:disclaimers_{form}_change", args=[record.pk])
    typed = fields_of(paul.get(address), f"{form}_form") | {f"{prefix}in_force_until": "2026-01-01"}
    asked = paul.post(address, typed)
    assert (
        f"1 published page carries this text for a day from 1 January 2026 on: {pages[1].headline}"
        in text_of(asked)
    )
    wording.refresh_from_db()
    assert wording.in_force_until is None
    paul.post(address, typed | {f"{prefix}pages_seen": "2026-01-01"})
    wording.refresh_from_db()
    assert wording.in_force_until == dt.date(2026, 1, 1)


@pytest.mark.parametrize("form", ["wording", "disclaimer"])
def test_a_new_text_for_days_of_pages_that_carry_none_is_asked_about(
    paul: Client, pages: tuple[Edition, Edition], now: dt.datetime, form: str
) -> None:
    line = DisclaimerFactory(institution=pages[0].article.institution)
    address = reverse("admin:disclaimers_wording_add")
    typed: dict[str, Any] = {"disclaimer": line.pk, "language": "en", "text": "New words."}
    prefix = ""
    if form == "disclaimer":
        address, prefix = reverse("admin:disclaimers_disclaimer_change", args=[line.pk]), "wordings-0-"
        row = {f"{prefix}{name}": value for name, value in typed.items() if name != "disclaimer"}
        typed = fields_of(paul.get(address), "disclaimer_form") | row | {"wordings-TOTAL_FORMS": "1"}
    since = {f"{prefix}in_force_from": "2026-01-01"}
    asked = text_of(paul.post(address, typed | since))
    assert "1 published page is of days on which this text would be in force, and prints none" in asked
    assert pages[1].headline in asked
    assert pages[0].headline not in asked
    assert not line.wordings.exists()
    paul.post(address, typed | {f"{prefix}in_force_from": "2026-03-11"})
    assert line.wordings.count() == 1
    line.wordings.all().delete()
    paul.post(address, typed | since | {f"{prefix}gap_seen": "2026-01-01"})
    assert line.wordings.get().in_force_from == dt.date(2026, 1, 1)


@pytest.mark.parametrize("kinds", ["those of the pages", "another"])
def test_the_text_of_a_new_disclaimer_for_days_of_pages_that_carry_none_is_asked_about(
    paul: Client, pages: tuple[Edition, Edition], kinds: str
) -> None:
    """Its content types are those typed in the same form."""
    institution, kind = pages[0].article.institution, pages[0].article.kind
    address = reverse("admin:disclaimers_disclaimer_add")
    typed: dict[str, Any] = fields_of(paul.get(address), "disclaimer_form") | {
        "institution": institution.pk, "kinds": kind.pk if kinds != "another" else KindFactory(code="brief").pk,
        "wordings-TOTAL_FORMS": "1", "wordings-0-language": "en", "wordings-0-text": "New words.",
        "wordings-0-in_force_from": "2026-01-01",
    }  # fmt: skip
    answer = paul.post(address, typed)
    if kinds != "another":
        assert "1 published page is of days on which this text would be in force" in text_of(answer)
        assert Disclaimer.objects.count() == 1
        answer = paul.post(address, typed | {"wordings-0-gap_seen": "2026-01-01"})
    assert answer.status_code == 302
    assert Disclaimer.objects.count() == 2


def test_a_desk_file_reports_pages_that_a_text_of_it_leaves_as_they_are(
    pages: tuple[Edition, Edition],
) -> None:
    wording = Wording.objects.select_related("disclaimer__institution").get()
    old, house = wording.disclaimer, wording.disclaimer.institution
    file = f"""
[[disclaimer]]
code = "{old.code}"
institution = "{house.code}"
[[disclaimer.wording]]
text = "{wording.text}"
in_force_from = {wording.in_force_from}
in_force_until = 2026-01-01
[[disclaimer]]
code = "sponsors"
institution = "{house.code}"
[[disclaimer.wording]]
text = "New words."
in_force_from = 2026-01-01
"""
    notes = load_desk_file(file, overwrites=True).notes
    assert any(f"“{old.code}” ends on 1 January 2026; published pages keep it" in note for note in notes), (
        notes
    )
    (gap,) = [note for note in notes if "print none of it, and they stay so" in note]
    assert pages[1].headline in gap
    assert pages[0].headline not in gap
    assert load_desk_file(file, overwrites=True).notes == []
