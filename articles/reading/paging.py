"""Lists by keyset: each page begins after the last piece of the one before, however many are added meanwhile."""

import base64
import datetime as dt
from dataclasses import dataclass

from django.db.models import Q

from articles.models.edition import Edition
from articles.querysets import EditionQuerySet

PAGE_LENGTH = 20
_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_MICROSECOND = dt.timedelta(microseconds=1)


class BadCursor(ValueError):
    """An address somebody made up: no page of ours links to it."""


@dataclass(frozen=True)
class Page:
    """One page of a list; `older` is the cursor of the next, empty on the last."""

    editions: list[Edition]
    older: str
    is_first: bool


def page(listed: EditionQuerySet, before: str | None) -> Page:
    """A page of an ordered list, from its top or after a cursor. Raises `BadCursor`."""
    rows = listed if before is None else _after(listed, before)
    found = list(rows.for_list()[: PAGE_LENGTH + 1])
    shown = found[:PAGE_LENGTH]
    return Page(shown, _cursor(shown[-1]) if len(found) > PAGE_LENGTH else "", before is None)


def _after(listed: EditionQuerySet, before: str) -> EditionQuerySet:
    ordered_at, article = _position(before)
    # The first condition alone is what the index in reading order can seek by.
    return listed.filter(
        Q(ordered_at__lte=ordered_at), Q(ordered_at__lt=ordered_at) | Q(article_id__lt=article)
    )


def _cursor(edition: Edition) -> str:
    place = f"{(edition.ordered_at - _EPOCH) // _MICROSECOND}.{edition.article_id}"
    return base64.urlsafe_b64encode(place.encode()).decode().rstrip("=")


def _position(cursor: str) -> tuple[dt.datetime, int]:
    try:
        place = base64.b64decode(cursor.encode() + b"=" * (-len(cursor) % 4), altchars=b"-_", validate=True)
        instant, _, article = place.decode("ascii").partition(".")
        if not (0 < int(article) < 2**63):
            raise BadCursor(cursor)
        return _EPOCH + int(instant) * _MICROSECOND, int(article)
    except (ValueError, OverflowError) as problem:
        raise BadCursor(cursor) from problem
