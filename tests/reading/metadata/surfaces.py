"""One piece read back from every surface that tells of it: page, three feeds, JSON-LD, Open Graph, citations."""

import datetime as dt
import json
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from functools import cached_property
from typing import Any

from django.test import Client
from lxml import etree, html

from articles.models import Edition
from tests.reading.metadata.reading_back import ReadHead

_SPACES = {
    "a": "http://www.w3.org/2005/Atom", "dc": "http://purl.org/dc/elements/1.1/",
    "c": "http://purl.org/rss/1.0/modules/content/",
}  # fmt: skip


def words_of(markup: str) -> str:
    """The words of a piece of HTML, spaces made one."""
    return " ".join(html.fromstring(f"<div>{markup}</div>").text_content().split())


@dataclass(frozen=True)
class Entry:
    """What a feed says of the piece."""

    title: str
    people: str
    rights: str
    day: str
    text: str


class Surfaces:
    """The surfaces of one live edition, each fetched once."""

    def __init__(self, client: Client, edition: Edition, zone: dt.tzinfo) -> None:
        self._client, self._edition, self._zone = client, edition, zone

    def _get(self, path: str) -> bytes:
        answer = self._client.get(path)
        assert answer.status_code == 200, path
        return answer.content

    @cached_property
    def head(self) -> ReadHead:
        return ReadHead(self._client.get(self._edition.permalink.path))

    @cached_property
    def article(self) -> dict[str, Any]:
        types = ("OpinionNewsArticle", "AnalysisNewsArticle", "Report", "Article")
        (article,) = [thing for name, thing in self.head.things().items() if name in types]
        return article

    def lines(self, name: str) -> list[str]:
        """The lines of the page with a class."""
        found = self.head.page.xpath("//article//p[contains(concat(' ', @class, ' '), $n)]", n=f" {name} ")
        return [" ".join(line.text_content().split()) for line in found]

    def found(self, query: str) -> str:
        """All words of the page that answers a search."""
        page = html.fromstring(self._get(f"/search/?language=all&q={query}").decode())
        return " ".join(page.xpath("string(//main)").split())

    @cached_property
    def citation(self) -> dict[str, Any]:
        (item,) = json.loads(self._get(f"{self._edition.permalink.path}citation.json"))
        return item

    @cached_property
    def cited(self) -> str:
        """All words of the page that cites it."""
        return " ".join(
            html.fromstring(self._get(f"{self._edition.permalink.path}cite/").decode()).text_content().split()
        )

    @property
    def is_in_feeds(self) -> bool:
        return self._edition.uuid.urn in self._get("/feed.rss").decode()

    @cached_property
    def entries(self) -> dict[str, Entry]:
        return {"rss": self._rss(), "atom": self._atom(), "json": self._json()}

    def _rss(self) -> Entry:
        (item,) = self._items("/feed.rss", "//item[guid=$id]")
        day = parsedate_to_datetime(item.findtext("pubDate")) if item.findtext("pubDate") else None
        return Entry(
            title=item.findtext("title"),
            people=item.findtext("dc:creator", "", _SPACES),
            rights=item.findtext("dc:rights", "", _SPACES),
            day=self._day(day),
            text=words_of(item.findtext("c:encoded", "", _SPACES)),
        )

    def _atom(self) -> Entry:
        (entry,) = self._items("/feed.atom", "//a:entry[a:id=$id]")
        people = [name.text for name in entry.iterfind("a:author/a:name", _SPACES)]
        published = entry.findtext("a:published", "", _SPACES)
        return Entry(
            title=entry.findtext("a:title", "", _SPACES),
            people=" · ".join(people),
            rights=entry.findtext("a:rights", "", _SPACES),
            day=self._day(dt.datetime.fromisoformat(published) if published else None),
            text=words_of(entry.findtext("a:content", "", _SPACES)),
        )

    def _json(self) -> Entry:
        items = json.loads(self._get("/feed.json"))["items"]
        (item,) = [item for item in items if item["id"] == self._edition.uuid.urn]
        published = item.get("date_published")
        return Entry(
            title=item["title"],
            people=" · ".join(person["name"] for person in item.get("authors", [])),
            rights=item["_desk"].get("rights", ""),
            day=self._day(dt.datetime.fromisoformat(published) if published else None),
            text=words_of(item["content_html"]),
        )

    def _items(self, path: str, xpath: str) -> Any:
        return etree.fromstring(self._get(path)).xpath(xpath, id=self._edition.uuid.urn, namespaces=_SPACES)

    def _day(self, instant: dt.datetime | None) -> str:
        return instant.astimezone(self._zone).date().isoformat() if instant else ""
