"""The home institution's chrome: what stands in header and footer of every page and at the head of every feed.

One query, for the readers' doors and the desk's preview alike.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject

from disclaimers import joining
from disclaimers.models.institution import FooterLink, Institution
from disclaimers.models.style import Phrase
from prose.links import is_safe_href
from reading.prepared_query import Prepared


@dataclass(frozen=True)
class Link:
    """A label and the address behind it."""

    label: str
    url: str


@dataclass(frozen=True)
class House:
    """The institution whose site this is; the defaults are those of a desk that has none yet."""

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
        """The zone in which this site tells a day from the next."""
        return ZoneInfo(self.time_zone)


def house() -> House:
    """The home institution as it is today, as far as pages say it."""
    row = _home.first()
    return said(row["chrome"] if row else None)


def house_with_rights() -> House:
    """The same with the words of its copyright line, for the channel of a feed."""
    row = _home_with_rights.first()
    return said(row["chrome"] if row else None)


def said(chrome: dict[str, Any] | None) -> House:
    """A house from the JSON object that `chrome` loads."""
    if chrome is None:
        return House()
    links = tuple(Link(**link) for link in chrome["links"] if is_safe_href(link["url"]))
    chrome["url"] = chrome["url"] if is_safe_href(chrome["url"]) else ""
    own = chrome.pop("phrases", None) or {}
    words = {name: _printed(name, text, chrome["language"]) for name, text in own.items()}
    return House(**words | chrome | {"links": links})


def _printed(position: str, text: str | None, language: str) -> str:
    return joining.usual(position, language) if text is None else joining.printed(text)


def chrome(*, rights: bool = False) -> QuerySet[Institution, Any]:
    """One row with the house's words as one JSON object: a query of its own, or a subquery of a page's."""
    links = FooterLink.objects.filter(institution=OuterRef("pk")).order_by("order", "id")
    facts: dict[str, Any] = {
        "name": "name",
        "strapline": "strapline",
        "url": "url",
        "language": "default_language",
        "time_zone": "time_zone",
        "errors_contact": "errors_contact",
        "permissions_contact": "permissions_contact",
        "links": ArraySubquery(links.values(link=JSONObject(label="label", url="url"))),
    }
    if rights:
        phrases = {position: _phrase(position) for position in ("copyright_format", "reservation")}
        facts |= {"copyright_holder": "copyright_holder", "phrases": JSONObject(**phrases)}
    return Institution.objects.home().order_by().values(chrome=JSONObject(**facts))


def _phrase(position: str) -> Subquery:
    """The house's own words for a position in its usual language."""
    said = Phrase.objects.filter(
        style__institution=OuterRef("pk"), style__language=OuterRef("default_language"), position=position
    )
    return Subquery(said.order_by().values("text"))


_home = Prepared(chrome)
_home_with_rights = Prepared(lambda: chrome(rights=True))
