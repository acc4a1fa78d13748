"""Inline formset for rows with days of their own that may not overlap.

Django skips a constraint that names the parent record, which may be new itself. Nor could a row be checked alone:
the same form may be changing the days of its neighbour.
"""

import datetime as dt
from itertools import pairwise
from typing import Any, ClassVar

from django import forms
from django.contrib.postgres.constraints import ExclusionConstraint

OVERLAP = "overlap"
"""Error code of the exclusion constraints that these formsets check before the database does."""


class DatedRows(forms.BaseInlineFormSet):  # type: ignore[type-arg]
    """Compares the submitted rows; `same` and `days` are the fields of the model's exclusion constraint."""

    same: ClassVar[tuple[str, ...]]
    days: ClassVar[tuple[str, str]]

    def clean(self) -> None:
        super().clean()
        groups: dict[tuple[Any, ...], list[Any]] = {}
        for form in self.forms:
            row = form.cleaned_data if form.is_valid() else {}
            if row.get(self.same[0]) and not row.get("DELETE"):
                groups.setdefault(tuple(row.get(name) for name in self.same), []).append(form)
        for rows in groups.values():
            for earlier, later in pairwise(sorted(rows, key=self._first_day)):
                end = earlier.cleaned_data[self.days[1]]
                if end is None or end > self._first_day(later):
                    later.add_error(None, self._overlap_message())

    def _first_day(self, form: Any) -> dt.date:
        return form.cleaned_data[self.days[0]] or dt.date.min

    def _overlap_message(self) -> str:
        """The error message of the model's own constraint."""
        constraints = (
            constraint
            for constraint in self.form._meta.model._meta.constraints
            if isinstance(constraint, ExclusionConstraint) and constraint.violation_error_code == OVERLAP
        )
        return str(next(constraints).violation_error_message)
