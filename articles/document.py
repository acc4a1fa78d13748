"""An article's page as a whole HTML document: drawn here for readers, and for the desk's preview byte for byte."""

import re
from dataclasses import dataclass
from functools import lru_cache
from html import unescape

from django.template.loader import get_template

from articles.addresses import absolute, mail
from articles.house import House
from articles.models.edition import Edition
from articles.page import ArticlePage, article_page
from prose.languages import direction, og_locale

SUMMARY_CHARS = 200


@dataclass(frozen=True)
class Feed:
    """A feed a page makes known in its head."""

    title: str
    path: str


@dataclass(frozen=True)
class Head:
    """What a page says about itself to browsers, search engines and link previews; empty members are left out."""

    title: str
    path: str = ""
    description: str = ""
    type: str = "website"
    language: str = "en"
    feeds: tuple[Feed, ...] = ()

    @property
    def address(self) -> str:
        return absolute(self.path) if self.path else ""

    @property
    def direction(self) -> str:
        return direction(self.language)

    @property
    def locale(self) -> str:
        return og_locale(self.language)


def article_document(edition: Edition, house: House) -> str:
    """The document of a stored edition, or of a proof that was never stored."""
    page = article_page(edition)
    return draw(
        "articles/article.html",
        house=house,
        head=Head(
            title=page.headline,
            path=page.path,
            description=summary(edition),
            type="article",
            language=page.language,
        ),
        page={**vars(page), "body": _framed(page.body)},
        published=_instant(edition, house, "first_published_at"),
        modified=_instant(edition, house, "modified_at"),
        report=_report(page, house),
        site=absolute(""),
    )


def draw(template: str, *, house: House, head: Head, **context: object) -> str:
    """A page drawn without the request: no session, no user, nothing a context processor would ask for."""
    # As plain dicts: the template language tries keys first, and finds attributes by way of an exception.
    facts = {**vars(head), "address": head.address, "direction": head.direction, "locale": head.locale}
    return get_template(template).render(
        {"house": vars(house), "chrome": _chrome(house), "head": facts, **context}
    )


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


def _framed(body: str) -> str:
    """A wide table scrolls in a frame of its own, by keyboard too."""
    opening = '<div class="table-frame" tabindex="0" role="group"><table>'
    return body.replace("<table>", opening).replace("</table>", "</table></div>")
