"""The project as an app: it has management commands and system checks, and no models."""

from django.apps import AppConfig
from django.core.checks import Tags, register

from . import checks


class ThinktankConfig(AppConfig):
    name = "thinktank"
    verbose_name = "The desk"

    def ready(self) -> None:
        register(checks.secret_key_is_secret, Tags.security)
        register(checks.hosts_are_named, Tags.security)
        register(checks.site_has_an_address, Tags.security, deploy=True)
        register(checks.desk_has_a_time_zone, deploy=True)
        register(checks.sample_accounts_are_closed, Tags.database)
        register(checks.home_can_be_written)
        register(checks.bucket_can_be_used)
        register(checks.cards_can_be_drawn)
