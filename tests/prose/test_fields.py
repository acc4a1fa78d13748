"""Fields clean their own text on forms and on saves; no database is needed to see it."""

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from hypothesis import given

from prose.errors import ProseError
from prose.fields import LineField, PlainField, ProseField, WebURLField
from prose.html.clean import clean_html
from prose.typography import clean_line, clean_text
from tests.prose.soup import ANY_TEXT, SOUP


class Sheet(models.Model):
    body = ProseField(blank=True)
    line = LineField(max_length=40, blank=True)
    plain = PlainField(blank=True)
    url = WebURLField(blank=True)

    class Meta:
        app_label = "prose_tests"
        managed = False

    def __str__(self):
        return self.line


SheetForm = forms.modelform_factory(Sheet, fields="__all__")


def stored(field, value):
    sheet = Sheet(**{field: value})
    return Sheet._meta.get_field(field).pre_save(sheet, add=True), sheet


@given(SOUP)
def test_a_body_is_cleaned_on_every_save(html):
    value, sheet = stored("body", html)
    assert value == sheet.body == clean_html(html)


@given(ANY_TEXT)
def test_lines_and_plain_text_are_cleaned_on_every_save(text):
    assert stored("line", text)[0] == clean_line(text)
    assert stored("plain", text)[0] == clean_text(text)


def test_an_unsafe_address_is_never_saved():
    assert stored("url", " HTTPS://Example.org/A ")[0] == "https://example.org/A"
    assert stored("url", "")[0] == ""
    with pytest.raises(ProseError):
        stored("url", "javascript:alert(1)")


def test_a_form_hands_on_what_will_be_stored():
    form = SheetForm(
        {
            "body": "<p>a<b>b</b><script>x</script></p>",
            "line": " a\x00\u202eb \n c\xa0d ",
            "plain": "a\r\n\r\n\r\n\r\nb\x00",
            "url": " https://EXAMPLE.org ",
        }
    )
    assert form.is_valid(), form.errors
    assert form.cleaned_data["body"] == "<p>a<strong>b</strong></p>"
    assert form.cleaned_data["line"] == "ab c d"
    assert form.cleaned_data["plain"] == "a\n\nb"
    assert form.instance.url == "https://example.org"


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("body", '<p><a href="javascript:alert(1)">x</a></p>', "“javascript:alert(1)” cannot be printed"),
        ("body", '<p><a href="https://me:pw@example.org/">x</a></p>', "cannot be printed"),
        ("body", "<div>" * 99, "nests its elements more than 40 deep"),
        ("body", "a" * 400_001, "at most 400,000 fit"),
        ("line", "a" * 400, "at most 40 characters (it has 400)"),
        ("url", "javascript:alert(1)", "starts with https://"),
        ("url", "https://me:pw@example.org/", "user name or password"),
        ("url", "https://example.org/" + "a" * 6000, "at most 2000 characters"),
        ("url", "https://example.org/\x00", "Null characters"),
    ],
)
def test_bad_input_is_a_sentence_on_its_field_and_the_rest_is_kept(field, value, sentence):
    typed = {
        "body": "<p>kept</p>",
        "line": "kept",
        "plain": "kept",
        "url": "https://example.org/kept",
        field: value,
    }
    form = SheetForm(typed)
    assert not form.is_valid()
    assert sentence in " ".join(form.errors[field])
    assert set(form.errors) == {field}
    assert "kept" in form.as_p()


def test_a_body_of_markup_alone_is_empty_where_a_body_is_required():
    field = ProseField().formfield()
    with pytest.raises(ValidationError, match="required"):
        field.clean("<p> <br></p>")
    assert ProseField(blank=True).formfield().clean("<p> <br></p>") == ""


def test_model_validation_tells_the_reason_too():
    with pytest.raises(ValidationError, match="40 deep"):
        Sheet(body="<div>" * 99).full_clean()


@pytest.mark.parametrize("field", Sheet._meta.fields[1:], ids=lambda field: field.name)
def test_migrations_name_our_fields_and_no_editor(field):
    _name, path, arguments, options = field.deconstruct()
    assert path == f"prose.fields.{type(field).__name__}"
    assert "prose_editor" not in repr((arguments, options))


def test_an_address_is_typed_into_a_field_for_addresses_also_in_the_admin():
    field = WebURLField().formfield(widget=forms.TextInput)
    assert 'type="url"' in field.widget.render("url", "")


def test_the_editor_replaces_the_textarea_the_admin_offers():
    field = ProseField().formfield(widget=forms.Textarea(attrs={"class": "other"}))
    assert 'data-django-prose-editor-configurable="' in field.widget.render(
        "body", "<p>x</p>", {"id": "id_body"}
    )
