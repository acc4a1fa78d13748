"""Permissions in a real browser: by keyboard, on a phone, without an axe fault."""

import datetime as dt
from typing import Any

from django.contrib.auth.models import User

from articles import acts
from articles.models import RightsRecord
from tests.browser.window import MARKS, Window, in_a_window
from tests.desk.pages import act_page, change_page
from tests.factories import AppearanceFactory, OutletFactory, StandingPermissionFactory, published, saved

pytestmark = MARKS
PERMISSIONS = "/admin/articles/article/permissions/"


def held_back(now: Any) -> Any:
    """A live place without permission, whose outlet has granted an excerpt in advance."""
    outlet = OutletFactory(name="Lantern", terms="Thirty days after it ran.")
    StandingPermissionFactory(outlet=outlet, mode="excerpt", excerpt_words=1)
    place = AppearanceFactory(rights=False, outlet=outlet, article__headline="Tides of paper")
    revision = saved(place.article, at=now)
    acts.publish(place.article, revision=revision, by=None, at=now, without_text=True)
    return place


def test_a_permission_is_tried_and_recorded_by_keyboard_on_a_phone(
    live_server: Any, editor: User, now: Any
) -> None:
    held_back(now)
    said: list[str] = []

    def steps(window: Window) -> None:
        page = window.page
        window.log_in("eve")
        window.open(PERMISSIONS)
        assert window.overflow() <= 0
        page.get_by_role("link", name="Tides of paper").focus()
        page.keyboard.press("Enter")
        terms = page.locator("form.grant_rights details summary")
        terms.press("Enter")
        page.get_by_label("We may let others republish it").press("Space")
        terms.press("Enter")
        said.append(terms.inner_text())
        assert window.overflow() <= 0
        page.get_by_label("Evidence").last.fill("Mail of 1 March")
        page.get_by_label("Given on").fill("2026-03-01")
        page.locator("form.grant_rights button[name=_try]").press("Enter")
        said.append(page.get_by_role("status", name="What it would do").inner_text())
        assert window.overflow() <= 0
        page.locator("form.grant_rights input[type=submit]").press("Enter")
        said.append(page.locator(".messagelist").inner_text())

    window = in_a_window(live_server.url, steps, width=360, height=740)
    assert window.complaints == []
    assert said[0] == "Terms changed here, and not recorded yet"
    assert all("Readers get the full text at once." in words for words in said[1:])
    assert RightsRecord.objects.get().granted_on == dt.date(2026, 3, 1)


def test_axe_finds_no_fault_in_what_permissions_and_facts_open(
    live_server: Any, publisher: User, now: Any
) -> None:
    place = held_back(now)
    changed = published(headline="Before", at=now).article
    changed.headline = "After"
    changed.save()
    saved(changed, at=now)
    rights = f"/admin/articles/article/{place.article_id}/rights/{place.key}/"
    paths = (
        rights,
        PERMISSIONS,
        change_page(place.article),
        act_page(changed, "publish"),
        "/admin/articles/reprint/add/",
    )
    found = {}

    def steps(window: Window) -> None:
        window.log_in("paul")
        for path in paths:
            window.open(path)
            window.wait_for_editors()
            window.page.evaluate(
                "document.querySelectorAll('details').forEach((part) => { part.open = true; })"
            )
            if faults := window.faults("#content"):
                found[path] = faults

    in_a_window(live_server.url, steps)
    assert found == {}
