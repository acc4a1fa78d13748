"""Autocomplete widgets of the admin that survive a submitted value that is no primary key."""

from typing import Any

from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple
from django.db.models.fields import BLANK_CHOICE_DASH

from prose.keys import as_key

_NOTHING = BLANK_CHOICE_DASH[0][1]


def _standing_label(record: Any) -> str:
    """The name of a record, or of the one that it was merged into, which stands for it."""
    return str(getattr(record, "merged_into", None) or record)


class _KnownKeys:
    """Look up only values that can be keys; Django's widgets raise for others, the form field reports them."""

    loaded: Any = None
    """A record that the form has loaded already, so that its name needs no query."""

    def optgroups(self, name: str, value: Any, attr: Any = None) -> Any:
        if self.loaded is not None and [str(key) for key in value] == [str(self.loaded.pk)]:
            return [(None, self._of_loaded(name), 0)]
        keys = [key for key in value if not key or as_key(key) is not None]
        if not any(keys):  # the most: Django would compose a query for each of them
            is_blank = not self.is_required and not self.allow_multiple_selected  # type: ignore[attr-defined]
            return [(None, [self.create_option(name, "", "", False, 0)] if is_blank else [], 0)]  # type: ignore[attr-defined]
        self._name_standing()
        return super().optgroups(name, keys, attr)  # type: ignore[misc]

    def _of_loaded(self, name: str) -> list[Any]:
        """The options of a list in which the loaded record is chosen."""
        self._name_standing()
        page: Any = self
        label = page.choices.field.label_from_instance(self.loaded)
        chosen = page.create_option(name, self.loaded.pk, label, {str(self.loaded.pk)}, 1)
        return [chosen] if page.is_required else [page.create_option(name, "", "", False, 0), chosen]

    def _name_standing(self) -> None:
        """Name merged records by the one they stand for. A form's own label stays: it can keep a name from those who
        may not read it."""
        vars(self.choices.field).setdefault("label_from_instance", _standing_label)  # type: ignore[attr-defined]


class Picker(_KnownKeys, AutocompleteSelect):
    """Autocomplete for one record. Its empty choice has a label, without which it is no HTML, and no text."""

    def create_option(self, name: str, value: Any, label: Any, *args: Any, **kwargs: Any) -> Any:
        option = super().create_option(name, value, label, *args, **kwargs)
        if not label:
            option["attrs"]["label"] = _NOTHING
        return option


class ManyPicker(_KnownKeys, AutocompleteSelectMultiple):
    """Autocomplete for several records."""


def give_loaded(form: Any) -> None:
    """Let the pickers of a form know the records that its instance has loaded."""
    cache = form.instance._state.fields_cache
    for name in form.fields.keys() & cache.keys():
        widget = getattr(form.fields[name].widget, "widget", form.fields[name].widget)
        if isinstance(widget, Picker):
            widget.loaded = cache[name]


class PickedByTyping:
    """Mixin for admin classes: `autocomplete_fields` use `Picker`. Put it before the admin base class."""

    def formfield_for_foreignkey(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        page: Any = self
        if db_field.name in page.get_autocomplete_fields(request):
            kwargs.setdefault("widget", Picker(db_field, page.admin_site))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)  # type: ignore[misc]


def offer_standing(form: Any, *names: str) -> None:
    """Offer no record that was merged into another; a form that names one shows the record that stands for it."""
    for name in form.fields.keys() & set(names):
        field = form.fields[name]
        field.queryset = field.queryset.filter(merged_into=None)
        chosen = getattr(form.instance, name, None) if getattr(form.instance, f"{name}_id", None) else None
        if chosen is not None and chosen.merged_into_id:
            form.initial[name] = chosen.merged_into_id
