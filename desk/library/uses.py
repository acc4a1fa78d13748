"""Uses of a record of the library: pieces whose manuscript has it, and pages that readers have or had with it."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from articles.models.article import Article
from articles.models.edition import Edition
from desk.pages import form_address
from desk.standing import standing_in_words, with_standing

MOST_SHOWN = 50
CLOSED = "{} more that your account may not open"


@dataclass(frozen=True)
class Use:
    """A piece with a record: at which places, where it stands, and if readers have the record with it."""

    headline: str
    address: str
    places: str
    standing: str
    is_shown: bool
    is_newest_shown: bool
    was_shown: bool

    @property
    def readers(self) -> str:
        if self.is_shown:
            return "; readers have it" if self.is_newest_shown else "; readers have an earlier file of it"
        return "; readers had it" if self.was_shown else ""

    def __str__(self) -> str:
        return f"{self.headline}: {self.places}; {self.standing}{self.readers}"


@dataclass(frozen=True)
class Uses:
    """The uses in pieces that a user may open, the number of the others, and uses by other records.

    Each of the latter has a `label` and an `address`, and is a sentence as a string.
    """

    rows: list[Use]
    others: int
    records: list[Any] = field(default_factory=list)

    @property
    def are_some(self) -> bool:
        return bool(self.rows or self.others or self.records)

    @property
    def others_in_words(self) -> str:
        return CLOSED.format(self.others) if self.others else ""

    def in_words(self) -> list[str]:
        """A sentence for each use that keeps the record from being deleted; none if it may go."""
        others = [self.others_in_words] if self.others else []
        return [*map(str, self.rows), *others, *map(str, self.records)]


@dataclass(frozen=True)
class UseRows:
    """The rows that say which pieces use records: of manuscripts, and of editions. `key`: of a record, in both."""

    key: str
    drafts: Any
    printed: Any

    def in_pieces(
        self, record: Any, user: Any, at: dt.datetime, places: Iterable[tuple[int, str]]
    ) -> tuple[list[Use], int]:
        """The pieces that use a record now, or showed it once, those saved last first; and how many are closed.

        `places`: keys of pieces, each with a place at which its manuscript has the record.
        """
        pieces = self._pieces(record)
        visible = pieces.filter(pk__in=Article.objects.visible_to(user).values("pk"))
        shown = self.printed.filter(**{self.key: record}, edition__article=OuterRef("pk"))
        editions = Edition.objects.all()
        live = shown.filter(edition__in=editions.live(at).order_by().values("pk"))
        newest_file = Subquery(record.files.order_by("-number").values("pk")[:1])
        rows = with_standing(visible, at).annotate(
            readers_have=Exists(live),
            readers_have_newest=Exists(live.filter(file=newest_file)),
            readers_had=Exists(shown.filter(edition__in=editions.ever_live(at).order_by().values("pk"))),
        )
        at_places: dict[int, list[str]] = defaultdict(list)
        for article, place in places:
            at_places[article].append(place)
        newest = rows.select_related("desk").order_by("-desk__saved_at", "-pk")[:MOST_SHOWN]
        return [_use(row, at_places[row.pk]) for row in newest], pieces.count() - visible.count()

    def pieces_by_record(self, records: Iterable[Any]) -> dict[int, set[int]]:
        """The keys of the pieces that use each record, or showed it once, in two queries."""
        pieces: dict[int, set[int]] = {record.pk: set() for record in records}
        for rows, article in ((self.drafts, "article"), (self.printed, "edition__article")):
            for record, piece in rows.filter(**{f"{self.key}__in": pieces}).values_list(self.key, article):
                pieces[record].add(piece)
        return pieces

    def in_use(self) -> Q:
        """Condition for records that a piece uses, or showed once."""
        rows = (each.filter(**{self.key: OuterRef("pk")}) for each in (self.drafts, self.printed))
        return Q(*map(Exists, rows), _connector=Q.OR)

    def _pieces(self, record: Any) -> QuerySet[Article]:
        drafts = self.drafts.filter(**{self.key: record}).values("article")
        printed = self.printed.filter(**{self.key: record}).values("edition__article")
        return Article.objects.filter(Q(pk__in=drafts) | Q(pk__in=printed))


def _use(article: Any, places: list[str]) -> Use:
    return Use(
        headline=str(article),
        address=form_address(article.pk),
        places=" and ".join(places) or "no longer in its draft",
        standing=standing_in_words(article),
        is_shown=article.readers_have,
        is_newest_shown=article.readers_have_newest,
        was_shown=article.readers_had,
    )
