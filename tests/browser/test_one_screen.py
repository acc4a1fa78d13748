"""The form of a piece on one screen: where the text begins, what stays in view, and what one does without a mouse."""

from typing import Any

from django.contrib.auth.models import User

from articles.models import Article
from tests.browser.test_writing_in_view import gaps_at_rest
from tests.browser.window import MARKS, Window, in_a_window, until
from tests.desk.pages import change_page
from tests.factories import AppearanceFactory, ArticleFactory, BylineFactory, published

pytestmark = MARKS
HEADLINE = "How a small town learned to count its tides on paper"  # two lines of the column, as is the dek
DEK = "Councils record what was decided and forget why it was. A modest proposal for a second column."
LINES_OF_A_PERSON = """() => {
    const parts = document.querySelectorAll("#bylines-0 :is(.select2-selection, [name$=role], .delete label, summary)");
    const middles = [...parts].map((part) => part.getBoundingClientRect()).map(({ top, bottom }) => (top + bottom) / 2);
    return 1 + Math.round((Math.max(...middles) - Math.min(...middles)) / 44);
}"""
SIZES = ((1366, 768), (768, 1024), (360, 640))
TOP = "document.querySelector('.ProseMirror > *').getBoundingClientRect().top + scrollY"


def test_the_text_begins_within_300_px_and_60_paragraphs_later_caret_toolbar_and_save_are_in_view(
    live_server: Any, editor: User, now: Any
) -> None:
    article = ArticleFactory(headline=HEADLINE, dek=DEK, body="<p>First words.</p>")
    BylineFactory(article=article)
    AppearanceFactory(article=article, relation="also")
    published(article, at=now)
    seen: dict[Any, Any] = {}

    def steps(window: Window) -> None:
        page = window.page
        window.log_in("eve")
        page.set_viewport_size({"width": 1366, "height": 768})
        window.open(change_page(article))
        window.wait_for_editors()
        seen["top"] = page.evaluate(TOP)
        seen["headline"], seen["dek"] = page.evaluate(
            "['headline', 'dek'].map((name) => document.querySelector(`[name=${name}]`).offsetHeight)"
        )
        seen["a person"] = [page.evaluate(LINES_OF_A_PERSON), page.inner_text("#bylines-0 .delete").strip()]
        for keys in ("Control+/", "?"):
            page.keyboard.press(keys)
            page.wait_for_selector("dialog[open] >> text=Keyboard shortcuts")
            page.keyboard.press("Escape")
            page.wait_for_selector("dialog.keys-sheet", state="hidden")
            page.focus("#bylines-0 summary")
        page.focus("[name=headline]")
        page.keyboard.press("Control+End")
        page.keyboard.type(" now")
        page.keyboard.press("Enter")
        until(page, "document.activeElement.name === 'dek'")
        page.keyboard.press("Enter")
        until(page, "document.activeElement.matches('.ProseMirror')")
        page.keyboard.press("Control+End")
        page.evaluate(
            "document.querySelector('.ProseMirror').editor.commands.insertContent('<p>A line of words.</p>'.repeat(59))"
        )
        page.keyboard.type("The last one.")
        for width, height in SIZES:
            page.set_viewport_size({"width": width, "height": height})
            page.keyboard.type("!")
            seen[width] = gaps_at_rest(window)
        seen["a person on a telephone"] = page.evaluate(LINES_OF_A_PERSON)
        page.click("[data-open-sheet]")  # on a telephone what readers get is a sheet
        page.wait_for_selector("aside.effective:popover-open >> text=Live")
        page.keyboard.press("Escape")
        until(page, "document.activeElement.matches('[data-open-sheet]')")
        page.click("#part-topics > summary")
        page.fill("[name=tags]", "Harbours")
        page.wait_for_selector("[data-part-words=topics] >> text=Harbours")
        page.click("#save")
        page.wait_for_selector("text=Saved as version 2")
        page.set_viewport_size({"width": 1366, "height": 768})
        window.wait_for_editors()
        page.evaluate("scrollTo(0, 0)")
        seen["top with a message"] = page.evaluate(TOP)

    assert in_a_window(live_server.url, steps, panel=True).complaints == []
    assert seen["top"] <= 300
    assert min(seen["headline"], seen["dek"]) > 50
    assert seen["a person"] == [1, "Remove"]
    assert seen["a person on a telephone"] <= 2
    assert seen["top with a message"] <= 350
    assert {width: gaps for width, _ in SIZES if min(gaps := seen[width]) < 0} == {}
    assert Article.objects.get().headline == f"{HEADLINE} now"
