"""Forms sent by script: whatever happens on the way, what is typed stays, and the page says what happened."""

from typing import Any

from django.contrib.auth.models import User

from articles.models import Article
from authors.models import Author
from tests.browser.window import MARKS, Window, in_a_window
from tests.desk.pages import ADD, act_page, change_page
from tests.factories import published

pytestmark = MARKS
SAVE = ".submit-row [name=_continue]"
BEYOND_ITS_BAR = """(() => {
    const right = (name) => document.querySelector(name).getBoundingClientRect().right;
    return Math.max(...[".desk-status", ".desk-status button:last-of-type"].map(right)) - right(".submit-row");
})()"""


def status(window: Window) -> str:
    return str(window.page.inner_text("#article_form .desk-status"))


def typed_in(window: Window) -> tuple[str, str]:
    return window.page.input_value("[name=headline]"), window.page.inner_text(".ProseMirror >> nth=0")


def write(window: Window) -> None:
    window.wait_for_editors()
    window.page.fill("[name=headline]", "Typed headline")
    window.page.locator(".ProseMirror").first.click()
    window.page.keyboard.type("Typed words. ")


def test_a_save_while_the_desk_cannot_be_reached_keeps_the_text_and_is_sent_again(
    live_server: Any, editor: User, article: Article
) -> None:
    seen: dict[str, Any] = {}

    def steps(window: Window) -> None:
        page = window.page
        window.log_in("eve")
        window.open(change_page(article))
        write(window)
        page.context.set_offline(True)
        page.keyboard.press("Control+S")
        page.wait_for_selector(".desk-status.is-alert")
        seen["alert"], seen["typed"] = status(window), typed_in(window)
        seen["wide"] = window.on_desk_and_phone(window.overflow)
        seen["beyond"] = window.on_desk_and_phone(lambda: page.evaluate(BEYOND_ITS_BAR))
        seen["focus"] = page.evaluate("document.activeElement.classList.contains('ProseMirror')")
        page.keyboard.type("More. ")
        page.context.set_offline(False)
        page.wait_for_selector("text=Saved as version 2")
        seen["saved"] = typed_in(window)

    in_a_window(live_server.url, steps)
    assert "The desk cannot be reached. What you typed is kept here" in seen["alert"]
    assert "sent again by itself" in seen["alert"]
    assert seen["typed"][0] == seen["saved"][0] == "Typed headline"
    assert "Typed words." in seen["typed"][1]
    assert "More." in seen["saved"][1]
    assert seen["focus"]
    assert seen["wide"] <= 0
    assert seen["beyond"] <= 0
    article.refresh_from_db()
    assert article.revisions.count() == 2


BROKEN: list[tuple[dict[str, Any], str]] = [
    ({"status": 502, "body": "<h1>Bad Gateway</h1>", "content_type": "text/html"}, "does not answer (502)"),
    ({"status": 200, "body": '{"go": "/adm', "content_type": "application/json"}, "not the desk’s whole answer"),
    ({"status": 413, "body": "<h1>Too large</h1>", "content_type": "text/html"}, "too large to be sent"),
    ({"status": 200, "body": "<h1>Pay for the Wi-Fi</h1>", "content_type": "text/html"}, "not the desk’s whole"),
    (
        {
            "status": 503, "body": '{"sentence": "The disk is full."}', "content_type": "application/json",
            "headers": {"Retry-After": "300"},
        },
        "The disk is full.",
    ),
]  # fmt: skip


def test_a_broken_answer_leaves_the_text_where_it_is(
    live_server: Any, editor: User, article: Article
) -> None:
    """One answer after the other to a form that is sent again each time, and is saved in the end."""
    seen: list[tuple[str, str]] = []
    answers = [answer for answer, _ in BROKEN]

    def steps(window: Window) -> None:
        page, form = window.page, f"**{change_page(article)}"
        window.log_in("eve")
        window.open(change_page(article))
        write(window)
        window.intercept(form, lambda route: route.fulfill(**answers[len(seen)]))
        for _, words in BROKEN:
            page.click(SAVE)
            page.wait_for_selector(f".desk-status.is-alert >> text={words}")
            seen.append(typed_in(window))
        page.unroute(form)
        page.click(SAVE)
        page.wait_for_selector("text=Saved as version 2")

    in_a_window(live_server.url, steps)
    for (headline, text), (answer, _) in zip(seen, BROKEN, strict=True):
        assert headline == "Typed headline", answer
        assert "Typed words." in text, answer


def test_send_it_now_sends_once_and_holds_nothing_back_that_is_under_way(
    live_server: Any, editor: User, article: Article
) -> None:
    seen: dict[str, Any] = {}
    press = """name => [...document.querySelectorAll(".desk-status button")]
        .find(({ textContent }) => textContent === name).click()"""

    def steps(window: Window) -> None:
        page = window.page
        window.log_in("eve")
        window.open(change_page(article))
        write(window)
        window.intercept("**/change/", lambda route: route.abort())
        page.click(SAVE)
        page.wait_for_selector("text=Send it now")
        page.unroute_all()
        sent: list[Any] = []
        page.on("request", lambda request: sent.append(request.url) if request.method == "POST" else None)
        for name in ("Send it now", "Send it now", "Do not send it"):
            page.evaluate(press, name)
        seen["status"] = status(window)
        page.wait_for_selector("text=Saved as version 2")
        seen["saves"] = [url for url in sent if url.endswith("/change/")]

    in_a_window(live_server.url, steps)
    assert "Not sent" not in seen["status"]
    assert len(seen["saves"]) == 1


def test_what_one_account_sent_in_vain_is_offered_to_no_other_in_the_same_tab(
    live_server: Any, editor: User, publisher: User, article: Article
) -> None:
    seen: dict[str, Any] = {}
    keep = "Unsent.keep(document.getElementById('article_form'), null, location.href)"

    def steps(window: Window) -> None:
        page = window.page
        window.log_in("eve")
        window.open(change_page(article))
        write(window)
        page.evaluate(keep)
        for name in ("paul", "eve"):
            page.context.clear_cookies()
            window.log_in(name)
            window.open(change_page(article))
            window.wait_for_editors()
            seen[name] = status(window)

    in_a_window(live_server.url, steps)
    assert seen["paul"] == ""
    assert "did not arrive" in seen["eve"]


def test_two_clicks_on_save_send_once_and_save_back_save_is_one_piece(live_server: Any, editor: User) -> None:
    sent: list[str] = []
    sent_once: list[str] = []

    def steps(window: Window) -> None:
        window.log_in("eve")
        window.open(ADD)
        write(window)
        window.page.on(
            "request", lambda request: sent.append(request.url) if request.method == "POST" else None
        )
        window.intercept(f"**{ADD}", lambda route: (window.page.wait_for_timeout(300), route.continue_()))
        window.page.dblclick(SAVE)
        window.page.wait_for_selector("text=Saved as version 1")
        window.page.unroute(f"**{ADD}")
        sent_once.extend(sent)
        window.page.go_back()
        window.page.wait_for_selector("text=There is no second one.")
        window.wait_for_editors()
        window.page.fill("[name=headline]", "Typed another")
        window.page.click(SAVE)
        window.page.wait_for_selector("text=Saved as version 2")

    in_a_window(live_server.url, steps)
    assert len([address for address in sent_once if address.endswith(ADD)]) == 1
    assert Article.objects.get().headline == "Typed another"


def test_a_mistake_is_shown_by_the_desk_and_nothing_is_offered_afterwards(
    live_server: Any, editor: User, article: Article
) -> None:
    seen: dict[str, Any] = {}

    def steps(window: Window) -> None:
        window.log_in("eve")
        window.open(change_page(article))
        write(window)
        window.page.fill("[name=headline]", "")
        window.page.click("text=Topics, series, region")
        window.page.fill("[name=tags]", "x" * 300)
        window.page.click(SAVE)
        window.page.wait_for_selector(".error-summary")
        seen["mistake"], seen["typed"] = window.page.inner_text(".field-tags"), typed_in(window)
        window.page.fill("[name=headline]", "Mended")
        window.page.fill("[name=tags]", "")
        window.page.click(SAVE)
        window.page.wait_for_selector("text=Saved as version 2")
        seen["after"] = status(window)

    in_a_window(live_server.url, steps)
    assert "A topic has at most" in seen["mistake"]
    assert "Typed words." in seen["typed"][1]
    assert "did not arrive" not in seen["after"]


def test_an_answer_that_dies_on_the_way_is_offered_when_one_comes_back(
    live_server: Any, editor: User, article: Article
) -> None:
    """The desk refuses, the browser fetches its page, and the network is gone in this moment."""
    seen: dict[str, Any] = {}

    def steps(window: Window) -> None:
        page = window.page
        window.log_in("eve")
        window.open("/admin/")
        window.open(change_page(article))
        write(window)
        page.click("text=Topics, series, region")
        page.fill("[name=tags]", "x" * 300)

        def dies(route: Any) -> None:
            is_script = route.request.headers.get("sent-by") == "script"
            route.continue_() if is_script or route.request.method != "POST" else route.abort()

        window.intercept(f"**{change_page(article)}", dies)
        with page.expect_event("requestfailed"):
            page.click(SAVE, no_wait_after=True)
        page.wait_for_url("chrome-error://**")
        page.unroute(f"**{change_page(article)}")
        page.goto(f"{window.site}{change_page(article)}")
        page.wait_for_selector("text=did not arrive")
        page.click("text=Bring it back")
        page.wait_for_selector(".brought-back")
        window.wait_for_editors()
        seen["typed"], seen["note"] = typed_in(window), page.inner_text(".brought-back")
        page.fill("[name=tags]", "")
        page.click(SAVE)
        page.wait_for_selector("text=Saved as version 2")
        seen["after"] = status(window)

    in_a_window(live_server.url, steps)
    assert seen["typed"][0] == "Typed headline"
    assert "Typed words." in seen["typed"][1]
    assert "Nothing has been saved yet" in seen["note"]
    assert "did not arrive" not in seen["after"]


def test_an_act_refused_or_unreached_keeps_its_reason(live_server: Any, publisher: User, now: Any) -> None:
    article = published(at=now).article
    seen: dict[str, Any] = {}

    def steps(window: Window) -> None:
        page = window.page
        window.log_in("paul")
        window.open(act_page(article, "unpublish"))
        page.fill("[name=reason]", "Typed reason")
        page.context.set_offline(True)
        page.keyboard.press("Tab")
        page.click(".act-form [type=submit].default")
        page.wait_for_selector(".desk-status.is-alert")
        seen["reason"] = page.input_value("[name=reason]")
        page.context.set_offline(False)
        page.wait_for_selector(".messagelist .success")

    in_a_window(live_server.url, steps)
    assert seen["reason"] == "Typed reason"


def test_a_person_added_in_a_popup_is_added_once(live_server: Any, administrator: User) -> None:
    """A popup answers with a page, which is not asked for twice."""

    def steps(window: Window) -> None:
        page = window.page
        window.log_in("ann")
        window.open("/admin/authors/author/add/?_popup=1")
        page.fill("[name=display_name]", "Ida Quay")
        with page.expect_response(lambda response: response.request.method == "POST"):
            page.click("[name=_save]")
        page.wait_for_timeout(500)

    in_a_window(live_server.url, steps)
    assert Author.objects.count() == 1
