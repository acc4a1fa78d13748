"""The page of the search in a real browser: where its filters stand, and how the keyboard opens them."""

import datetime as dt
from typing import Any

import pytest

from articles.models import Article
from disclaimers.models import Institution
from tests.browser.window import MARKS, Window, in_a_window
from tests.conftest import NOW
from tests.factories import BylineFactory, published

pytestmark = MARKS
MINUTE = dt.timedelta(minutes=1)
CHOSEN = """() => {
    const here = document.querySelector(".searching .search-words").getAttribute("aria-activedescendant");
    return here && document.getElementById(here).firstElementChild.textContent;
}"""


@pytest.mark.parametrize("width", [1280, 360], ids=["desk", "phone"])
def test_filters_of_the_search_stand_beside_the_results_or_folded_above_them(
    live_server: Any, desk: Institution, monkeypatch: pytest.MonkeyPatch, clock: Any, width: int
) -> None:
    monkeypatch.setattr("reading.public_view.now", lambda: NOW + MINUTE)
    published(headline="Ships at sea", topics=["Ports"], at=NOW)
    clock(NOW + MINUTE)
    seen: list[str] = []

    def steps(window: Window) -> None:
        window.open("/search/?q=ships&topic=ports")
        page = window.page
        filters, fold = page.locator(".search-filters"), page.locator(".search-narrow summary")

        def place() -> None:
            box, results = filters.bounding_box(), page.locator(".search-results").bounding_box()
            assert results
            where = "hidden" if not box else "beside" if box["x"] > results["x"] + 300 else "above"
            seen.append(f"{where}, {'a fold' if fold.is_visible() else 'no fold'}")

        place()
        if fold.is_visible():
            page.locator(".searching .search-button").focus()
            page.keyboard.press("Tab")
            while not page.evaluate("document.activeElement.matches('.search-narrow summary')"):
                page.keyboard.press("Tab")
            page.keyboard.press("Enter")
            place()
            page.keyboard.press("Tab")
            seen.append(str(page.evaluate("Boolean(document.activeElement.closest('.search-filters'))")))

    in_a_window(live_server.url, steps, width=width)
    assert seen == (["beside, no fold"] if width > 360 else ["hidden, a fold", "above, a fold", "True"])


@pytest.mark.parametrize("width", [1280, 360], ids=["desk", "phone"])
def test_suggestions_are_chosen_by_keyboard_or_pointer_and_lead_to_their_pages(
    live_server: Any, desk: Institution, monkeypatch: pytest.MonkeyPatch, clock: Any, width: int
) -> None:
    monkeypatch.setattr("reading.public_view.now", lambda: NOW + MINUTE)
    for name in ("Nguyễn Ân", "Ida Quay"):
        BylineFactory(author__display_name=name, article__headline=f"By {name}")
    for article in Article.objects.all():
        published(article, at=NOW)
    clock(NOW + MINUTE)
    seen: dict[str, Any] = {}

    def steps(window: Window) -> None:
        page = window.page
        window.open("/search/")
        field, options = page.locator(".searching .search-words"), page.get_by_role("option")
        field.press_sequentially("nguyen")
        options.first.wait_for()
        seen["offered"] = options.all_inner_texts()
        seen["faults"], seen["width"] = window.faults(), window.overflow()
        page.keyboard.press("ArrowDown")
        seen["chosen"] = page.evaluate(CHOSEN)
        page.keyboard.press("ArrowUp")
        seen["nothing chosen"] = page.evaluate(CHOSEN)
        page.keyboard.press("Escape")
        seen["closed"] = options.count(), field.get_attribute("aria-expanded"), field.input_value()
        page.keyboard.press("ArrowDown")
        with window.another_document():
            page.keyboard.press("Enter")
        seen["by keyboard"] = page.inner_text("h1")
        window.open("/search/")
        field.press_sequentially("quay")
        with window.another_document():
            options.filter(has_text="By Ida Quay").click()
        seen["by pointer"] = page.inner_text("h1")
        window.open("/search/")
        field.press_sequentially("quay")
        options.first.wait_for()
        page.keyboard.press("ArrowDown")
        page.keyboard.type("s")  # whoever types on has chosen nothing
        with window.another_document():
            page.keyboard.press("Enter")
        seen["what is typed"] = page.url.partition("?")[2]

    window = in_a_window(live_server.url, steps, width=width)
    assert window.complaints == []
    assert [text.split("\n") for text in seen.pop("offered")] == [["Nguyễn Ân", "Person"], ["By Nguyễn Ân"]]
    assert seen == {
        "faults": [],
        "width": 0,
        "chosen": "Nguyễn Ân",
        "nothing chosen": None,
        "closed": (0, "false", "nguyen"),
        "by keyboard": "Nguyễn Ân",
        "by pointer": "By Ida Quay",
        "what is typed": "q=quays",
    }
