"""Every address of the desk: the admin behind, the readers' pages in front."""

from django.contrib import admin
from django.urls import path

urlpatterns = [path("admin/", admin.site.urls)]
