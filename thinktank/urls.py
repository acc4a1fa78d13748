"""The root URLconf: health checks, the welcome link, the admin and the public pages."""

from django.contrib import admin
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.templatetags.static import static
from django.urls import include, path
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from . import health, welcome


@require_safe
@cache_control(public=True, max_age=24 * 3600)  # the static file's name changes with its content
def favicon(request: HttpRequest) -> HttpResponse:
    """Redirect to the site's icon. Browsers request this path for responses without HTML, such as a feed."""
    return HttpResponsePermanentRedirect(static("desk/mark.svg"))


urlpatterns = [
    path("favicon.ico", favicon, name="favicon"),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("welcome/<str:token>/", welcome.welcome, name="welcome"),
    path("admin/", admin.site.urls),
    path("shared/", include("desk.sharing.urls")),
    path("", include("reading.urls")),
]
handler400 = "thinktank.errors.bad_request"
handler500 = "thinktank.errors.server_error"
handler403 = "thinktank.errors.permission_denied"
handler404 = "thinktank.errors.page_not_found"
