"""Load outlets from a desk file, with their former names and standing permissions."""

import datetime as dt
from collections.abc import Mapping, Sequence

from desk.setup_file.entries import Entry
from desk.setup_file.records import Loader, new_slug, values_for
from desk.setup_file.tables import OUTLET, STANDING_PERMISSION
from outlets.models import FormerName, Outlet, OutletAlias, StandingPermission
from prose.typography import clean_line

_FIELDS = OUTLET.keys() - {"slug", "aliases"}


def load_outlets(loader: Loader, entries: Mapping[str, Sequence[Entry]]) -> None:
    """Load each outlet. Its slug identifies it, or else its name and country."""
    for entry in entries["outlet"]:
        _load_outlet(loader, entry)


def _load_outlet(loader: Loader, entry: Entry) -> None:
    name = clean_line(entry.values["name"])
    if slug := entry.values.get("slug"):
        record = Outlet.objects.filter(slug=slug).first()
    else:
        country = entry.values.get("country")
        same_name = Outlet.objects.filter(name__iexact=name)
        record = (same_name.filter(country=country.upper()) if country else same_name).first()
        slug = new_slug(name, Outlet)
    outlet = loader.save(entry, record or Outlet(slug=slug), values_for(entry, *_FIELDS))
    if outlet is None:
        return
    for alias in entry.values.get("aliases", []):
        if not OutletAlias.objects.filter(outlet=outlet, name__iexact=clean_line(alias)).exists():
            record_of_alias = OutletAlias(outlet=outlet, name=alias)
            loader.save(entry, record_of_alias, {}, names={"name": "aliases"}, counted_as="outlet.alias")
    # In order of time: a name whose end moves to an earlier day makes room for the next one.
    for row in sorted(entry.inner["former_name"], key=lambda row: row.values.get("from_on", dt.date.min)):
        _load_former_name(loader, row, outlet)
    for row in entry.inner["standing_permission"]:
        _load_standing_permission(loader, row, outlet)


def _load_former_name(loader: Loader, entry: Entry, outlet: Outlet) -> None:
    """Load a former name. Its words and its first day identify it."""
    name, from_on = clean_line(entry.values["name"]), entry.values.get("from_on")
    same_name = FormerName.objects.filter(outlet=outlet, name__iexact=name)
    same_day = same_name.filter(from_on=from_on) if from_on else same_name.filter(from_on__isnull=True)
    former_name = same_day.first() or FormerName(outlet=outlet, from_on=from_on)
    loader.save(entry, former_name, values_for(entry, "name", "article", "article_rule", "until_on"))


def _load_standing_permission(loader: Loader, entry: Entry, outlet: Outlet) -> None:
    """Load a standing permission. The day it was granted and its first day identify it."""
    identity = {
        "outlet": outlet,
        "granted_on": entry.values["granted_on"],
        "from_on": entry.values["from_on"],
    }
    permission = StandingPermission.objects.filter(**identity).first() or StandingPermission(**identity)
    loader.save(entry, permission, values_for(entry, *STANDING_PERMISSION))
