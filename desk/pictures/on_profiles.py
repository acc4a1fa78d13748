"""Portraits of people and logos of institutions and outlets, on the pages of those records."""

from typing import Any

from django.contrib import admin, messages
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import format_html

from authors.models import Author
from desk.library.pages import record_address
from desk.pictures.choosing import let_choose
from desk.widgets import keep_shown
from pictures.models import Logo, Picture
from prose.quotation_marks import in_quotes

PORTRAIT = (
    "Portrait",
    {
        "fields": ["portrait", "portrait_alt"],
        "classes": ["collapse"],
        "description": "It stands on the person’s own page while one of their pieces is out, with credit and licence.",
    },
)
_SQUARE = {"data-crop": "1:1"}


class WithPortrait(admin.ModelAdmin):  # type: ignore[type-arg]
    """Mixin for the admin of people: their portrait. Put it before the model's own admin class."""

    def get_fieldsets(self, request: HttpRequest, obj: Author | None = None) -> Any:
        first, *others = super().get_fieldsets(request, obj)
        return [first, PORTRAIT, *others]

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form: Any = super().get_form(request, obj, change, **kwargs)
        let_choose(form, "portrait", request.user, obj.portrait_id if obj else None, _SQUARE)
        if "portrait" in form.base_fields:
            keep_shown(form.base_fields["portrait"])
        return form

    def save_model(self, request: HttpRequest, obj: Author, form: Any, change: bool) -> None:
        """Save. A form opened earlier, in which nobody touched the portrait, leaves it as it is by now."""
        if change and "portrait" not in form.changed_data and "portrait" in form.initial:
            obj.portrait_id = form.initial["portrait"]
        super().save_model(request, obj, form, change)
        if "portrait" in form.changed_data and obj.portrait:
            _say_if_hidden(request, obj.portrait)


class WithLogo(admin.ModelAdmin):  # type: ignore[type-arg]
    """Mixin for the admin of institutions and outlets, which have a `LogoInline`."""

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        super().save_formset(request, form, formset, change)
        if formset.model is Logo:
            for logo in (*formset.new_objects, *(logo for logo, _ in formset.changed_objects)):
                _say_if_hidden(request, logo.picture)


def _say_if_hidden(request: HttpRequest, picture: Picture) -> None:
    """Warn of a picture that no page shows yet: a page about somebody needs a permission for every piece."""
    if not picture.clearances.allowing(timezone.localdate()).exists():
        messages.warning(
            request,
            format_html(
                "Readers do not see the picture {} yet: no licence or permission on record lets every page show it "
                'today. <a href="{}">Settle it on its page.</a>',
                in_quotes(picture),
                record_address(picture),
            ),
        )


class LogoInline(admin.StackedInline):  # type: ignore[type-arg]
    """The logo of an institution or an outlet: one row."""

    model = Logo
    fields = ["picture"]
    extra = 0
    classes = ["collapse"]
    verbose_name_plural = "Logo"

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        formset: Any = super().get_formset(request, obj, **kwargs)
        logo = getattr(obj, "logo", None)
        let_choose(formset.form, "picture", request.user, logo.picture_id if logo else None)
        return formset
