"""Addresses of our own pages that a text links to, as readers have them at an instant."""

import datetime as dt
from collections.abc import Iterable, Mapping
from uuid import UUID

from articles.models.edition import Edition
from articles.shown_profiles import is_outlet_shown, is_person_shown
from authors.models import Author
from outlets.models import Outlet
from prose.html.targets.own_links import own_links


def own_pages(body: str, at: dt.datetime, kept_from: Edition | None) -> Mapping[str, str]:
    """The addresses that a stored body is printed with; an edition of this version keeps those that it has printed."""
    return own_addresses(body, at) if kept_from is None else dict(kept_from.printed.get("own_pages", {}))


def own_addresses(body: str, at: dt.datetime) -> dict[str, str]:
    """Href of a link in a stored body -> path of its page. A page that readers do not have is left out."""
    wanted: dict[str, set[str]] = {}
    for link in own_links(body):
        wanted.setdefault(link.kind, set()).add(link.key)
    return _pieces(wanted.get("piece", ()), at) | _profiles(wanted, at)


def _pieces(keys: Iterable[str], at: dt.datetime) -> dict[str, str]:
    if not keys:
        return {}
    rows = Edition.objects.listed(at).filter(uuid__in=list(map(UUID, keys))).order_by()
    return {f"piece:{uuid}": path for uuid, path in rows.values_list("uuid", "permalink__path")}


def _profiles(wanted: dict[str, set[str]], at: dt.datetime) -> dict[str, str]:
    addresses: dict[str, str] = {}
    if slugs := wanted.get("author"):
        for slug in Author.objects.filter(is_person_shown(at), slug__in=slugs).values_list("slug", flat=True):
            addresses[f"author:{slug}"] = f"/authors/{slug}/"
    if slugs := wanted.get("outlet"):
        for slug in Outlet.objects.filter(is_outlet_shown(at), slug__in=slugs).values_list("slug", flat=True):
            addresses[f"outlet:{slug}"] = f"/outlets/{slug}/"
    return addresses
