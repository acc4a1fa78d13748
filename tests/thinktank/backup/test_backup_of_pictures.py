"""Pictures in a backup: those in a folder come back with their rows, those in a bucket are named as left out."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command

from pictures.acts import PictureFacts, add_picture
from pictures.worker.loop import work_off
from pictures.worker.sweep import sweep
from tests.conftest import NOW
from tests.pictures.conftest import read
from tests.pictures.files.photos import drawing, file_of
from thinktank.environment import BUCKET, picture_storage

pytestmark = [pytest.mark.long, pytest.mark.django_db(transaction=True)]


def test_pictures_and_their_files_come_back_together(
    home: Path, tmp_path: Path, elsewhere: Callable[[], Path], settings: Any
) -> None:
    store_in(home / "media", settings)
    content = file_of(drawing(300, 200))
    facts, ada = PictureFacts(title="Quay"), User.objects.create_user("ada")
    add_picture(facts, read(content), content, upload_name="quay.jpg", by=ada, at=NOW)
    work_off()
    said = io.StringIO()
    call_command("backup", str(tmp_path / "desk.zip"), stdout=said)
    assert "bucket" not in said.getvalue()
    store_in(elsewhere() / "media", settings)
    call_command("restore", str(tmp_path / "desk.zip"), stdout=said)
    assert "sweep_pictures --dry-run" in said.getvalue()
    found = list(sweep(only_look=True))[-1]
    assert (found.looked_at, found.without_row, found.to_make_again, found.lost) == (3, 0, 0, [])


def store_in(folder: Path, settings: Any) -> None:
    settings.STORAGES = {**settings.STORAGES, "pictures": picture_storage(folder)}


def test_a_backup_says_that_a_bucket_is_not_in_it(home: Path, tmp_path: Path, settings: Any) -> None:
    in_bucket = {"BACKEND": BUCKET, "OPTIONS": {"bucket_name": "quay-pictures"}}
    settings.STORAGES, said = {**settings.STORAGES, "pictures": in_bucket}, io.StringIO()
    call_command("backup", str(tmp_path / "desk.zip"), stdout=said)
    assert "are in the bucket quay-pictures and not in this file" in said.getvalue()
