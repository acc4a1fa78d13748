"""The desk's admin site. Its front page is "My desk"."""

from functools import wraps
from typing import Any, cast

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, URLResolver, path, reverse
from django.utils.cache import patch_cache_control
from django.utils.decorators import method_decorator
from django.utils.functional import SimpleLazyObject
from django.views.decorators.http import require_http_methods

from desk.first_steps.views import NAME as FIRST_STEPS
from desk.first_steps.views import first_steps
from desk.my_desk.context import my_desk
from desk.my_desk.records import NAME as RECORDS
from desk.my_desk.records import records
from desk.odd_requests import View, put_right
from desk.pages import ONLY_SHOW
from desk.sign_in import SignInForm
from desk.unsaved.site import KeepingSite

READING = ["GET", "HEAD"]
METHODS = [*READING, "POST"]
READ_ONLY = ("index", "app_list", "password_change_done", "jsi18n", "autocomplete", RECORDS, *ONLY_SHOW)
"""Names of routes whose pages only show something, and ends of such names: a POST there is a mistake."""


class DeskSite(KeepingSite):
    """Django's admin site with the desk's name and a front page of the user's own work."""

    site_header = "My desk"
    site_title = "My desk"
    index_title = "My desk"
    login_form = SignInForm
    enable_nav_sidebar = False  # lists and texts need the width; the header links to the daily pages

    def get_urls(self) -> list[URLPattern | URLResolver]:
        """Without the redirect from any row of any table to its page: no model here has one."""
        own = [
            path("first-steps/", self.admin_view(first_steps), name=FIRST_STEPS),
            path("records/", self.admin_view(records), name=RECORDS),
        ]
        urls: list[URLPattern | URLResolver] = [*own, *super().get_urls()]
        return [url for url in urls if getattr(url, "name", None) != "view_on_site"]

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:
        """Refuse other methods: Django's pages answer a DELETE, or a POST to a history, as if it were a GET."""
        protected: View = super().admin_view(put_right(view), cacheable)
        reading, writing = (require_http_methods(methods)(protected) for methods in (READING, METHODS))

        @wraps(protected)
        def in_its_methods(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            match = request.resolver_match
            is_read_only = match is not None and (match.url_name or "").endswith(READ_ONLY)
            return (reading if is_read_only else writing)(request, *args, **kwargs)

        return in_its_methods

    @method_decorator(require_http_methods(METHODS))
    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        if request.method == "HEAD" and self.has_permission(request):
            return HttpResponseRedirect(reverse("admin:index"))  # as Django does for GET
        return super().login(request, extra_context)

    def i18n_javascript(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Django's words for scripts, kept by the browser for an hour: only a release changes them."""
        answer = super().i18n_javascript(request, extra_context)
        patch_cache_control(answer, private=True, max_age=3600)
        return answer

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        return super().index(request, {**my_desk(request), **(extra_context or {})})

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[dict[str, Any]]:
        """Pieces first, then the other apps by their names. Built once it is looked at: most pages do not show it."""
        build = super().get_app_list

        def in_order() -> list[dict[str, Any]]:
            return sorted(build(request, app_label), key=lambda app: app["app_label"] != "articles")

        return cast("list[dict[str, Any]]", SimpleLazyObject(in_order))
