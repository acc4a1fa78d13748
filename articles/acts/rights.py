"""Permissions: asked for, given, refused, withdrawn, extended, or settled without. Each act is one ledger entry.

The record of one appearance changes, and in the same transaction every page, live or scheduled, is printed again
as the new state allows: what was prepared opens without retyping, what is over closes.
"""

import datetime as dt
from dataclasses import dataclass, field, fields
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.forms import model_to_dict

from articles.acts.errors import ActRefused
from articles.acts.laying import reprint
from articles.acts.ledger import Actor, demand_reason, enter, record
from articles.models.appearance import Appearance
from articles.models.rights import RightsRecord, State
from articles.states import Act
from outlets.models import StandingPermission
from outlets.models.permission import Mode, SearchPolicy


@dataclass(frozen=True)
class Grant:
    """What was given. Days are the institution's; `valid_until` is exclusive; an embargo is an instant."""

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
    standing: StandingPermission | None = field(default=None, repr=False)

    @classmethod
    def by_standing_permission(cls, standing: StandingPermission, *, on: dt.date) -> "Grant":
        """What an outlet has allowed in advance, for a piece taken over on a day."""
        days = standing.valid_days
        is_limited = days is not None and days <= (dt.date.max - on).days
        over = on + dt.timedelta(days=days or 0) if is_limited else None
        ends = [day for day in (standing.until_on, over) if day]
        return cls(
            mode=standing.mode,
            excerpt_words=standing.excerpt_words,
            granted_by=standing.granted_by,
            granted_on=on,
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
    """The outlet was asked on a day; until it answers no text is shown."""
    return _change(
        Act.REQUEST_RIGHTS, place, {"state": State.REQUESTED, "asked_on": on}, by=by, at=at, reason=reason
    )


def grant_rights(
    place: Appearance, grant: Grant, *, by: Actor, at: dt.datetime, reason: str = ""
) -> RightsRecord:
    """The outlet has given permission, and on these terms the piece is shown from now on."""
    if not grant.granted_on:
        raise ActRefused("Say on which day permission was given.")
    if not (grant.evidence or grant.standing):
        raise ActRefused("Name the evidence: a file, or the reference of a mail.")
    terms = {each.name: getattr(grant, each.name) for each in fields(grant)}
    terms |= {"state": State.GRANTED, "licence": None, "outlet_terms": _terms(place)}
    return _change(Act.GRANT_RIGHTS, place, terms, by=by, at=at, reason=reason)


def refuse_rights(place: Appearance, *, by: Actor, at: dt.datetime, reason: str = "") -> RightsRecord:
    """The outlet has said no."""
    return _change(Act.REFUSE_RIGHTS, place, {"state": State.REFUSED}, by=by, at=at, reason=reason)


def withdraw_rights(place: Appearance, *, by: Actor, at: dt.datetime, reason: str) -> RightsRecord:
    """The outlet has taken its permission back: from now on a link is shown, and the address stays."""
    return _change(Act.WITHDRAW_RIGHTS, place, {"state": State.WITHDRAWN}, by=by, at=at, reason=reason)


def extend_rights(
    place: Appearance, *, valid_until: dt.date | None, by: Actor, at: dt.datetime, reason: str = ""
) -> RightsRecord:
    """Permission runs longer, or (None) without an end."""
    return _change(Act.EXTEND_RIGHTS, place, {"valid_until": valid_until}, by=by, at=at, reason=reason)


def settle_rights(
    place: Appearance, *, state: str, by: Actor, at: dt.datetime, reason: str, **terms: Any
) -> RightsRecord:
    """No permission is needed, a licence gives it, or nobody can say any more: with a reason, on somebody's word."""
    if state not in (State.NOT_NEEDED, State.BY_LICENCE, State.UNKNOWN):
        raise ActRefused("Choose: not needed, given by a licence, or not on record.")
    settled = {
        "state": state,
        "may_be_passed_on": False,
        **terms,
    }  # what an earlier permission allowed is over
    return _change(Act.SETTLE_RIGHTS, place, settled, by=by, at=at, reason=reason)


@transaction.atomic
def _change(
    act: Act, place: Appearance, values: dict[str, Any], *, by: Actor, at: dt.datetime, reason: str
) -> RightsRecord:
    demand_reason(act, reason)
    article = place.article
    standing = enter(act, article, by=by, at=at)
    rights = rights_record(place)
    if act == Act.EXTEND_RIGHTS and rights.state != State.GRANTED:
        raise ActRefused("Only a permission that was given can be extended.")
    before = _said(rights)
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
        standing,
        by=by,
        reason=reason,
        after={"place": str(place.key), "before": before, "after": _said(rights)},
    )
    reprint(standing, entry)
    return rights


def rights_record(place: Appearance) -> RightsRecord:
    """The place's record, or a new one: permission given by another outlet than it names now is none."""
    found = RightsRecord.objects.filter(appearance_key=place.key).first()
    now = {"outlet_id": place.outlet_id, "outlet_name": place.outlet_name}
    if found is None:
        return RightsRecord(article_id=place.article_id, appearance_key=place.key, **now)
    if (found.outlet_id, found.outlet_name) == (place.outlet_id, place.outlet_name):
        return found
    anew = RightsRecord(pk=found.pk, article_id=place.article_id, appearance_key=place.key, **now)
    anew._state.adding = False  # it takes the place of the row that is there
    return anew


def _terms(place: Appearance) -> str:
    return place.outlet.terms if place.outlet else ""


def _said(rights: RightsRecord) -> dict[str, Any]:
    """A record as the ledger keeps it: what it says and nothing that is empty."""
    values = model_to_dict(rights, exclude=["id", "article"])
    return {name: value for name, value in values.items() if value not in (None, "")}
