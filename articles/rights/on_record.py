"""Permissions of a piece as values for the press: its rights records, matched with the places of one version."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from articles.models.appearance import OURS_FROM_ELSEWHERE
from articles.models.rights import RightsRecord, State
from articles.rights.rule import Permission
from articles.snapshot import Content
from disclaimers.models import Institution


def load_permissions(content: Content, article_id: int, institution: Institution) -> tuple[Permission, ...]:
    """One for each place that has a record or needs one, in the order of the places."""
    rows = content["appearances"]
    records = list(_records(article_id)) if rows else []
    known = {str(record.appearance_key) for record in records}
    found = []
    for row in rows:
        record = _record(row, records)
        # What was once asked about is not as it was found any more, whichever outlet the row names now.
        is_as_found = content["is_archive"] and row["key"] not in known
        if record or state_without_record(row, is_archive=is_as_found) != State.NOT_NEEDED:
            found.append(_permission(row, record, institution, is_as_found=is_as_found))
    return tuple(found)


def state_without_record(row: dict[str, Any], *, is_archive: bool) -> str:
    """Where permission stands that nobody has noted anything of: to be asked for, where the text came from there."""
    if row["relation"] not in OURS_FROM_ELSEWHERE or row["expert_role"] != "wrote":
        return State.NOT_NEEDED
    return State.UNKNOWN if is_archive else State.TO_REQUEST


def _records(article_id: int) -> Iterable[RightsRecord]:
    return RightsRecord.objects.filter(article=article_id).select_related("outlet", "standing", "licence")


def _record(row: dict[str, Any], records: Iterable[RightsRecord]) -> RightsRecord | None:
    """The place's own record, if the outlet that it names is still the place's."""
    for record in records:
        is_its_own = not row["key"] or str(record.appearance_key) == row["key"]
        if is_its_own and (record.outlet_id, record.outlet_name) == (row["outlet_id"], row["outlet_name"]):
            return record
    return None


def _permission(
    row: dict[str, Any], record: RightsRecord | None, institution: Institution, *, is_as_found: bool
) -> Permission:
    if record is None:
        state = state_without_record(row, is_archive=is_as_found)
        record = RightsRecord(outlet_id=row["outlet_id"], outlet_name=row["outlet_name"], state=state)
    return Permission(
        outlet=record.outlet.full_name if record.outlet else record.outlet_name or "Outlet not known",
        state=record.state,
        mode=record.mode,
        excerpt_words=record.excerpt_words,
        credit=record.credit,
        granted_by=record.granted_by,
        granted_on=record.granted_on,
        standing_since=record.standing.granted_on if record.standing else None,
        licence=str(record.licence or ""),
        embargo_until=record.embargo_until,
        embargo_zone=record.embargo_zone,
        valid_until=record.valid_until,
        search_policy=record.search_policy,
        may_be_passed_on=record.may_be_passed_on,
        address=row["url"],
        zone=institution.time_zone,
    )


def frozen(permissions: Iterable[Permission], at: dt.datetime) -> list[dict[str, Any]]:
    """As JSON values for `printed["rights"]`, with the sentence that says how each stood."""
    return [asdict(one) | {"in_words": one.in_words} for one in (each.at(at) for each in permissions)]
