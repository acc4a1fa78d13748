"""Rows of a form that somebody has deleted since it was opened: they come back as new ones, with all that was typed.

Django would say that something is wrong and show neither what, nor the row.
"""

import re
from collections.abc import Iterable
from typing import Any

from django.forms import BaseInlineFormSet
from django.http import QueryDict

DELETED = (
    "This was deleted since the page was opened. Save again to add it anew; to leave it deleted, "
    "remove these fields."
)


class RowsThatMayBeDeleted(BaseInlineFormSet):  # type: ignore[type-arg]
    """Rows of a record, of which some may be deleted while a form with them is open."""

    def __init__(self, data: Any = None, files: Any = None, instance: Any = None, **kwargs: Any) -> None:
        self._made_new = range(0)
        super().__init__(data, files, instance, **kwargs)
        if self.is_bound:
            self.data, self._made_new = self._without_deleted()

    def clean(self) -> None:
        for number in self._made_new:
            self.forms[number].add_error(None, DELETED)
        super().clean()

    def _without_deleted(self) -> tuple[Any, range]:
        """The fields, with deleted rows as new ones behind those that stand; and the numbers of the new ones."""
        first, total = (_number(self.data, f"{self.prefix}-{name}_FORMS") for name in ("INITIAL", "TOTAL"))
        keys = {str(key) for key in self.get_queryset().values_list("pk", flat=True)}
        standing = [at for at in range(first) if self.data.get(f"{self.prefix}-{at}-id") in keys]
        deleted = [at for at in range(first) if at not in standing]
        if not deleted:
            return self.data, range(0)
        fields = _renumbered(self.data, str(self.prefix), [*standing, *deleted, *range(first, total)])
        fields[f"{self.prefix}-INITIAL_FORMS"] = str(len(standing))
        for number in (made_new := range(len(standing), first)):
            fields[f"{self.prefix}-{number}-id"] = ""
        return fields, made_new


def _renumbered(fields: Any, prefix: str, order: Iterable[int]) -> QueryDict:
    """The fields with their rows in another order: the numbers that they have now."""
    numbers = {str(old): new for new, old in enumerate(order)}
    of_a_row = re.compile(rf"((?:initial-)?{re.escape(prefix)}-)(\d+)(-.+)", re.ASCII | re.DOTALL)
    renumbered = QueryDict(mutable=True)
    for key, values in fields.lists():
        found = of_a_row.fullmatch(key)
        is_row = found is not None and found[2] in numbers
        renumbered.setlist(f"{found[1]}{numbers[found[2]]}{found[3]}" if found and is_row else key, values)
    return renumbered


def _number(fields: Any, key: str) -> int:
    """A number of the management form; 0 for one that is none, which Django refuses."""
    value = fields.get(key, "")
    return min(int(value), 1000) if re.fullmatch(r"\d{1,4}", value, re.ASCII) else 0
