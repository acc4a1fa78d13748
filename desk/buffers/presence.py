"""Presence of others at a piece: leases that their tabs prolong, and the sentences about them."""

import datetime as dt
import uuid
from typing import Any

from django.utils import timezone

from articles.querysets import User
from desk.models import Lease


def prolong(article_id: int, *, by: User, tab: uuid.UUID, has_unsaved: bool, at: dt.datetime) -> None:
    """Note that a tab has the piece open at this instant."""
    own = Lease.objects.filter(article=article_id, person=by.pk, tab=tab)
    if own.update(seen_at=at, has_unsaved=has_unsaved):
        return
    person: Any = by.pk
    lease = Lease(
        article_id=article_id, person_id=person, tab=tab, opened_at=at, seen_at=at, has_unsaved=has_unsaved
    )
    Lease.objects.bulk_create([lease], ignore_conflicts=True)


def end(article_id: int, *, by: User, tab: uuid.UUID) -> None:
    """Note that a tab was closed, or left for another page."""
    Lease.objects.filter(article=article_id, person=by.pk, tab=tab).delete()


def note_saved(article_id: int, *, by: User, tab: uuid.UUID) -> None:
    """Note that what stood in a tab is saved: the page that follows has a lease of its own."""
    Lease.objects.filter(article=article_id, person=by.pk, tab=tab).update(has_unsaved=False)


def others_at(article_id: int, user: User, at: dt.datetime) -> list[Lease]:
    """The running lease of each other person: the one with unsaved changes, else the one last heard of."""
    leases = Lease.objects.filter(article=article_id).of_others(user).running(at)
    rows = leases.select_related("person", "taken_by").order_by("has_unsaved", "seen_at")
    return list({lease.person_id: lease for lease in rows}.values())


def taken_from(article_id: int, user: User, tab: uuid.UUID) -> Lease | None:
    """The tab's own lease if somebody has taken the writing over from it."""
    own = Lease.objects.filter(article=article_id, person=user.pk, tab=tab, taken_at__isnull=False)
    return own.select_related("taken_by").first()


def presence_in_words(leases: list[Lease], user: User, at: dt.datetime) -> list[str]:
    """A sentence for each person, as "Ana has this open, with unsaved changes, 2 minutes ago." """
    return [f"{lease.person} {_what(lease, user)}, {_ago(at - lease.seen_at)}." for lease in leases]


def taken_in_words(lease: Lease) -> str:
    """The sentence for whom it was taken over from."""
    who = lease.taken_by or "Somebody"
    hour = f"{timezone.localtime(lease.taken_at):%H:%M}"
    return (
        f"{who} took over the writing from you at {hour}. What you typed here is kept: you can still read, copy and "
        "save it, and a save after theirs is merged with it first."
    )


def _what(lease: Lease, user: User) -> str:
    if lease.taken_by_id is not None and lease.taken_by_id == user.pk:
        return "had this open when you took over the writing, and still has"
    return "has this open, with unsaved changes" if lease.has_unsaved else "has this open"


def _ago(passed: dt.timedelta) -> str:
    minutes = round(passed.total_seconds() / 60)
    if minutes < 1:
        return "seen just now"
    return f"seen {minutes} minute{'' if minutes == 1 else 's'} ago"
