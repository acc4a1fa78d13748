"""The roof as an app: it carries the desk's commands and system checks."""

from django.apps import AppConfig


class ThinktankConfig(AppConfig):
    name = "thinktank"
    verbose_name = "The desk"
