"""Admin of pictures: the library."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, path
from django.utils import timezone

from desk.library.admin import LibraryAdmin
from desk.library.clearances import TermsInline
from desk.library.pages import newest_file
from desk.pictures.adding import add_pictures
from desk.pictures.alike import alike_ones
from desk.pictures.choose import choose
from desk.pictures.file_words import words_of_file
from desk.pictures.form import FIELDSETS, PictureForm
from desk.pictures.list import ListedPictures
from desk.pictures.pages import LARGE, PicturePage, file_address
from desk.pictures.replacing import replace
from desk.pictures.serving import picture_file
from desk.pictures.upload import upload
from desk.pictures.uses import uses_of
from pictures import acts
from pictures.models import Clearance, Picture

VIEWS: dict[PicturePage, Callable[..., HttpResponse]] = {
    PicturePage.FILE: picture_file,
    PicturePage.REPLACE: replace,
    PicturePage.CHOOSE: choose,
    PicturePage.UPLOAD: upload,
}


class ClearanceInline(TermsInline):
    """Licences and permissions for the picture."""

    model = Clearance
    verbose_name_plural = "Licences and permissions: until one allows it, no page shows the picture"


class PictureAdmin(LibraryAdmin, ListedPictures):
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
    uses_of = staticmethod(uses_of)
    remove = staticmethod(acts.remove_picture)
    what_goes = "No piece has shown it, and it is no portrait and no logo. Its files go too."

    def get_urls(self) -> list[URLPattern | URLResolver]:  # type: ignore[override]
        """The library's pages before Django's, whose `<path:object_id>/` would catch them."""
        protected = self.admin_site.admin_view
        own = [path(page.value, protected(VIEWS[page]), name=page.url_name) for page in PicturePage]
        return [*own, *super().get_urls()]

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        return add_pictures(request)

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
