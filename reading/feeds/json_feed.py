"""JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/): write a channel and its items as one document."""

import datetime as dt
import json
from typing import Any

from articles.addresses import absolute
from reading.feeds.channel import Channel, FeedItem, FeedOriginal, FeedPerson
from reading.feeds.document import allowed
from reading.feeds.kinds import JSON_FEED
from reading.kept import LastingValues


def json_feed(channel: Channel, items: list[FeedItem]) -> bytes:
    """A JSON Feed document in UTF-8. It has no `authors`: readers would add them to those of each item."""
    older = channel.months.previous
    members = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": channel.title,
        "home_page_url": channel.address,
        "feed_url": channel.own_address(JSON_FEED.ending),
        "next_url": channel.at(JSON_FEED.ending, older) if older else "",
        "description": channel.description,
        "language": channel.language,
        "icon": channel.image.large,
        "favicon": channel.icon,
        "hubs": [{"type": "WebSub", "url": channel.hub}] if channel.hub else [],
    }
    head = _text(_stated(members)).removesuffix("\n}")
    written = "\n" + ",\n".join(map(_item_json, items)) + "\n " if items else ""
    return f'{head},\n "items": [{written}]\n}}'.encode()


_JSON: LastingValues[str] = LastingValues(most_bytes=12_000_000)


def _item_json(item: FeedItem) -> str:
    """An item as the document has it; one that was written for another feed stands in memory."""
    return _JSON.get(item, lambda: "  " + _text(_item(item)).replace("\n", "\n  "), len)


def _text(members: dict[str, Any]) -> str:
    return allowed(json.dumps(members, ensure_ascii=False, indent=1))


def _item(item: FeedItem) -> dict[str, Any]:
    return _stated(
        {
            "id": item.id,
            "url": item.address,
            "external_url": item.originals[0].address if item.originals else "",
            "title": item.title,
            "summary": item.summary,
            "content_html": item.content,
            "image": item.image.address if item.image else "",
            "date_published": _instant(item.published),
            "date_modified": _instant(item.modified),
            "authors": [_person(author) for author in item.authors],
            "tags": [topic.name for topic in item.topics],
            "language": item.language,
            "attachments": _attachments(item),
            "_desk": _ours(item),
        }
    )


def _person(person: FeedPerson) -> dict[str, str]:
    members = {"name": person.name, "url": person.address, "avatar": person.avatar}
    return _stated(members)


def _contributor(person: FeedPerson) -> dict[str, str]:
    return _stated({"name": person.name, "url": person.address, "role": person.role})


def _original(original: FeedOriginal) -> dict[str, str]:
    return _stated(
        {
            "outlet": original.outlet,
            "url": original.address,
            "date": original.date,
            "status": "retracted" if original.retraction else "",
            "retraction": original.retraction,
        }
    )


def _attachments(item: FeedItem) -> list[dict[str, Any]]:
    file = item.enclosure
    if file is None:
        return []
    return [{"url": file.printed_at, "mime_type": file.media_type, "size_in_bytes": file.bytes}]


def _ours(item: FeedItem) -> dict[str, Any]:
    """Our extension: what the format has no member for (docs/decisions/feeds.md)."""
    notices = [
        {"kind": notice.kind, "date": notice.issued_on, "text": notice.text} for notice in item.notices
    ]
    return _stated(
        {
            "about": absolute("/feeds/"),
            "status": item.status,
            "publisher": item.publisher,
            "rights": item.rights,
            "contributors": list(map(_contributor, item.contributors)),
            "originals": list(map(_original, item.originals)),
            "disclaimers": list(item.disclaimers),
            "notices": [_stated(notice) for notice in notices],
            "image": _credit(item),
        }
    )


def _credit(item: FeedItem) -> dict[str, str]:
    """What must be said of the lead picture."""
    image = item.image
    return _stated({"alt": image.alt, "credit": image.credit, "licence": image.licence}) if image else {}


def _stated(members: dict[str, Any]) -> dict[str, Any]:
    """The members that say something."""
    return {name: value for name, value in members.items() if value}


def _instant(instant: dt.datetime | None) -> str:
    return instant.isoformat(timespec="seconds") if instant else ""
