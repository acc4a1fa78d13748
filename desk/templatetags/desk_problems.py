"""Template tag with all errors of a page's forms, for the list at its top that links to the fields."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django import template
from django.forms import BaseForm, BoundField
from django.utils.text import capfirst

register = template.Library()


@dataclass(frozen=True)
class FieldError:
    """One error: the label of its field, the id of the field's element, and the sentence. Without field both are ""."""

    label: str
    element_id: str
    sentence: str


@register.simple_tag
def problems_of(form: Any, inline_formsets: Any = ()) -> list[FieldError]:
    """The errors of a form and of the admin's inline formsets, in the order of the page."""
    named = [(str(inline.opts.verbose_name), inline.formset) for inline in inline_formsets or ()]
    return problems_of_parts(form, named)


@register.simple_tag
def problems_of_parts(form: Any, formsets: Sequence[tuple[str, Any]]) -> list[FieldError]:
    """The errors of a form and of formsets, each with the name of one of its rows, in the order of the page."""
    found = list(_of_form(form)) if form else []
    for name, formset in formsets:
        found += _of_formset(formset, name)
    return found


def _of_formset(formset: Any, name: str) -> Iterator[FieldError]:
    for sentence in formset.non_form_errors():
        yield FieldError("", "", str(sentence))
    for number, form in enumerate(formset.forms, start=1):
        yield from _of_form(form, f"{capfirst(name)} {number}")


def _of_form(form: BaseForm, row: str = "") -> Iterator[FieldError]:
    for name, sentences in form.errors.items():
        field = form[name] if name in form.fields else None
        label = ", ".join(filter(None, (row, str(field.label) if field else "")))
        refusal = getattr(form, "refusal", "")  # a conflict, which its own part of the page tells
        for sentence in sentences:
            if refusal and sentence == refusal:
                continue
            yield FieldError(label, _element_id(field) if field else "", str(sentence))


def _element_id(field: BoundField) -> str:
    """The id of the element to go to: a group of choices has none of its own, its first choice has."""
    if field.is_hidden:
        return ""
    return field.id_for_label or f"{field.auto_id}_0"
