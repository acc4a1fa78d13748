"""An embed is added from an address, and written on in its place."""

import pytest

from tests.prose.forms.editor.hands import press, saved, start_anew, text_of, wait_for_caret

pytestmark = pytest.mark.browser


def test_an_embed_is_made_of_an_address_a_title_and_what_it_shows(editor):
    page = editor()
    start_anew(page, "<p>one</p>")
    page.keyboard.type(" /vid")
    press(page, "Enter")
    dialog = page.get_by_role("dialog", name="Add embed")
    address = dialog.get_by_label("Address")
    address.fill("https://example.org/film")
    press(page, "Enter")
    assert "no address of a video" in address.evaluate("field => field.validationMessage")
    address.fill("https://youtu.be/dQw4w9WgXcQ?t=3")
    press(page, "Enter")
    title = dialog.get_by_label("Title")
    assert "Write a title" in title.evaluate("field => field.validationMessage")
    title.fill("Tides")
    dialog.get_by_label("What it shows or says").fill("A wall.")
    dialog.get_by_role("button", name="Add embed").click()
    wait_for_caret(page)
    assert (
        page.locator(".prose-embed-of a").get_attribute("href")
        == "https://www.youtube.com/watch?v=dQw4w9WgXcQ"
    )
    text_of(page).get_by_text("A wall.").click()
    press(page, "End")
    page.keyboard.type(" Twice a day.")
    assert saved(page) == (
        '<p>one</p><aside data-embed="youtube:dQw4w9WgXcQ"><p>Tides</p><p>A wall. Twice a day.</p></aside>'
    )
