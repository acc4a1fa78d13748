"""The steps of a person at the body editor."""

import json

from tests.browser.window import until


def settle(page):
    """Nobody types as fast as a test: the editor hears of focus and caret up to fifty milliseconds later."""
    page.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done, 60)))")


def press(page, *keys):
    """Press keys one by one, each after the browser has reported the caret position to the editor."""
    settle(page)
    for key in keys:
        page.keyboard.press(key)
        settle(page)


def wait_for_caret(page):
    """A closing dialog hands the caret back a moment later."""
    until(page, "document.activeElement === document.querySelector('.prose-editor > .ProseMirror')")
    settle(page)


def body_of(page):
    return page.locator("#id_body").input_value()


def text_of(page):
    return page.locator(".prose-editor > .ProseMirror")


def saved(page):
    page.locator("#save").click()
    page.wait_for_selector(".prose-count")
    return json.loads(page.locator("#saved").inner_text())


def button(page, name):
    return page.get_by_role("toolbar", name="Formatting").first.get_by_role("button", name=name, exact=True)


def paste(page, html):
    text_of(page).focus()
    page.evaluate(
        """html => {
            const data = new DataTransfer(); data.setData("text/html", html); data.setData("text/plain", "plain");
            document.querySelector(".prose-editor > .ProseMirror").dispatchEvent(
                new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
        }""",
        html,
    )


def tidied(page, html):
    return page.evaluate(
        "html => import('prose/paste/tidy').then(module => module.tidyPastedHTML(html))", html
    )
