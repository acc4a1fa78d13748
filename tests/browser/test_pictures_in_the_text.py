"""Pictures in a piece: a photo dropped into its text, another from the library by keyboard, and what is stored."""

import base64
from typing import Any

import pytest
from django.contrib.auth.models import User

from articles.models import Article
from disclaimers.models import Institution
from pictures.models import Picture
from tests.browser.window import MARKS, PHONE, Window, in_a_window, until
from tests.desk.pages import change_page
from tests.factories import ArticleFactory, PictureFactory, saved
from tests.pictures.files.photos import drawing, file_of

pytestmark = MARKS
SAVE = ".submit-row [name=_continue]"
DROP = """([base64, on]) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([bytes], "Harbour crane.jpg", { type: "image/jpeg" }));
    const target = [...document.querySelectorAll(on)].at(-1);
    const { left, bottom } = target.getBoundingClientRect();
    const at = { clientX: left + 5, clientY: bottom - 2 };
    target.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true, ...at }));
}"""
ARE_DRAWN = "document.querySelectorAll('.prose-figure img').length === {}"


@pytest.fixture
def piece(desk: Institution, now: Any) -> Article:
    piece = ArticleFactory(body="<p>Ships come in.</p><ul><li><p>One</p></li></ul><p>They leave.</p>")
    saved(piece, at=now)
    PictureFactory(title="Old quay", credit="Ida Quay/Harbour Pictures", description="Two cranes.")
    PictureFactory(title="Lighthouse", cleared=False)
    return piece


def test_a_photo_is_dropped_and_described_and_another_is_chosen_by_keyboard(
    live_server: Any, editor: User, piece: Article
) -> None:
    photo = base64.b64encode(file_of(drawing())).decode()
    seen: dict[str, Any] = {}

    def steps(window: Window) -> None:
        page = window.page
        window.log_in("eve")
        window.open(change_page(piece))
        window.wait_for_editors()
        page.evaluate(DROP, [photo, ".ProseMirror li"])
        until(page, "document.querySelector('.prose-figure img')?.naturalWidth === 480")
        seen["badges"] = page.locator(".prose-figure-badges").inner_text()
        page.get_by_role("button", name="Edit picture").click()
        page.get_by_label("Text alternative").fill("A crane lifts a box.")
        page.locator("dialog [contenteditable=true]").click()
        page.keyboard.type("The crane of 1911")
        page.get_by_label("Wider than the text").check()
        page.get_by_label("3:2").check()
        seen["crop"] = page.locator("dialog img").evaluate("image => getComputedStyle(image).aspectRatio")
        seen["faults"] = window.faults("dialog")
        page.set_viewport_size(PHONE)
        seen["wide"] = page.locator("dialog").evaluate("one => one.scrollWidth - one.clientWidth")
        page.set_viewport_size({"width": 1280, "height": 900})
        page.get_by_role("button", name="Save picture").click()
        by_keyboard(page)
        until(page, ARE_DRAWN.format(2))
        seen["figures"] = window.faults(".prose-editor")
        page.click(SAVE)
        page.wait_for_selector("text=Saved as version 2")
        window.wait_for_editors()
        until(page, ARE_DRAWN.format(2))

    window = in_a_window(live_server.url, steps)
    dropped, chosen = Picture.objects.get(title="Harbour crane"), Picture.objects.get(title="Old quay")
    piece.refresh_from_db()
    assert piece.body == (
        "<p>Ships come in.</p><ul><li><p>One</p></li></ul>"
        f'<figure data-picture="{dropped.uuid}" class="wide" data-crop="3:2"><img alt="A crane lifts a box.">'
        "<figcaption>The crane of 1911</figcaption></figure>"
        f'<p>They leave.</p><figure data-picture="{chosen.uuid}"><img alt="Two cranes."></figure>'
    )
    assert seen == {
        "badges": "No text alternative yet\nPermission: Nothing on record",
        "crop": "3 / 2", "faults": [], "wide": 0, "figures": [],
    }  # fmt: skip
    assert window.complaints == []


def by_keyboard(page: Any) -> None:
    """Choose the old quay at the end of the text without a pointer."""
    until(page, "document.activeElement === document.querySelector('.ProseMirror')")
    page.keyboard.press("Control+End")
    page.keyboard.press("Control+Alt+g")
    page.get_by_role("button", name="Lighthouse").wait_for()
    page.keyboard.type("old")
    page.get_by_role("button", name="Lighthouse").wait_for(state="detached")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.get_by_label("Text alternative").wait_for()
    page.keyboard.press("Control+Enter")
