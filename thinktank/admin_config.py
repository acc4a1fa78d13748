"""Puts the desk's own site in the place of the stock admin's."""

from django.contrib.admin.apps import AdminConfig


class DeskAdminConfig(AdminConfig):
    default_site = "thinktank.admin_site.DeskSite"
