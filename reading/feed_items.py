"""The one item builder: an edition as feed formats carry it, so that they cannot disagree (feeds.md §1).

An item's words are the page's own. Where the piece ran first comes before its text, because a feed reader may
show the beginning only.
"""

import datetime as dt
import re
from dataclasses import dataclass

from django.template.loader import get_template

from articles.addresses import absolute, with_absolute_links
from articles.models.edition import Edition
from articles.states import Form
from disclaimers import joining
from prose import printed_line
from reading.alongside import words
from reading.article import ArticlePage, article_page
from reading.chrome import House
from reading.page import summary

_BREAK = re.compile(r"\n(?=[^<\n])")  # text is escaped: only a tag of ours begins a line with "<"


@dataclass(frozen=True)
class Topic:
    """What an item is about, with the address of its page."""

    name: str
    address: str


@dataclass(frozen=True)
class Item:
    """One piece for a feed. Plain text but for `content`, which is HTML; instants in the house's zone."""

    id: str
    address: str
    language: str
    title: str
    summary: str
    content: str
    creator: str
    rights: str
    topics: tuple[Topic, ...]
    originals: tuple[str, ...]
    source: str
    source_feed: str
    published: dt.datetime | None
    modified: dt.datetime | None


def item(edition: Edition, house: House) -> Item:
    """One edition as an item. An instant nobody knows stays unknown: never the hour of an import."""
    page = article_page(edition)
    address = absolute(page.path)
    feed = edition.printed.get("source_feed", {})
    return Item(
        id=edition.uuid.urn,
        address=address,
        language=page.language,
        title=page.headline,
        summary=summary(edition),
        content=with_absolute_links(_content(page), address),
        creator=_joined([name["name"] for name in page.names], joining.separators(words(edition))),
        rights=page.copyright,
        topics=tuple(Topic(row["name"], absolute(f"/topics/{row['slug']}/")) for row in page.topics),
        originals=tuple(edition.printed["originals"]),
        source=feed.get("name", ""),
        source_feed=feed.get("url", ""),
        published=_in_zone(edition.first_published_at, house),
        modified=_in_zone(edition.modified_at, house),
    )


def _content(page: ArticlePage) -> str:
    """Where it ran and what was said of it later, its text, and what belongs below; of a tombstone, its notice."""
    lines = [[{"text": page.kicker}] if page.kicker else [], *page.bylines, *page.dates, page.source]
    credits = [line for line in lines if line] if page.edition.form == Form.PIECE else []
    head = _drawn("head", page, credits=credits)
    foot = _drawn("foot", page)
    notes = f"<hr>\n{page.endnotes}" if page.endnotes else ""
    return "\n".join(part for part in (head, page.body, notes, "" if foot == "<hr>" else foot) if part)


def _drawn(part: str, page: ArticlePage, **context: object) -> str:
    """The lines above or below the text; without our style sheet their breaks must be elements."""
    # A sentence on where it ran is not said twice: in a feed it comes first.
    facts = {**vars(page), "foot_attributions": []}
    drawn = get_template(f"articles/_item_{part}.html").render({"page": facts, **context}).strip()
    return _BREAK.sub("<br>", drawn)


def _joined(names: list[str], separators: tuple[str, str]) -> str:
    between, last = separators
    return printed_line.text(printed_line.join([[{"text": name}] for name in names], last, between=between))


def _in_zone(instant: dt.datetime | None, house: House) -> dt.datetime | None:
    return instant.astimezone(house.zone) if instant else None
