"""The admin app, set to use the desk's own admin site and words."""

from importlib import import_module

from django.apps import apps
from django.contrib.admin.apps import SimpleAdminConfig


class DeskAdminConfig(SimpleAdminConfig):
    """Without Django's autodiscovery, which would give each library a page that nobody chose."""

    default_site = "thinktank.admin_site.DeskSite"

    def ready(self) -> None:
        super().ready()
        import_module("desk.admin")
        _call_users_accounts()


def _call_users_accounts() -> None:
    """Give Django's users the desk's word on every screen; no migration records what a model is called."""
    auth = apps.get_app_config("auth")
    auth.verbose_name = "Accounts"
    user = auth.get_model("User")._meta
    user.verbose_name, user.verbose_name_plural = "account", "accounts"
    user.get_field("username").error_messages["unique"] = "There is an account with this name already."  # type: ignore[union-attr]
