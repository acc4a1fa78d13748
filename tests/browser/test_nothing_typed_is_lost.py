"""Typed text on the desk's forms is destroyed by nothing without a question or an undo."""

from typing import Any

from django.contrib.auth.models import User

from articles.models import Article
from prose.html.clean import clean_html
from tests.browser.window import MARKS, Window, in_a_window, until
from tests.desk.pages import change_page
from tests.factories import ArticleFactory, AuthorFactory, published, saved

pytestmark = MARKS

BODY = (
    '<p>Tides rise<span data-footnote="">Lund, <em>Tides</em>.</span>, <em>they</em> say'
    '<span data-footnote="">At <a href="https://example.org/a">the archive</a>.</span>.</p>'
    '<aside class="pullquote"><p>Every form is a small harbour.</p></aside>'
    "<table><tbody><tr><th><p>Year</p></th><th><p>Dues</p></th></tr>"
    "<tr><td><p>2025</p></td><td><p>4</p></td></tr></tbody></table><h2>Part two</h2>"
    '<ul><li><p>See <a href="https://example.org/x">a map</a>.</p></li></ul>'
)
SELECT_TEXT = """() => {
    const range = document.createRange();
    range.setStartBefore(document.querySelector(".body > *"));
    range.setEndAfter(document.querySelector(".notes"));
    getSelection().removeAllRanges();
    getSelection().addRange(range);
}"""


def test_a_removed_row_comes_back_by_undo_with_all_that_was_typed_in_it(
    live_server: Any, editor: User, now: Any
) -> None:
    AuthorFactory(display_name="Ida Quay", sort_name="Quay, Ida", slug="ida-quay")
    article = ArticleFactory()
    saved(article, at=now)
    seen: dict[str, Any] = {}

    def steps(window: Window) -> None:
        page = window.page
        window.log_in("eve")
        window.open(change_page(article))
        for number in (0, 1):
            if not page.is_visible(f"#bylines-{number}"):
                page.click("text=Add another Person")
            window.pick(f"#bylines-{number}", "author", "Ida Quay")
            page.click(f"#bylines-{number} .inline-deletelink")
            seen[f"message {number}"] = page.locator(".row-removed").last.inner_text()
        seen["focus"] = page.evaluate("document.activeElement.textContent")
        page.keyboard.press("Enter")
        page.locator("#bylines-1 .select2-selection__rendered >> text=Ida Quay").wait_for()
        page.click("[name=_continue]")
        page.wait_for_selector("text=Saved as version 2")

    assert in_a_window(live_server.url, steps).complaints == []
    assert seen["message 0"].startswith("Removed: Ida Quay.")
    assert seen["focus"] == "Undo"
    assert [byline.author.display_name for byline in article.bylines.all()] == ["Ida Quay"]


def test_a_piece_goes_to_the_trash_and_comes_back_from_the_message(
    live_server: Any, editor: User, now: Any
) -> None:
    piece = ArticleFactory(headline="Tides of paper")
    saved(piece, at=now)
    seen: dict[str, Any] = {}

    def steps(window: Window) -> None:
        page = window.page
        window.log_in("eve")
        window.open(change_page(piece))
        page.click(".state-menu summary")
        with window.another_document():
            page.click("text=Move to trash…")
        seen["asked"] = window.on_desk_and_phone(window.overflow)
        page.click("[value='Move it to the trash']")
        page.wait_for_selector("text=is in the trash, and stays there until")
        seen["focus"] = page.evaluate("document.activeElement.className")
        seen["wide"] = window.on_desk_and_phone(window.overflow)
        seen["list"] = page.inner_text("#changelist")
        page.click("text=Put it back")
        page.wait_for_selector("text=is out of the trash")

    assert in_a_window(live_server.url, steps).complaints == []
    assert "Tides of paper" not in seen["list"]
    assert "messagelist" in seen["focus"]
    assert max(seen["asked"], seen["wide"]) <= 0
    assert Article.objects.kept().get() == piece


def test_the_browser_asks_before_typed_text_is_left_on_any_form(
    live_server: Any, administrator: User
) -> None:
    asked: dict[str, list[str]] = {}
    forms = {
        "/admin/authors/author/add/": "[name=display_name]",
        "/admin/outlets/outlet/add/": "[name=name]",
        "/admin/articles/article/add/": "[name=headline]",
    }

    def steps(window: Window) -> None:
        window.log_in("ann")
        for path, field in forms.items():
            page = window.page.context.new_page()
            asked[path] = []
            page.on(
                "dialog", lambda question, path=path: (asked[path].append(question.type), question.accept())
            )
            page.goto(f"{window.site}{path}")
            page.focus(field)
            page.keyboard.type("typed")
            page.goto(f"{window.site}/admin/")
            page.close()

    in_a_window(live_server.url, steps)
    assert asked == {path: ["beforeunload"] for path in forms}


def test_axe_finds_no_fault_in_the_dialogs_of_the_editor(live_server: Any, editor: User, now: Any) -> None:
    piece = ArticleFactory(body="<p>Words.</p>")
    saved(piece, at=now)
    found: dict[str, list[Any]] = {}

    def steps(window: Window) -> None:
        page = window.page
        window.log_in("eve")
        window.open(change_page(piece))
        window.wait_for_editors()
        page.locator(".ProseMirror").first.click()
        page.keyboard.press("Control+Alt+f")
        page.keyboard.type("Lund")
        found["note"] = window.faults("dialog")
        page.keyboard.press("Escape")
        found["question"] = window.faults("dialog")
        page.get_by_role("button", name="Throw away").click()
        page.keyboard.press("Control+k")
        found["link"] = window.faults("dialog")
        page.keyboard.press("Escape")
        page.get_by_role("button", name="Insert table").first.click()
        found["table"] = window.faults("dialog")

    assert in_a_window(live_server.url, steps, width=360, height=640).complaints == []
    assert found == {"note": [], "question": [], "link": [], "table": []}


def test_a_pages_own_text_pasted_back_keeps_notes_pull_quotes_and_tables(
    live_server: Any, editor: User, now: Any
) -> None:
    source = published(ArticleFactory(slug="tides", body=BODY), at=now).article
    piece = ArticleFactory(body="<p>x</p>")
    saved(piece, at=now)
    pasted: dict[str, str] = {}

    def steps(window: Window) -> None:
        page = window.page
        window.log_in("eve")

        def paste_from(name: str) -> None:
            page.keyboard.press("Control+c")
            window.open(change_page(piece))
            window.wait_for_editors()
            page.locator(".ProseMirror").first.focus()
            page.keyboard.press("Control+a")
            page.keyboard.press("Control+v")
            until(page, "document.querySelector('#id_body').value.includes('harbour')")
            pasted[name] = page.input_value("#id_body")
            page.click("[name=_continue]")
            page.wait_for_selector(".messagelist")

        window.open("/articles/tides/")
        page.evaluate(SELECT_TEXT)
        paste_from("page")
        window.open(f"/admin/articles/article/{source.pk}/preview/")
        page.evaluate(SELECT_TEXT)
        paste_from("preview")
        window.open(change_page(source))
        window.wait_for_editors()
        page.locator(".ProseMirror").first.focus()
        page.keyboard.press("Control+a")
        paste_from("editor")

    assert in_a_window(live_server.url, steps).complaints == []
    # A page says of each cell of a head whose it is, and that comes along.
    kept = {name: clean_html(body.replace(' scope="col"', "")) for name, body in pasted.items()}
    assert kept == dict.fromkeys(pasted, BODY)
    assert len(pasted) == 3
