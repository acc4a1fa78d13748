"""The roof as an app: it carries the desk's commands and system checks."""

from django.apps import AppConfig


class ThinktankConfig(AppConfig):
    name = "thinktank"
    verbose_name = "The desk"

    def ready(self) -> None:
        from . import checks  # noqa: F401 - registers them
