"""Pieces in the feeds of content types, of the first house and its centres."""

import datetime as dt
from typing import Any

from django.db.models import Exists, F, OuterRef, QuerySet

from articles.models.edition import Edition
from articles.querysets import EditionQuerySet
from articles.states import Surface
from disclaimers.models.kind import Kind
from prose.languages import serves
from reading.fed_pieces import Fed, FeedListing, fed_pieces
from reading.feeds.archive import FedPieces, FeedRequest, pieces_of
from reading.site import Site


def pieces_of_kind(code: str, site: Site, asked: FeedRequest) -> FedPieces:
    """The pieces of a content type that a request asks for, of a house and its centres; none for an unknown code."""
    at = asked.at

    def newest() -> Fed:
        if site.is_whole_desk:
            return _OF_KIND(at=at, code=code, language=asked.language)
        return _OF_KIND_UNDER(at=at, code=code, house=site.house, language=asked.language)

    def live() -> EditionQuerySet:
        listed = Edition.objects.shown_in(Surface.FEEDS, at).of_kind(code)
        return listed if site.is_whole_desk else listed.published_under(site.house)

    return pieces_of(asked, site, newest, live)


def printed_label(editions: list[Edition], language: str) -> str:
    """The label of their content type as the newest of them in a language prints it, else as the newest prints it."""
    spoken = [edition for edition in editions if serves(edition.language, language)] or editions
    label: str = spoken[0].printed["records"]["kind_label"]
    return label


def kind_on_record(code: str, at: dt.datetime) -> tuple[str, str]:
    """The label of a content type that readers have had a piece of, and the code of that it was merged into."""
    had = Exists(Edition.objects.of_kind(OuterRef("code"), is_merged_too=True).ever_live(at))
    kinds = Kind.objects.filter(code=code).annotate(had=had).values_list("label", "merged_into__code", "had")
    label, kept, is_known = kinds.first() or ("", None, False)
    return (label, kept or "") if is_known else ("", "")


def _fed(at: Any, code: Any, language: Any = None) -> EditionQuerySet:
    return fed_pieces(at, _naming_themselves(Edition.objects.of_kind(code)), language)


def _fed_under(at: Any, code: Any, house: Any, language: Any = None) -> EditionQuerySet:
    theirs = Edition.objects.of_kind(code).published_under(house)
    return fed_pieces(at, _naming_themselves(theirs), language)


def _naming_themselves(editions: EditionQuerySet) -> QuerySet[Any]:
    """The rows as `fed_pieces` takes them."""
    return editions.order_by().annotate(edition=F("pk"))


_OF_KIND = FeedListing(_fed, at=dt.datetime, code=str)
_OF_KIND_UNDER = FeedListing(_fed_under, at=dt.datetime, code=str, house=int)
