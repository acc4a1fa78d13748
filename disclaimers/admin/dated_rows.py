"""Rows with days of their own beside each other on one form: none may overlap with its neighbour.

Django does not ask a constraint that names the record above, which may be new itself; and one row alone could not
tell: its neighbour may be about to make room on the same form.
"""

import datetime as dt
from itertools import pairwise
from typing import Any, ClassVar

from django import forms
from django.contrib.postgres.constraints import ExclusionConstraint

OVERLAP = "overlap"
"""The error code of the constraints these forms look after; the database checks them when all rows are written."""


class DatedRows(forms.BaseInlineFormSet):  # type: ignore[type-arg]
    """Compares the rows as they were typed; `same` and `days` are the fields of the model's own constraint."""

    same: ClassVar[tuple[str, ...]]
    days: ClassVar[tuple[str, str]]

    def clean(self) -> None:
        super().clean()
        groups: dict[tuple[Any, ...], list[Any]] = {}
        for form in self.forms:
            row = form.cleaned_data if form.is_valid() else {}
            if row.get(self.same[0]) and not row.get("DELETE"):
                groups.setdefault(tuple(row.get(name) for name in self.same), []).append(form)
        for forms_alike in groups.values():
            for earlier, later in pairwise(sorted(forms_alike, key=self._begins)):
                ends = earlier.cleaned_data[self.days[1]]
                if ends is None or ends > self._begins(later):
                    later.add_error(None, self._sentence())

    def _begins(self, form: Any) -> dt.date:
        return form.cleaned_data[self.days[0]] or dt.date.min

    def _sentence(self) -> str:
        """The one the model's constraint says."""
        found = (
            one
            for one in self.form._meta.model._meta.constraints
            if isinstance(one, ExclusionConstraint) and one.violation_error_code == OVERLAP
        )
        return str(next(found).violation_error_message)
