"""Atom 1.0 (RFC 4287): write a channel and its items as one document."""

import datetime as dt

from reading.feeds.channel import Channel, FeedItem, FeedPerson
from reading.feeds.document import ATOM, FEED_HISTORY, MEDIA, FeedDocument, in_language
from reading.feeds.kinds import ATOM as KIND

UNCHANGED = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
"""`updated` of a feed that has never had an item: the element must stand there, and must not move by itself."""


def atom(channel: Channel, items: list[FeedItem]) -> bytes:
    """An Atom document in UTF-8."""
    writer = FeedDocument()
    spaces = {"xmlns": ATOM, "xmlns:media": MEDIA, "xmlns:fh": FEED_HISTORY}
    with writer.around("feed", **spaces, **in_language(channel.language)):
        _channel(writer, channel)
        if not all(item.authors for item in items):
            # An entry without an author has that of its feed, and must have one (§4.1.2): there the house speaks.
            _person(writer, "author", FeedPerson(channel.publisher, channel.publisher_address))
        writer.items("entry", items, channel.language, _entry)
    return writer.bytes


def _channel(writer: FeedDocument, channel: Channel) -> None:
    element = writer.element
    element("id", channel.at(KIND.ending))
    element("title", channel.title)
    element("subtitle", channel.description)
    element("updated", _instant(channel.changed_at or UNCHANGED))
    element("link", rel="self", type=KIND.media_type, href=channel.own_address(KIND.ending))
    if channel.hub:
        element("link", rel="hub", href=channel.hub)
    writer.archives(channel, KIND, "link")
    element("link", rel="alternate", type="text/html", href=channel.address)
    element("rights", channel.rights)
    element("icon", channel.icon)
    element("logo", channel.image.address)
    element("generator", "thinktank")


def _entry(writer: FeedDocument, item: FeedItem) -> None:
    element = writer.element
    element("id", item.id)
    element("title", item.title, type="text", **in_language(item.spoken))
    element("link", rel="alternate", type="text/html", href=item.address)
    for original in item.originals:
        # NetNewsWire shows "related", and not "via".
        writer.original("link", "via", original)
        writer.original("link", "related", original)
    element("published", _instant(item.published))
    element("updated", _instant(item.updated))
    for author in item.authors:
        _person(writer, "author", author)
    for person in item.contributors:
        _person(writer, "contributor", person)
    for topic in item.topics:
        element("category", term=topic.slug, scheme=topic.scheme, label=topic.name)
    element("rights", item.rights)
    if item.summary:
        element("summary", item.summary, type="text", **in_language(item.spoken))
    element("content", item.content, type="html")
    if item.image:
        writer.picture(item.image)
    if file := item.enclosure:
        element("link", rel="enclosure", type=file.media_type, length=str(file.bytes), href=file.printed_at)


def _person(writer: FeedDocument, role: str, person: FeedPerson) -> None:
    with writer.around(role):
        writer.element("name", person.name)
        writer.element("uri", person.address)


def _instant(instant: dt.datetime | None) -> str:
    return instant.isoformat(timespec="seconds") if instant else ""
