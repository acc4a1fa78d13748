"""The library in a real browser: files are dropped, a focal point is set by keyboard, a picture is found."""

import base64
from typing import Any

from django.contrib.auth.models import User

from pictures.models import Picture
from tests.browser.window import MARKS, Window, in_a_window, until
from tests.pictures.files.photos import drawing, file_of, iim, with_segment

pytestmark = MARKS
LIBRARY = "/admin/pictures/picture/"
DROP = """files => {
    const carried = new DataTransfer();
    for (const [name, text] of files)
        carried.items.add(new File([Uint8Array.from(atob(text), (one) => one.charCodeAt(0))], name));
    document.dispatchEvent(new DragEvent("drop", { dataTransfer: carried, bubbles: true, cancelable: true }));
}"""
ALL_ARE_THERE = "() => document.querySelectorAll('.received-row:not(:has(progress))').length === 3"


def test_photos_are_dropped_described_by_keyboard_and_found(live_server: Any, editor: User) -> None:
    photo = with_segment(file_of(drawing(520, 325)), iim((80, "Ida Quay"), (120, "A crane at dusk.")))
    others = {"Harbour.png": file_of(drawing(300, 420), "PNG"), "letter.jpg": b"%PDF-1.4"}
    dropped = [
        (name, base64.b64encode(each).decode()) for name, each in {"IMG_1234.jpg": photo, **others}.items()
    ]
    found: dict[str, Any] = {}

    def look(window: Window, name: str) -> None:
        found[name] = [window.faults("#content"), max(0, window.on_desk_and_phone(window.overflow))]

    def steps(window: Window) -> None:
        page = window.page
        window.log_in("eve")
        window.open(LIBRARY)
        page.locator("#content .no-pictures .button").press("Enter")
        page.wait_for_selector("[data-adds-files]")
        page.evaluate(DROP, dropped)
        until(page, ALL_ARE_THERE)
        look(window, "files added")
        found["refused"] = page.locator(".received-row.is-refused").inner_text()
        page.get_by_role("link", name="A crane at dusk").first.press("Enter")
        mark = page.get_by_role("button", name="Focal point")
        mark.focus()
        for key in ("Shift+ArrowLeft", "Shift+ArrowLeft", "ArrowRight", "ArrowDown"):
            page.keyboard.press(key)
        found["mark"] = mark.get_attribute("aria-label")
        found["crop"] = page.locator(".crop-square").evaluate("crop => getComputedStyle(crop).objectPosition")
        page.get_by_label("Required credit").fill("Ida Quay/Harbour Pictures")
        page.locator("#id_clearances-0-state").select_option("not_needed")
        look(window, "picture")
        with window.another_document():
            page.keyboard.press("Control+s")
        window.open(f"{LIBRARY}?q=harbour+dusk")
        page.get_by_role("link", name="A crane at dusk").wait_for()
        found["card"] = page.locator(".picture-card").all_inner_texts()
        look(window, "list")

    window = in_a_window(live_server.url, steps)
    assert window.complaints == []
    assert "This is a PDF, not a picture." in found.pop("refused")
    assert found.pop("mark") == "Focal point: 31 across, 51 down. Arrow keys move it, with Shift by ten."
    assert found.pop("crop") == "30% 50%"
    [card] = found.pop("card")
    assert "Ida Quay/Harbour Pictures" in card
    assert "May be shown" in card
    assert {name: fault for name, fault in found.items() if fault != [[], 0]} == {}
    picture = Picture.objects.get(creator="Ida Quay")
    assert (picture.focus_across, picture.focus_down, Picture.objects.count()) == (31, 51, 2)
