"""Inline formsets of an outlet. They compare their rows, because a constraint would fail without a form error."""

from collections.abc import Iterator

from django.forms import BaseInlineFormSet, ModelForm

from outlets.models import FormerName


class _Rows(BaseInlineFormSet):  # type: ignore[type-arg]
    def forms_to_save(self) -> Iterator[ModelForm]:  # type: ignore[type-arg]
        """Valid, filled forms that are not marked for deletion."""
        deleted = set(self.deleted_forms)
        yield from (
            form for form in self.forms if form.cleaned_data and not form.errors and form not in deleted
        )


class AliasRows(_Rows):
    """Aliases: no name twice."""

    def clean(self) -> None:
        super().clean()
        seen: set[str] = set()
        for form in self.forms_to_save():
            name = form.instance.name.lower()
            if name in seen:
                form.add_error("name", "This other name stands here twice.")
            seen.add(name)


class FormerNameRows(_Rows):
    """Former names: no two on the same day, rows included that another user saved in the meantime.

    An inline form excludes its parent, the outlet, from the model's own constraint checks.
    """

    def clean(self) -> None:
        super().clean()
        earlier = list(self._saved_meanwhile())
        kept = getattr(self.instance, "former_being_kept", None)
        earlier += [kept] if isinstance(kept, FormerName) else []
        for form in list(self.forms_to_save()):
            overlapping = next((former for former in earlier if form.instance.overlaps(former)), None)
            if overlapping:
                form.add_error("from_on", f"On some of these days it was called {overlapping.full_name}.")
            earlier.append(form.instance)

    def _saved_meanwhile(self) -> Iterator[FormerName]:
        """Rows in the database that are not on this page."""
        if self.instance.pk:
            on_page = [form.instance.pk for form in self.forms if form.instance.pk]
            yield from FormerName.objects.filter(outlet=self.instance).exclude(pk__in=on_page)
