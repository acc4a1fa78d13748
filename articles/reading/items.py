"""The one item builder: an edition as feed formats carry it, so that they cannot disagree (feeds.md §1).

An item's words are the page's own. Where the piece ran first comes before its text, because a feed reader may
show the beginning only.
"""

import datetime as dt
from dataclasses import dataclass

from django.template.loader import get_template

from articles import runs
from articles.addresses import absolute, with_absolute_links
from articles.document import summary
from articles.house import House
from articles.models.edition import Edition
from articles.page import ArticlePage, article_page
from disclaimers import joining


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
        creator=_joined([name["name"] for name in page.names], _last_separator(edition)),
        rights=page.copyright,
        topics=tuple(Topic(row["name"], absolute(f"/topics/{row['slug']}/")) for row in page.topics),
        originals=tuple(edition.printed["originals"]),
        source=feed.get("name", ""),
        source_feed=feed.get("url", ""),
        published=_in_zone(edition.first_published_at, house),
        modified=_in_zone(edition.modified_at, house),
    )


def _content(page: ArticlePage) -> str:
    lines = [[{"text": page.kicker}] if page.kicker else [], *page.bylines, *page.dates, page.source]
    credits = [line for line in lines if line]
    return get_template("articles/_item.html").render({"page": vars(page), "credits": credits}).strip()


def _joined(names: list[str], last: str) -> str:
    return runs.text(runs.joined([[{"text": name}] for name in names], last))


def _last_separator(edition: Edition) -> str:
    """As the edition's own house joins the last two names; an early edition keeps the word beside its templates."""
    style = edition.printed["records"]["style"]
    return f" {style['and_word']} " if "and_word" in style else joining.separators(style["templates"])[1]


def _in_zone(instant: dt.datetime | None, house: House) -> dt.datetime | None:
    return instant.astimezone(house.zone) if instant else None
