"""Keyset pagination: each page starts after the last piece of the page before, even if pieces were added since."""

import base64
import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from articles.models.edition import Edition
from articles.prepared_query import Prepared
from articles.querysets import EditionQuerySet
from prose.printed_line import PrintedLine
from prose.text_language.marking import marked_text

PAGE_LENGTH = 20
_LINES = ("headline", "kicker", "byline", "dateline", "outlet_line")
_Rows = QuerySet[Edition, dict[str, Any]]
_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_MICROSECOND = dt.timedelta(microseconds=1)


class BadCursor(ValueError):
    """A `before` value that no page of ours links to."""


@dataclass(frozen=True)
class Page:
    """A page of a list: rows of `for_list`; `older` is the next page's cursor, empty on the last page.

    A line with words in another language than the piece's is a printed line, each other one a text.
    """

    editions: list[dict[str, Any]]
    older: str
    is_first: bool


class Listing:
    """A list that can be paged. `build(at=…, …)` gives its editions in order; `slots`: types of its arguments."""

    def __init__(self, build: Callable[..., EditionQuerySet], **slots: type) -> None:
        self.build = build
        self._top = Prepared(lambda **of: _page_rows(build(**of)), **slots)
        self._after = Prepared(self._editions_after, ordered_at=dt.datetime, article=int, **slots)

    def page(self, before: str | None, **of: Any) -> Page:
        """The first page, or the page after a cursor. `of`: the arguments of `build`. Raises BadCursor."""
        rows = self._top(**of) if before is None else self._after(**_position(before), **of)
        shown = [_with_marks(row) for row in rows[:PAGE_LENGTH]]
        return Page(shown, _cursor(shown[-1]) if len(rows) > PAGE_LENGTH else "", before is None)

    def _editions_after(self, ordered_at: dt.datetime, article: int, **of: Any) -> _Rows:
        # The index on (ordered_at, article) can seek only by the first condition.
        return _page_rows(
            self.build(**of).filter(
                Q(ordered_at__lte=ordered_at), Q(ordered_at__lt=ordered_at) | Q(article_id__lt=article)
            )
        )


def _page_rows(editions: EditionQuerySet) -> _Rows:
    """The rows of one page and one more, as plain values, which load and render faster than models."""
    return editions.for_list()[: PAGE_LENGTH + 1]


def _with_marks(row: dict[str, Any]) -> dict[str, Any]:
    lines: dict[str, PrintedLine] = row["marked"] or {}
    if row["unmarked"]:
        like = [span for some in row["unmarked"].values() for line in some for span in line]
        texts = [row[name] for name in _LINES if row[name] not in lines]
        lines |= {text: marked_text(text, row["language"], like) for text in texts}
    return row | {name: lines.get(row[name], row[name]) for name in _LINES} if lines else row


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
