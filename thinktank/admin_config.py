"""The admin app, set to use the desk's own admin site."""

from django.contrib.admin.apps import AdminConfig


class DeskAdminConfig(AdminConfig):
    default_site = "thinktank.admin_site.DeskSite"
