"""Load outlets from a desk file, with their former names and standing permissions."""

import datetime as dt
import uuid
from collections.abc import Mapping, Sequence

from django.db.models import Q, QuerySet

from desk.setup_file.entries import Entry
from desk.setup_file.memory import match
from desk.setup_file.names import load_names
from desk.setup_file.records import Loader, new_slug, values_for
from desk.setup_file.tables import OUTLET, STANDING_PERMISSION
from outlets.models import FormerName, Outlet, OutletAlias, StandingPermission
from prose.models.former_slugs import with_slug
from prose.slugs import slug_for
from prose.typography import clean_line

_FIELDS = OUTLET.keys() - {"slug", "aliases"}


def load_outlets(loader: Loader, entries: Mapping[str, Sequence[Entry]]) -> None:
    """Load each outlet. Its slug identifies it, or else its name and country, also a name that it had."""
    for entry in entries["outlet"]:
        _load_outlet(loader, entry)


def _load_outlet(loader: Loader, entry: Entry) -> None:
    name = clean_line(entry.values["name"])
    slug, country = entry.values.get("slug"), str(entry.values.get("country", "")).upper()
    rows = Outlet.objects.filter(with_slug(Outlet, [slug])) if slug else _called(name, country)
    known = match(Outlet, [slug or name.casefold(), "" if slug else country], rows)
    new = Outlet(slug=slug or new_slug(name, Outlet, entry.values.get("language", "")))
    outlet = loader.save(entry, known, new, values_for(entry, *_FIELDS))
    if outlet is None:
        return
    for alias in entry.values.get("aliases", []):
        _load_alias(loader, entry, outlet, clean_line(alias), known.identity)
    # In order of time: a name whose end moves to an earlier day makes room for the next one.
    for row in sorted(entry.inner["former_name"], key=lambda row: row.values.get("from_on", dt.date.min)):
        _load_former_name(loader, row, outlet, known.identity)
    load_names(loader, entry, outlet, known.identity)
    for row in entry.inner["standing_permission"]:
        _load_standing_permission(loader, row, outlet, known.identity)


def _called(name: str, country: str) -> QuerySet[Outlet]:
    """Outlets of this name in this country, else in any of their other or former names."""
    everywhere = Outlet.objects.filter(country=country) if country else Outlet.objects.all()
    same_name = everywhere.filter(name__iexact=name)
    if same_name.exists():
        return same_name
    known = Outlet.objects.with_name(name).values("pk")
    return everywhere.filter(Q(pk__in=known) | Q(slug=slug_for(name, fallback=uuid.uuid4())))


def _load_alias(loader: Loader, entry: Entry, outlet: Outlet, name: str, whose: str) -> None:
    known = match(OutletAlias, [whose, name], OutletAlias.objects.filter(outlet=outlet, name__iexact=name))
    if known.record is None or known.last is not None:
        new, keys = OutletAlias(outlet=outlet, name=name), {"name": "aliases"}
        loader.save(entry, known, new, {"name": name}, names=keys, counted_as="outlet.alias")


def _load_former_name(loader: Loader, entry: Entry, outlet: Outlet, whose: str) -> None:
    """Load a former name. Its words and its first day identify it."""
    name, from_on = clean_line(entry.values["name"]), entry.values.get("from_on")
    same_name = FormerName.objects.filter(outlet=outlet, name__iexact=name)
    same_day = same_name.filter(from_on=from_on) if from_on else same_name.filter(from_on__isnull=True)
    known = match(FormerName, [whose, name.casefold(), from_on], same_day)
    new = FormerName(outlet=outlet, from_on=from_on)
    loader.save(entry, known, new, values_for(entry, "name", "article", "article_rule", "until_on"))


def _load_standing_permission(loader: Loader, entry: Entry, outlet: Outlet, whose: str) -> None:
    """Load a standing permission. The day it was granted and its first day identify it."""
    identity = {
        "outlet": outlet,
        "granted_on": entry.values["granted_on"],
        "from_on": entry.values["from_on"],
    }
    names = [whose, identity["granted_on"], identity["from_on"]]
    known = match(StandingPermission, names, StandingPermission.objects.filter(**identity))
    loader.save(entry, known, StandingPermission(**identity), values_for(entry, *STANDING_PERMISSION))
