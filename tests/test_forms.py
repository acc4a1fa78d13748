"""The tests' form renderer gives what Django's own gives, also when it has rendered the same before."""

from typing import Any

import pytest
from django import forms
from django.forms.renderers import DjangoTemplates
from django.utils.safestring import mark_safe

from tests.forms import CachingRenderer


class AskedForm(forms.Form):
    name = forms.CharField(label="Name", help_text="In full")
    kind = forms.ChoiceField(choices=[("", "None"), (1, "One"), (True, "True"), ("a", mark_safe("<b>A</b>"))])
    many = forms.MultipleChoiceField(choices=[("x", "<X>"), ("y", "Y")], required=False)
    is_it = forms.BooleanField(required=False)


@pytest.mark.parametrize(
    "typed",
    [
        {},
        {"name": "1"},
        {"name": ""},
        {"name": "<i>", "kind": "1"},
        {"kind": "2", "many": ["x", "y"], "is_it": "on"},
        {"kind": "True", "many": ["z"], "is_it": ""},
    ],
)
def test_a_form_is_rendered_as_django_renders_it(typed: dict[str, Any]) -> None:
    caching = CachingRenderer()
    for auto_id in ("id_%s", "other_%s"):
        facts = {"data": typed or None, "auto_id": auto_id, "error_class": forms.utils.ErrorList}
        plain = AskedForm(**facts, renderer=DjangoTemplates()).as_p()
        for _ in range(2):
            assert AskedForm(**facts, renderer=caching).as_p() == plain
    assert caching.rendered


def test_a_text_that_is_marked_safe_is_another_than_its_letters() -> None:
    caching, widget = CachingRenderer(), forms.Select(choices=[("a", "<b>")])
    first = widget.render("x", "a", renderer=caching)
    widget.choices = [("a", mark_safe("<b>"))]
    assert widget.render("x", "a", renderer=caching) != first
