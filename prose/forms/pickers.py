"""Search-as-you-type lists of records. What is no key is drawn as nothing chosen, where the stock ones would fail."""

from typing import Any

from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple

from prose.keys import as_key


class _KnownKeys:
    """The stock lists look up whatever was sent; what is no key is left to the field, which says so."""

    def optgroups(self, name: str, value: Any, attr: Any = None) -> Any:
        keys = [one for one in value if not one or as_key(one) is not None]
        return super().optgroups(name, keys, attr)  # type: ignore[misc]


class Picker(_KnownKeys, AutocompleteSelect):
    """One record."""


class ManyPicker(_KnownKeys, AutocompleteSelectMultiple):
    """Several records."""


class PickedByTyping:
    """For an admin page, above the stock class: its `autocomplete_fields` are such lists."""

    def formfield_for_foreignkey(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        page: Any = self
        if db_field.name in page.get_autocomplete_fields(request):
            kwargs.setdefault("widget", Picker(db_field, page.admin_site))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)  # type: ignore[misc]
