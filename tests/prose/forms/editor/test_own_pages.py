"""The link dialog finds pages of this desk, by keyboard and by pointer, and stores whose page it is."""

import pytest

from tests.prose.forms.editor.hands import body_of, press, saved, start_anew, wait_for_caret
from tests.prose.forms.page import OWN_PAGE

pytestmark = pytest.mark.browser
LINK = f'<a href="{OWN_PAGE["href"]}">'


def test_a_page_of_ours_is_found_by_words_linked_and_named_again(editor):
    page = editor()
    start_anew(page, "<p>one two</p>")
    press(page, "Control+k")
    dialog = page.get_by_role("dialog", name="Add link")
    address = dialog.get_by_role("combobox", name="Address")
    address.press_sequentially("tides")
    option = dialog.get_by_role("option", name="Tides rise")
    option.wait_for()
    assert address.get_attribute("aria-expanded") == "true"
    assert "1 page of ours." in dialog.locator(".help[role=status]").inner_text()
    page.keyboard.press("ArrowDown")
    assert option.get_attribute("aria-selected") == "true"
    page.keyboard.press("Enter")
    wait_for_caret(page)
    assert body_of(page) == f"<p>one {LINK}two</a></p>"

    press(page, "Control+k")
    dialog = page.get_by_role("dialog", name="Edit link")
    dialog.get_by_text("Leads to “Tides rise” (Piece).").wait_for()
    page.keyboard.press("Escape")  # nothing has changed, so nothing is asked
    wait_for_caret(page)
    start_anew(page)
    press(page, "Control+k")
    page.get_by_label("Address").fill("rise")
    page.get_by_role("option").click()
    page.keyboard.press("Enter")
    wait_for_caret(page)
    assert saved(page) == f"<p>{LINK}Tides rise</a></p>"
