"""Headline, dek, text and notes have the piece's language and direction while they are written."""

from typing import Any

from django.contrib.auth.models import User

from tests.browser.window import MARKS, Window, in_a_window, until
from tests.desk.pages import change_page
from tests.factories import ArticleFactory, published, saved

pytestmark = MARKS

CARRIED = """() => [...document.querySelectorAll("#id_headline, #id_dek, .prose-editor > .ProseMirror")]
    .map((field) => [field.lang, field.dir, getComputedStyle(field).direction].join(" "))"""


def test_the_fields_carry_the_language_of_the_piece_and_follow_it_at_once_notes_too(
    live_server: Any, editor: User, now: Any
) -> None:
    article = ArticleFactory(language="de", body="<p>Worte.</p>")
    saved(article, at=now)
    seen: dict[str, Any] = {}

    def steps(window: Window) -> None:
        page = window.page
        window.log_in("eve")
        window.open(change_page(article))
        window.wait_for_editors()
        seen["german"] = page.evaluate(CARRIED)
        page.select_option("#id_language", "ar")
        until(page, f"() => ({CARRIED})().every((said) => said.startsWith('ar'))")
        seen["arabic"] = page.evaluate(CARRIED)
        page.locator(".ProseMirror").first.click()
        page.keyboard.press("Control+Alt+f")
        note = page.locator("dialog [contenteditable=true]")
        seen["note"] = note.evaluate(
            "field => field.closest('[lang]').lang + getComputedStyle(field).direction"
        )

    assert in_a_window(live_server.url, steps).complaints == []
    assert seen["german"] == ["de ltr ltr"] * 3
    assert seen["arabic"] == ["ar rtl rtl"] * 3
    assert seen["note"] == "arrtl"


def test_a_correction_is_written_in_the_language_of_the_piece(
    live_server: Any, publisher: User, now: Any
) -> None:
    article = published(
        ArticleFactory(language="ar", headline="الميناء", body="<p>مرحبا</p>"), at=now
    ).article
    seen: dict[str, Any] = {}

    def steps(window: Window) -> None:
        window.log_in("paul")
        window.open(f"/admin/articles/article/{article.pk}/act/correct/")
        window.wait_for_editors()
        seen["fields"] = window.page.evaluate(CARRIED)

    assert in_a_window(live_server.url, steps).complaints == []
    assert seen["fields"] == ["ar rtl rtl"] * 3
