"""People and places that a feed names beside the creator of an item: who edited it, where it ran first, portraits.

Portraits are no part of an edition, so that they join its item when a feed is written.
"""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from django.db.models import OuterRef

from articles.addresses import absolute
from articles.models.edition import Edition
from articles.querysets import SUBJECT_ROLES
from articles.states import Form
from authors.models import Author
from pictures.today import TodaysPicture, picture_row, todays_picture
from prose import printed_line
from reading.feeds.channel import FeedItem, FeedOriginal, FeedPerson
from reading.kept import LastingValues, while_marked
from reading.metadata.cited import cited_of
from reading.pictures.doors import IN_A_FEED
from reading.pictures.faces import FEED_ICON_WIDE, as_printed

_BYTES = 2_000
"""An item beside the one without portraits, with which it shares its texts."""
_WITH_AVATARS: LastingValues[FeedItem] = LastingValues(most_bytes=4_000_000)


def contributors(edition: Edition) -> tuple[FeedPerson, ...]:
    """Who edited, translated or helped with the piece without being its author, as far as its page prints them."""
    if edition.form == Form.WITHDRAWAL:
        return ()
    words = "\n".join(_lines_with_people(edition))
    named = (
        each
        for each in cited_of(edition).people
        if not each.is_maker and each.role not in SUBJECT_ROLES and each.name in words
    )
    return tuple(FeedPerson(each.name, absolute(each.path) if each.path else "", each.role) for each in named)


def originals(edition: Edition) -> tuple[FeedOriginal, ...]:
    """Where the piece can still be read as it ran first. Editions of earlier releases keep the addresses alone."""
    places = {place.url: place for place in cited_of(edition).places}
    return tuple(
        FeedOriginal(address, places[address].outlet, places[address].iso_date, places[address].retraction)
        if address in places
        else FeedOriginal(address)
        for address in edition.printed["originals"]
    )


def _lines_with_people(edition: Edition) -> Iterator[str]:
    yield edition.byline
    yield from map(printed_line.text, edition.printed["bylines"])
    yield printed_line.text(edition.printed.get("translated_from", []))


def with_avatars(items: list[FeedItem], at: dt.datetime, zone: dt.tzinfo) -> list[FeedItem]:
    """The items with the portraits that their authors have on the day of a zone; a piece taken down shows nobody."""
    pages = frozenset(
        person.address for item in items if _shows_people(item) for person in item.authors if person.address
    )
    if not pages:
        return items
    on = at.astimezone(zone).date()
    avatars = while_marked(at, ("avatars", pages, on), lambda: _avatars(pages, on))
    return [_with_avatars(item, avatars) if avatars and _shows_people(item) else item for item in items]


def _shows_people(item: FeedItem) -> bool:
    """True for an item of a listed piece: files of portraits are served while such a piece names the person."""
    return item.status in ("live", "retracted")


def _avatars(pages: Collection[str], on: dt.date) -> dict[str, str]:
    """Addresses of portraits by those of the pages; none of a portrait that has to be shown with its credit."""
    by_slug = {address.rstrip("/").rpartition("/")[2]: address for address in pages}
    people = Author.objects.filter(slug__in=by_slug, portrait__isnull=False, merged_into=None)
    rows = people.order_by().values_list("slug", picture_row(OuterRef("portrait")))
    faces = {by_slug[slug]: todays_picture(row, on) for slug, row in rows}
    return {page: _address(face) for page, face in faces.items() if face and not _needs_credit(face)}


def _needs_credit(face: TodaysPicture) -> bool:
    return bool(face.required_credit or face.licence)


def _address(face: TodaysPicture) -> str:
    width = as_printed(face, "").width_up_to(FEED_ICON_WIDE)
    return IN_A_FEED.address(face.file, width, face.file_format)


def _with_avatars(item: FeedItem, avatars: Mapping[str, str]) -> FeedItem:
    """The item with them, the same one each time: an item is the key to what was written of it."""
    own = tuple(avatars.get(person.address, "") for person in item.authors)
    if not any(own):
        return item

    def make() -> FeedItem:
        pairs = zip(item.authors, own, strict=True)
        return replace(item, authors=tuple(replace(person, avatar=avatar) for person, avatar in pairs))

    return _WITH_AVATARS.get((item, own), make, lambda made: _BYTES)
