"""Keyset pagination: each page begins where its neighbour ends, in both directions, even if pieces were added since.

A page says how many pieces its list has and where its own stand: see `reading.lists.places`.
"""

import base64
import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, F, Q, QuerySet

from articles.models.edition import Edition
from articles.prepared_query import Prepared
from articles.querysets import EditionQuerySet, base_language
from reading.kept import IDENTITY, but_for_the_instant, while_marked
from reading.lists.places import EPOCH, MICROSECOND, Places, microseconds, prepared_places
from reading.lists.rows import ListRow, lasting_rows

PAGE_LENGTH = 20
_Places = QuerySet[Edition, tuple[Any, ...]]


class BadCursor(ValueError):
    """A `before` or `after` value that no page of ours links to."""


@dataclass(frozen=True)
class Page:
    """A page of a list: rows of `for_list`.

    `older` and `newer` are the cursors of its neighbours, empty where there is none; that of the first page is empty
    as well. `cursor`: its own, by which search engines know it however it was reached. `first`: the place of its first
    piece among all `total`; `where` says so in words. `languages`: on a desk with several, those in which the list has
    pieces, with the numbers of those. A line with words in another language than the piece's is a
    printed line, each other one a text.
    """

    editions: list[ListRow]
    older: str = ""
    newer: str = ""
    cursor: str = ""
    first: int = 0
    total: int = 0
    is_first: bool = True
    where: str = ""
    languages: Mapping[str, int] = field(default_factory=dict)

    @property
    def last(self) -> int:
        """The place of its last piece."""
        return self.first + len(self.editions) - 1


class Listing:
    """A list that can be paged. `build(at=…, …)` gives its editions in order; `slots`: types of its arguments.

    It is read in one language: its pages have the pieces in it alone. `by`: the column with the instant by which they
    are in order, the newest first, and then by their articles.
    """

    def __init__(
        self, build: Callable[..., EditionQuerySet], *, by: str = "ordered_at", **slots: type
    ) -> None:
        self.build = build
        self._by = by
        self._languages: Prepared[tuple[str, int]] = Prepared(self._numbers_by_language, **slots)
        slots["language"] = str
        self._top = Prepared(lambda **of: self._of_page(self._read(**of)), **slots)
        self._below = Prepared(self._editions_below, placed_at=dt.datetime, article=int, **slots)
        self._above = Prepared(self._editions_above, placed_at=dt.datetime, article=int, **slots)
        self._places = prepared_places(self._read, by, **slots)

    def page(self, before: str | None = None, after: str | None = None, **of: Any) -> Page:
        """The first page, the one below a cursor or the one above. Raises BadCursor.

        `of`: the arguments of `build`, and the `language` without script and region.
        """
        if before is not None:
            return self._with_places(self._rows(self._below, of | _position(before)), before, of)
        if after is not None:
            rows = self._rows(self._above, of | _position(after))
            if len(rows) > PAGE_LENGTH:
                page, above = rows[PAGE_LENGTH - 1 :: -1], rows[PAGE_LENGTH]
                return self._with_places(page, cursor_of(above), of, has_more=True)
        return self._with_places(self._rows(self._top, of), "", of)

    def languages(self, **of: Any) -> Mapping[str, int]:
        """The number of its pieces in each language that it has any in, without scripts and regions."""
        return while_marked(of["at"], ("languages", *self._key(of)), lambda: dict(self._languages(**of)))

    def _with_places(
        self, rows: list[ListRow], cursor: str, of: dict[str, Any], *, has_more: bool = False
    ) -> Page:
        """The page of these rows, with how many pieces the list has and where they stand."""
        shown = rows[:PAGE_LENGTH]
        has_more = has_more or len(rows) > PAGE_LENGTH
        if not shown or not (cursor or has_more):
            return Page(shown, cursor=cursor, first=1, total=len(shown), is_first=not cursor)
        places = while_marked(of["at"], self._key(of), lambda: Places(self._places(**of)))
        above = places.above(shown[0]["placed_at"], shown[0]["article_id"])
        return Page(
            shown,
            older=cursor_of(shown[-1]) if has_more else "",
            newer=cursor_of(shown[0]) if above > PAGE_LENGTH else "",
            cursor=cursor,
            first=above + 1,
            total=max(len(places), above + len(shown)),
            is_first=not cursor,
        )

    def _rows(self, query: Prepared[tuple[Any, ...]], of: Mapping[str, Any]) -> list[ListRow]:
        """The rows of a page with the instants by which they are in order: `placed_at`."""

        def places() -> list[tuple[Any, ...]]:
            found = [(tuple(identity), placed_at) for *identity, placed_at in query(**of)]
            rows = lasting_rows([identity for identity, _ in found])
            # The identities of the rows in memory, so that a page takes hardly any of its own.
            return [(row["identity"], placed_at) for row, (_, placed_at) in zip(rows, found, strict=True)]

        kept = while_marked(of["at"], (id(query), *but_for_the_instant(of)), places)
        rows = lasting_rows([identity for identity, _ in kept])
        return [row | {"placed_at": placed_at} for row, (_, placed_at) in zip(rows, kept, strict=True)]

    def _key(self, of: Mapping[str, Any]) -> tuple[Any, ...]:
        return id(self), *but_for_the_instant(of)

    def _numbers_by_language(self, **of: Any) -> "QuerySet[Edition, tuple[str, int]]":
        spoken = self.build(**of).order_by().annotate(spoken=base_language(F("language"))).values("spoken")
        # In one order, or else two processes would write the same page differently.
        return spoken.annotate(number=Count("pk")).order_by("spoken").values_list("spoken", "number")

    def _read(self, language: str, **of: Any) -> EditionQuerySet:
        return self.build(**of).in_language(language)

    def _editions_below(self, placed_at: dt.datetime, article: int, **of: Any) -> _Places:
        # The index on (ordered_at, article) can seek only by the first condition.
        beyond = Q(**{f"{self._by}__lt": placed_at}) | Q(article_id__lt=article)
        return self._of_page(self._read(**of).filter(Q(**{f"{self._by}__lte": placed_at}), beyond))

    def _editions_above(self, placed_at: dt.datetime, article: int, **of: Any) -> _Places:
        """Upwards from a place: the nearest first."""
        beyond = Q(**{f"{self._by}__gt": placed_at}) | Q(article_id__gt=article)
        above = self._read(**of).filter(Q(**{f"{self._by}__gte": placed_at}), beyond)
        return self._of_page(above.order_by(self._by, "article_id"))

    def _of_page(self, editions: EditionQuerySet) -> _Places:
        """The editions of one page and one more, by their identities and places: their rows may be in memory."""
        return editions.values_list(*IDENTITY, self._by)[: PAGE_LENGTH + 1]


def cursor_of(edition: Mapping[str, Any]) -> str:
    """The cursor of the page below an edition: its `placed_at`, an instant in the list's order, and its article."""
    place = f"{microseconds(edition['placed_at'])}.{edition['article_id']}"
    return base64.urlsafe_b64encode(place.encode()).decode().rstrip("=")


def _position(cursor: str) -> dict[str, Any]:
    try:
        place = base64.b64decode(cursor.encode() + b"=" * (-len(cursor) % 4), altchars=b"-_", validate=True)
        instant, _, article = place.decode("ascii").partition(".")
        if not (0 < int(article) < 2**63):
            raise BadCursor(cursor)
        return {"placed_at": EPOCH + int(instant) * MICROSECOND, "article": int(article)}
    except (ValueError, OverflowError) as problem:
        raise BadCursor(cursor) from problem
