"""Addresses of our own pages that a text links to, as readers have them at an instant."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import NamedTuple
from uuid import UUID

from articles.models.edition import Edition
from articles.shown_profiles import is_outlet_shown, is_person_shown
from authors.models import Author
from outlets.models import Outlet
from prose.html.targets.own_links import own_links
from prose.models.former_slugs import slugs_now


class LinkedPage(NamedTuple):
    """A page of ours: its headline or name, and its path."""

    name: str
    path: str


def own_pages(body: str, at: dt.datetime, kept_from: Edition | None) -> Mapping[str, str]:
    """The addresses that a stored body is printed with; an edition of this version keeps those that it has printed."""
    return own_addresses(body, at) if kept_from is None else dict(kept_from.printed.get("own_pages", {}))


def own_addresses(body: str, at: dt.datetime) -> dict[str, str]:
    """Href of a link in a stored body -> path of its page. A page that readers do not have is left out."""
    return {href: page.path for href, page in linked_pages(body, at).items()}


def linked_pages(body: str, at: dt.datetime) -> dict[str, LinkedPage]:
    """Href of a link in a stored body -> its page. A page that readers do not have is left out."""
    wanted: dict[str, set[str]] = {}
    for link in own_links(body):
        wanted.setdefault(link.kind, set()).add(link.key)
    return _pieces(wanted.get("piece", ()), at) | _profiles(wanted, at)


def _pieces(keys: Iterable[str], at: dt.datetime) -> dict[str, LinkedPage]:
    if not keys:
        return {}
    rows = Edition.objects.listed(at).filter(uuid__in=list(map(UUID, keys))).order_by()
    columns = rows.values_list("uuid", "headline", "permalink__path")
    return {f"piece:{uuid}": LinkedPage(headline, path) for uuid, headline, path in columns}


def _profiles(wanted: dict[str, set[str]], at: dt.datetime) -> dict[str, LinkedPage]:
    pages: dict[str, LinkedPage] = {}
    if slugs := wanted.get("author"):
        people = Author.objects.filter(is_person_shown(at))
        for key, slug, name in slugs_now(Author, people, slugs, "display_name"):
            pages[f"author:{key}"] = LinkedPage(name, f"/authors/{slug}/")
    if slugs := wanted.get("outlet"):
        outlets = Outlet.objects.filter(is_outlet_shown(at))
        for key, slug, name in slugs_now(Outlet, outlets, slugs, "name"):
            pages[f"outlet:{key}"] = LinkedPage(name, f"/outlets/{slug}/")
    return pages
