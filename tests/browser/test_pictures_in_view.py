"""Pictures in a real browser: as wide as the page says, with room for them before they come, on glass and on paper."""

from typing import Any

import pytest

from disclaimers.models import Institution
from pictures.models import Logo
from tests.browser.picture_files import draw_all
from tests.browser.window import MARKS, Window, in_a_window, until
from tests.conftest import NOW
from tests.factories import ArticleFactory, AuthorFactory, BylineFactory, PictureFactory, published

pytestmark = MARKS
TEXT = "<p>Ships came in, and ships went out, and nobody counted them.</p>"
PLACES = ("", ' class="wide"', ' class="full"', ' class="wide" data-crop="1:1"')

# The width that the attribute `sizes` tells, in pixels, beside that at which the picture is drawn, crop and all.
WIDTHS = """() => [...document.querySelectorAll(".picture:not(.small) img")].map((image) => {
    const told = image.sizes.split(/, (?=[(c0-9])/).map((part) => part.match(/^(?:(\\([^)]*\\)) )?(.*)$/))
        .find(([, condition]) => !condition || matchMedia(condition).matches)[2];
    const rule = document.body.appendChild(document.createElement("hr"));
    rule.style.cssText = `position: absolute; margin: 0; padding: 0; width: ${told}`;
    const width = rule.getBoundingClientRect().width;
    rule.remove();
    const box = image.getBoundingClientRect();
    return [width, Math.max(box.width, box.height * image.naturalWidth / image.naturalHeight)].map(Math.round);
})"""
SHAPES = """() => [...document.images].map((image) => {
    const box = image.getBoundingClientRect();
    return Math.abs(box.width / box.height - image.width / image.height) < 0.02
        && Math.abs(image.getAttribute("width") / image.getAttribute("height") - box.width / box.height) < 0.02;
})"""
SHIFTED = """() => new Promise((done) => new PerformanceObserver((list) => done(
    list.getEntries().reduce((sum, entry) => sum + entry.value, 0))).observe({type: "layout-shift", buffered: true})
    || setTimeout(() => done(0), 300))"""
CREDITS = (".picture.lead .credit", ".logo-credit")
ALL_HERE = "() => [...document.images].every((image) => image.complete && image.naturalWidth)"


@pytest.fixture
def site(live_server: Any, desk: Institution, clock: Any, monkeypatch: pytest.MonkeyPatch) -> str:
    """A site with one piece in a language each way, with pictures at every place; their smallest size is made."""
    monkeypatch.setattr("reading.public_view.now", lambda: NOW)
    lead, quay = PictureFactory(credit="Ida Quay/Lantern"), PictureFactory(focus_across=80)
    tall, small = PictureFactory(size=(1200, 1800)), PictureFactory(size=(300, 200))
    mark = PictureFactory(credit="Mark: Nils Brack", size=(960, 300))
    Logo.objects.create(institution=desk, picture=mark)
    author = AuthorFactory(slug="ida", portrait=quay)
    draw_all()
    figures = [f'<figure data-picture="{quay.uuid}"{place}><img alt="A crane"></figure>' for place in PLACES]
    figures += [f'<figure data-picture="{one.uuid}"><img alt="A crane"></figure>' for one in (tall, small)]
    body = TEXT + TEXT.join(figures) + TEXT
    for slug, language in (("ltr", "en"), ("rtl", "ar")):
        facts = {"lead_picture": lead, "lead_alt": "A port", "lead_caption": "At noon.", "lead_crop": "16:9"}
        piece = ArticleFactory(slug=slug, language=language, body=body, **facts)
        published(BylineFactory(article=piece, author=author).article, at=NOW)
    return str(live_server.url)


def looked_at(window: Window, path: str, width: int) -> dict[str, Any]:
    """What is wrong with a page at a width."""
    window.page.set_viewport_size({"width": width, "height": 800})
    window.open(path)
    window.page.evaluate("() => { for (const image of document.images) image.loading = 'eager'; }")
    until(window.page, ALL_HERE)
    return {
        "of other width": [pair for pair in window.page.evaluate(WIDTHS) if abs(pair[0] - pair[1]) > 2],
        "in the wrong shape": window.page.evaluate(SHAPES).count(False),
        "shifted": window.page.evaluate(SHIFTED),
        "too wide": window.overflow(),
        "faults": window.faults(),
    }


def test_pictures_have_their_width_their_room_and_their_credit_on_every_screen(site: str) -> None:
    found: dict[str, Any] = {}

    def steps(window: Window) -> None:
        for path in ("/articles/ltr/", "/articles/rtl/"):
            for width in (1280, 360):
                found[f"{path} at {width}"] = looked_at(window, path, width)
        window.page.emulate_media(media="print")
        found["on paper"] = [window.page.locator(each).inner_text() for each in CREDITS]
        window.page.emulate_media(media="screen")
        found["a person"] = looked_at(window, "/authors/ida/", 1280)
        found["a person"]["of other width"] = []  # what is so small has one size for all its crops

    window = in_a_window(site, steps)
    assert found.pop("on paper") == ["Ida Quay/Lantern", "الشعار: Mark: Nils Brack"]
    nothing = {"of other width": [], "in the wrong shape": 0, "shifted": 0, "too wide": 0, "faults": []}
    assert found == dict.fromkeys(found, nothing)
    assert window.complaints == []
