"""The desk's admin site. Its front page is "My desk"."""

from typing import Any

from django.contrib.admin import AdminSite
from django.http import HttpRequest, JsonResponse
from django.template.response import TemplateResponse

from desk.my_desk import my_desk


class DeskSite(AdminSite):
    """Django's admin site with the desk's name and a front page of the user's own work."""

    site_header = "My desk"
    site_title = "My desk"
    index_title = "My desk"
    enable_nav_sidebar = False  # lists and texts need the width; the header links to the daily pages

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        return super().index(request, {**my_desk(request), **(extra_context or {})})

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[dict[str, Any]]:
        """Pieces first, then the other apps by their names."""
        apps: list[dict[str, Any]] = super().get_app_list(request, app_label)
        return sorted(apps, key=lambda app: app["app_label"] != "articles")

    def autocomplete_view(self, request: HttpRequest) -> JsonResponse:
        """Search for a picker, without NUL characters: PostgreSQL refuses them."""
        if "\x00" in request.GET.get("term", ""):
            query = request.GET.copy()
            query["term"] = str(query["term"]).replace("\x00", "")
            request.GET = query  # type: ignore[assignment]
        return super().autocomplete_view(request)  # type: ignore[return-value]
