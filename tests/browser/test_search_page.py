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


def test_a_suggestion_that_is_spelled_otherwise_than_what_is_typed_has_it_in_its_label(
    live_server: Any, desk: Institution, monkeypatch: pytest.MonkeyPatch, clock: Any
) -> None:
    """Browsers show no other option of a list while one types."""
    monkeypatch.setattr("reading.public_view.now", lambda: NOW + MINUTE)
    for name in ("Nguyễn Ân", "Ida Quay"):
        BylineFactory(author__display_name=name, article__headline=f"By {name}")
    for article in Article.objects.all():
        published(article, at=NOW)
    clock(NOW + MINUTE)
    seen: list[dict[str, str]] = []

    def steps(window: Window) -> None:
        window.open("/search/")
        field = window.page.locator(".searching .search-words")
        for typed in ("nguyen", "quay"):
            with window.page.expect_response(lambda answer: "/suggestions/" in answer.url):
                field.fill(typed)
            window.page.wait_for_timeout(100)  # until the list is filled
            seen.append(
                window.page.evaluate(
                    "Object.fromEntries([...document.querySelectorAll('.searching datalist option')]"
                    ".map(each => [each.value, each.label]))"
                )
            )

    in_a_window(live_server.url, steps)
    assert seen[0]["Nguyễn Ân"] == "Nguyễn Ân (nguyen)"
    assert seen[1]["Ida Quay"] == ""
