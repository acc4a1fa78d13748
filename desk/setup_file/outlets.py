"""Outlets from a desk file, with the names they had and what they allow in advance."""

import datetime as dt
from collections.abc import Mapping, Sequence

from desk.setup_file.reading import Entry
from desk.setup_file.settling import Desk, chosen, free_address
from desk.setup_file.tables import OUTLET, STANDING_PERMISSION
from outlets.models import FormerName, Outlet, OutletAlias, StandingPermission
from prose.typography import clean_line

_PLAIN = OUTLET.keys() - {"slug", "aliases"}


def load(desk: Desk, entries: Mapping[str, Sequence[Entry]]) -> None:
    """Each by its web address, or by name and country."""
    for entry in entries["outlet"]:
        _outlet(desk, entry)


def _outlet(desk: Desk, entry: Entry) -> None:
    name = clean_line(entry.values["name"])
    if slug := entry.values.get("slug"):
        found = Outlet.objects.filter(slug=slug).first()
    else:
        country = entry.values.get("country")
        same = Outlet.objects.filter(name__iexact=name)
        found = (same.filter(country=country.upper()) if country else same).first()
        slug = free_address(name, Outlet)
    outlet = desk.settle(entry, found or Outlet(slug=slug), chosen(entry, *_PLAIN))
    if outlet is None:
        return
    for alias in entry.values.get("aliases", []):
        if not OutletAlias.objects.filter(outlet=outlet, name__iexact=clean_line(alias)).exists():
            new = OutletAlias(outlet=outlet, name=alias)
            desk.settle(entry, new, {}, names={"name": "aliases"}, counted_as="outlet.alias")
    # Earlier names first: one whose end has moved makes room for the one that follows it.
    for row in sorted(entry.inner["former_name"], key=lambda row: row.values.get("from_on", dt.date.min)):
        _former_name(desk, row, outlet)
    for row in entry.inner["standing_permission"]:
        _standing_permission(desk, row, outlet)


def _former_name(desk: Desk, entry: Entry, outlet: Outlet) -> None:
    """A former name is the same while its words and its first day are."""
    name, begins = clean_line(entry.values["name"]), entry.values.get("from_on")
    same = FormerName.objects.filter(outlet=outlet, name__iexact=name)
    found = (same.filter(from_on=begins) if begins else same.filter(from_on__isnull=True)).first()
    former = found or FormerName(outlet=outlet, from_on=begins)
    desk.settle(entry, former, chosen(entry, "name", "article", "article_rule", "until_on"))


def _standing_permission(desk: Desk, entry: Entry, outlet: Outlet) -> None:
    """A permission is the same while the day it was granted and its first day are."""
    known = {
        "outlet": outlet,
        "granted_on": entry.values["granted_on"],
        "from_on": entry.values["from_on"],
    }
    found = StandingPermission.objects.filter(**known).first()
    desk.settle(entry, found or StandingPermission(**known), chosen(entry, *STANDING_PERMISSION))
