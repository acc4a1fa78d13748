"""What was recognised in a text, as forms with their evidence; and the new piece out of what a person made of them."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

from django import forms
from django.contrib.auth.models import User

from articles.manuscript_fields import FIELDS
from desk.new_from_a_text.forms import (
    CreditFormSet,
    DisclosureFormSet,
    PieceForm,
    PinForm,
    PinFormSet,
    PlaceFormSet,
    within_rights,
)
from intake.drafts.new_piece import NewPiece
from intake.drafts.new_records import make_author, make_outlet
from intake.findings import FoundDisclosure, FoundPerson, FoundPlace
from outlets.naming import ArticleRule

Json = dict[str, Any]
_EVIDENCE = {
    "headline": "headline",
    "dek": "dek",
    "kind": "kind",
    "institution": "institution",
    "language": "language",
    "first_published_on": "published_on",
    "attribution_override": "attribution_override",
    "has_more_places": "has_more_places",
    "source_language": "translated_from",
    "editors_note": "notes",
    "editing_note": "notes",
    "copyright_basis": "copyright",
    "copyright_holders": "copyright",
    "copyright_year": "copyright",
    "copyright_reason": "copyright",
    "copyright_line": "copyright",
    "licence": "licence",
    "licence_exceptions": "licence",
}
_ALWAYS_ASKED = frozenset(
    {
        "headline",
        "dek",
        "kind",
        "institution",
        "language",
        "first_published_on",
        "is_archive",
        "copyright_line",
    }
)
"""The piece's fields that stand open; the others do where they say something."""
_SELDOM_ASKED = frozenset(
    {"rank", "suffix", "section", "expert_role", "planned_on", "headline", "issue", "page", "medium", "language",
     "access", "gloss", "descriptor"}
)  # fmt: skip
"""Fields of a person or a place that stand open only where they say something."""


@dataclass(frozen=True)
class Carried:
    """What travels between the two steps, signed: the body, the source's fingerprint, what was found and said."""

    body: str
    sha256: str
    file_name: str
    recognised: Json
    warnings: list[str]
    alike: list[list[str]]  # title, address


@dataclass(frozen=True)
class Row:
    """A form with the report on what filled it; an empty row for what was not recognised has none."""

    form: forms.Form
    report: Json | None

    def shown(self) -> list[forms.BoundField]:
        """What stands open: what is asked for everybody, and what says something here."""
        return [field for field in self.form.visible_fields() if not _is_folded(field)]

    def folded(self) -> list[forms.BoundField]:
        """The rest, to be opened."""
        return [field for field in self.form.visible_fields() if _is_folded(field)]


def _is_folded(field: forms.BoundField) -> bool:
    return field.name in _SELDOM_ASKED and not _says_something(field)


def _says_something(field: forms.BoundField) -> bool:
    return bool(field.errors) or field.value() not in (None, "", False, field.field.initial)


def _own_values(cleaned: Mapping[str, Any]) -> dict[str, Any]:
    """Values of the piece's own fields by name; of a record its key."""
    return {
        field.name: getattr(cleaned[field.name], "pk", None)
        if field.kind == "reference"
        else cleaned[field.name]
        for field in FIELDS
        if field.name in cleaned
    }


class Confirmation:
    """The second step. `typed` is the POST, or None when the text has just been read."""

    def __init__(
        self,
        carried: Carried,
        user: User,
        *,
        piece: NewPiece | None = None,
        typed: Mapping[str, Any] | None = None,
    ) -> None:
        self.carried = carried
        initial = _initial(piece) if piece else {}
        plain: dict[str, Any] = {"label_suffix": ""}
        self.piece = PieceForm(typed, initial=initial.get("piece"), prefix="piece", **plain)
        self.credits = CreditFormSet(
            typed, initial=initial.get("credits"), prefix="people", form_kwargs=plain
        )
        self.places = PlaceFormSet(typed, initial=initial.get("places"), prefix="places", form_kwargs=plain)
        self.disclosures = DisclosureFormSet(
            typed, initial=initial.get("disclosures"), prefix="disclosed", form_kwargs=plain
        )
        self.pins = PinFormSet(typed, initial=initial.get("pins"), prefix="disclaimers", form_kwargs=plain)
        within_rights(self.credits, user, "authors.add_author")
        within_rights(self.places, user, "outlets.add_outlet")

    def is_valid(self) -> bool:
        """Every form is asked, so that every mistake shows at once."""
        valid = [part.is_valid() for part in (self.piece, *self._sets())]
        return all(valid)

    def _sets(self) -> tuple[Any, ...]:
        return self.credits, self.places, self.disclosures, self.pins

    def has_mistakes(self) -> bool:
        """Whether a mistake is shown anywhere on the page."""
        return bool(self.piece.errors) or any(part.total_error_count() for part in self._sets())

    def errors(self) -> Iterator[str]:
        """Mistakes that stand beside no field."""
        for part in self._sets():
            yield from map(str, part.non_form_errors())

    def lines(self) -> Iterator[tuple[forms.BoundField, Json | None]]:
        """The piece's own fields that stand open, each with what was found for it."""
        for bound in self.piece:
            if bound.name in _ALWAYS_ASKED or self._is_said(bound):
                yield bound, self._found(bound)

    def folded_lines(self) -> list[forms.BoundField]:
        """Its other fields, of which the text says nothing."""
        return [one for one in self.piece if one.name not in _ALWAYS_ASKED and not self._is_said(one)]

    def _is_said(self, bound: forms.BoundField) -> bool:
        is_usual = bound.name == "copyright_basis" and bound.value() == "house"
        return _says_something(bound) and not is_usual

    def _found(self, bound: forms.BoundField) -> Json | None:
        found = self.carried.recognised.get(_EVIDENCE.get(bound.name, ""))
        if isinstance(found, list):  # notes: the first of those that this field holds
            kinds = {"editors_note": "editor", "editing_note": "editing"}
            found = next((one for one in found if one["value"]["kind"] == kinds.get(bound.name)), None)
        return found

    def people(self) -> list[Row]:
        return _rows(self.credits, self.carried.recognised.get("bylines", []))

    def outlets(self) -> list[Row]:
        return _rows(self.places, self.carried.recognised.get("appearances", []))

    def disclosed(self) -> list[Row]:
        return _rows(self.disclosures, self.carried.recognised.get("disclosures", []))

    def disclaimers(self) -> list[Row]:
        return _rows(self.pins, self.carried.recognised.get("disclaimers", []))

    def new_piece(self) -> NewPiece:
        """The piece as confirmed; makes the people and outlets that were asked for. Call inside a transaction."""
        return NewPiece(
            body=self.carried.body,
            **_own_values(self.piece.cleaned_data),
            disclosures=tuple(
                _disclosure(form.cleaned_data)
                for form in self.disclosures
                if not form.cleaned_data["leave_out"]
            ),
            credits=tuple(_credit(form.cleaned_data) for form in self.credits if not form.is_dropped),
            places=tuple(_place(form.cleaned_data) for form in self.places if not form.is_dropped),
            pins=tuple(pin for form, report in self._pinned() if (pin := _pin(form, report))),
        )

    def _pinned(self) -> Iterator[tuple[Json, Json]]:
        reports = self.carried.recognised.get("disclaimers", [])
        yield from ((form.cleaned_data, report) for form, report in zip(self.pins, reports, strict=False))


def _initial(piece: NewPiece) -> dict[str, Any]:
    """A new piece as the first values of the forms."""
    return {
        "piece": asdict(piece),
        "credits": [asdict(credit) for credit in piece.credits],
        "places": [
            asdict(place) | {"article_rule": ArticleRule.SEPARABLE if place.article else ArticleRule.NONE}
            | {"article": place.article.capitalize()}
            for place in piece.places
        ],
        "disclosures": [asdict(one) for one in piece.disclosures],
        "pins": [
            {"wording": wording, "choice": PinForm.OWN if own_text else PinForm.KNOWN}
            for wording, own_text in piece.pins
        ],
    }  # fmt: skip


def _rows(formset: Any, reports: list[Json]) -> list[Row]:
    padded = [*reports, *[None] * len(formset.forms)]
    return [Row(form, report) for form, report in zip(formset.forms, padded, strict=False)]


def _credit(found: Json) -> FoundPerson:
    author = found["author"]
    if author is None and found["make"]:
        author = make_author(
            found["name"], courtesy=found["courtesy"], rank=found["rank"], suffix=found["suffix"]
        )
    return FoundPerson(
        name=found["name"],
        author=author.pk if author else None,
        role=found["role"],
        bio=found["bio"],
        section=found["section"],
    )


def _place(found: Json) -> FoundPlace:
    outlet = found["outlet"]
    if outlet is None and found["make"]:
        outlet = make_outlet(
            found["name"],
            article=found["article"],
            article_rule=found["article_rule"] or ArticleRule.NONE,
            url=found["site"],
            gloss=found["gloss"],
            descriptor=found["descriptor"],
        )
    values = {field.name: found[field.name] for field in fields(FoundPlace) if field.name in found}
    values |= {"outlet": outlet.pk if outlet else None, "expert_role": found["expert_role"] or "wrote"}
    return FoundPlace(**values)


def _disclosure(found: Json) -> FoundDisclosure:
    return FoundDisclosure(**{name: value for name, value in found.items() if name != "leave_out"})


def _pin(found: Json, report: Json) -> tuple[int, str] | None:
    """The wording comes from the signed report: a form can choose between texts, not name another."""
    if found["choice"] == PinForm.RULE:
        return None
    wording = int(report["value"]["wording"])
    return wording, report["value"]["text"] if found["choice"] == PinForm.OWN else ""
