"""Channels and items: feeds as values, which every feed format writes, so that formats cannot disagree."""

import datetime as dt
from dataclasses import dataclass
from typing import NamedTuple

from articles.addresses import absolute
from reading.documents.listed import ListedFile
from reading.pictures.faces import FeedImage
from reading.pictures.sharing import SharedPicture


class Months(NamedTuple):
    """The month of a document, empty for the newest pieces, and the months before and after it that have pieces."""

    own: str = ""
    previous: str = ""
    following: str = ""


NEWEST = Months()


@dataclass(frozen=True)
class Channel:
    """A feed as a whole; addresses are absolute.

    `folder`: what its own address begins with, in every format; `image` is the house's logo, `icon` a square one.

    `hub`: the address of the WebSub hub that is told of changes, empty for none.
    """

    title: str
    address: str
    folder: str
    description: str
    language: str
    image: FeedImage
    icon: str = ""
    publisher: str = ""
    publisher_address: str = ""
    rights: str = ""
    changed_at: dt.datetime | None = None
    months: Months = NEWEST
    hub: str = ""

    def at(self, ending: str, month: str = "") -> str:
        """The address of the feed in a format, or of its archive of a month: `at("atom", "2026-03")`."""
        return f"{self.folder}feed{'-' if month else ''}{month}.{ending}"

    def own_address(self, ending: str) -> str:
        """The address of this very document."""
        return self.at(ending, self.months.own)


@dataclass(frozen=True)
class FeedTopic:
    """A topic of an item, with the address of its page."""

    name: str
    slug: str
    language: str = ""

    @property
    def address(self) -> str:
        return f"{self.scheme}{self.slug}/"

    @property
    def scheme(self) -> str:
        """The address that all topics share."""
        return absolute("/topics/")


@dataclass(frozen=True)
class FeedPerson:
    """Somebody credited with a piece, as printed; `address` is that of their page here, empty if they have none.

    `role`: of a contributor, the role of the byline ("translator"); `avatar`: the address of today's portrait.
    """

    name: str
    address: str = ""
    role: str = ""
    avatar: str = ""


@dataclass(frozen=True)
class FeedOriginal:
    """The page of an outlet where a piece ran first: its address, the outlet's name, the day there (ISO).

    `retraction`: the sentence that the outlet has retracted it, "" where it stands by it.
    """

    address: str
    outlet: str = ""
    date: str = ""
    retraction: str = ""

    @property
    def title(self) -> str:
        """The outlet for a link to it; of what it has retracted the sentence that names it and says so."""
        return self.retraction or self.outlet


@dataclass(frozen=True)
class FeedNotice:
    """A notice of a piece: its kind ("correction"), its day (ISO) and its printed line."""

    kind: str
    issued_on: str
    text: str


@dataclass(frozen=True, eq=False)
class FeedItem:
    """A piece in a feed. Plain text, except `content`, which is HTML; instants are in the site's zone.

    Each is equal to itself alone, so that it can be the key to what was written of it.

    Languages of single elements are empty where they are the item's; `spoken` is that of title and summary.

    `updated`: the last material change, else the first publication, else the instant by which lists order the piece;
    `creator`: its `authors` in one line; `contributors`: who edited or translated it.

    `status`: "live", "retracted", "taken down" or "unpublished".
    """

    id: str
    address: str
    language: str
    title: str
    summary: str
    content: str
    published: dt.datetime | None
    modified: dt.datetime | None
    updated: dt.datetime
    status: str = "live"
    creator: str = ""
    authors: tuple[FeedPerson, ...] = ()
    contributors: tuple[FeedPerson, ...] = ()
    publisher: str = ""
    publisher_language: str = ""
    spoken: str = ""
    rights: str = ""
    topics: tuple[FeedTopic, ...] = ()
    originals: tuple[FeedOriginal, ...] = ()
    source: str = ""
    source_feed: str = ""
    notices: tuple[FeedNotice, ...] = ()
    disclaimers: tuple[str, ...] = ()
    image: SharedPicture | None = None
    enclosure: ListedFile | None = None

    def language_in(self, language: str) -> str:
        """Its language, empty where that is the feed's."""
        return self.language if self.language != language else ""
