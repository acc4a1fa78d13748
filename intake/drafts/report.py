"""Report on a recognition as JSON values: printed by the command, kept beside the piece, shown by the confirm page."""

from dataclasses import asdict, fields
from typing import Any

from intake.findings import (
    Embargo,
    Finding,
    FoundDay,
    FoundDisclosure,
    FoundLicence,
    FoundPerson,
    FoundPlace,
    Note,
    Recognition,
    TranslatedFrom,
)
from prose.dates import iso

Report = dict[str, Any]

_NOT_OF_A_PLACE = frozenset(
    {"name", "outlet", "article", "relation", "published_on", "precision", "planned_on", "site", "sentence"}
)
_NOT_OF_A_PICTURE = frozenset({"key", "content"})
_NOT_OF_A_PERSON = frozenset({"name", "author", "role", "courtesy"})


def report_on(recognition: Recognition) -> Report:
    """Every finding with its value, certainty and evidence; what was not recognised has no member."""
    single: dict[str, Finding[Any] | None] = {
        "institution": recognition.institution,
        "kind": recognition.kind,
        "language": recognition.language,
        "headline": recognition.headline,
        "dek": recognition.dek,
        "published_on": recognition.published_on,
        "copyright": recognition.copyright,
        "licence": recognition.licence,
        "translated_from": recognition.translation,
        "other_versions": recognition.other_versions,
        "has_more_places": recognition.has_more_places,
        "attribution_override": recognition.attribution_override,
        "embargo": recognition.embargo,
    }
    several: dict[str, tuple[Finding[Any], ...]] = {
        "bylines": recognition.people,
        "appearances": recognition.places,
        "disclaimers": recognition.wordings,
        "notes": recognition.notes,
        "disclosures": recognition.disclosures,
    }
    report: Report = {name: _finding(finding) for name, finding in single.items() if finding}
    report |= {name: [_finding(finding) for finding in many] for name, many in several.items() if many}
    report["paragraphs"] = len(recognition.body)
    if recognition.pictures:
        report["pictures"] = [_members(picture, _NOT_OF_A_PICTURE) for picture in recognition.pictures]
    if recognition.left_out:
        report["left_out"] = [asdict(left_out) for left_out in recognition.left_out]
    return report


def _finding(finding: Finding[Any]) -> Report:
    report = {
        "value": _value(finding.value),
        "certainty": str(finding.certainty),
        "evidence": [_members(line) for line in finding.evidence],
    }
    return report | ({"difference": finding.difference} if finding.difference else {})


def _value(value: object) -> object:
    """A value as JSON; empty members of a place, a person, a note … are left out."""
    if isinstance(value, FoundDay):
        return iso(value.on, value.precision)
    if isinstance(value, FoundPlace):
        facts = {"outlet": value.name, "is_known": value.is_known, "relation": value.relation}
        date = {"date": _value(value.day)} if value.day else {}
        return facts | date | _members(value, _NOT_OF_A_PLACE)
    if isinstance(value, FoundPerson):
        facts = {"name": value.name, "is_known": value.author is not None, "role": value.role}
        return facts | _members(value, _NOT_OF_A_PERSON)
    if isinstance(value, Note | Embargo | FoundLicence | FoundDisclosure | TranslatedFrom):
        return _members(value)
    if isinstance(value, str | bool):
        return value
    return list(value) if isinstance(value, tuple) else asdict(value)  # type: ignore[call-overload]


def _members(value: Any, left_out: frozenset[str] = frozenset()) -> Report:
    """Members of a value that are not empty; a `day` is called "date"."""
    members = {
        field.name: getattr(value, field.name) for field in fields(value) if field.name not in left_out
    }
    return {
        "date" if name == "day" else name: _value(member) if isinstance(member, FoundDay) else member
        for name, member in members.items()
        if member not in ("", None, False, ())
    }
