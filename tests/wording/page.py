"""What readers get of a published piece, read three ways: its page, its feed item, and the values it was printed as.

`Seen.says` holds all three together, so that no row can be right in one place and wrong in another.
"""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone
from lxml import etree, html

from articles.models import Article, Edition
from prose import printed_line
from reading.site import house_of, load_house_by_key
from tests.conftest import NOW
from tests.factories import AppearanceFactory, BylineFactory, OutletFactory, published

_BLOCKS = (
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "li",
    "dt",
    "dd",
    "blockquote",
    "div",
    "section",
    "header",
)
_LINES = frozenset({"source", "editors_note", "translated_from", "licence", "read_more"})
_WHY = frozenset({"records", "cited", "rights", "begins", "until", "chosen_for", "wording"})
"""What an edition keeps beside its words: what they were made from, what citations take, and why they stand there."""

_SPACES = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
}

Read = Callable[..., "Seen"]


@dataclass(frozen=True)
class Seen:
    """One edition as printed, with its page and its feed item (None where no feed carries it)."""

    edition: Edition
    document: Any
    item: Any
    status: int = 200
    page: list[str] = field(default_factory=list)
    feed: list[str] = field(default_factory=list)

    def says(self, name: str, *lines: str) -> None:
        """The structured value `name` holds exactly these lines, and each of them stands on page and in feed."""
        assert printed(self.edition, name) == list(lines)
        self.shows(*lines)

    def shows(self, *lines: str) -> None:
        """Each of these is a whole line of the page and of the feed item."""
        for line in lines:
            assert line in self.page, f"{line!r} is no line of the page: {self.page}"
            assert line in self.feed, f"{line!r} is no line of the feed item: {self.feed}"

    def hides(self, *words: str) -> None:
        """None of these words is printed anywhere: not on the page, not in the feed, not in what is kept for them."""
        page, feed = " ".join(self.page), " ".join(self.feed)
        for word in words:
            assert word not in page
            assert word not in feed
            assert not any(word in line for line in everything_printed(self.edition))

    def links(self, text: str) -> list[Any]:
        """The page's links with this text, as elements; the feed item has the same number of them."""
        on_page = [one for one in self.document.xpath("//main//a") if one.text_content() == text]
        in_feed = [one for one in content_of(self.item).iter("a") if one.text_content() == text]
        assert len(on_page) == len(in_feed)
        return on_page

    def fed(self, name: str) -> list[str]:
        """What the feed item says in an element of its own: `fed("dc:creator")`."""
        return [one.text or "" for one in self.item.findall(name, _SPACES)]


def look(client: Any, edition: Edition) -> Seen:
    """Ask for the page and for the feed as a reader would."""
    answer = client.get(edition.permalink.path)
    document = html.fromstring(answer.content.decode())
    for line in document.find_class("part-above"):  # which part of a series it is today, not printed with it
        line.drop_tree()
    house = load_house_by_key(house_of(edition), timezone.now())
    feed = etree.fromstring(client.get(f"{house.path}feed.rss").content)
    item = next((one for one in feed.iter("item") if one.findtext("guid") == edition.uuid.urn), None)
    return Seen(
        edition,
        document,
        item,
        answer.status_code,
        page=lines_of(document.xpath("//main")[0]),
        feed=_feed_lines(item),
    )


def lines_of(root: Any) -> list[str]:
    """The words of every block that holds no other block: one for each line a reader sees."""
    found = [root.text or ""]
    for block in root.iter(*_BLOCKS):
        if not any(True for _ in block.iterdescendants(*_BLOCKS)):
            found.append(block.text_content())
    return [line for line in (" ".join(one.split()) for one in found) if line]


def content_of(item: Any) -> Any:
    """A feed item's HTML, as elements."""
    return html.fragment_fromstring(
        item.findtext("content:encoded", namespaces=_SPACES) or "", create_parent="div"
    )


def _feed_lines(item: Any) -> list[str]:
    """The item's title, and the lines of its text; what stands in one line there is parted by middle dots."""
    if item is None:
        return []
    lines = [item.findtext("title"), *lines_of(content_of(item))]
    return lines + [part for line in lines if " · " in line for part in line.split(" · ")]


def printed(edition: Edition, name: str) -> list[str]:
    """A structured value as lines of text, whichever shape it has: a column, a line, lines, notices, wordings."""
    value = edition.printed[name] if name in edition.printed else getattr(edition, name)
    if isinstance(value, str):
        said = [value]
    elif name in _LINES:
        said = [printed_line.text(value)]
    elif name == "notices":
        said = [printed_line.text(line) for one in value for line in (one["line"], *one["amendments"])]
    elif name in ("wordings", "names"):
        said = [one["text"] if name == "wordings" else one["name"] for one in value]
    else:
        said = [one if isinstance(one, str) else printed_line.text(one) for one in value]
    return [" ".join(line.split()) for line in said if line]


def everything_printed(edition: Edition) -> Iterator[str]:
    """Every text kept for readers with an edition, as it stands; not what it was made from."""
    yield from (edition.headline, edition.dek, edition.byline, edition.dateline, edition.kicker)
    yield from (edition.outlet_line, edition.body, edition.endnotes)
    yield from _texts(edition.printed)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for key, one in value.items() if key not in _WHY for text in _texts(one))
    elif isinstance(value, list):
        yield from (text for one in value for text in _texts(one))


LANTERN = {"name": "Lantern", "article": "The", "article_rule": "separable"}
FOREIGN_TIDES = {"name": "Foreign Tides", "article": "", "article_rule": "none", "type": "magazine"}
SKERROW = {"name": "Skerrow Review", "article": "The", "article_rule": "inseparable", "type": "journal"}
ZEITLUPE = {"name": "Zeitlupe", "article": "Die", "article_rule": "foreign"}
SALT_LINE = {"name": "Salt Line", "article": "", "article_rule": "none", "type": "site"}
WICK_WIRE = {"name": "Wick Wire", "article": "", "article_rule": "none", "type": "agency"}


def outlet(cast: dict[str, str], **facts: Any) -> Any:
    """One of the outlets above, made on the desk."""
    return OutletFactory(**(cast | {"slug": cast["name"].lower().replace(" ", "-")} | facts))


def ran(cast: dict[str, str] = LANTERN, **facts: Any) -> Article:
    """A piece that ran in one of them, by Ida Quay; facts of the outlet begin with `outlet__`."""
    about = {key: facts.pop(key) for key in list(facts) if key.startswith("outlet__")}
    place = outlet(cast, **{key.removeprefix("outlet__"): value for key, value in about.items()})
    article = AppearanceFactory(outlet=place, **facts).article
    BylineFactory(article=article, author__display_name="Ida Quay")
    return article


def also_ran(article: Article, cast: dict[str, str], **facts: Any) -> None:
    """Another place where the piece ran."""
    AppearanceFactory(article=article, outlet=outlet(cast), **{"relation": "also", "url": "", **facts})


def out(article: Article | None = None, *, at: dt.datetime = NOW, **facts: Any) -> Edition:
    """The piece before readers."""
    return published(article, at=at, **facts)
