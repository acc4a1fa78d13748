"""Form rows of appearances. Contradictions are shown at the row before the database would refuse them."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from articles.models.appearance import (
    ANOTHER_TEXT,
    NEEDS_NO_OUTLET,
    ORIGINALS,
    Appearance,
    Relation,
    not_in_its_place,
)
from articles.models.rights import RightsRecord
from desk.manuscript.form import RowForm, RowFormSet
from desk.manuscript.same_original import same_original
from outlets.models.permission import SearchPolicy
from prose.dates import Precision, day_in_words, is_within
from prose.languages import BY_CODE, base

_UNNAMED = (
    "Choose the outlet, or open “Outlet’s name only, not known, or planned” and write its name or say that it is not "
    "known."
)


class AppearanceForm(RowForm):
    """A place where the piece ran. An unknown outlet is marked as such, never just left out."""

    outlet_unknown = forms.BooleanField(
        label="The outlet is not known",
        required=False,
        help_text="It ran elsewhere, and nobody can say where: nothing is printed of it.",
    )

    class Meta:
        labels: ClassVar = {"medium": "In print or online"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["work"].required = False  # it says nothing of most places
        row = self.instance
        has_none = row.pk is not None and not row.outlet_id and not row.outlet_name
        if has_none and row.relation not in NEEDS_NO_OUTLET:
            self.initial["outlet_unknown"] = True

    def clean_work(self) -> str:
        return self.cleaned_data["work"] or Appearance.ExcerptedWork.BOOK.value

    def clean(self) -> dict[str, Any] | None:
        values = super().clean() or self.cleaned_data
        problems = (
            *self._outlet_problems(values), *self._date_problems(values), *self._search_problems(values),
            *self._retraction_problems(values),
        )  # fmt: skip
        for field, sentence in problems:
            if field not in self.errors:
                self.add_error(field, sentence)
        return values

    def _outlet_problems(self, values: dict[str, Any]) -> Iterator[tuple[str, str]]:
        outlet, name = values.get("outlet"), values.get("outlet_name")
        if outlet and name:
            yield "outlet_name", "Choose an outlet or write its name, not both."
        if values.get("relation") == Relation.RERUN:
            if outlet or name:
                yield (
                    "relation",
                    "What we published ourselves before ran in no outlet: choose one of the two.",
                )
        elif (outlet or name) and values.get("outlet_unknown"):
            yield "outlet_unknown", f"The outlet is said to be not known, and it is named: {outlet or name}."
        elif values.get("relation") not in NEEDS_NO_OUTLET and not (
            outlet or name or values.get("outlet_unknown") or "outlet" in self.errors
        ):
            yield "outlet", _UNNAMED

    def _date_problems(self, values: dict[str, Any]) -> Iterator[tuple[str, str]]:
        day, planned, relation = values.get("published_on"), values.get("planned_on"), values.get("relation")
        precision = values.get("precision") or Precision.DAY
        words = day_in_words(day, precision) if day else ""
        if relation == Relation.FORTHCOMING and day:
            yield "published_on", f"It will run there, and it ran there on {words}: one of the two is wrong."
        elif day and precision != Precision.MONTH_DAY and day > _tomorrow():
            yield (
                "published_on",
                f"{words} lies ahead: it has not run there yet. If it will, choose “{Relation.FORTHCOMING.label}” "
                "and write the day as planned.",
            )
        if planned and relation and relation != Relation.FORTHCOMING:
            yield (
                "planned_on",
                f"A planned date belongs to a piece that will run there, and here it is said: "
                f"“{Relation(relation).label}”.",
            )
        if (counted := values.get("counted_on")) and not (day and is_within(counted, day, precision)):
            if "counted_on" in self.changed_data:
                yield "counted_on", "This day is not in the month or year in which it ran there."
            values["counted_on"] = None  # chosen for a date that has been changed
        elif counted and counted > _tomorrow():
            yield "counted_on", "This day lies ahead: it has not run there yet."
        if relation == Relation.RERUN and not day and "published_on" not in self.errors:
            yield "published_on", "Say when we published it before."

    def _retraction_problems(self, values: dict[str, Any]) -> Iterator[tuple[str, str]]:
        relation, day = values.get("relation"), values.get("retracted_on")
        if values.get("is_retracted") and relation in (Relation.FORTHCOMING, Relation.RERUN):
            yield (
                "is_retracted",
                "Nobody else can have retracted what has not run there, or what we published ourselves.",
            )
        if (day or values.get("retraction_url")) and not values.get("is_retracted"):
            yield "is_retracted", "There is a day or a note of a retraction: tick this too, or empty both."
        if day and day > _tomorrow():
            yield "retracted_on", "This day lies ahead: they have not retracted it yet."

    def _search_problems(self, values: dict[str, Any]) -> Iterator[tuple[str, str]]:
        """A permission on record sends search engines there, which is right for the same text only."""
        relation, row = values.get("relation"), self.instance
        if relation not in ANOTHER_TEXT or row.pk is None or "relation" not in self.changed_data:
            return
        records = RightsRecord.objects.filter(appearance_key=row.key, search_policy=SearchPolicy.CANONICAL)
        if records.exists():
            yield "relation", f"{not_in_its_place(relation)} Record that first under its permission."


class AppearanceFormSet(RowFormSet):
    """All appearances of a piece: one original day, one language, and no other piece with the same original."""

    def clean(self) -> None:
        super().clean()
        rows = self.kept_forms()
        originals = [form for form in rows if form.instance.relation in ORIGINALS]
        for earlier, form in _pairs(originals):
            if not _is_one_day(earlier.instance, form.instance):
                form.add_error("relation", _two_originals(earlier.instance, form.instance))
        for form in originals:
            self._check_language(form)
        self._check_other_pieces(originals)
        if self.instance.has_more_places and not any(
            form.instance.relation == Relation.ALSO for form in rows
        ):
            raise ValidationError(
                f"The list of places is said to go on (“and others”), but there is none: add a place with "
                f"“{Relation.ALSO.label}”, or take the mark away."
            )

    def _check_language(self, form: Any) -> None:
        """Ask for the source language if the original is in another language."""
        there, here = form.instance.language, self.instance.language
        if there and base(there) != base(here) and not self.instance.source_language:
            language = BY_CODE[there].name
            form.add_error(
                "language",
                f"The original there is in {language}, and this piece is in {BY_CODE[here].name}: then it is a "
                "translation. Open “Translation” and choose the language it is translated from.",
            )

    def _check_other_pieces(self, originals: Iterable[Any]) -> None:
        """Refuse the address of another piece's original, unless an editor wrote why this is another piece."""
        if getattr(self.instance, "another_piece", ""):
            return
        for form in originals:
            if sentence := same_original(form.instance, self.instance, self.user, timezone.now()):
                form.add_error("url", sentence)
                self.instance.is_stopped_by_another = True


def _pairs(forms: list[Any]) -> Iterator[tuple[Any, Any]]:
    return ((forms[0], form) for form in forms[1:]) if forms else iter(())


def _is_one_day(one: Appearance, other: Appearance) -> bool:
    return (
        one.published_on is not None
        and one.published_on == other.published_on
        and {one.precision, other.precision} == {Precision.DAY.value}
    )


def _two_originals(one: Appearance, other: Appearance) -> str:
    return (
        f"Two places claim to be where it was first: {one} ({_day_in_words(one)}) and {other} "
        f"({_day_in_words(other)}). Only one day can be the first: correct a date, or "
        "choose for one of the two what ran there later."
    )


def _day_in_words(place: Appearance) -> str:
    return day_in_words(place.published_on, place.precision) if place.published_on else "no date"


def _tomorrow() -> dt.date:
    """Tomorrow by UTC: the latest day that may have begun somewhere on earth."""
    return timezone.now().date() + dt.timedelta(days=1)
