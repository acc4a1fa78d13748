"""One working day on the sample desk: each act once, through its form, so that pages show what every act leaves.

A form is sent unchanged except for the values of its step. The answer to it and the page that follows are written down.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.apps import apps

from tests.crawl.crawler import Crawler
from tests.crawl.determinism import frozen
from tests.crawl.page_requests import filled_form, link_addresses

NEW_FROM_A_TEXT = "/admin/articles/article/new-from-a-text/"
TEXT = Path(__file__).parent / "texts" / "reprint.txt"


@dataclass(frozen=True)
class Step:
    """A form on a page, identified by one of its fields or buttons, and the values typed into it.

    `page` is an address; or an address and a word: the first link on that page with the word in its path; or empty:
    the page on which the step before ended.
    """

    page: str
    field_name: str
    values: dict[str, str] = field(default_factory=dict)


def steps() -> Iterator[Step]:
    """The day's steps. Their order matters: a later step may need an earlier one."""
    dredging, ferry = _piece("Dredging the data"), _piece("Let the Bus Wait for the Boat")
    minutes, school = _piece("The minutes problem"), _piece("When the school roll falls")
    census, figure = _piece("The Census Form Nobody Fears"), _piece("How to read a revised figure")
    lifeboats, water_main = _piece("Treaties for Lifeboats"), _piece("Four ways to pay for a water main")
    seabed, counter = _piece("Who signs for the seabed?"), _piece("A week behind the counter")
    lindhaven, watching = _piece("A first look at the Lindhaven budget"), _piece("What we shall be watching")
    schools = _piece("Sprachschulen sind Infrastruktur")
    wording = _admin_address("disclaimers", "wording", in_force_until=None)
    person = _admin_address("authors", "author", display_name="Ines Okonjo-Dahl")
    outlet = _admin_address("outlets", "outlet", name="Ferrylight")

    yield Step(f"{dredging}change/", "_save", {"slug": "dredging-all-the-data", "_act": "publish"})
    correction = {"change": "correction", "wrong": "It was dry.", "right": "It was wet."}
    yield Step(f"{dredging}act/publish/", "version", correction)
    yield Step(f"{minutes}change/", "_save", {"dek": "Who keeps them, and for whom.", "_act": "schedule"})
    yield Step(f"{minutes}act/schedule/", "version")  # refused: a permission is missing
    yield Step(f"{minutes}act/schedule/", "version", {"without_text": "on"})
    yield Step(f"{school}change/", "_save", {"headline": "When a School Roll Falls", "_act": "publish"})
    yield Step(f"{school}act/publish/", "version")
    yield Step(f"{school}change/", "_save", {"headline": "Refused", "slug": "Not A Slug"})
    yield Step(f"{seabed}act/unschedule/", "version", {"reason": "Too early."})
    yield Step(f"{lifeboats}act/unpublish/", "version", {"reason": "Published in error."})
    legal = {"because": "legal", "sentence": "A court asked for it.", "reason": "Order of November."}
    yield Step(f"{water_main}act/take_down/", "version", legal)
    yield Step(f"{counter}act/put_back/", "version", {"reason": "The person agreed."})
    yield Step(f"{lindhaven}act/take_down/", "version", legal | {"because": "safety", "keep_headline": "on"})
    superseded = {"kind": "superseded", "successor": _key(ferry), "text": "Read the newer one."}
    yield Step(f"{figure}act/correct/", "kind", superseded)
    correction = {"kind": "correction", "wrong": "Ten.", "headline": "How to Read a Figure"}
    yield Step(f"{figure}act/correct/", "kind", correction)  # refused: it does not say what is right
    yield Step(f"{figure}act/correct/", "kind", correction | {"right": "Eleven."})
    yield Step(f"{watching}act/reissue/", "version", {"reason": "Refused: it has no new names."})
    yield from _rights_steps(f"{census}change/ rights")
    yield Step(f"{person}change/", "_save", {"display_name": "Ines Okonjo"})
    yield Step(f"{outlet}change/", "_save", {"name": "Ferrylight Weekly"})
    yield Step(f"{schools}act/reissue/", "version", {"reason": "For the new name."})
    new_batch = f"/admin/articles/batch/new/?author={_key(person)}"
    yield Step(new_batch, "reason", {"reason": "She has a new name."})
    yield Step("/admin/articles/batch/1/", "wish", {"wish": "turn"})
    yield Step(f"{wording}new-text/", "day", {"day": "2026-12-01", "text": "Other words stand here."})
    yield Step(f"{wording}slip/", "reason", {"text": "Other words stood here.", "reason": "A slip."})
    reprint = {"article": _key(watching), "outlet_name": "The Lamp", "url": "https://lamp.example/1"}
    yield Step("/admin/articles/reprint/add/", "outlet_name", reprint)
    yield Step(NEW_FROM_A_TEXT, "text", {"text": TEXT.read_text(encoding="utf-8")})
    yield Step("", "carried", {"people-1-make": "on"})


def _rights_steps(page: str) -> Iterator[Step]:
    reason = {"reason": "As the outlet wrote."}
    grant = {"evidence": "Mail 7", "granted_on": "2026-11-01"}
    acts = {
        "refuse_rights": {},
        "grant_rights": grant,
        "withdraw_rights": {},
        "settle_rights": {"state": "unknown"},
    }
    for act, values in acts.items():
        prefixed = {f"{act}-{name}": value for name, value in (reason | values).items()}
        yield Step(page, f"{act}-reason", prefixed)


def do_working_day(crawler: Crawler) -> None:
    """Submit every step's form."""
    html = ""
    for number, step in enumerate(steps(), start=1):
        address, _, word = step.page.partition(" ")
        html = crawler.page(address) if address else html
        if word:
            address = next(link for link in link_addresses(address, html) if f"/{word}/" in link)
            html = crawler.page(address)
        frozen.phase = f"step {number}"
        form_page = address or NEW_FROM_A_TEXT
        html = crawler.submit(filled_form(form_page, html, step.field_name, step.values, note=f"{number:02}"))


def _piece(headline: str) -> str:
    return _admin_address("articles", "article", headline=headline)


def _admin_address(app: str, model: str, **lookup: Any) -> str:
    """Address of the first matching row in the admin, to be continued by `change/` and the like."""
    rows = apps.get_model(app, model)._default_manager.filter(**lookup).order_by("pk")
    return f"/admin/{app}/{model}/{rows[0].pk}/"


def _key(admin_address: str) -> str:
    """Primary key at the end of an admin address."""
    return admin_address.split("/")[-2]
