"""What a screen reader gets of the desk's pages: kept as texts, one a page, in `read_aloud/`.

After a change that is meant, `WRITE_READ_ALOUD=1 pytest tests/browser/test_read_aloud.py` writes them anew: read what
differs. The pages that the sweep of all routes does not reach are also looked at by axe, and walked by Tab.
"""

import datetime as dt
import os
import re
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.contrib.auth.models import User
from django.utils import timezone

from articles.models import Article
from desk.models import Lease
from desk.pages import DeskPage
from tests.browser.window import MARKS, Window, in_a_window, until
from tests.desk.pages import change_page
from tests.factories import ArticleFactory, AuthorFactory, BylineFactory, saved

pytestmark = MARKS
TEXTS = Path(__file__).with_name("read_aloud")
OF_THE_DAY = (
    (r"\d{1,2} \w+ \d{4}(, \d\d:\d\d)?", "(a day)"),
    (r"time: \w+ \d{1,2}, \d{4}", "time: (a day)"),
    (r"© \d{4}", "© (a year)"),
    (r"(Harbour Institute) \d+", r"\1"),
    (r'^\s*- option "[^"]*"\n', ""),  # of a list what is chosen
    (r"^\s*- /\w+: .*\n", ""),  # addresses and placeholders are not read out
    (r"https?://\S+", "(an address)"),
)
SEEN_BY_TAB = """() => { const here = document.activeElement, { bottom, right } = here.getBoundingClientRect();
    if (here.tagName === "IFRAME") return "a page in this page"; // which shows its own focus
    return here === document.body ? "" : `${here.tagName} ${here.textContent.trim().slice(0, 30) || here.name}`
        + (bottom > 0 && right > 0 && getComputedStyle(here).outlineStyle !== "none" ? "" : ": not seen"); }"""


def as_read(part: Any) -> str:
    """The tree of a part of a page, without what differs from day to day."""
    text = f"{part.aria_snapshot()}\n"
    for pattern, words in OF_THE_DAY:
        text = re.sub(pattern, words, text, flags=re.M)
    return text


def differs(name: str, text: str) -> bool:
    """True if the page reads otherwise than it did. Writes it down if that is asked for."""
    file = TEXTS / f"{name}.yml"
    if os.environ.get("WRITE_READ_ALOUD"):
        file.write_text(text)
    return not file.exists() or file.read_text() != text


def unseen_by_tab(window: Window) -> list[str]:
    """What Tab goes to and does not show, from the top of the page to its end."""
    page, met = window.page, list[str]()
    page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
    for _ in range(60):
        page.keyboard.press("Tab")
        met.append(page.evaluate(SEEN_BY_TAB))
        if not met[-1]:
            break
    assert len(met) > 5
    return [element for element in met if element.endswith("not seen")]


def test_pages_read_as_they_did_and_those_that_no_sweep_reaches_have_no_fault(
    live_server: Any, editor: User, publisher: User, desk: Any, now: Any
) -> None:
    piece: Article = ArticleFactory(headline="Tides of paper", dek="On forms.", body="<p>Paper comes in.</p>")
    BylineFactory(article=piece, author=AuthorFactory(display_name="Ida Quay"))
    saved(piece, at=now)
    piece.body = "<p>Paper comes in with the tide.</p>"
    piece.save()
    saved(piece, at=now)
    twin = AuthorFactory(display_name="Ida Kay")
    seen_at = timezone.now() + dt.timedelta(hours=1)  # however long the test takes
    Lease.objects.create(
        article=piece, person=publisher, opened_at=seen_at, seen_at=seen_at, has_unsaved=True
    )
    read: dict[str, str] = {}
    faults: dict[str, Any] = {}

    def steps(window: Window) -> None:
        page, content = window.page, window.page.locator("#content")
        window.log_in("eve")
        window.open(change_page(piece))
        window.wait_for_editors()
        read["form"] = as_read(content)
        page.keyboard.press("Control+/")
        read["keys"] = as_read(page.locator("dialog[open]"))
        page.keyboard.press("Escape")
        page.click(".piece-text .ProseMirror")
        buttons = {"link": "Link", "note": "ndnote", "picture": "icture", "table": "nsert table"}
        for name in (*buttons, "embed"):
            if name in buttons:
                page.click(f".piece-text .prose-menubar [title*='{buttons[name]}']")
            else:
                page.keyboard.press("Control+End")
                page.keyboard.type(f" /{name}")
                page.keyboard.press("Enter")
            if name == "picture":
                page.locator("dialog[open] [role=status]", has_text="No pictures").wait_for()
            read[name] = as_read(page.locator("dialog[open]"))
            page.keyboard.press("Escape")
            page.locator("dialog[open]").wait_for(state="hidden")
        page.click(".piece-text .prose-menubar [title*='Find']")
        read["find"] = as_read(page.locator(".piece-text .prose-find"))
        page.keyboard.press("Escape")
        page.fill("[name=headline]", "Tides of ink")
        page.evaluate("document.querySelector('[name=base]').value = '1'")
        with window.another_document():
            page.click("#save")
        until(page, "document.querySelector('.conflict')")
        read["conflict"] = as_read(page.locator(".conflict"))
        pages = {
            "compare": f"{DeskPage.COMPARE.address(piece.pk)}?old=1&new=2",
            "previews": DeskPage.PREVIEWS.address(piece.pk),
            "take-over": DeskPage.TAKE_WRITING.address(piece.pk),
            "merge": f"/admin/authors/author/{twin.pk}/merge/",
            "sharing": DeskPage.SHARING.address(piece.pk),
        }
        for name, address in pages.items():
            window.open(address)
            read[name] = as_read(content)
            faults[name] = [*window.faults("#content"), *unseen_by_tab(window)]
        page.fill("[name=name]", "Ida Quay")
        page.check("[name=may_sign_off]")
        with window.another_document():
            page.click("[name=make]")
        window.open(urlsplit(page.input_value("[data-address]")).path)
        read["shared"] = as_read(page.locator("body"))
        faults["shared"] = [*window.faults("body"), *unseen_by_tab(window)]

    in_a_window(live_server.url, steps)
    assert {name: found for name, found in faults.items() if found} == {}
    changed = {name: text for name, text in read.items() if differs(name, text)}
    assert changed == {}, "\n\n".join(f"{name}:\n{text}" for name, text in changed.items())
    assert {file.stem for file in TEXTS.iterdir()} == set(read)
