"""Admin of pictures: the library."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, path
from django.utils import timezone

from desk.pictures.adding import add_pictures
from desk.pictures.alike import alike_ones
from desk.pictures.choose import choose
from desk.pictures.clearances import ClearanceInline, print_cleared
from desk.pictures.file_words import words_of_file
from desk.pictures.form import FIELDSETS, PictureForm
from desk.pictures.list import ListedPictures
from desk.pictures.pages import LARGE, PicturePage, file_address, may_change, newest_file
from desk.pictures.removing import RemovedByActs
from desk.pictures.replacing import replace
from desk.pictures.serving import picture_file
from desk.pictures.upload import upload
from desk.pictures.uses import uses_of
from desk.printed_records.admin import PrintedRecordAdmin
from disclaimers.lineage import is_limited, open_to
from pictures.models import Picture
from prose.fields import LineField, PlainField
from prose.forms.day_input import DayInput

VIEWS: dict[PicturePage, Callable[..., HttpResponse]] = {
    PicturePage.FILE: picture_file,
    PicturePage.REPLACE: replace,
    PicturePage.CHOOSE: choose,
    PicturePage.UPLOAD: upload,
}


class PictureAdmin(PrintedRecordAdmin, RemovedByActs, ListedPictures):
    """A picture's page: the picture with its focal point, its facts, its licences and permissions, its uses."""

    form = PictureForm
    fieldsets = FIELDSETS
    inlines = [ClearanceInline]
    printed_fields = frozenset(
        (
            "creator",
            "credit",
            "source_kind",
            "source",
            "description",
            "language",
            "focus_across",
            "focus_down",
        )
    )
    formfield_overrides = {
        models.DateField: {"widget": DayInput},
        LineField: {"widget": forms.TextInput(attrs={"class": "vTextField"})},
        PlainField: {"widget": forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"})},
    }

    def get_urls(self) -> list[URLPattern | URLResolver]:  # type: ignore[override]
        """The library's pages before Django's, whose `<path:object_id>/` would catch them."""
        protected = self.admin_site.admin_view
        own = [path(page.value, protected(VIEWS[page]), name=page.url_name) for page in PicturePage]
        return [*own, *super().get_urls()]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Picture]:
        visible = Picture.objects.visible_to(request.user).values("pk")
        return super().get_queryset(request).filter(pk__in=visible)

    def has_change_permission(self, request: HttpRequest, obj: Picture | None = None) -> bool:
        return super().has_change_permission(request) if obj is None else may_change(request.user, obj)

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        return add_pictures(request)

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """The user's houses, without links to change one; whoever works for some of them chooses one."""
        field: Any = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "institution":
            field.queryset = open_to(request.user)
            field.empty_label = "Every house"
            if is_limited(request.user):
                field.required, field.empty_label = True, None
            for right in ("can_add_related", "can_change_related", "can_delete_related", "can_view_related"):
                setattr(field.widget, right, False)
        return field

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Save, and print the pages again that may show the picture from now on, or may no longer."""
        super().save_related(request, form, formsets, change)
        if any(rows.has_changed() for rows in formsets):
            print_cleared(request, form.instance)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        picture: Picture = kwargs["obj"]
        file = newest_file(picture)
        context |= {
            "title": str(picture),
            "subtitle": None,
            "file": file,
            "large": file_address(file, LARGE),
            "small": file_address(file),
            "words": words_of_file(file, picture),
            "uses": uses_of(picture, request.user, timezone.now()),
            "alike": alike_ones(picture, request.user),
            "may_save": self.has_change_permission(request, picture),
            "replace_address": PicturePage.REPLACE.address(picture.pk),
            "show_save_and_add_another": False,
        }
        return super().render_change_form(request, context, *args, **kwargs)
