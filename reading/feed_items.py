"""Channels and items: feeds as values, which every feed format writes, so that formats cannot disagree.

An item has the words of its article page. The attribution comes before the text, because some feed readers show only
the beginning.
"""

import datetime as dt
import re
from dataclasses import dataclass

from django.template.loader import get_template

from articles.addresses import absolute, with_absolute_links
from articles.models.edition import Edition
from articles.states import Form
from disclaimers.phrases import separators
from prose import printed_line
from reading.alongside import printed_phrases
from reading.article import ArticlePage, article_page, summary
from reading.site import Site

_BREAK = re.compile(r"\n(?=[^<\n])")  # text is escaped: only a tag of ours begins a line with "<"


@dataclass(frozen=True)
class Channel:
    """A feed as a whole; addresses are absolute."""

    title: str
    address: str
    feed_address: str
    description: str
    language: str
    image: str
    rights: str = ""
    changed_at: dt.datetime | None = None


@dataclass(frozen=True)
class FeedTopic:
    """A topic of an item, with the address of its page."""

    name: str
    address: str


@dataclass(frozen=True)
class FeedItem:
    """A piece in a feed. Plain text, except `content`, which is HTML; instants are in the site's zone."""

    id: str
    address: str
    language: str
    title: str
    summary: str
    content: str
    creator: str
    rights: str
    topics: tuple[FeedTopic, ...]
    originals: tuple[str, ...]
    source: str
    source_feed: str
    published: dt.datetime | None
    modified: dt.datetime | None


def feed_item(edition: Edition, site: Site) -> FeedItem:
    """An edition as an item. An unknown date of publication stays None: it is never the time of an import."""
    page = article_page(edition)
    address = absolute(page.path)
    source = edition.printed["source_feed"]
    return FeedItem(
        id=edition.uuid.urn,
        address=address,
        language=page.language,
        title=page.headline,
        summary=summary(edition),
        content=with_absolute_links(_content(page), address),
        creator=_list_of_names([name["name"] for name in page.names], separators(printed_phrases(edition))),
        rights=page.copyright,
        topics=tuple(FeedTopic(row["name"], absolute(f"/topics/{row['slug']}/")) for row in page.topics),
        originals=tuple(edition.printed["originals"]),
        source=source.get("name", ""),
        source_feed=source.get("url", ""),
        published=_in_zone(edition.first_published_at, site),
        modified=_in_zone(edition.modified_at, site),
    )


def _content(page: ArticlePage) -> str:
    """HTML of the item: attribution and notices, text, foot. For a piece taken down, only its notice."""
    lines = [[{"text": page.kicker}] if page.kicker else [], *page.bylines, *page.dates, page.source]
    credits = [line for line in lines if line] if page.edition.form == Form.PIECE else []
    head = _fragment("head", page, credits=credits)
    foot = _fragment("foot", page)
    notes = f"<hr>\n{page.endnotes}" if page.endnotes else ""
    return "\n".join(part for part in (head, page.body, notes, "" if foot == "<hr>" else foot) if part)


def _fragment(part: str, page: ArticlePage, **context: object) -> str:
    """The lines above or below the text; feed readers lack our style sheet, so line breaks become elements."""
    # The head has the attributions already; they are not repeated at the foot.
    facts = {**vars(page), "foot_attributions": []}
    html = get_template(f"articles/_item_{part}.html").render({"page": facts, **context}).strip()
    return _BREAK.sub("<br>", html)


def _list_of_names(names: list[str], separators: tuple[str, str]) -> str:
    between, last = separators
    return printed_line.text(printed_line.join([[{"text": name}] for name in names], last, between=between))


def _in_zone(instant: dt.datetime | None, site: Site) -> dt.datetime | None:
    return instant.astimezone(site.zone) if instant else None
