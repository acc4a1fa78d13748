"""Inline formset for rows with days of their own that may not overlap.

Django skips a constraint that names the parent record, which may be new itself. Nor could a row be checked alone:
the same form may be changing the days of its neighbour.
"""

import datetime as dt
from itertools import pairwise
from typing import Any, ClassVar

from django import forms
from django.contrib.postgres.constraints import ExclusionConstraint

from prose.periods import OVERLAP


class DatedRows(forms.BaseInlineFormSet):  # type: ignore[type-arg]
    """Compares the submitted rows; `same` and `days` are the fields of the model's exclusion constraint.

    A row whose first `same` is empty is skipped, unless an empty one is a group of its own.
    """

    same: ClassVar[tuple[str, ...]]
    is_one_group_without: ClassVar[bool] = False
    days: ClassVar[tuple[str, str]]

    def clean(self) -> None:
        super().clean()
        groups: dict[tuple[Any, ...], list[Any]] = {}
        for form in self.forms:
            row = form.cleaned_data if form.is_valid() else {}
            if row and (row.get(self.same[0]) or self.is_one_group_without) and not row.get("DELETE"):
                groups.setdefault(tuple(row.get(name) for name in self.same), []).append(form)
        for rows in groups.values():
            for earlier, later in pairwise(sorted(rows, key=self._first_day)):
                end = earlier.cleaned_data[self.days[1]]
                if end is None or end > self._first_day(later):
                    later.add_error(None, self._overlap_message())
            for form in rows:
                if self._overlaps_kept_name(form):
                    form.add_error(None, self._overlap_message())

    def _first_day(self, form: Any) -> dt.date:
        return form.cleaned_data[self.days[0]] or dt.date.min

    def _overlaps_kept_name(self, form: Any) -> bool:
        """True if the row overlaps the former name that the form of the record is about to keep."""
        kept = getattr(self.instance, "former_being_kept", None)
        row = form.cleaned_data
        if type(kept) is not self.model or any(row.get(name) != getattr(kept, name) for name in self.same):
            return False
        begins, ends = (getattr(kept, name) for name in self.days)
        end = row[self.days[1]]
        return self._first_day(form) < ends and (end is None or end > (begins or dt.date.min))

    def _overlap_message(self) -> str:
        """The error message of the model's own constraint."""
        constraints = (
            constraint
            for constraint in self.form._meta.model._meta.constraints
            if isinstance(constraint, ExclusionConstraint) and constraint.violation_error_code == OVERLAP
        )
        return str(next(constraints).violation_error_message)
