"""A form renderer that renders a widget, a label or a list of errors once for the same context."""

from collections.abc import Hashable
from typing import Any

from django.forms.models import ModelChoiceIteratorValue
from django.forms.renderers import DjangoTemplates
from django.forms.utils import ErrorList
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import get_language

MOST_RENDERED = 5000
PLAIN = {str, SafeString, int, bool, type(None)}


class CachingRenderer(DjangoTemplates):
    """Django's own form templates depend on nothing but their context and the language.

    The form of a piece takes two hundred of them, and hundreds of tests open it.
    """

    def __init__(self) -> None:
        self.rendered: dict[Hashable, str] = {}

    def render(self, template_name: str, context: dict[str, Any], request: Any = None) -> str:
        key = cache_key(template_name, context)
        if key is None:
            return super().render(template_name, context, request)
        if key not in self.rendered:
            if len(self.rendered) >= MOST_RENDERED:
                self.rendered.clear()
            self.rendered[key] = super().render(template_name, context, request)
        return self.rendered[key]


def cache_key(template_name: str, context: dict[str, Any]) -> Hashable:
    """Return all that the output depends on; None for other templates and for contexts that hold objects."""
    if not template_name.startswith("django/forms/"):
        return None
    if template_name == "django/forms/label.html":  # the template does not use the field that it is given
        context = {**context, "field": None}
    try:
        return template_name, get_language(), _frozen(context)
    except TypeError:
        return None


def _frozen(value: Any) -> Hashable:
    """Return a hashable copy that differs wherever the template could print something else."""
    kind = type(value)
    if kind in PLAIN:
        return kind, value
    if kind is dict:
        return kind, tuple([(name, _frozen(member)) for name, member in value.items()])
    if kind is list or kind is tuple:
        return kind, tuple([_frozen(member) for member in value])
    if isinstance(value, ErrorList):
        return kind, value.error_class, value.field_id, tuple([_frozen(message) for message in value])
    if isinstance(value, Promise | ModelChoiceIteratorValue):
        return kind, str(value)
    raise TypeError(f"a {kind.__name__} has no lasting value")
