"""My desk: the admin's front page and what every page of it carries."""

from typing import Any

from django.contrib.admin import AdminSite
from django.http import HttpRequest, JsonResponse
from django.template.response import TemplateResponse


class DeskSite(AdminSite):
    """The stock admin under the desk's own name, opening on what a person works on."""

    site_header = "My desk"
    site_title = "My desk"
    index_title = "My desk"
    enable_nav_sidebar = False  # lists and texts need the width; the header leads to what is used daily

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        # Imported here: the site is built before the models are.
        from desk.my_desk import my_desk

        return super().index(request, {**my_desk(request), **(extra_context or {})})

    def autocomplete_view(self, request: HttpRequest) -> JsonResponse:
        """A picker's search; PostgreSQL takes no NUL, so none reaches it."""
        if "\x00" in request.GET.get("term", ""):
            asked = request.GET.copy()
            asked["term"] = str(asked["term"]).replace("\x00", "")
            request.GET = asked  # type: ignore[assignment]
        return super().autocomplete_view(request)  # type: ignore[return-value]
