"""An article's page as a whole HTML document: drawn here for readers, and for the desk's preview byte for byte."""

import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from typing import Any

from django.template.loader import get_template

from articles.addresses import absolute, mail
from articles.models.edition import Edition
from articles.states import Form
from prose.languages import direction, og_locale
from prose.links import is_safe_href
from reading.alongside import Surroundings, Version, other_versions, surroundings
from reading.article import ArticlePage, article_page
from reading.chrome import House

SUMMARY_CHARS = 200


@dataclass(frozen=True)
class Feed:
    """A feed a page makes known in its head."""

    title: str
    path: str


@dataclass(frozen=True)
class Alternate:
    """The same piece in another language, or the original ("x-default"), for search engines."""

    language: str
    address: str


@dataclass(frozen=True)
class Head:
    """What a page says about itself to browsers, search engines and link previews; empty members are left out.

    `elsewhere`: the address that search engines are sent to in place of ours. A page without a path is never indexed.
    """

    title: str
    path: str = ""
    description: str = ""
    type: str = "website"
    language: str = "en"
    feeds: tuple[Feed, ...] = ()
    is_indexed: bool = True
    elsewhere: str = ""
    alternates: tuple[Alternate, ...] = ()

    @property
    def address(self) -> str:
        return absolute(self.path) if self.path else ""

    @property
    def canonical(self) -> str:
        return self.elsewhere or self.address

    @property
    def direction(self) -> str:
        return direction(self.language)

    @property
    def locale(self) -> str:
        return og_locale(self.language)


def article_document(edition: Edition, house: House, at: dt.datetime | None = None) -> str:
    """The document of a stored edition, or of a proof that was never stored; of a notice in a piece's place, too.

    `at`: the instant it is read, for what stands around the piece; its first where none is given.
    """
    page = article_page(edition)
    if edition.form != Form.PIECE:
        return _taken_down(page, house)
    around = surroundings(edition, at or edition.live_from)
    return draw(
        "articles/article.html",
        house=house,
        head=_head(edition, page, around.versions),
        page={**vars(page), "body": framed(page.body)},
        around=_around(edition, around),
        published=_instant(edition, house, "first_published_at"),
        modified=_instant(edition, house, "modified_at"),
        report=_report(page, house),
        site=absolute(""),
    )


def _taken_down(page: ArticlePage, house: House) -> str:
    """Without an address of its own in the head, so that nobody is led here and nothing is indexed."""
    return draw(
        "articles/taken_down.html",
        house=house,
        head=Head(title=page.headline, language=page.language),
        page=vars(page),
        report=_report(page, house),
    )


def draw(template: str, *, house: House, head: Head, **context: object) -> str:
    """A page drawn without the request: no session, no user, nothing a context processor would ask for."""
    # As plain dicts: the template language tries keys first, and finds attributes by way of an exception.
    facts = {
        **vars(head),
        "address": head.address,
        "canonical": head.canonical,
        "direction": head.direction,
        "locale": head.locale,
    }
    return get_template(template).render(
        {"house": vars(house), "chrome": _chrome(house), "head": facts, **context}
    )


def _head(edition: Edition, page: ArticlePage, versions: tuple[Version, ...]) -> Head:
    elsewhere = edition.printed.get("canonical", "") if edition.search_policy == "canonical" else ""
    return Head(
        title=page.headline,
        path=page.path,
        description=" · ".join(part for part in (edition.printed.get("card"), summary(edition)) if part),
        type="article",
        language=page.language,
        is_indexed=edition.search_policy != "noindex",
        elsewhere=elsewhere if is_safe_href(elsewhere) else "",
        alternates=_alternates(edition, page, versions) if versions else (),
    )


def _alternates(edition: Edition, page: ArticlePage, versions: tuple[Version, ...]) -> tuple[Alternate, ...]:
    """This page and each that search engines may take for it in another language; each of them says the same."""
    is_original = edition.translation_group is None
    extent = edition.printed.get("translation_extent") or "whole"
    own = Version(page.language, page.path, extent, edition.search_policy, is_original)
    found = [version for version in (own, *versions) if version.is_alternate]
    if own not in found or len(found) == 1:
        return ()
    original = [version.path for version in found if version.is_original]
    named = [(version.language, version.path) for version in found] + [
        ("x-default", path) for path in original
    ]
    return tuple(Alternate(language, absolute(path)) for language, path in named)


def _around(edition: Edition, around: Surroundings) -> dict[str, Any]:
    """For the template: a legal notice stands below the piece, what is said of an old site above it."""
    return {
        "above": [one for one in around.notices if one.purpose == "archive"],
        "below": [one for one in around.notices if one.purpose != "archive"],
        "versions": other_versions(edition, around.versions) if around.versions else [],
    }


@lru_cache(maxsize=4)
def _chrome(house: House) -> dict[str, str]:
    """What is the same on all pages of a house that says the same of itself; escaped already."""
    return {
        part: get_template(f"_{part}.html").render({"house": vars(house)})
        for part in ("assets", "header", "footer")
    }


def summary(edition: Edition) -> str:
    """The dek; where there is none, the beginning of the first paragraph."""
    if edition.dek:
        return edition.dek
    start, _, rest = edition.body.partition("<p>")
    first = (rest or start).partition("</p>")[0]
    words = " ".join(unescape(re.sub(r"<sup class=\"noteref\">.*?</sup>|<[^>]*>", "", first)).split())
    return words if len(words) <= SUMMARY_CHARS else f"{words[:SUMMARY_CHARS].rpartition(' ')[0] or words}…"


def _instant(edition: Edition, house: House, field: str) -> str:
    """ISO 8601 in the house's zone, where a day stays the day it was; empty where it is not known."""
    instant = getattr(edition, field)
    return instant.astimezone(house.zone).isoformat(timespec="seconds") if instant else ""


def _report(page: ArticlePage, house: House) -> str:
    """Where "Report an error" leads."""
    return mail(house.errors_contact, f"Error in “{page.headline}” ({absolute(page.path)})")


def framed(body: str) -> str:
    """A wide table scrolls in a frame of its own, by keyboard too."""
    opening = '<div class="table-frame" tabindex="0" role="group"><table>'
    return body.replace("<table>", opening).replace("</table>", "</table></div>")
