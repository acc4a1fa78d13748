"""The second step of "New from a text": forms filled with what was recognised, and the new piece from their values."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

from django import forms
from django.contrib.auth.models import User

from articles.manuscript_fields import FIELDS
from desk.linking.shown import with_todays_links
from desk.new_from_a_text.carried_text import CarriedText
from desk.new_from_a_text.forms import (
    CreditFormSet,
    DisclosureFormSet,
    PictureFormSet,
    PieceForm,
    PinForm,
    PinFormSet,
    PlaceFormSet,
    hide_make_without_permission,
)
from desk.new_from_a_text.margin_form import ACCEPTED, MarginForm
from desk.new_from_a_text.picture_rows import rows_of_pictures
from desk.new_from_a_text.pictures import body_with_pictures
from disclaimers.lineage import open_to
from intake.drafts.new_piece import NewPiece
from intake.drafts.new_records import make_author, make_outlet
from intake.drafts.report import Report
from intake.findings import FoundDisclosure, FoundPerson, FoundPlace
from outlets.naming import ArticleRule

_EVIDENCE = {
    "headline": "headline",
    "dek": "dek",
    "kind": "kind",
    "institution": "institution",
    "language": "language",
    "first_published_on": "published_on",
    "own_sentence": "attribution_override",
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
"""Field of the piece -> member of the report with its evidence."""
_ALWAYS_OPEN = frozenset(
    {
        "headline",
        "dek",
        "kind",
        "institution",
        "language",
        "first_published_on",
        "is_archive",
        "own_sentence",
        "copyright_line",
    }
)
"""Fields of the piece that are always open. Others are folded unless they have a value."""
_FOLDED_IF_EMPTY = frozenset(
    {"rank", "suffix", "section", "prints_name", "expert_role", "planned_on", "headline", "issue", "page", "medium",
     "language", "access", "gloss", "descriptor", "work", "writers", "editors", "chapter",
     "permission"}
)  # fmt: skip
"""Fields of a person or a place that are folded unless they have a value."""

_ROW_NAMES = ("person", "place", "disclosure", "disclaimer", "picture")


@dataclass(frozen=True)
class RecognisedRow:
    """A form with the report that filled it, or with None if it is an empty form for something else."""

    form: forms.Form
    report: Report | None

    def open_fields(self) -> list[forms.BoundField]:
        return [field for field in self.form.visible_fields() if not _is_folded(field)]

    def folded_fields(self) -> list[forms.BoundField]:
        return [field for field in self.form.visible_fields() if _is_folded(field)]


def _is_folded(field: forms.BoundField) -> bool:
    return field.name in _FOLDED_IF_EMPTY and not _has_value(field)


def _has_value(field: forms.BoundField) -> bool:
    return bool(field.errors) or field.value() not in (None, "", False, field.field.initial)


def _own_values(cleaned: Mapping[str, Any]) -> dict[str, Any]:
    """Values of the piece's own fields by name, records as their primary keys."""
    return {
        field.name: getattr(cleaned[field.name], "pk", None)
        if field.kind == "reference"
        else cleaned[field.name]
        for field in FIELDS
        if field.name in cleaned
    }


class Confirmation:
    """All forms of the second step: with `initial_values` when the text has just been read, or with what was typed."""

    def __init__(
        self,
        carried: CarriedText,
        user: User,
        *,
        initial: Mapping[str, Any] | None = None,
        typed: Mapping[str, Any] | None = None,
    ) -> None:
        self.carried = carried
        initial = initial or {}
        plain: dict[str, Any] = {"label_suffix": ""}
        self.piece = PieceForm(typed, initial=initial.get("piece"), prefix="piece", **plain)
        self.piece.fields["institution"].queryset = open_to(user).standing()  # type: ignore[attr-defined]
        if "attribution_override" not in carried.recognised:
            del self.piece.fields["own_sentence"]
        self.margin = MarginForm(typed, prefix="margin", **plain)
        if not carried.changes:
            del self.margin.fields["changes"]
        self.credits = CreditFormSet(
            typed, initial=initial.get("credits"), prefix="people", form_kwargs=plain
        )
        self.places = PlaceFormSet(typed, initial=initial.get("places"), prefix="places", form_kwargs=plain)
        self.disclosures = DisclosureFormSet(
            typed, initial=initial.get("disclosures"), prefix="disclosed", form_kwargs=plain
        )
        self.pins = PinFormSet(typed, initial=initial.get("pins"), prefix="disclaimers", form_kwargs=plain)
        self.pictures = PictureFormSet(
            typed, initial=initial.get("pictures"), prefix="pictures", form_kwargs=plain
        )
        self.picture_rows = rows_of_pictures(self.pictures, carried.text, carried.pictures, user)
        hide_make_without_permission(self.credits, user, "authors.add_author")
        hide_make_without_permission(self.places, user, "outlets.add_outlet")

    def is_valid(self) -> bool:
        """True if all forms are valid. Validates every one, so that all errors show at once."""
        valid = [part.is_valid() for part in (self.piece, self.margin, *self._sets())]
        return all(valid)

    def _sets(self) -> tuple[Any, ...]:
        return self.credits, self.places, self.disclosures, self.pins, self.pictures

    def named_sets(self) -> tuple[tuple[str, Any], ...]:
        """All formsets, each with the name of one of its rows."""
        return tuple(zip(_ROW_NAMES, self._sets(), strict=True))

    def lines(self) -> Iterator[tuple[forms.BoundField, Report | None]]:
        """The open fields of the piece, each with the finding that filled it."""
        for field in self.piece:
            if self._is_open(field):
                yield field, self._finding(field)

    def folded_lines(self) -> list[forms.BoundField]:
        """The other fields of the piece."""
        return [field for field in self.piece if not self._is_open(field)]

    def _is_open(self, field: forms.BoundField) -> bool:
        is_default = field.name == "copyright_basis" and field.value() == "house"
        return field.name in _ALWAYS_OPEN or (_has_value(field) and not is_default)

    def _finding(self, field: forms.BoundField) -> Report | None:
        finding = self.carried.recognised.get(_EVIDENCE.get(field.name, ""))
        if isinstance(finding, list):  # notes: take the first of the kind that this field holds
            kind = {"editors_note": "editor", "editing_note": "editing"}.get(field.name)
            finding = next((note for note in finding if note["value"]["kind"] == kind), None)
        return finding

    def person_rows(self) -> list[RecognisedRow]:
        return _rows(self.credits, self.carried.recognised.get("bylines", []))

    def outlet_rows(self) -> list[RecognisedRow]:
        return _rows(self.places, self.carried.recognised.get("appearances", []))

    def disclosure_rows(self) -> list[RecognisedRow]:
        return _rows(self.disclosures, self.carried.recognised.get("disclosures", []))

    def disclaimer_rows(self) -> list[RecognisedRow]:
        return _rows(self.pins, self.carried.recognised.get("disclaimers", []))

    def shown_body(self) -> str:
        """The text that stays, with its pictures, for this page."""
        carried = [row.picture for row in self.picture_rows]
        return with_todays_links(body_with_pictures(self.carried.body, self.carried.text, carried))

    def new_piece(self) -> NewPiece:
        """The confirmed piece. Creates the new authors and outlets, so call it in a transaction."""
        values = _own_values(self.piece.cleaned_data)
        if self.piece.cleaned_data.get("own_sentence") == PieceForm.OWN:
            values["attribution_override"] = self.carried.recognised["attribution_override"]["value"]
        return NewPiece(
            body=self.carried.body if self.stance == ACCEPTED else self.carried.refused,
            **values,
            disclosures=tuple(
                _disclosure(form.cleaned_data)
                for form in self.disclosures
                if not form.cleaned_data["leave_out"]
            ),
            credits=tuple(_credit(form.cleaned_data) for form in self.credits if not form.is_dropped),
            places=tuple(_place(form.cleaned_data) for form in self.places if not form.is_dropped),
            pins=tuple(pin for form, report in self._pins_with_reports() if (pin := _pin(form, report))),
        )

    @property
    def stance(self) -> str:
        """The fate of the text's tracked changes."""
        return str(self.margin.cleaned_data.get("changes", ACCEPTED))

    @property
    def open_comments(self) -> int:
        return sum(not comment["is_done"] for comment in self.carried.comments)

    def _pins_with_reports(self) -> Iterator[tuple[dict[str, Any], Report]]:
        reports = self.carried.recognised.get("disclaimers", [])
        yield from ((form.cleaned_data, report) for form, report in zip(self.pins, reports, strict=False))


def initial_values(piece: NewPiece) -> dict[str, Any]:
    """Initial values of all forms, by the name of the form or formset. They survive being kept as JSON."""
    return {
        "piece": asdict(piece),
        "credits": [asdict(credit) for credit in piece.credits],
        "places": [
            asdict(place) | {"article_rule": ArticleRule.SEPARABLE if place.article else ArticleRule.NONE}
            | {"article": place.article.capitalize()}
            | {"permission": place.permission if place.relation == "excerpted" else ""}
            for place in piece.places
        ],
        "disclosures": [asdict(disclosure) for disclosure in piece.disclosures],
        "pins": [
            {"wording": wording, "choice": PinForm.OWN if own_text else PinForm.KNOWN}
            for wording, own_text in piece.pins
        ],
    }  # fmt: skip


def _rows(formset: Any, reports: list[Report]) -> list[RecognisedRow]:
    padded = [*reports, *[None] * len(formset.forms)]
    return [RecognisedRow(form, report) for form, report in zip(formset.forms, padded, strict=False)]


def _credit(values: dict[str, Any]) -> FoundPerson:
    author = values["author"]
    if author is None and values["make"]:
        author = make_author(
            values["name"], courtesy=values["courtesy"], rank=values["rank"], suffix=values["suffix"]
        )
    return FoundPerson(
        name=values["name"],
        author=author.pk if author else None,
        role=values["role"],
        bio=values["bio"],
        section=values["section"],
        prints_name=values["prints_name"],
    )


def _place(values: dict[str, Any]) -> FoundPlace:
    outlet = values["outlet"]
    if outlet is None and values["make"]:
        outlet = make_outlet(
            values["name"],
            article=values["article"],
            article_rule=values["article_rule"] or ArticleRule.NONE,
            url=values["site"],
            gloss=values["gloss"],
            descriptor=values["descriptor"],
        )
    place = {field.name: values[field.name] for field in fields(FoundPlace) if field.name in values}
    place |= {"outlet": outlet.pk if outlet else None, "expert_role": values["expert_role"] or "wrote"}
    return FoundPlace(**place)


def _disclosure(values: dict[str, Any]) -> FoundDisclosure:
    return FoundDisclosure(**{name: value for name, value in values.items() if name != "leave_out"})


def _pin(values: dict[str, Any], report: Report) -> tuple[int, str] | None:
    """The wording's primary key and its own text, or None. The key is from the signed report, not from the form."""
    if values["choice"] == PinForm.RULE:
        return None
    wording = int(report["value"]["wording"])
    return wording, report["value"]["text"] if values["choice"] == PinForm.OWN else ""
