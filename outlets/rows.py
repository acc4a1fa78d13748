"""Rows below an outlet's form, checked against each other: the database would refuse them without a word."""

from collections.abc import Iterator
from itertools import combinations

from django.forms import BaseInlineFormSet, ModelForm


class _Rows(BaseInlineFormSet):  # type: ignore[type-arg]
    def kept(self) -> Iterator[ModelForm]:  # type: ignore[type-arg]
        """Forms of rows that will be there afterwards, as far as they are sensible on their own."""
        gone = set(self.deleted_forms)
        yield from (form for form in self.forms if form.cleaned_data and not form.errors and form not in gone)


class AliasRows(_Rows):
    """Other names, each once."""

    def clean(self) -> None:
        super().clean()
        seen: set[str] = set()
        for form in self.kept():
            name = form.instance.name.lower()
            if name in seen:
                form.add_error("name", "This other name stands here twice.")
            seen.add(name)


class FormerNameRows(_Rows):
    """Former names, one at a time."""

    def clean(self) -> None:
        super().clean()
        for first, second in combinations(list(self.kept()), 2):
            if first.instance.overlaps(second.instance):
                second.add_error(
                    "from_on",
                    f"On some of these days it was called {first.instance.naming.full}, as said here.",
                )
