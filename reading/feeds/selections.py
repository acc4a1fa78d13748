"""Pieces of feeds that no page lists: of a content type, and in a language, of the first house and its centres."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from django.db.models import Exists, F, OuterRef, QuerySet

from articles.models.edition import Edition
from articles.querysets import EditionQuerySet
from articles.states import Surface
from disclaimers.lineage import IsOneOf, Under
from disclaimers.models.kind import Kind
from prose.languages import serves
from reading.fed_pieces import FeedListing, fed_pieces
from reading.feeds.archive import FedPieces, FeedRequest, pieces_of
from reading.site import Site

EditionsOf = Callable[[Any], EditionQuerySet]


def of_kind(code: Any) -> EditionQuerySet:
    """Editions of a content type. `code`: a text, or a reference to one."""
    return Edition.objects.of_kind(code)


class Selection:
    """The pieces of a feed by a code, such as that of a content type."""

    def __init__(self, rows: EditionsOf) -> None:
        self.rows = rows
        self._all = FeedListing(self._fed, at=dt.datetime, code=str)
        self._of_house = FeedListing(self._fed_by, at=dt.datetime, code=str, house=int)

    def pieces(self, code: str, site: Site, asked: FeedRequest) -> FedPieces:
        """The pieces that a request asks for, of a house and its centres; none for a code that no piece has."""
        at = asked.at

        def newest() -> list[Edition]:
            if site.is_whole_desk:
                return self._all(at=at, code=code, language=asked.language)
            return self._of_house(at=at, code=code, house=site.house, language=asked.language)

        def live() -> EditionQuerySet:
            listed = Edition.objects.shown_in(Surface.FEEDS, at).filter(pk__in=self.rows(code).values("pk"))
            return listed if site.is_whole_desk else listed.published_under(site.house)

        return pieces_of(asked, site, newest, live)

    def has_ever_had(self, code: str, at: dt.datetime) -> bool:
        """True if readers have ever had a piece of it."""
        return self.rows(code).ever_live(at).exists()

    def _fed(self, at: Any, code: Any, language: Any = None) -> EditionQuerySet:
        return fed_pieces(at, _naming_themselves(self.rows(code)), language)

    def _fed_by(self, at: Any, code: Any, house: Any, language: Any = None) -> EditionQuerySet:
        theirs = self.rows(code).filter(IsOneOf(F("house"), Under(house)))
        return fed_pieces(at, _naming_themselves(theirs), language)


def printed_label(editions: list[Edition], language: str) -> str:
    """The label of their content type as the newest of them in a language prints it, else as the newest prints it."""
    spoken = [edition for edition in editions if serves(edition.language, language)] or editions
    label: str = spoken[0].printed["records"]["kind_label"]
    return label


def kind_on_record(code: str, at: dt.datetime) -> tuple[str, str]:
    """The label of a content type that readers have had a piece of, and the code of that it was merged into."""
    had = Exists(of_kind(OuterRef("code")).ever_live(at))
    kinds = Kind.objects.filter(code=code).annotate(had=had).values_list("label", "merged_into__code", "had")
    label, kept, is_known = kinds.first() or ("", None, False)
    return label if is_known else "", kept or ""


def _naming_themselves(editions: EditionQuerySet) -> QuerySet[Any]:
    """The rows as `fed_pieces` takes them."""
    return editions.order_by().annotate(edition=F("pk"))


OF_KIND = Selection(of_kind)
