"""Lists by keyset: each page begins after the last piece of the one before, however many are added meanwhile."""

import base64
import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from articles.models.edition import Edition
from articles.querysets import EditionQuerySet
from reading.prepared_query import Prepared

PAGE_LENGTH = 20
_Rows = QuerySet[Edition, dict[str, Any]]
_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_MICROSECOND = dt.timedelta(microseconds=1)


class BadCursor(ValueError):
    """An address somebody made up: no page of ours links to it."""


@dataclass(frozen=True)
class Page:
    """One page of a list: rows as `for_list` gives them; `older` is the cursor of the next page, empty on the last."""

    editions: list[dict[str, Any]]
    older: str
    is_first: bool


class Listing:
    """A kind of list: `build(at=…, …)` gives its editions in reading order; `slots` are the types of its values."""

    def __init__(self, build: Callable[..., EditionQuerySet], **slots: type) -> None:
        self.build = build
        self._top = Prepared(lambda **of: _drawn(build(**of)), **slots)
        self._after = Prepared(self._editions_after, ordered_at=dt.datetime, article=int, **slots)

    def page(self, before: str | None, **of: Any) -> Page:
        """A page of the list `of` these values, from its top or after a cursor. Raises `BadCursor`."""
        found = self._top(**of) if before is None else self._after(**_position(before), **of)
        shown = found[:PAGE_LENGTH]
        return Page(shown, _cursor(shown[-1]) if len(found) > PAGE_LENGTH else "", before is None)

    def _editions_after(self, ordered_at: dt.datetime, article: int, **of: Any) -> _Rows:
        # The first condition alone is what the index in reading order can seek by.
        return _drawn(
            self.build(**of).filter(
                Q(ordered_at__lte=ordered_at), Q(ordered_at__lt=ordered_at) | Q(article_id__lt=article)
            )
        )


def _drawn(editions: EditionQuerySet) -> _Rows:
    """One page and one more, as plain values: quicker to load and to draw than models."""
    return editions.for_list()[: PAGE_LENGTH + 1]


def _cursor(edition: dict[str, Any]) -> str:
    place = f"{(edition['ordered_at'] - _EPOCH) // _MICROSECOND}.{edition['article_id']}"
    return base64.urlsafe_b64encode(place.encode()).decode().rstrip("=")


def _position(cursor: str) -> dict[str, Any]:
    try:
        place = base64.b64decode(cursor.encode() + b"=" * (-len(cursor) % 4), altchars=b"-_", validate=True)
        instant, _, article = place.decode("ascii").partition(".")
        if not (0 < int(article) < 2**63):
            raise BadCursor(cursor)
        return {"ordered_at": _EPOCH + int(instant) * _MICROSECOND, "article": int(article)}
    except (ValueError, OverflowError) as problem:
        raise BadCursor(cursor) from problem
