"""The home institution's chrome: what stands in header and footer of every page and at the head of every feed.

One query, for the readers' doors and the desk's preview alike.
"""

import datetime as dt
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject

from articles.prepared import Prepared
from disclaimers.models.institution import FooterLink, Institution
from disclaimers.models.style import HouseStyle
from prose.links import is_safe_href


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
    """The home institution as it is today."""
    row = _home.first()
    if row is None:
        return House()
    style: dict[str, str] = getattr(row, "style", None) or {}
    links: list[dict[str, str]] = getattr(row, "links", [])
    return House(
        name=row.name,
        strapline=row.strapline,
        language=row.default_language,
        time_zone=row.time_zone,
        errors_contact=row.errors_contact,
        permissions_contact=row.permissions_contact,
        copyright_holder=row.copyright_holder,
        copyright_format=style.get("copyright_format", ""),
        reservation=style.get("reservation", ""),
        links=tuple(Link(**link) for link in links if is_safe_href(link["url"])),
    )


def _chrome() -> QuerySet[Institution]:
    links = FooterLink.objects.filter(institution=OuterRef("pk")).order_by("order", "id")
    style = HouseStyle.objects.filter(institution=OuterRef("pk"), language=OuterRef("default_language"))
    words = JSONObject(copyright_format="copyright_format", reservation="reservation")
    return (
        Institution.objects.home()
        .order_by()
        .only(
            "name", "strapline", "default_language", "time_zone",
            "errors_contact", "permissions_contact", "copyright_holder",
        )
        .annotate(
            links=ArraySubquery(links.values(link=JSONObject(label="label", url="url"))),
            style=Subquery(style.values(words=words)),
        )
    )  # fmt: skip


_home = Prepared(_chrome)
