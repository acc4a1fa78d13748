"""Rows below an outlet's form, checked against each other: the database would refuse them without a word."""

from collections.abc import Iterator

from django.forms import BaseInlineFormSet, ModelForm

from outlets.models import FormerName


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
    """Former names, one at a time, those that someone else added meanwhile included.

    A form below another leaves the outlet out of the model's own constraints, so it is asked here.
    """

    def clean(self) -> None:
        super().clean()
        earlier = list(self._of_others())
        for form in list(self.kept()):
            taken = next((former for former in earlier if form.instance.overlaps(former)), None)
            if taken:
                form.add_error("from_on", f"On some of these days it was called {taken.full_name}.")
            earlier.append(form.instance)

    def _of_others(self) -> Iterator[FormerName]:
        """Saved names that the page did not have when it was opened."""
        if self.instance.pk:
            known = [form.instance.pk for form in self.forms if form.instance.pk]
            yield from FormerName.objects.filter(outlet=self.instance).exclude(pk__in=known)
