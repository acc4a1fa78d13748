"""What was recognised in a text, as forms with their evidence; and the new piece out of what a person made of them."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from django import forms
from django.contrib.auth.models import User

from articles.admin.intake_forms import (
    CreditFormSet,
    PieceForm,
    PinForm,
    PinFormSet,
    PlaceFormSet,
    within_rights,
)
from articles.intake.new_names import make_author, make_outlet
from articles.intake.new_piece import Credit, NewPiece, Place
from outlets.attribution import ArticleRule

Json = dict[str, Any]
_EVIDENCE = {
    "headline": "headline",
    "dek": "dek",
    "kind": "kind",
    "institution": "institution",
    "language": "language",
    "first_published_on": "published_on",
    "copyright_line": "copyright",
}


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
        self.pins = PinFormSet(typed, initial=initial.get("pins"), prefix="disclaimers", form_kwargs=plain)
        within_rights(self.credits, user, "authors.add_author")
        within_rights(self.places, user, "outlets.add_outlet")

    def is_valid(self) -> bool:
        """Every form is asked, so that every mistake shows at once."""
        valid = [part.is_valid() for part in (self.piece, self.credits, self.places, self.pins)]
        return all(valid)

    def errors(self) -> Iterator[str]:
        """Mistakes that stand beside no field."""
        for part in (self.credits, self.places, self.pins):
            yield from map(str, part.non_form_errors())

    def lines(self) -> Iterator[tuple[forms.BoundField, Json | None]]:
        """The piece's own fields, each with what was found for it."""
        for bound in self.piece:
            name = _EVIDENCE.get(bound.name)
            yield bound, self.carried.recognised.get(name) if name else None

    def people(self) -> list[Row]:
        return _rows(self.credits, self.carried.recognised.get("bylines", []))

    def outlets(self) -> list[Row]:
        return _rows(self.places, self.carried.recognised.get("appearances", []))

    def disclaimers(self) -> list[Row]:
        return _rows(self.pins, self.carried.recognised.get("disclaimers", []))

    def new_piece(self) -> NewPiece:
        """The piece as confirmed; makes the people and outlets that were asked for. Call inside a transaction."""
        found = self.piece.cleaned_data
        return NewPiece(
            institution=found["institution"].pk,
            kind=found["kind"].pk,
            language=found["language"],
            headline=found["headline"],
            dek=found["dek"],
            body=self.carried.body,
            first_published_on=found["first_published_on"],
            is_archive=found["is_archive"],
            copyright_line=found["copyright_line"],
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
        "pins": [
            {"wording": wording, "choice": PinForm.OWN if own_text else PinForm.KNOWN}
            for wording, own_text in piece.pins
        ],
    }  # fmt: skip


def _rows(formset: Any, reports: list[Json]) -> list[Row]:
    padded = [*reports, *[None] * len(formset.forms)]
    return [Row(form, report) for form, report in zip(formset.forms, padded, strict=False)]


def _credit(found: Json) -> Credit:
    author = found["author"]
    if author is None and found["make"]:
        author = make_author(found["name"], courtesy=found["courtesy"])
    return Credit(found["name"], author.pk if author else None, found["role"], found["bio"])


def _place(found: Json) -> Place:
    outlet = found["outlet"]
    if outlet is None and found["make"]:
        outlet = make_outlet(
            found["name"],
            article=found["article"],
            article_rule=found["article_rule"] or ArticleRule.NONE,
            url=found["site"],
        )
    return Place(
        name=found["name"],
        outlet=outlet.pk if outlet else None,
        article=found["article"],
        relation=found["relation"],
        published_on=found["published_on"],
        precision=found["precision"],
        url=found["url"],
    )


def _pin(found: Json, report: Json) -> tuple[int, str] | None:
    """The wording comes from the signed report: a form can choose between texts, not name another."""
    if found["choice"] == PinForm.RULE:
        return None
    wording = int(report["value"]["wording"])
    return wording, report["value"]["text"] if found["choice"] == PinForm.OWN else ""
