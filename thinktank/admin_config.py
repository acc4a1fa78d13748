"""The admin app, set to use the desk's own admin site."""

from importlib import import_module

from django.contrib.admin.apps import SimpleAdminConfig


class DeskAdminConfig(SimpleAdminConfig):
    """Without Django's autodiscovery, which would give each library a page that nobody chose."""

    default_site = "thinktank.admin_site.DeskSite"

    def ready(self) -> None:
        super().ready()
        import_module("desk.admin")
