"""The steps of a person at the body editor."""

import json

from tests.browser.window import until
from tests.prose.forms.page import BodyForm


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


def start_anew(page, html=""):
    """Another text in the editor of a page, its history empty; the caret stands at its end."""
    page.evaluate(
        """html => {
            const { editor } = document.querySelector(".ProseMirror");
            editor.commands.setContent(html);
            const { state, view } = editor;
            const config = { schema: state.schema, doc: state.doc, plugins: state.plugins };
            view.updateState(state.constructor.create(config));
            editor.commands.focus("end", { scrollIntoView: false });
        }""",
        html,
    )
    settle(page)


def body_of(page):
    """The body as the form would send it now."""
    return page.evaluate("new FormData(document.querySelector('#id_body').form).get('body')")


def text_of(page):
    return page.locator(".prose-editor > .ProseMirror")


def saved(page):
    page.locator("#save").click()
    page.wait_for_selector(".prose-count")
    return json.loads(page.locator("#saved").inner_text())


def taken(html):
    """What the form makes of a body that a browser has sent it: `saved` without a browser."""
    form = BodyForm({"body": html})
    assert form.is_valid(), form.errors
    return form.cleaned_data["body"]


def button(page, name):
    return page.get_by_role("toolbar", name="Formatting").first.get_by_role("button", name=name, exact=True)


def paste(page, html, *, plain="plain", into=".prose-editor > .ProseMirror"):
    """Paste HTML, or, if it is empty, plain text."""
    page.locator(into).last.focus()
    page.evaluate(
        """([html, plain, into]) => {
            const data = new DataTransfer();
            if (html) data.setData("text/html", html);
            data.setData("text/plain", plain);
            [...document.querySelectorAll(into)].at(-1).dispatchEvent(
                new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
        }""",
        [html, plain, into],
    )


def compose(page, *steps):
    """Type by an input method: what it shows step by step, the last of which it commits."""
    devtools = page.context.new_cdp_session(page)
    for text in steps:
        place = {"selectionStart": len(text), "selectionEnd": len(text)}
        devtools.send("Input.imeSetComposition", {"text": text, **place})
        settle(page)
    devtools.send("Input.insertText", {"text": steps[-1]})
    settle(page)
    devtools.detach()


COPY = """([html, plain]) => {
    document.addEventListener("copy", (event) => {
        event.clipboardData.setData("text/html", html);
        event.clipboardData.setData("text/plain", plain);
        event.preventDefault();
    }, { once: true });
    document.execCommand("copy");
}"""


def put_on_clipboard(page, html, *, plain="plain"):
    """Copy HTML as a program does: it stands on the browser's own clipboard, for Ctrl+V."""
    page.evaluate(COPY, [html, plain])


def tidied(page, html):
    return report_on(page, html)["html"]


def report_on(page, html):
    """{html, parts: [{what, text}], sentences} of a paste."""
    return page.evaluate(
        """html => import('prose/paste/tidy').then(({ tidyPaste }) => {
            const { html: tidy, report } = tidyPaste(html);
            return { html: tidy, parts: report.parts, sentences: report.sentences };
        })""",
        html,
    )
