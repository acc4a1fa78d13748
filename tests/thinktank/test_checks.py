"""A wrong deployment says so, with an id and a hint."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.checks import CheckMessage, run_checks

from reading.cards import fonts
from thinktank.environment import picture_storage


def found(**options: Any) -> dict[str, CheckMessage]:
    ours = [message for message in run_checks(**options) if str(message.id).startswith("thinktank.")]
    assert all(message.hint for message in ours)
    return {str(message.id): message for message in ours}


def test_the_desk_as_it_comes_has_nothing_to_say() -> None:
    assert not found()


@pytest.mark.parametrize(
    "key", ["short", "a" * 60, "django-insecure-0123456789abcdefghijklmnopqrstuvwxyz0123456789"]
)
def test_a_key_that_can_be_guessed_is_an_error(key: str, settings: Any) -> None:
    settings.SECRET_KEY = key
    assert "thinktank.E001" in found()


@pytest.mark.parametrize("hosts", [[], ["*"], ["desk.example.org", "*"], [""]])
def test_hosts_that_are_missing_or_open_to_all_are_an_error(hosts: list[str], settings: Any) -> None:
    settings.ALLOWED_HOSTS = hosts
    assert "thinktank.E002" in found()


def test_a_deployment_without_address_and_time_zone_is_warned(
    settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DESK_TIME_ZONE", "")
    warned = found(include_deployment_checks=True)
    assert {"thinktank.W003", "thinktank.W004"} <= set(warned)
    monkeypatch.setenv("DESK_TIME_ZONE", "Europe/Berlin")
    settings.SITE_URL = "https://desk.example.org"
    assert not {"thinktank.W003", "thinktank.W004"} & set(found(include_deployment_checks=True))


def test_a_home_that_cannot_be_written_is_an_error(tmp_path: Path, settings: Any) -> None:
    (tmp_path / "file").touch()
    settings.DESK_HOME = tmp_path / "file"
    assert "thinktank.E006" in found()


def test_share_cards_without_fonts_or_layout_of_joined_letters_are_warned_of(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(fonts, "has_complex_layout", lambda: False)
    assert "Arabic" in found()["thinktank.W009"].msg
    monkeypatch.setattr(fonts, "PACKAGES", ("no_such_fonts",))
    assert "no_such_fonts" in found()["thinktank.W009"].msg


@pytest.fixture
def sample_user(db: None, tmp_path: Path, settings: Any) -> User:
    settings.DESK_HOME = tmp_path
    settings.SITE_URL = "https://desk.example.org"
    (tmp_path / "sample-accounts.json").write_text(json.dumps({"sample-editor": "as kept"}))
    return User.objects.create_user("sample-editor", password="as kept")


def open_accounts() -> bool:
    return "thinktank.E005" in found(databases=["default"])


THIS_MACHINE = ["127.0.0.1", "localhost", "[::1]", "LOCALHOST", ".localhost", "127.8.8.8"]


def test_a_public_host_is_refused_while_a_sample_account_can_log_in(sample_user: User, settings: Any) -> None:
    settings.ALLOWED_HOSTS = THIS_MACHINE
    assert open_accounts()
    settings.SITE_URL = "http://127.0.0.1:8000"
    assert not open_accounts()


@pytest.mark.parametrize(
    "further", ["desk.example.org", ".example.org", "10.1.2.3", "[2001:db8::1]", "*", "desk"]
)
def test_a_further_host_is_refused_as_well_while_a_sample_account_can_log_in(
    sample_user: User, further: str, settings: Any
) -> None:
    settings.SITE_URL = "http://127.0.0.1:8000"
    settings.ALLOWED_HOSTS = [*THIS_MACHINE, further]
    assert open_accounts()


@pytest.mark.parametrize("closed", ["inactive", "another password", "no password", "gone"])
def test_a_closed_sample_account_is_no_hindrance(sample_user: User, closed: str) -> None:
    if closed == "inactive":
        sample_user.is_active = False
    elif closed == "another password":
        sample_user.set_password("changed since")
    elif closed == "no password":
        sample_user.set_unusable_password()
    sample_user.save()
    if closed == "gone":
        sample_user.delete()
    assert not open_accounts()


def test_a_sample_account_whose_kept_password_is_lost_counts_as_open(
    sample_user: User, tmp_path: Path
) -> None:
    (tmp_path / "sample-accounts.json").unlink()
    assert open_accounts()


def test_a_bucket_without_its_packages_or_with_half_a_key_is_an_error(
    settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PICTURE_BUCKET", "s3://name")
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "desk")
    monkeypatch.delenv("AWS_SECRET_ACCESS_KEY", raising=False)
    settings.STORAGES = {**settings.STORAGES, "pictures": picture_storage(Path("/"))}
    assert set(found()) == {"thinktank.E008"}
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "secret")
    assert not found()
    monkeypatch.setattr("thinktank.checks.find_spec", lambda name: None)
    assert set(found()) == {"thinktank.E007"}
