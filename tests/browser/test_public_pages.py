"""The public pages in a real browser: no axe violation, nothing wider than a phone, nothing from elsewhere."""

import datetime as dt
from functools import partial
from typing import Any
from unittest.mock import patch

import pytest
from django.db import OperationalError
from django.http import HttpResponse
from django.test import Client

from articles import acts
from authors.models import Author
from disclaimers.models import FooterLink, HouseStyle, Institution
from tests.browser.window import MARKS, Window, in_a_window
from tests.conftest import NOW
from tests.factories import (
    AppearanceFactory,
    AppointmentFactory,
    ArticleFactory,
    AuthorFactory,
    BylineFactory,
    InstitutionFactory,
    KindFactory,
    LicenceFactory,
    OutletFactory,
    PictureFactory,
    StandingNoticeFactory,
    published,
)

pytestmark = MARKS
SECOND, MINUTE, DAY = dt.timedelta(seconds=1), dt.timedelta(minutes=1), dt.timedelta(days=1)
LONG = "Donaudampfschifffahrtsgesellschaftskapitän" * 5
BODY = f"""<p>Ships came in<span data-footnote>The log, p. 4.</span> with a <a href="https://x.example">list</a>.</p>
<h2>Out</h2><p>They went {LONG} out.</p><aside class="pullquote"><p>Nobody waved.</p></aside>
<blockquote><p>We waved.</p></blockquote><ul><li>One</li><li>Two</li></ul><pre>{"wide " * 60}</pre>
<table><thead><tr>{'<th scope="col">A long heading</th>' * 9}</tr></thead>
<tbody><tr>{"<td>1,204,000</td>" * 9}</tr></tbody></table>"""
PAGES = {
    "/": 200,
    "/articles/full/": 200,
    "/articles/rtl/": 200,
    "/articles/excerpt/": 200,
    "/articles/full/republish/": 200,
    "/articles/withdrawn/": 451,
    "/authors/ida-quay/": 200,
    "/outlets/lantern/": 200,
    "/topics/ports/": 200,
    "/style/": 200,
    "/articles/gone/": 410,
    "/nothing/": 404,
}

OTHERS = (
    "/articles/full/cite/", "/authors/ida-quay/", "/authors/ida-quay/press/", "/series/", "/series/slow-ports/",
    "/houses/", "/houses/weir/", "/houses/weir/about/", "/corrections/", "/feeds/", "/search/", "/search/?q=ships",
    "/search/?q=neverwas", "/search/?q=haborr", "/authors/", "/outlets/", "/topics/", "/archive/", "/archive/2026/",
    "/archive/2026/03/", "/kinds/commentary/", "/de/", "/ar/", "/about/", "/archive/undated/", "/articles/part/",
    "/articles/german/", "/articles/retracted/", "/houses/weir/corrections/", "/de/search/?q=Hafen",
)  # fmt: skip
"""Pages of the other kinds, with whatever can stand on them."""


@pytest.fixture
def pages(live_server: Any, desk: Institution, clock: Any, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of a site with one page of each kind."""
    monkeypatch.setattr("reading.public_view.now", lambda: NOW + MINUTE)
    FooterLink.objects.create(institution=desk, label="About", url="https://harbour.example/about")
    Institution.objects.update(offers_republication=True, republication_terms="Tell us.")
    StandingNoticeFactory(institution=desk, text="Of the house.")
    HouseStyle.objects.update(attribution_at="both")
    article = ArticleFactory(
        headline=f"The Harbour {LONG}", slug="full", body=BODY, topics=["Ports"], editors_note="The first of three.",
        editing_note="Lightly edited.", licence=LicenceFactory(), licence_exceptions=LONG,
    )  # fmt: skip
    ida = AuthorFactory(
        display_name="Ida Quay", slug="ida-quay", biography="Writes.", website="https://q.example"
    )
    BylineFactory(article=article, author=ida, bio="Ida Quay keeps the log.")
    lantern = OutletFactory(name="Lantern", slug="lantern")
    passed_on = {"may_be_passed_on": True, "credit": f"Courtesy of {LONG}."}
    AppearanceFactory(article=article, outlet=lantern, rights=passed_on)
    article.disclosures.create(subject="funding", text=f"The harbour {LONG} paid.")
    published(article, at=NOW)
    acts.correct(
        article,
        changes={},
        notice=acts.NoticeDraft("correction", text=f"It was {LONG}.", wrong="Loud.", right="Quiet."),
        by=None,
        at=NOW + SECOND,
    )
    excerpt = ArticleFactory(slug="excerpt", body=BODY)
    terms = {"mode": "excerpt", "excerpt_words": 3}
    AppearanceFactory(article=excerpt, outlet=lantern, access="paid", rights=terms)
    published(excerpt, at=NOW)
    published(
        slug="german", language="de", translation_of=article, source_language="en", headline="Hafen", at=NOW
    )
    withdrawn = published(slug="withdrawn", headline=LONG, at=NOW).article
    published(headline="مرفأ ينتظر جسرا", dek="أحد عشر عاما", language="ar", slug="rtl", at=NOW)
    gone = published(slug="gone", at=NOW).article
    clock(NOW + MINUTE)
    acts.unpublish(gone, by=None, at=NOW + MINUTE, reason="Published in error.")
    acts.take_down(
        withdrawn,
        because="legal",
        sentence="A court asked for it.",
        by=None,
        at=NOW + MINUTE,
        reason="An order.",
    )
    return str(live_server.url)


@pytest.fixture
def other_pages(pages: str, desk: Institution) -> str:
    """The same site with a centre, a page of the site, a series of two parts, a retracted piece, a list of two pages,
    and a person with all facts.
    """
    ida = Author.objects.get(slug="ida-quay")
    ida.short_biography, ida.areas, ida.spoken_languages = "Ida Quay writes.", LONG[:150], ["en", "de"]
    ida.email, ida.orcid = "ida@harbour.example", "0000-0002-1825-0097"
    ida.portrait, ida.portrait_alt = PictureFactory(), "Ida Quay at a quay"
    ida.save()
    AppointmentFactory(author=ida, from_on=NOW.date() - 900 * DAY, until_on=NOW.date() - 200 * DAY)
    AppointmentFactory(author=ida, title="director", from_on=NOW.date() - 200 * DAY)
    centre = InstitutionFactory(parent=desk, code="weir", name=f"Weir Unit {LONG[:100]}")
    memo = KindFactory(code="memo", label="Memo")
    for slug, facts in (("part", {}), ("second-part", {"institution": centre, "kind": memo})):
        part = ArticleFactory(slug=slug, series="Slow Ports", topics=["Ports"], **facts)
        BylineFactory(article=part, author=ida)
        published(part, at=NOW + MINUTE)
    retracted = published(slug="retracted", institution=centre, is_archive=True, at=NOW + MINUTE).article
    acts.retract(retracted, text="It was not so.", issued_by="the authors", by=None, at=NOW + MINUTE)
    for number in range(20):
        published(slug=f"undated-{number}", is_archive=True, at=NOW + MINUTE)
    published(ArticleFactory(slug="about", kind=KindFactory(code="page", genre="page")), at=NOW + MINUTE)
    return pages


def in_its_place(answer: HttpResponse, route: Any) -> None:
    """Give the browser this answer."""
    route.fulfill(status=answer.status_code, body=answer.content, headers=dict(answer.headers))


def answers_of_faults() -> list[HttpResponse]:
    """The pages of a bad request, of a fault of ours, and of a database that is away."""
    client = Client(raise_request_exception=False)
    answers = [client.get("/", HTTP_HOST="elsewhere.example")]
    for error in (RuntimeError("a fault"), OperationalError("away")):
        with patch("reading.indexes.views.kept_index", side_effect=error):
            answers.append(client.get("/topics/"))
    return answers


def test_pages_of_the_other_kinds_can_be_read_on_a_phone_in_the_light_and_in_the_dark(
    other_pages: str,
) -> None:
    found: dict[str, list[str]] = {}
    answers = answers_of_faults()
    assert [answer.status_code for answer in answers] == [400, 500, 503]

    def steps(window: Window) -> None:
        def look(path: str, answer: Any, status: int = 200) -> None:
            problems = [f"{rule}: {elements[0]}" for rule, elements in window.faults()]
            if over := window.overflow():
                problems.append(f"{over} pixels too wide")
            if answer.status != status or problems:
                found[path] = [str(answer.status), *problems]

        for path in OTHERS:
            look(path, window.page.goto(f"{other_pages}{path}"))
        window.open("/archive/undated/")
        with window.page.expect_navigation() as to_second_page:
            window.page.locator("a[rel=next]").click()
        look("second page", to_second_page.value)
        for answer in answers:
            path = f"/fault/{answer.status_code}/"
            window.intercept(f"**{path}", partial(in_its_place, answer))
            look(path, window.page.goto(f"{other_pages}{path}"), answer.status_code)

    window = in_a_window(other_pages, steps, width=360)
    assert found == {}
    expected = ("status of 400", "status of 500", "status of 503")
    assert [said for said in window.complaints if not any(part in said for part in expected)] == []


@pytest.mark.parametrize("width", [1280, 360], ids=["desk", "phone"])
def test_no_page_has_a_violation_runs_over_or_asks_elsewhere(pages: str, width: int) -> None:
    found: dict[str, list[str]] = {}

    def steps(window: Window) -> None:
        asked: list[str] = []
        window.page.on("request", lambda request: asked.append(request.url))
        for path, status in PAGES.items():
            answer = window.page.goto(f"{pages}{path}")
            assert answer.status == status, path
            problems = [f"{rule}: {elements[0]}" for rule, elements in window.faults(in_the_dark=width > 360)]
            if over := window.overflow():
                problems.append(f"{over} pixels too wide")
            if problems:
                found[path] = problems
        if elsewhere := [url for url in asked if not url.startswith(f"{pages}/")]:
            found["elsewhere"] = elsewhere

    window = in_a_window(pages, steps, width=width)
    assert found == {}
    # The browser says so of our three error pages.
    expected = ("404 (Not Found)", "410 (Gone)", "status of 451")
    assert [said for said in window.complaints if not any(part in said for part in expected)] == []


def test_the_keyboard_reaches_the_text_first_and_then_every_link(pages: str) -> None:
    seen: list[str] = []

    def steps(window: Window) -> None:
        window.open("/articles/full/")
        page = window.page
        page.keyboard.press("Tab")
        box = page.locator(".skip").bounding_box()
        seen.append(f"skip link at {'top' if box and box['y'] >= 0 else 'nowhere'}")
        page.keyboard.press("Enter")
        seen.append(page.evaluate("location.hash"))
        page.keyboard.press("Tab")
        seen.append(page.evaluate("document.activeElement.textContent"))
        page.locator(".noteref button").press("Enter")
        seen.append(page.locator(".note-words:popover-open").inner_text().strip())
        page.keyboard.press("Escape")
        seen.append(page.evaluate("document.activeElement.ariaLabel"))
        seen.append(f"{page.locator(':popover-open').count()} open")
        page.locator(".backref").click()
        seen.append(page.evaluate("location.hash"))

    in_a_window(pages, steps)
    assert seen == ["skip link at top", "#main", "Ida Quay", "The log, p. 4.", "Note 1", "0 open", "#ref-1"]


def test_paper_gets_the_address_and_nothing_to_click(pages: str, settings: Any) -> None:
    seen: dict[str, bool] = {}

    def steps(window: Window) -> None:
        window.open("/articles/full/")
        window.page.emulate_media(media="print")
        for part in (
            ".skip",
            ".foot",
            ".report",
            ".topics",
            ".printed-address",
            ".headline",
            ".wording",
            ".republish",
            ".notice",
            ".noteref a",
            ".noteref button",
            ".note-words",
        ):
            seen[part] = window.page.locator(part).first.is_visible()
        after = (
            """getComputedStyle(document.querySelector(".article-foot .attribution a"), "::after").content"""
        )
        seen["original"] = "https://lantern.example/a-crisis" in window.page.evaluate(after)
        seen["address"] = window.page.locator(".printed-address").inner_text() == (
            f"{settings.SITE_URL}/articles/full/"
        )
        window.page.emulate_media(media="screen")
        window.page.locator(".noteref button").first.click()
        window.page.emulate_media(media="print")
        note = window.page.locator(".note-words").first
        seen["open note, over the text"] = note.is_visible()
        window.page.evaluate("dispatchEvent(new Event('beforeprint'))")
        seen["open note, in the list"] = note.is_visible()

    in_a_window(pages, steps)
    assert seen == {
        ".skip": False,
        ".foot": False,
        ".report": False,
        ".topics": False,
        ".printed-address": True,
        ".headline": True,
        ".wording": True,
        ".republish": False,
        ".notice": True,
        ".noteref a": True,
        ".noteref button": False,
        ".note-words": True,
        "open note, over the text": False,
        "open note, in the list": True,
        "address": True,
        "original": True,
    }
