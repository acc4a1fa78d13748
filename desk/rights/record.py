"""One place's permission and its record in words, for the form's row, the permission's page and the lists."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from django.utils import timezone
from django.utils.html import format_html

from articles.models.appearance import Appearance
from articles.models.article import Article
from articles.models.ledger import LedgerEntry
from articles.models.rights import MODE_CHOICES, RightsRecord, RightsState
from articles.rights.on_record import load_permissions
from articles.rights.rule import Permission
from articles.states import ACTS, RIGHTS_ACTS, Act
from desk.acts.local_time import moment_in_words
from desk.pages import DeskPage
from desk.rights.terms import TERMS, terms_in_words
from prose.dates import day_in_words

NOT_LOADED: Any = object()
FIRST_FACTS = frozenset({"How much", "Given by", "Given on", "Evidence", "Asked on"})
"""Labels of the facts that a permission's page shows first."""


def permission_of(place: Appearance, at: dt.datetime) -> Permission | None:
    """The place's permission at an instant. None if it needs no permission and has no record."""
    return permissions_of(place.article, [place], at).get(str(place.key))


def permissions_of(article: Article, places: Iterable[Appearance], at: dt.datetime) -> dict[str, Permission]:
    """Permissions of places by their keys, loaded together. Those without need or record are left out."""
    columns = ("relation", "expert_role", "outlet_id", "outlet_name", "url")
    rows = [
        {"key": str(place.key), "outlet": place.outlet, **{name: getattr(place, name) for name in columns}}
        for place in places
    ]
    content: Any = {"appearances": rows, "is_archive": article.is_archive}
    found = load_permissions(content, article.pk, article.institution) if rows else ()
    return {each.appearance: each.at(at) for each in found}


def address(place: Appearance) -> str:
    """Address of the page of a place's permission."""
    return DeskPage.RIGHTS.address(place.article_id, place.key)


def permission_line(place: Appearance) -> str:
    """HTML for the place's row in the form: the permission's state, and a link to its page."""
    if place.pk is None:
        return "Save first: then permission can be asked for and recorded here."
    shown = getattr(place, "shown_permission", NOT_LOADED)  # the form has loaded those of all its places
    permission = permission_of(place, timezone.now()) if shown is NOT_LOADED else shown
    return format_html(
        '{}. <a href="{}">{}</a>',
        permission.in_words if permission else "No permission is needed for this",
        address(place),
        "Look after the permission" if permission else "Record a permission all the same",
    )


def facts(rights: RightsRecord) -> list[tuple[str, str]]:
    """(label, value) of everything on a record that is not empty and has a meaning in its state."""
    is_given = rights.state in (RightsState.GRANTED, RightsState.BY_LICENCE)
    lines = [
        ("How much", _amount(rights) if is_given else ""),
        ("Given by", rights.granted_by if is_given else ""),
        ("Given on", _day(rights.granted_on) if is_given else ""),
        ("Evidence", rights.evidence),
        ("Asked on", _day(rights.asked_on)),
        ("Standing permission", str(rights.standing or "") if is_given else ""),
        ("Licence", str(rights.licence or "")),
        ("Terms", rights.scope),
        ("Words they require", rights.credit),
        ("Copyright held by", rights.holder),
        ("Not before", _embargo(rights)),
        ("Over from", _day(rights.valid_until)),
        ("Search engines", rights.get_search_policy_display() if is_given else ""),
        ("Passing on", _allowed_in_words(rights.may_be_passed_on) if is_given else ""),
        ("Editing", _allowed_in_words(rights.edits_allowed) if is_given else ""),
    ]
    return [(label, value) for label, value in lines if value]


def terms_on_record(rights: RightsRecord) -> str:
    """The terms of a permission that was given, in one line; empty for every other record."""
    if rights.state != RightsState.GRANTED:
        return ""
    values = {name: getattr(rights, name) for name in TERMS if hasattr(rights, name)}
    ends = rights.embargo_until
    values["embargo_day"] = ends and ends.astimezone(ZoneInfo(rights.embargo_zone or "UTC")).date()
    return terms_in_words(values)


def has_new_terms(rights: RightsRecord) -> bool:
    """True if the outlet's usual terms have changed since permission was given."""
    is_given = rights.state == RightsState.GRANTED and rights.outlet is not None
    return is_given and rights.outlet is not None and rights.outlet.terms != rights.outlet_terms


@dataclass(frozen=True)
class RightsEvent:
    """One entry of a permission's history."""

    entry: LedgerEntry
    sentence: str

    @property
    def who(self) -> str:
        return self.entry.actor.get_username() if self.entry.actor else "a program"


def rights_events(place: Appearance) -> list[RightsEvent]:
    """History of the present outlet's permission for this piece, newest first."""
    entries = LedgerEntry.objects.filter(article=place.article_id, act__in=RIGHTS_ACTS)
    return [
        RightsEvent(entry, _sentence(entry))
        for entry in entries.select_related("actor")
        if _is_about(place, entry.after)
    ]


def _is_about(place: Appearance, entry: dict[str, Any]) -> bool:
    """True if an entry's values are about this place, and it named its present outlet then."""
    record = entry.get("after", {})
    outlet = (record.get("outlet"), record.get("outlet_name", ""))
    return entry.get("place") == str(place.key) and outlet == (place.outlet_id, place.outlet_name)


def _sentence(entry: LedgerEntry) -> str:
    """An entry in words, as in "Record permission: granted, an excerpt"."""
    record = entry.after.get("after", {})
    state = str(dict(RightsState.choices).get(record.get("state", ""), "")).lower()
    mode = str(dict(MODE_CHOICES).get(record.get("mode", ""), "")).lower() if state == "granted" else ""
    return f"{ACTS[Act(entry.act)].label}: {', '.join(filter(None, [state, mode]))}"


def _amount(rights: RightsRecord) -> str:
    words = f" of {rights.excerpt_words} words" if rights.excerpt_words else ""
    return f"{rights.get_mode_display()}{words}"


def _embargo(rights: RightsRecord) -> str:
    if rights.embargo_until is None:
        return ""
    zone = rights.embargo_zone or "UTC"
    return moment_in_words(rights.embargo_until.astimezone(ZoneInfo(zone)), zone)


def _day(day: dt.date | None) -> str:
    return day_in_words(day) if day else ""


def _allowed_in_words(is_allowed: bool) -> str:
    return "allowed" if is_allowed else "not allowed"
