"""System checks: key, hosts, address, time zone, sample accounts, DESK_HOME, bucket of pictures, fonts of cards."""

import os
from collections.abc import Sequence
from importlib.util import find_spec
from tempfile import TemporaryFile
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning
from django.db import DatabaseError
from environs import env

from reading.cards import fonts

from . import environment
from .sample import open_accounts

SHORTEST_SECRET = 40  # characters


def secret_key_is_secret(app_configs: Sequence[AppConfig] | None, **options: Any) -> list[CheckMessage]:
    key = settings.SECRET_KEY
    if len(key) >= SHORTEST_SECRET and len(set(key)) >= 10 and "insecure" not in key:
        return []
    hint = "Unset SECRET_KEY (the desk keeps one in DESK_HOME), or set it to 50 random characters."
    return [Error("The secret key can be guessed.", hint=hint, id="thinktank.E001")]


def hosts_are_named(app_configs: Sequence[AppConfig] | None, **options: Any) -> list[CheckMessage]:
    hosts = settings.ALLOWED_HOSTS
    if hosts and "" not in hosts and "*" not in hosts:
        return []
    hint = "Set SITE_URL; ALLOWED_HOSTS only adds further names, each in full."
    return [
        Error("The hosts the desk answers for are missing or open to all.", hint=hint, id="thinktank.E002")
    ]


def site_has_an_address(app_configs: Sequence[AppConfig] | None, **options: Any) -> list[CheckMessage]:
    if not environment.is_loopback(settings.SITE_URL):
        return []
    hint = "Set SITE_URL to the address readers use, like https://desk.example.org: links and feeds print it."
    return [Warning("SITE_URL is not set to a public address.", hint=hint, id="thinktank.W003")]


def desk_has_a_time_zone(app_configs: Sequence[AppConfig] | None, **options: Any) -> list[CheckMessage]:
    if env.str("DESK_TIME_ZONE", ""):
        return []
    hint = "Set DESK_TIME_ZONE to the zone the editors work in, like Europe/Berlin, if it is another."
    return [
        Warning(
            "The desk's time zone is not set; hours are in that of the home institution.",
            hint=hint,
            id="thinktank.W004",
        )
    ]


def sample_accounts_are_closed(
    app_configs: Sequence[AppConfig] | None, databases: Sequence[str] | None = None, **options: Any
) -> list[CheckMessage]:
    """Error if a sample account can log in and SITE_URL or ALLOWED_HOSTS names more than this machine."""
    if not databases or open_accounts.are_allowed():
        return []
    try:
        names = open_accounts.usernames_that_can_log_in()
    except DatabaseError:
        return []  # no tables yet, so no accounts
    if not names:
        return []
    hint = "Change their passwords in the admin, or make them inactive, before the desk gets a public name."
    return [Error(f"Sample accounts can log in: {', '.join(names)}.", hint=hint, id="thinktank.E005")]


def home_can_be_written(app_configs: Sequence[AppConfig] | None, **options: Any) -> list[CheckMessage]:
    try:
        settings.DESK_HOME.mkdir(parents=True, exist_ok=True)
        with TemporaryFile(dir=settings.DESK_HOME):  # no name: other processes check at the same moment
            pass
    except OSError as problem:
        hint = "Give the desk's user that folder, or set DESK_HOME to one it may write to."
        return [Error(f"DESK_HOME cannot be written: {problem}.", hint=hint, id="thinktank.E006")]
    return []


def bucket_can_be_used(app_configs: Sequence[AppConfig] | None, **options: Any) -> list[CheckMessage]:
    """Errors if PICTURE_BUCKET is set, and what it needs is not all there."""
    if settings.STORAGES["pictures"]["BACKEND"] != environment.BUCKET:
        return []
    problems: list[CheckMessage] = []
    if not (find_spec("storages") and find_spec("boto3")):
        hint = (
            "Install them with `make install-s3`, or unset PICTURE_BUCKET: pictures are then below DESK_HOME."
        )
        problems.append(
            Error("PICTURE_BUCKET needs packages that are not installed.", hint=hint, id="thinktank.E007")
        )
    halves = [name for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY") if not os.environ.get(name)]
    if len(halves) == 1:
        hint = "Set both, or neither if the machine itself has a role that may use the bucket."
        problems.append(
            Error(f"The key of the bucket of pictures lacks {halves[0]}.", hint=hint, id="thinktank.E008")
        )
    return problems


def cards_can_be_drawn(app_configs: Sequence[AppConfig] | None, **options: Any) -> list[CheckMessage]:
    if missing := fonts.missing_packages():
        hint = "Install requirements/run.txt."
        return [Warning(f"Share cards lack fonts: {', '.join(missing)}.", hint=hint, id="thinktank.W009")]
    if fonts.has_complex_layout():
        return []
    hint = "Install Pillow's own wheel, or Raqm and FriBidi (Debian: libraqm0, libfribidi0)."
    return [
        Warning(
            "Pillow cannot lay out Arabic, Hebrew or Indian scripts: their share cards have the house's name only.",
            hint=hint,
            id="thinktank.W009",
        )
    ]
