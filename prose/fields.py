"""Model fields that clean their text, on the form and on every save.

Migrations name these classes, so that they do not depend on the editor's package.
"""

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models

from prose.errors import ProseError
from prose.forms.body import BodyFormField, BodyWidget
from prose.forms.text_fields import LineFormField, PlainFormField
from prose.html.clean import clean_html
from prose.limits import MAX_URL_CHARS
from prose.links import check_url, page_address, validate_url
from prose.typography import clean_line, clean_text

if TYPE_CHECKING:
    CharField = models.CharField[str, str]
    TextField = models.TextField[str, str]
else:  # at run time the fields take no type arguments
    CharField, TextField = models.CharField, models.TextField


class ProseField(TextField):
    """A body: HTML of ``prose.html.allowed`` only, edited with the prose editor."""

    def clean(self, value: Any, model_instance: models.Model | None) -> str:
        try:
            cleaned = clean_html(value or "")
        except ProseError as error:
            raise ValidationError(str(error), code="prose") from error
        return str(super().clean(cleaned, model_instance))

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        value = super().pre_save(model_instance, add)
        if isinstance(value, str):
            value = clean_html(value)
            setattr(model_instance, self.attname, value)
        return value

    def formfield(self, **kwargs: Any) -> Any:
        # Set here, because the admin passes its own widget for every TextField.
        return super().formfield(**{**kwargs, "form_class": BodyFormField, "widget": BodyWidget})


class LineField(CharField):
    """One line of plain text, cleaned by ``clean_line``."""

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**{"form_class": LineFormField, **kwargs})

    def to_python(self, value: Any) -> Any:
        return clean_line(value) if isinstance(value, str) else super().to_python(value)

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        value = self.to_python(super().pre_save(model_instance, add))
        setattr(model_instance, self.attname, value)
        return value


class KeptField(LineField):
    """A line that is kept in the form that its function gives it."""

    def to_python(self, value: Any) -> Any:
        line = super().to_python(value)
        try:
            return self.in_kept_form(line) if line else line
        except ProseError as error:
            raise ValidationError(str(error), code="address") from error

    def get_prep_value(self, value: Any) -> Any:
        return value  # kept already, or asked for by a request, which may be for anything

    @staticmethod
    def in_kept_form(written: str) -> str:
        raise NotImplementedError


class PageAddressField(KeptField):
    """The address of a page, as a path of this site or on the web, in the form that ``page_address`` gives it."""

    in_kept_form = staticmethod(page_address)


class PlainField(TextField):
    """Plain text of several lines, cleaned by ``clean_text``."""

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**{"form_class": PlainFormField, **kwargs})

    def to_python(self, value: Any) -> Any:
        return clean_text(value) if isinstance(value, str) else super().to_python(value)

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        value = self.to_python(super().pre_save(model_instance, add))
        setattr(model_instance, self.attname, value)
        return value


class WebURLField(CharField):
    """The address of a web page, cleaned by ``check_url``."""

    default_validators = [validate_url]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", MAX_URL_CHARS)
        super().__init__(*args, **kwargs)

    def clean(self, value: Any, model_instance: models.Model | None) -> Any:
        value = super().clean(value, model_instance)
        return check_url(value) if value else value

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        # Code that saves without a form gets the same check: an unsafe address raises ProseError.
        value = super().pre_save(model_instance, add)
        if value:
            value = check_url(value)
            setattr(model_instance, self.attname, value)
        return value

    def formfield(self, **kwargs: Any) -> Any:
        # Not forms.URLField, whose own errors would come first; and not the admin's widget for every CharField.
        return super().formfield(**{**kwargs, "widget": forms.URLInput(attrs={"class": "vURLField"})})
