"""Dates of an edition for programs: ISO 8601 in the zone of its house, so that the day is the printed one."""

import datetime as dt

from articles.models.edition import Edition
from reading.site import Site


def published_at(edition: Edition, site: Site) -> str:
    """The first publication here; a day alone where only the day is known; "" where it is not."""
    day = edition.first_published_on
    since = edition.printed.get("readers_since")
    if day and since and since != day.isoformat():
        return day.isoformat()
    return iso(edition.first_published_at, site)


def modified_at(edition: Edition, site: Site) -> str:
    """The last change that the page says; "" if there was none."""
    return iso(edition.modified_at, site)


def iso(instant: dt.datetime | None, site: Site) -> str:
    return instant.astimezone(site.zone).isoformat(timespec="seconds") if instant else ""
