"""Acts on the permission for one appearance: request, grant, refuse, withdraw, extend, settle.

Each changes the rights record, writes one ledger entry, and prints the live and the scheduled page again as the new
permission allows, in one transaction.
"""

import datetime as dt
from dataclasses import dataclass, field, fields
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.forms import model_to_dict

from articles.acts.editions import reprint
from articles.acts.errors import ActRefused
from articles.acts.following import follow
from articles.acts.ledger import Actor, demand_reason, enter, record
from articles.models.appearance import ANOTHER_TEXT, Appearance, not_in_its_place
from articles.models.rights import RightsRecord, RightsState
from articles.states import Act
from disclaimers.models import Licence
from outlets.models import StandingPermission
from outlets.models.permission import Mode, SearchPolicy


@dataclass(frozen=True)
class Grant:
    """Terms of a permission. Days are the institution's; `valid_until` is exclusive; `embargo_until` is an instant."""

    mode: str = Mode.FULL
    excerpt_words: int | None = None
    granted_by: str = ""
    granted_on: dt.date | None = None
    evidence: str = ""
    scope: str = ""
    credit: str = ""
    embargo_until: dt.datetime | None = None
    embargo_zone: str = ""
    valid_until: dt.date | None = None
    search_policy: str = SearchPolicy.INDEX
    may_be_passed_on: bool = False
    edits_allowed: bool = True
    licence: Licence | None = field(default=None, repr=False)
    holder: str = ""
    standing: StandingPermission | None = field(default=None, repr=False)

    @classmethod
    def by_standing_permission(cls, standing: StandingPermission, *, on: dt.date) -> "Grant":
        """The terms of an outlet's standing permission, for a piece taken over on a day.

        It was granted on the day it was granted; the days that a piece may stay begin when it is taken over.
        """
        days = standing.valid_days
        is_limited = days is not None and days <= (dt.date.max - on).days
        last_day = on + dt.timedelta(days=days or 0) if is_limited else None
        ends = [day for day in (standing.until_on, last_day) if day]
        return cls(
            mode=standing.mode,
            excerpt_words=standing.excerpt_words,
            granted_by=standing.granted_by,
            granted_on=standing.granted_on,
            evidence=standing.evidence,
            scope=standing.terms,
            credit=standing.credit,
            valid_until=min(ends, default=None),
            search_policy=standing.search_policy,
            may_be_passed_on=standing.may_be_passed_on,
            edits_allowed=standing.edits_allowed,
            standing=standing,
        )


def request_rights(
    place: Appearance, *, by: Actor, at: dt.datetime, on: dt.date, reason: str = ""
) -> RightsRecord:
    """Record that the outlet was asked on a day; until it answers, no text is shown."""
    return _change(
        Act.REQUEST_RIGHTS,
        place,
        {"state": RightsState.REQUESTED, "asked_on": on},
        by=by,
        at=at,
        reason=reason,
    )


def grant_rights(
    place: Appearance, grant: Grant, *, by: Actor, at: dt.datetime, reason: str = ""
) -> RightsRecord:
    """Record that the outlet gave permission; the piece is shown on these terms from now on."""
    if not grant.granted_on:
        raise ActRefused("Say on which day permission was given.")
    if not (grant.evidence or grant.standing):
        raise ActRefused("Name the evidence: a file, or the reference of a mail.")
    terms = {term.name: getattr(grant, term.name) for term in fields(grant)}
    terms |= {"state": RightsState.GRANTED, "outlet_terms": _terms(place)}
    if grant.standing and not grant.credit:
        del terms["credit"]  # it says nothing against words that the text itself brought along
    return _change(Act.GRANT_RIGHTS, place, terms, by=by, at=at, reason=reason)


def required_credit(place: Appearance, words: str) -> RightsRecord:
    """The unsaved record of a permission that nobody has asked for, with the words that a text says are required."""
    rights = rights_record(place)
    rights.credit = words
    rights.state = RightsState.UNKNOWN if place.article.is_archive else RightsState.TO_REQUEST
    return rights


def refuse_rights(place: Appearance, *, by: Actor, at: dt.datetime, reason: str = "") -> RightsRecord:
    """Record that the outlet refused."""
    return _change(Act.REFUSE_RIGHTS, place, {"state": RightsState.REFUSED}, by=by, at=at, reason=reason)


def withdraw_rights(place: Appearance, *, by: Actor, at: dt.datetime, reason: str) -> RightsRecord:
    """Record that the outlet withdrew its permission; from now on only a link is shown, at the same address."""
    return _change(Act.WITHDRAW_RIGHTS, place, {"state": RightsState.WITHDRAWN}, by=by, at=at, reason=reason)


def extend_rights(
    place: Appearance, *, valid_until: dt.date | None, by: Actor, at: dt.datetime, reason: str = ""
) -> RightsRecord:
    """Extend a permission to another day, or remove its end (None)."""
    return _change(Act.EXTEND_RIGHTS, place, {"valid_until": valid_until}, by=by, at=at, reason=reason)


def settle_rights(
    place: Appearance, *, state: str, by: Actor, at: dt.datetime, reason: str, **terms: Any
) -> RightsRecord:
    """Record that no permission is needed, that a licence gives it, or that none is on record, with a reason."""
    if state not in (RightsState.NOT_NEEDED, RightsState.BY_LICENCE, RightsState.UNKNOWN):
        raise ActRefused("Choose: not needed, given by a licence, or not on record.")
    # An earlier permission to pass the piece on does not last.
    values = {"state": state, "may_be_passed_on": False, **terms}
    return _change(Act.SETTLE_RIGHTS, place, values, by=by, at=at, reason=reason)


@transaction.atomic
def _change(
    act: Act, place: Appearance, values: dict[str, Any], *, by: Actor, at: dt.datetime, reason: str
) -> RightsRecord:
    demand_reason(act, reason)
    article = place.article
    timeline = enter(act, article, by=by, at=at)
    rights = rights_record(place)
    if values.get("search_policy") == SearchPolicy.CANONICAL and place.relation in ANOTHER_TEXT:
        raise ActRefused(not_in_its_place(place.relation))
    if act == Act.EXTEND_RIGHTS and rights.state != RightsState.GRANTED:
        raise ActRefused("Only a permission that was given can be extended.")
    before = _record_as_json(rights)
    for name, value in values.items():
        setattr(rights, name, value)
    try:
        rights.full_clean()
    except ValidationError as error:
        raise ActRefused(" ".join(error.messages)) from error
    rights.save()
    entry = record(
        act,
        article,
        timeline,
        by=by,
        reason=reason,
        after={"place": str(place.key), "before": before, "after": _record_as_json(rights)},
    )
    reprint(timeline, entry)
    follow(entry)
    return rights


def rights_record(place: Appearance) -> RightsRecord:
    """The place's record; a new one if it has none or its record is about another outlet."""
    outlet = {"outlet_id": place.outlet_id, "outlet_name": place.outlet_name}
    stored = RightsRecord.objects.filter(appearance_key=place.key).first()
    if stored and (stored.outlet_id, stored.outlet_name) == (place.outlet_id, place.outlet_name):
        return stored
    new = RightsRecord(article_id=place.article_id, appearance_key=place.key, **outlet)
    if stored:  # the new record overwrites the row of the old one
        new.pk, new._state.adding = stored.pk, False
    return new


def _terms(place: Appearance) -> str:
    return place.outlet.terms if place.outlet else ""


def _record_as_json(rights: RightsRecord) -> dict[str, Any]:
    """The record as the ledger keeps it, without empty fields."""
    values = model_to_dict(rights, exclude=["id", "article"])
    return {name: value for name, value in values.items() if value not in (None, "")}
