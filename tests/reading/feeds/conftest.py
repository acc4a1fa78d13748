"""One piece with everything that a feed can say, in the three formats."""

import datetime as dt
import json
from typing import Any

import pytest
from django.test import Client
from lxml import etree

from articles import acts
from articles.acts.notices import NoticeDraft
from articles.models import Article
from disclaimers.models import Institution
from tests.conftest import NOW, set_clock
from tests.factories import (
    AppearanceFactory,
    AuthorFactory,
    BylineFactory,
    DocumentFactory,
    OutletFactory,
    PictureFactory,
    published,
)
from tests.kept import kept
from tests.reading.feeds.served import Served
from tests.reading.pictures.conftest import piece_with

LATER = NOW + dt.timedelta(hours=1)
SPACES = {
    "a": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "fh": "http://purl.org/syndication/history/1.0",
    "media": "http://search.yahoo.com/mrss/",
}


@kept
def rich_piece(desk: Institution) -> Article:
    """A piece of two authors that ran elsewhere first, with everything that feeds have a field for."""
    piece = piece_with(
        lead=PictureFactory(credit="Nils Brack/Lantern"), topics=["R&D", "Ports"], copyright_basis="ours"
    )
    ida = AuthorFactory(display_name="Ida Quay", slug="ida-quay", portrait=PictureFactory(title="ida"))
    BylineFactory(article=piece, author=ida)
    BylineFactory(article=piece, author=None, name="Bo Li")
    BylineFactory(
        article=piece, author=AuthorFactory(display_name="Cy Dee", slug="cy-dee"), role="translator"
    )
    BylineFactory(article=piece, author=None, name="Eve Fay", role="editor")
    outlet = OutletFactory(name="Lantern", slug="lantern", feed_url="https://lantern.example/feed")
    AppearanceFactory(article=piece, outlet=outlet)
    piece.attachments.create(document=DocumentFactory(title="Dues"), order=1, kind="report")
    published(piece, at=NOW)
    set_clock(LATER)
    notice = NoticeDraft("correction", wrong="Two ships came in.", right="Ships came in.")
    changes = {"headline": "Harbour <R&D>"}
    acts.correct(piece, changes=changes, notice=notice, by=None, at=LATER)
    return piece


class Fed:
    """A feed in its three formats, read by XPath and by the members of JSON."""

    def __init__(self, client: "Client | Served", folder: str = "/") -> None:
        self.bytes = {
            ending: client.get(f"{folder}feed.{ending}").content for ending in ("rss", "atom", "json")
        }
        self.xml = {ending: etree.fromstring(self.bytes[ending]) for ending in ("rss", "atom")}
        self.json: dict[str, Any] = json.loads(self.bytes["json"])

    def at(self, ending: str, path: str) -> list[Any]:
        """What stands at an XPath, or at a dotted path of members: "items.0.id"."""
        if ending != "json":
            found = self.xml[ending].xpath(path, namespaces=SPACES)
            return found if isinstance(found, list) else [found]
        value: Any = self.json
        for step in path.split("."):
            value = value[int(step)] if step.isdigit() else value[step]
        return [value]


@pytest.fixture
def fed(rich_piece: Article, site: Client, reading_at: Any) -> Fed:
    reading_at(LATER)
    return Fed(site)
