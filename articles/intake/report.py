"""What was recognised, as JSON values: for the command's output and for keeping beside the piece."""

from dataclasses import asdict
from typing import Any

from articles.intake.found import Day, Found, Person, Ran, Recognition

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
    }
    several: dict[str, tuple[Found[Any], ...]] = {
        "bylines": found.people,
        "appearances": found.ran,
        "disclaimers": found.wordings,
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
    if isinstance(value, Day):
        return value.on.isoformat()[: {"day": 10, "month": 7, "year": 4}[value.precision]]
    if isinstance(value, Ran):
        facts = {"outlet": value.name, "is_known": value.outlet is not None, "relation": value.relation}
        facts |= {"date": _value(value.day)} if value.day else {}
        return facts | ({"url": value.url} if value.url else {})
    if isinstance(value, Person):
        facts = {"name": value.name, "is_known": value.author is not None, "role": value.role}
        return facts | ({"bio": value.bio} if value.bio else {})
    return value if isinstance(value, str) else asdict(value)  # type: ignore[call-overload]
