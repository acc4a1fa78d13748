"""Form field and widget of a body: a textarea that JavaScript turns into the editor."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.templatetags.static import static
from django_prose_editor.widgets import (
    AdminProseEditorWidget,
    importmap,
    prose_editor_admin_media,
    prose_editor_media,
)
from js_asset import ImportMap, Media

from prose.errors import ProseError
from prose.forms.editor import CONFIG, IMPORTED, MODULES
from prose.html.clean import clean_html, unsafe_links
from prose.html.figures import alt_too_long, figures_in
from prose.typography import without_unseen

_OURS = ImportMap({f"prose/{name}": f"prose/{name}.js" for name in IMPORTED})
_STYLES = ("editor", "picture", "slash", "find")
_MEDIA = Media(css={"all": [f"prose/{name}.css" for name in _STYLES]}, importmap=_OURS)

DIALOGS = Media(importmap=importmap | _OURS)
"""For fields whose scripts open a dialog of the editor: by what names its scripts are imported. None is loaded."""


class BodyWidget(AdminProseEditorWidget):  # type: ignore[misc]
    """The editor; a tall textarea without JavaScript."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(
            attrs={"rows": 24, "cols": 80, "class": "vLargeTextField", **(attrs or {})},
            config=CONFIG,
            preset="configurable",
        )

    @property
    def media(self) -> Media:
        return prose_editor_media(base=prose_editor_admin_media, preset=self.preset) + _MEDIA

    def get_config(self) -> dict[str, Any]:
        # Named here and not in settings, so that the widget works on any form.
        return {**super().get_config(), "js_modules": [static(f"prose/{name}.js") for name in MODULES]}


class WholeTextWidget(BodyWidget):
    """The editor for a text that is read by intake: pasted plain text keeps its lines. It holds no pictures.

    A hidden field called ``clipboard`` in the form takes the HTML of a paste that is the whole text.
    """

    def get_config(self) -> dict[str, Any]:
        config = super().get_config()
        extensions = {**config["extensions"], "Document": True, "Lines": True, "WholePaste": True}
        extensions.pop("Picture")
        return {**config, "extensions": extensions}


class BodyFormField(forms.CharField):
    """A body as cleaned HTML. It rejects text that is too long, nested too deep or links to an unsafe address."""

    widget = BodyWidget

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{**kwargs, "widget": BodyWidget})

    def to_python(self, value: Any) -> str:
        return without_unseen(super().to_python(value) or "")

    def clean(self, value: Any) -> str:
        try:
            unsafe = unsafe_links(self.to_python(value))
            cleaned = clean_html(self.to_python(value))
        except ProseError as error:
            raise ValidationError(str(error), code="prose") from error
        if unsafe:
            raise ValidationError([_unsafe(href) for href in dict.fromkeys(unsafe)], code="address")
        if long := [each for figure in figures_in(cleaned) if (each := alt_too_long(figure.alt or ""))]:
            raise ValidationError(long, code="alt")
        return str(super().clean(cleaned))


def _unsafe(href: str) -> str:
    shown = href if len(href) <= 80 else f"{href[:79]}…"
    return f"The link to “{shown}” cannot be printed. Use a full address that starts with https://, or remove the link."
