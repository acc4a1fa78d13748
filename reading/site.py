"""The institution whose site this is: its name, contacts and links, as every page and feed shows them.

One query. Pages for readers and the desk's preview both load it.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce, JSONObject, NullIf

from disclaimers.models.institution import INHERITED, FooterLink, Institution
from disclaimers.models.style import Phrase
from disclaimers.phrases import printed_text, usual_phrase
from prose.links import is_safe_href
from reading.prepared_query import Prepared


@dataclass(frozen=True)
class Link:
    """A label and the address behind it."""

    label: str
    url: str


@dataclass(frozen=True)
class Site:
    """The home institution for headers, footers and feeds. The defaults are for a desk without institutions."""

    name: str = "Commentary"
    strapline: str = ""
    url: str = ""
    language: str = "en"
    time_zone: str = "UTC"
    errors_contact: str = ""
    permissions_contact: str = ""
    copyright_holder: str = ""
    copyright_format: str = ""
    reservation: str = ""
    links: tuple[Link, ...] = ()

    @property
    def zone(self) -> dt.tzinfo:
        """The time zone in which this site counts its days."""
        return ZoneInfo(self.time_zone)


def load_site() -> Site:
    """The home institution as it is today, with the facts that pages show."""
    row = _home.first()
    return site_from_json(row["site"] if row else None)


def load_site_with_rights() -> Site:
    """The home institution with the words of its copyright line, which feeds print as well."""
    row = _home_with_rights.first()
    return site_from_json(row["site"] if row else None)


def site_from_json(facts: dict[str, Any] | None) -> Site:
    """A site from the JSON object that `site_query` loads; unsafe addresses are left out."""
    if facts is None:
        return Site()
    links = tuple(Link(**link) for link in facts["links"] if is_safe_href(link["url"]))
    facts["url"] = facts["url"] if is_safe_href(facts["url"]) else ""
    own = facts.pop("phrases", None) or {}
    words = {name: _phrase_or_usual(name, text, facts["language"]) for name, text in own.items()}
    return Site(**words | facts | {"links": links})


def _phrase_or_usual(position: str, text: str | None, language: str) -> str:
    return usual_phrase(position, language) if text is None else printed_text(text)


def site_query(*, rights: bool = False) -> QuerySet[Institution, Any]:
    """The site as one JSON object in one row: run as a query, or as a subquery of a page's query."""
    links = FooterLink.objects.filter(institution=OuterRef("pk")).order_by("order", "id")
    facts: dict[str, Any] = {
        "name": "name",
        "strapline": "strapline",
        "url": "url",
        "language": _or("default_language"),
        "time_zone": _or("time_zone"),
        "errors_contact": "errors_contact",
        "permissions_contact": "permissions_contact",
        "links": ArraySubquery(links.values(link=JSONObject(label="label", url="url"))),
    }
    if rights:
        phrases = {position: _phrase(position) for position in ("copyright_format", "reservation")}
        facts |= {"copyright_holder": "copyright_holder", "phrases": JSONObject(**phrases)}
    return Institution.objects.home().order_by().values(site=JSONObject(**facts))


def _or(field: str, *, outer: bool = False) -> Coalesce:
    """The field of an institution, with the value that stands for an empty one."""
    own = OuterRef(field) if outer else F(field)
    return Coalesce(NullIf(own, Value("")), Value(INHERITED[field]))


def _phrase(position: str) -> Subquery:
    """The institution's own phrase for a position, in its default language."""
    phrases = Phrase.objects.filter(
        style__institution=OuterRef("pk"),
        style__language=_or("default_language", outer=True),
        position=position,
    )
    return Subquery(phrases.order_by().values("text"))


_home = Prepared(site_query)
_home_with_rights = Prepared(lambda: site_query(rights=True))
