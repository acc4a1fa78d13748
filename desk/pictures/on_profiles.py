"""Portraits of people and logos of institutions and outlets, on the pages of those records."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from authors.models import Author
from desk.pictures.pages import file_address, newest_file, picture_address
from desk.pictures.permission import permission_of
from pictures.models import Logo, Picture
from prose.forms.pickers import PickedByTyping

PORTRAIT = (
    "Portrait",
    {
        "fields": ["portrait", "portrait_now", "portrait_alt"],
        "classes": ["collapse"],
        "description": "It stands on the person’s own page while one of their pieces is out, with credit and licence.",
    },
)
_NO_LINKS = ("can_add_related", "can_change_related", "can_delete_related", "can_view_related")
_PREVIEW_WIDTH = 160


def shown_at_the_desk(picture: Picture | None) -> SafeString | str:
    """A small picture with a link to its page, and how its permission stands today."""
    if picture is None:
        return "-"
    file = newest_file(picture)
    height = max(1, round(file.height * _PREVIEW_WIDTH / file.width))
    return format_html(
        '<a href="{}"><img class="face-now" src="{}" width="{}" height="{}" alt="Its page in the library"></a><br>{}',
        picture_address(picture),
        file_address(file),
        _PREVIEW_WIDTH,
        height,
        permission_of(picture.clearances.all(), timezone.localdate()).words,
    )


class WithPortrait(admin.ModelAdmin):  # type: ignore[type-arg]
    """Mixin for the admin of people: their portrait. Put it before the model's own admin class."""

    def get_fieldsets(self, request: HttpRequest, obj: Author | None = None) -> Any:
        first, *others = super().get_fieldsets(request, obj)
        return [first, PORTRAIT, *others]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return [*super().get_readonly_fields(request, obj), "portrait_now"]

    def get_autocomplete_fields(self, request: HttpRequest) -> Any:
        return [*super().get_autocomplete_fields(request), "portrait"]

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form: Any = super().get_form(request, obj, change, **kwargs)
        _offer(form, "portrait", request, obj.portrait_id if obj else None)
        if "portrait" in form.base_fields:
            form.base_fields["portrait"].show_hidden_initial = True
        return form

    def save_model(self, request: HttpRequest, obj: Author, form: Any, change: bool) -> None:
        """Save. A form opened earlier, in which nobody touched the portrait, leaves it as it is by now."""
        if change and "portrait" not in form.changed_data and "portrait" in form.initial:
            obj.portrait_id = form.initial["portrait"]
        super().save_model(request, obj, form, change)

    @admin.display(description="portrait now")
    def portrait_now(self, author: Author) -> SafeString | str:
        return shown_at_the_desk(author.portrait)


class LogoInline(PickedByTyping, admin.StackedInline):  # type: ignore[type-arg]
    """The logo of an institution or an outlet: one row."""

    model = Logo
    fields = ["picture", "logo_now"]
    readonly_fields = ["logo_now"]
    extra = 0
    classes = ["collapse"]
    verbose_name_plural = "Logo"
    autocomplete_fields = ["picture"]

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        formset: Any = super().get_formset(request, obj, **kwargs)
        logo = getattr(obj, "logo", None)
        _offer(formset.form, "picture", request, logo.picture_id if logo else None)
        return formset

    @admin.display(description="logo now")
    def logo_now(self, logo: Logo) -> SafeString | str:
        return shown_at_the_desk(logo.picture if logo.pk else None)


def _offer(form: Any, name: str, request: HttpRequest, own: int | None) -> None:
    """Let the field offer the pictures that the user sees, and the one that the record has; without links to others."""
    field: Any = form.base_fields.get(name)
    if field is not None:
        field.queryset = Picture.objects.offered_to(request.user, own)
        for right in _NO_LINKS:
            setattr(field.widget, right, False)
