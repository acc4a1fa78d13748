"""The writing form asks, goes back and stands on the screen as a writer expects."""

from typing import Any

from django.contrib.auth.models import User

from articles.models import Article, Revision
from tests.browser.window import MARKS, Window, in_a_window, until
from tests.desk.pages import ADD, change_page
from tests.factories import ArticleFactory, AuthorFactory, published, saved
from tests.prose.forms.editor.hands import settle

pytestmark = MARKS
SAVE = ".submit-row [name=_continue]"
LONG = "<p>Words that go over more than one line on a telephone.</p>" * 40 + "<p>Last words.</p>"
WHERE = """() => {
    const { from, to } = document.querySelector(".ProseMirror").editor.state.selection;
    return [from, to, Math.round(document.querySelector(".ProseMirror").getBoundingClientRect().top)];
}"""
ASKS = "!window.dispatchEvent(new Event('beforeunload', { cancelable: true }))"
HIDDEN_ACTS = """() => {
    const acts = [...document.querySelectorAll(".submit-row > :is(input, button:not([hidden]), a, details)")];
    return acts.filter((act) => {
        const { left, right, top, bottom } = act.getBoundingClientRect();
        return !act.contains(document.elementFromPoint((left + right) / 2, (top + bottom) / 2));
    }).map((act) => act.value || act.textContent);
}"""


def test_the_browser_asks_only_where_something_is_not_saved(live_server: Any, editor: User, now: Any) -> None:
    AuthorFactory(display_name="Ida Quay", slug="ida-quay")
    article = ArticleFactory()
    saved(article, at=now)
    asks: dict[str, bool] = {}

    def steps(window: Window) -> None:
        page = window.page
        page.on("dialog", lambda question: question.accept())
        window.log_in("eve")

        def pick() -> None:
            page.click("text=Add another Person")
            window.pick("#bylines-0", "author", "Ida Quay")

        def opened() -> None:
            window.open(change_page(article))
            window.wait_for_editors()

        opened()
        page.keyboard.press("Tab")
        asks["untouched"] = page.evaluate(ASKS)
        pick()
        asks["picked"] = page.evaluate(ASKS)
        page.click("#bylines-0 .inline-deletelink")
        opened()
        page.locator(".ProseMirror").first.click()
        page.keyboard.type("A")
        asks["typed"] = page.evaluate(ASKS)
        pick()
        page.click(SAVE)
        page.wait_for_selector("text=Saved as version 2")
        window.wait_for_editors()
        page.keyboard.press("Tab")
        asks["saved"] = page.evaluate(ASKS)
        page.check("[name=bylines-0-DELETE]")
        asks["removed"] = page.evaluate(ASKS)

    assert in_a_window(live_server.url, steps).complaints == []
    assert asks == {"untouched": False, "picked": True, "typed": True, "saved": False, "removed": True}


def test_back_after_the_first_save_opens_the_piece_with_all_that_was_typed(
    live_server: Any, editor: User
) -> None:
    AuthorFactory(display_name="Ida Quay", slug="ida-quay")
    asked: list[str] = []

    def steps(window: Window) -> None:
        page = window.page
        page.on("dialog", lambda question: (asked.append(question.type), question.accept()))
        window.log_in("eve")
        window.open(ADD)
        window.wait_for_editors()
        page.fill("[name=headline]", "Tides of paper")
        page.locator(".ProseMirror").first.click()
        page.keyboard.type("Words.")
        page.click("text=Topics, series, region")
        page.fill("[name=tags]", "Harbours")
        window.pick("#bylines-0", "author", "Ida Quay")
        page.click(SAVE)
        page.wait_for_selector("text=Saved as version 1")
        page.go_back()
        page.wait_for_selector("text=There is no second one.")
        window.wait_for_editors()
        page.fill("[name=dek]", "On forms")
        page.click(SAVE)
        page.wait_for_selector("text=Saved as version 2")

    assert in_a_window(live_server.url, steps).complaints == []
    assert asked == []
    content = Revision.objects.get(article=Article.objects.get(), number=2).content
    assert (content["dek"], content["topics"], len(content["bylines"])) == ("On forms", ["harbours"], 1)


def test_back_to_a_form_whose_answer_was_lost_keeps_what_was_typed_since(
    live_server: Any, editor: User
) -> None:
    seen: dict[str, str] = {}

    def answer_by_half(route: Any) -> None:
        route.fetch()
        route.fulfill(status=200, body='{"go": "/adm', content_type="application/json")

    def steps(window: Window) -> None:
        page = window.page
        page.on("dialog", lambda question: question.accept())
        window.log_in("eve")
        window.open(ADD)
        window.wait_for_editors()
        page.fill("[name=headline]", "Tides of paper")
        window.intercept(f"**{ADD}", answer_by_half)
        page.click(SAVE)
        page.wait_for_selector(".desk-status.is-alert")
        page.unroute(f"**{ADD}")
        page.fill("[name=headline]", "Tides of ink")
        window.open("/admin/")
        page.go_back()
        window.wait_for_editors()
        page.wait_for_timeout(300)  # it would have gone on to the piece
        seen["headline"] = page.input_value("[name=headline]")
        page.click(SAVE)
        page.wait_for_selector("text=There is no second one.")

    in_a_window(live_server.url, steps)
    assert seen == {"headline": "Tides of ink"}
    assert Article.objects.get().headline == "Tides of ink"


def test_no_bar_covers_the_buttons_of_the_form(live_server: Any, editor: User, now: Any) -> None:
    article = published(ArticleFactory(), at=now).article
    hidden: dict[tuple[int, int], list[str]] = {}
    heights: dict[int, list[float]] = {}

    def steps(window: Window) -> None:
        window.log_in("eve")
        window.open(change_page(article))
        window.wait_for_editors()
        for width, height in ((1366, 650), (1280, 560), (360, 640)):
            window.page.set_viewport_size({"width": width, "height": height})
            for place in range(0, 500, 50):
                window.page.evaluate(f"scrollTo(0, {place})")
                hidden[width, place] = window.page.evaluate(HIDDEN_ACTS)
            window.page.click(".state-menu summary")
            links = window.page.locator(".standing-acts .act-link:visible")
            heights[width] = links.evaluate_all("all => all.map(one => one.getBoundingClientRect().height)")
            window.page.keyboard.press("Escape")

    in_a_window(live_server.url, steps)
    assert {place: acts for place, acts in hidden.items() if acts} == {}
    assert all(heights.values())
    assert min(heights[360]) >= 44


def test_a_save_by_key_leaves_caret_selection_and_scroll_where_they_are_and_is_announced(
    live_server: Any, editor: User, now: Any
) -> None:
    article = ArticleFactory(body=LONG)
    saved(article, at=now)
    seen: dict[str, Any] = {}

    def steps(window: Window) -> None:
        page = window.page
        window.log_in("eve")
        window.open(change_page(article))
        window.wait_for_editors()
        page.locator(".ProseMirror p").last.click()
        page.keyboard.type("Typed")
        for _ in range(3):
            page.keyboard.press("Shift+ArrowLeft")
        settle(page)
        seen["before"] = page.evaluate(WHERE)
        page.keyboard.press("Control+s")
        page.wait_for_selector(".desk-status[role=status] >> text=Saved as version 2")
        until(page, "document.activeElement.classList.contains('ProseMirror')")
        seen["after"] = page.evaluate(WHERE)
        page.keyboard.type("!")
        page.focus("[name=headline]")
        page.keyboard.press("Home")
        page.keyboard.type("A ")
        page.keyboard.press("Control+s")
        page.wait_for_selector(".desk-status[role=status] >> text=Saved as version 3")
        until(page, "document.activeElement.name === 'headline'")
        seen["headline"] = page.evaluate("document.activeElement.selectionStart")
        page.locator("[name=slug]").evaluate("slug => { slug.value = 'Not A Slug'; }")
        page.keyboard.press("Control+s")
        page.wait_for_selector(".error-summary")
        until(page, "document.activeElement.matches('.error-summary')")
        page.locator("[name=slug]").evaluate("slug => { slug.value = 'a-slug'; }")
        page.click(SAVE)
        page.wait_for_selector(".messagelist >> text=Saved as version 4")
        until(page, "document.activeElement.matches('.messagelist')")

    assert in_a_window(live_server.url, steps).complaints == []
    assert seen["before"][:2] == seen["after"][:2]
    assert abs(seen["before"][2] - seen["after"][2]) < 20
    assert seen["headline"] == 2
    assert "Ty!" in Revision.objects.get(article=article, number=4).content["body"]
