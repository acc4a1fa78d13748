"""From nothing to the first correct page in a real browser: few screens, few fields, and plain words on each."""

from pathlib import Path
from typing import Any

from articles.models import Edition
from tests.browser.counted import Counted
from tests.browser.window import MARKS, Window, elsewhere, in_a_window
from thinktank import welcome

pytestmark = MARKS
MOST_SCREENS, MOST_FIELDS = 8, 25
SECRET = "correct horse battery"


def _house_and_people(desk: Counted) -> None:
    desk.fill(**{"house-name": "Gower House", "types-labels": "Commentary"})
    desk.choose("house-time_zone", "Europe/London")
    desk.send("Save and go on")
    desk.fill(**{"disclaimer-text": "{kind} at Gower House gives the views of its author."})
    desk.send("Save and go on")
    desk.fill(
        **{"person-display_name": "Ida Quay", "person-title": "senior fellow", "account-username": "eve"}
    )
    desk.send("Save and go on")


def _piece(desk: Counted) -> None:
    desk.follow("Write the first piece")
    desk.fill(headline="A harbour keeps its books", dek="What a ledger forgets.")
    desk.write("Boats come in, and somebody writes them down.")
    desk.pick("#bylines-0", "author", "Ida Quay")
    desk.page.click("text=Where else it ran")
    desk.page.click("text=Add another Place")
    with desk.page.expect_popup() as opened:
        desk.page.locator("#add_id_appearances-0-outlet").click()
    outlet = desk.in_popup(opened.value)
    outlet.fill(article="The", name="Lantern")
    outlet.choose("article_rule", "separable")
    with outlet.page.expect_event("close"):
        outlet.page.locator("[name=_save]").click()
    desk.fill(
        **{"appearances-0-published_on": "2026-03-02", "appearances-0-url": "https://lantern.example/books"}
    )
    desk.send("Save")


def _permission(desk: Counted) -> None:
    desk.page.click("text=Where else it ran")
    desk.follow("Look after the permission")
    told = {"granted_by": "Ola Wick", "granted_on": "2026-03-01", "evidence": "Mail of 1 March 2026"}
    desk.fill(**{f"grant_rights-{name}": value for name, value in told.items()})
    desk.send("Record permission")


def _publish(desk: Counted) -> None:
    desk.follow("Back to the piece")
    desk.send("Publish…")
    desk.send("Publish now")
    desk.follow("See the page")


def test_a_desk_from_nothing_needs_at_most_8_screens_and_25_fields_until_its_first_page(
    transactional_db: Any, live_server: Any, tmp_path: Path, settings: Any
) -> None:
    settings.DESK_HOME = tmp_path
    desks: list[Counted] = []
    seen: dict[str, str] = {}

    def steps(window: Window) -> None:
        desk = Counted(window, "One house")
        desks.append(desk)
        desk.open(f"/welcome/{welcome.issue_token()}/")
        desk.fill(username="ann", password1=SECRET, password2=SECRET)
        desk.send("Make the administrator")
        assert window.faults() == []
        for part in (_house_and_people, _piece, _permission, _publish):
            part(desk)
        seen["page"] = desk.page.inner_text("body")

    window = in_a_window(live_server.url, steps)
    print(desks[0].report())  # noqa: T201 - the counts are for whoever runs it
    for words in (
        "Commentary", "A harbour keeps its books", "Ida Quay", "originally published in the Lantern",
        "Commentary at Gower House gives the views of its author.", "senior fellow",
    ):  # fmt: skip
        assert words in seen["page"], words
    assert "©" not in seen["page"], "the text came from an outlet, and nobody said that the house claims it"
    assert elsewhere(Edition.objects.count) == 1
    assert len(desks[0].screens) <= MOST_SCREENS, desks[0].screens
    assert len(desks[0].fields) <= MOST_FIELDS, desks[0].fields
    assert window.complaints == []
