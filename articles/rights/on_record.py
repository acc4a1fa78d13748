"""Permissions on record for a piece: its rights records, matched with the appearances of one version."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from articles.models.appearance import ANOTHER_TEXT, OURS_FROM_ELSEWHERE
from articles.models.rights import RightsRecord, RightsState
from articles.rights.rule import Permission
from articles.snapshot import Content
from disclaimers.models import Institution
from outlets.models.permission import SearchPolicy
from prose.dates import known_day


def load_permissions(content: Content, article_id: int, institution: Institution) -> tuple[Permission, ...]:
    """Load a permission for each appearance that has a record or needs one, in their order."""
    rows = content["appearances"]
    records = list(_records(article_id)) if rows else []
    keys_on_record = {str(record.appearance_key) for record in records}
    permissions = []
    for row in rows:
        record = _record_of(row, records)
        # An appearance with any record is not "as found" any more, whichever outlet the row names now.
        is_as_found = content["is_archive"] and row["key"] not in keys_on_record
        if record or state_without_record(row, is_archive=is_as_found) != RightsState.NOT_NEEDED:
            permissions.append(_permission(row, record, institution, is_as_found=is_as_found))
    return tuple(permissions)


def state_without_record(row: dict[str, Any], *, is_archive: bool) -> str:
    """State of an appearance without a record: not needed, to be requested, or in an archive not on record."""
    # Where somebody is only quoted, the text here is a note of our own; the checklist asks about a long one.
    if row["relation"] not in OURS_FROM_ELSEWHERE or row["expert_role"] == "quoted":
        return RightsState.NOT_NEEDED
    return RightsState.UNKNOWN if is_archive else RightsState.TO_REQUEST


def _records(article_id: int) -> Iterable[RightsRecord]:
    return RightsRecord.objects.filter(article=article_id).select_related("outlet", "standing", "licence")


def _record_of(row: dict[str, Any], records: Iterable[RightsRecord]) -> RightsRecord | None:
    """The record of an appearance, if it is about the outlet that the row names."""
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
        if loaded := row.get("outlet"):  # of a row that a form has loaded with its outlet
            record.outlet = loaded
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
        search_policy=_search_policy(row, record),
        may_be_passed_on=record.may_be_passed_on,
        address=row["url"],
        appearance=row["key"],
        zone=institution.zone_name,
        licence_id=record.licence_id,
        holder=record.holder,
        ran_in=_year_there(row),
        may_be_edited=record.edits_allowed,
    )


def _search_policy(row: dict[str, Any], record: RightsRecord) -> str:
    """The policy on record; search engines are not sent to another text, whatever the record says."""
    is_elsewhere = record.search_policy == SearchPolicy.CANONICAL and row["relation"] in ANOTHER_TEXT
    return SearchPolicy.INDEX if is_elsewhere else record.search_policy


def _year_there(row: dict[str, Any]) -> int | None:
    """The year in which it ran there, if it is known."""
    written = row.get("published_on")
    day = known_day(dt.date.fromisoformat(written), row["precision"]) if written else None
    return day.year if day else None


def permissions_as_json(permissions: Iterable[Permission], at: dt.datetime) -> list[dict[str, Any]]:
    """`printed["rights"]`: each permission as it is at an instant, with its sentence."""
    return [asdict(each) | {"in_words": each.in_words} for each in (each.at(at) for each in permissions)]
