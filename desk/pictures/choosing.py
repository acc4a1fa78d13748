"""The field in which a record names a picture: seen, and chosen in the dialog of the body editor."""

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from django import forms
from django.contrib import admin
from js_asset import Media, Script

from desk.pictures.records import addresses_for, records_of
from pictures.models import Picture
from prose.forms.body import DIALOGS
from prose.forms.pickers import Picker
from prose.keys import as_key

_NOT_OFFERED = (
    "The picture that stood here was deleted from the library, or belongs to a house that your account does not work "
    "for. Choose another, or leave it empty."
)
NO_SHAPE: Mapping[str, str] = MappingProxyType({})


class PictureChooser(Picker):
    """A list with the chosen picture, from which `pictures/field.js` makes the picture and its buttons.

    `shape`: how pages show it. "data-crop" is a crop, "data-crop-from" the field that says which. "data-words-to" is
    the field of the text alternative, which takes the library's description unless the box "data-unless" is ticked.
    """

    def __init__(self, field: Any, site: Any, shape: Mapping[str, str]) -> None:
        super().__init__(field, site)
        self.shape = shape

    @property
    def media(self) -> forms.Media:
        css = {"all": ["prose/editor.css", "prose/picture.css"]}
        media: forms.Media = DIALOGS + Media(css=css, js=[Script("pictures/field.js", type="module")])
        return media

    def build_attrs(self, base_attrs: Any, extra_attrs: Any = None) -> dict[str, Any]:
        """Those of a plain list: no script of the admin's makes another one of it."""
        return forms.Select.build_attrs(self, base_attrs, extra_attrs)

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(name, value, attrs)
        keys = [key for key in context["widget"]["value"] if as_key(key)]
        pictures = list(self.choices.queryset.filter(pk__in=keys)) if keys else []
        own = context["widget"]["attrs"]
        own |= self.shape
        if pictures:
            own["data-record"] = json.dumps(records_of(pictures)[0])
        if self.is_required:
            own["data-required"] = ""
        return context


def let_choose(form: Any, name: str, user: Any, own: int | None, shape: Mapping[str, str] = NO_SHAPE) -> None:
    """Let a field of a form, or of a class of forms, offer what the user sees, and the picture that the record has."""
    fields = form.fields if isinstance(form, forms.BaseForm) else form.base_fields
    field: Any = fields.get(name)
    if field is None:
        return
    widget = PictureChooser(form._meta.model._meta.get_field(name), admin.site, shape)
    widget.is_required = field.required
    widget.attrs |= addresses_for(user)
    field.widget = widget
    field.queryset = Picture.objects.offered_to(user, own)
    field.error_messages["invalid_choice"] = _NOT_OFFERED
