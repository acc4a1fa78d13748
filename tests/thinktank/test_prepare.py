"""`manage.py prepare` does each step only when it is necessary."""

import io
import os
import time
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.core.management import CommandError, call_command
from django.core.management.base import SystemCheckError

from tests.factories import ArticleFactory
from thinktank import backup, schema
from thinktank.backup import before_migrating
from thinktank.management.commands import prepare
from thinktank.static_files import collecting


@pytest.fixture
def home(tmp_path: Path, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home for the tests' migrated database, where the slow steps only say that they were asked for."""
    settings.DESK_HOME = tmp_path
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.ALLOWED_HOSTS = ["127.0.0.1"]  # the test runner's own name would make it a desk for others
    monkeypatch.setattr(collecting, "collect_if_changed", lambda: False)
    monkeypatch.setenv("DESK_SAMPLE", "0")
    return tmp_path


@pytest.fixture
def migration_is_due(monkeypatch: pytest.MonkeyPatch) -> None:
    known = schema.known_migrations() | {"articles.9999_comes_later"}
    monkeypatch.setattr(schema, "known_migrations", lambda: known)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The commands that were called, of which the sample desk and migrating are not run."""
    asked: list[str] = []

    def note(name: str, **options: Any) -> None:
        asked.append(name)
        if name not in ("sample_desk", "migrate"):
            call_command(name, **options)

    monkeypatch.setattr(prepare, "call_command", note)
    return asked


def told() -> str:
    said = io.StringIO()
    call_command("prepare", stdout=said, stderr=io.StringIO())
    return said.getvalue()


@pytest.mark.django_db
def test_a_desk_with_pieces_is_backed_up_before_it_is_migrated(
    home: Path, migration_is_due: None, monkeypatch: pytest.MonkeyPatch, asked: list[str]
) -> None:
    monkeypatch.setattr(before_migrating, "write_backup", lambda file: asked.append("backup"))
    ArticleFactory()
    told()
    assert asked.index("backup") < asked.index("migrate")


@pytest.mark.django_db
def test_a_failing_backup_leaves_the_desk_unmigrated(
    home: Path, migration_is_due: None, monkeypatch: pytest.MonkeyPatch, asked: list[str]
) -> None:
    def fail(file: Path) -> None:
        raise backup.BackupError("The disk is full.")

    monkeypatch.setattr(before_migrating, "write_backup", fail)
    ArticleFactory()
    with pytest.raises(CommandError, match=r"The disk is full\. The database is not migrated"):
        told()
    assert "migrate" not in asked


@pytest.mark.django_db
def test_an_empty_desk_is_migrated_without_a_backup_and_a_current_one_not_at_all(
    home: Path, asked: list[str], request: pytest.FixtureRequest
) -> None:
    told()
    assert "migrate" not in asked
    request.getfixturevalue("migration_is_due")
    told()
    assert "migrate" in asked
    assert not (home / "backups").exists()


@pytest.mark.django_db
def test_groups_are_set_up(home: Path) -> None:
    told()
    assert {"Authors", "Editors", "Publishers"} <= set(Group.objects.values_list("name", flat=True))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("site", "further", "sample", "wanted"),
    [
        ("http://127.0.0.1:8000", "localhost", "1", True),
        ("http://127.0.0.1:8000", "localhost", "0", False),
        ("http://127.0.0.1:8000", "desk.example.org", "1", False),
        ("https://desk.example.org", "localhost", "1", False),
        ("https://desk.internal", "localhost", "1", False),
    ],
)
def test_only_an_empty_desk_on_this_machine_gets_the_sample(
    home: Path,
    settings: Any,
    monkeypatch: pytest.MonkeyPatch,
    asked: list[str],
    site: str,
    further: str,
    sample: str,
    wanted: bool,
) -> None:
    settings.SITE_URL = site
    settings.ALLOWED_HOSTS = ["127.0.0.1", further]
    monkeypatch.setenv("DESK_SAMPLE", sample)
    told()
    assert ("sample_desk" in asked) is wanted


@pytest.mark.django_db
@pytest.mark.parametrize("used_by", [ArticleFactory, lambda: User.objects.create_user("ada")])
def test_a_desk_that_is_in_use_never_gets_the_sample(
    home: Path, monkeypatch: pytest.MonkeyPatch, asked: list[str], used_by: Any
) -> None:
    monkeypatch.setenv("DESK_SAMPLE", "1")
    used_by()
    told()
    assert "sample_desk" not in asked


@pytest.mark.django_db
def test_the_welcome_link_is_told_until_there_is_an_administrator(home: Path) -> None:
    assert "/welcome/" in told()
    User.objects.create_superuser("ada")
    assert told() == ""


@pytest.mark.django_db
def test_a_public_desk_with_an_open_sample_account_is_not_prepared(home: Path, settings: Any) -> None:
    User.objects.create_superuser("sample-admin", password="as kept")
    (home / "sample-accounts.json").write_text('{"sample-admin": "as kept"}')
    assert "sample-admin" in told()
    settings.SITE_URL = "https://desk.example.org"
    with pytest.raises(SystemCheckError, match=r"thinktank\.E005"):
        told()


def test_static_files_are_collected_when_one_has_changed(tmp_path: Path, settings: Any) -> None:
    settings.DESK_HOME, settings.STATIC_ROOT = tmp_path, tmp_path / "static"
    (tmp_path / "source").mkdir()
    file = tmp_path / "source" / "house.css"
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STATICFILES_DIRS = [tmp_path / "source"]
    for text, collected in [("a", True), ("a", False), ("ab", True), ("ab", False)]:
        if collected:
            file.write_text(text)
            os.utime(file, (time.time() + 10 * len(text),) * 2)  # collectstatic compares whole seconds
        assert collecting.collect_if_changed() is collected
        assert (tmp_path / "static" / "house.css").read_text() == text
