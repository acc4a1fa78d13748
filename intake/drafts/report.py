"""What was recognised, as JSON values: for the command's output and for keeping beside the piece."""

from dataclasses import asdict, fields
from typing import Any

from intake.findings import (
    Day,
    Disclosed,
    Embargo,
    Found,
    Licence,
    Note,
    Person,
    Ran,
    Recognition,
    TranslatedFrom,
)
from prose.dates import iso

Json = dict[str, Any]


def recognised(found: Recognition) -> Json:
    """Every recognised thing with its value, certainty and evidence; what was not recognised is not named."""
    single: dict[str, Found[Any] | None] = {
        "institution": found.institution,
        "kind": found.kind,
        "language": found.language,
        "headline": found.headline,
        "dek": found.dek,
        "published_on": found.published_on,
        "copyright": found.rights,
        "licence": found.licence,
        "translated_from": found.translation,
        "other_versions": found.other_versions,
        "has_more_places": found.has_more_places,
        "attribution_override": found.attribution_override,
        "embargo": found.embargo,
    }
    several: dict[str, tuple[Found[Any], ...]] = {
        "bylines": found.people,
        "appearances": found.ran,
        "disclaimers": found.wordings,
        "notes": found.notes,
        "disclosures": found.disclosures,
    }
    report: Json = {name: _one(one) for name, one in single.items() if one}
    report |= {name: [_one(one) for one in many] for name, many in several.items() if many}
    report["paragraphs"] = len(found.body)
    if found.left_out:
        report["left_out"] = [asdict(one) for one in found.left_out]
    return report


def _one(found: Found[Any]) -> Json:
    report = {
        "value": _value(found.value),
        "certainty": str(found.certainty),
        "evidence": [asdict(line) for line in found.evidence],
    }
    return report | ({"difference": found.difference} if found.difference else {})


def _value(value: object) -> object:
    """A recognised value as JSON; what it does not say is not named."""
    if isinstance(value, Day):
        return iso(value.on, value.precision)
    if isinstance(value, Ran):
        facts = {"outlet": value.name, "is_known": value.outlet is not None, "relation": value.relation}
        return facts | _said(
            value, {"name", "outlet", "article", "relation", "site", "sentence"}, {"day": "date"}
        )
    if isinstance(value, Person):
        facts = {"name": value.name, "is_known": value.author is not None, "role": value.role}
        return facts | _said(value, {"name", "author", "role", "courtesy"}, {})
    if isinstance(value, Note | Embargo | Licence | Disclosed | TranslatedFrom):
        return _said(value, set(), {"day": "date"})
    if isinstance(value, str | bool):
        return value
    return list(value) if isinstance(value, tuple) else asdict(value)  # type: ignore[call-overload]


def _said(value: Any, left_out: set[str], called: dict[str, str]) -> Json:
    """The members of a value that say something."""
    members = {
        field.name: getattr(value, field.name) for field in fields(value) if field.name not in left_out
    }
    return {
        called.get(name, name): _value(member) if isinstance(member, Day) else member
        for name, member in members.items()
        if member not in ("", None, False, ())
    }
