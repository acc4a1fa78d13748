"""Every address of the desk: the admin behind, the readers' pages in front."""

from django.contrib import admin
from django.urls import include, path

from . import health, welcome

urlpatterns = [
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("welcome/<str:token>/", welcome.welcome, name="welcome"),
    path("admin/", admin.site.urls),
    path("", include("articles.reading.urls")),
]
handler404 = "articles.reading.views.not_found"
