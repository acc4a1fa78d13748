"""Rows and files of pictures go together, whatever process is ended at whatever step."""

import json
import urllib.request
from io import StringIO
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, IntegrityError, transaction
from django.utils import timezone

from pictures import acts, storage
from pictures.models import Picture, PictureFile, StoredFile
from pictures.worker.loop import work_off
from pictures.worker.work import MOST_ATTEMPTS, do_one
from tests.conftest import NOW
from tests.pictures.conftest import Add, opened, read
from tests.pictures.files.photos import drawing, file_of
from thinktank.environment import picture_storage

pytestmark = pytest.mark.django_db
in_folder_and_bucket = pytest.mark.usefixtures("storage_kind")


class Killed(BaseException):
    """The process ends here: nothing after it runs, and PostgreSQL rolls its transaction back."""


@in_folder_and_bucket
def test_a_picture_has_its_master_and_smallest_size_at_once_and_the_others_after_the_worker(add: Add) -> None:
    file = add().files.get()
    assert StoredFile.objects.to_store().count() == 2
    assert (
        StoredFile.objects.to_make().count() == 3
    )  # AVIF and JPEG in 480 and 520, without the smallest JPEG
    assert work_off() == 5
    for row in file.stored.filter(is_master=False):
        made = opened(storage.read(row.path))
        assert (made.width, made.format) == (row.width, row.file_format.upper())
    assert {row.size == len(storage.read(row.path)) for row in file.stored.all()} == {True}


class KilledWhileWriting:
    """Writes files, but of one only the first half: then the process ends."""

    def __init__(self, number: int) -> None:
        self.number, self.written, self.write = number, 0, storage.write

    def __call__(self, path: str, content: bytes) -> None:
        self.written += 1
        if self.written == self.number:
            self.write(path, content[: len(content) // 2])
            raise Killed
        self.write(path, content)


@in_folder_and_bucket
@pytest.mark.parametrize("file", range(1, 6))
def test_a_worker_that_is_killed_at_any_file_leaves_it_for_the_next(add: Add, file: int) -> None:
    add()
    with (
        patch("pictures.worker.work.storage.write", KilledWhileWriting(file)),
        pytest.raises(Killed),
    ):
        work_off()
    assert work_off() == 6 - file
    for row in StoredFile.objects.select_related("file"):
        opened(storage.read(row.path)).load()


@in_folder_and_bucket
def test_what_cannot_be_made_is_tried_three_times_and_keeps_no_other_from_being_made(add: Add) -> None:
    add()
    with patch("pictures.worker.work.rendition_of_master", side_effect=OSError("no")):
        work_off()
    left = StoredFile.objects.to_make()
    assert {row.attempts for row in left} == {MOST_ATTEMPTS}
    assert not do_one(timezone.now)
    add(title="Another")
    assert work_off() == 5


def test_a_replaced_file_keeps_the_earlier_one_and_its_address(add: Add, editor) -> None:
    picture = add()
    before = picture.files.get()
    better = file_of(drawing(2400, 1500))
    after = acts.replace_file(picture, read(better), better, upload_name="better.jpg", by=editor, at=NOW)
    assert [file.number for file in picture.files.all()] == [2, 1]
    assert PictureFile.objects.current().get() == after
    assert before.name != after.name


@in_folder_and_bucket
def test_a_storage_that_is_away_is_waited_for_and_counts_as_no_attempt(add: Add) -> None:
    add()
    assert [do_one(timezone.now) for _ in range(2)] == [True, True]  # the master is in the storage now
    away = OSError("The bucket is away.")
    for part in ("read", "write"):
        with patch(f"pictures.worker.work.storage.{part}", side_effect=away), pytest.raises(OSError):
            do_one(timezone.now)
    assert {row.attempts for row in StoredFile.objects.to_make()} == {0}
    assert work_off() == 3


@pytest.mark.parametrize("change", [{"width": 1}, {"name": "a" * 26}, {"number": 7}, {"digest": "0" * 64}])
def test_postgresql_refuses_to_change_what_a_file_is(add: Add, change: dict[str, object]) -> None:
    add()
    with pytest.raises(DatabaseError), transaction.atomic():
        PictureFile.objects.update(**change)


@pytest.mark.parametrize(
    "change", [{"width": 481}, {"content": b"x", "size": 1}, {"size": None}, {"is_master": True}]
)
def test_postgresql_refuses_a_stored_file_that_is_not_what_its_row_says(add: Add, change) -> None:
    add()
    work_off()
    with pytest.raises((DatabaseError, IntegrityError)), transaction.atomic():
        StoredFile.objects.filter(is_master=False, width=480).update(**change)


def test_the_same_picture_smaller_is_found_by_its_look(add: Add) -> None:
    look = add().files.get().look
    small = read(file_of(drawing(300, 188), "PNG")).look
    assert PictureFile.objects.alike(small, within=6).count() == 1
    assert PictureFile.objects.alike(~look, within=6).count() == 0


def test_the_words_of_an_upload_s_name_are_in_no_address(add: Add) -> None:
    names = {row.path for row in add(title="Secret budget").files.get().stored.all()}
    assert not [path for path in names if "quay" in path.lower() or "budget" in path.lower()]
    assert len(add(title="Two").files.get().name) == 26


def test_a_picture_of_another_house_is_seen_by_no_one_limited_to_one(add: Add, desk, editor) -> None:
    add()
    assert Picture.objects.visible_to(editor).count() == 1


@in_folder_and_bucket
def test_a_picture_that_nothing_uses_goes_with_all_its_files(add: Add) -> None:
    picture = add()
    work_off()
    acts.remove_picture(picture)
    assert not Picture.objects.exists()
    assert len(list(storage.all_paths())) == 5
    work_off()
    assert not list(storage.all_paths())


@in_folder_and_bucket
def test_a_sweep_removes_files_without_a_row_and_makes_lost_sizes_again(add: Add) -> None:
    file = add().files.get()
    work_off()
    storage.write(f"pictures/{file.name}/700.avif", b"left over")
    storage.write("pictures/nobody/480.avif", b"left over")
    lost = file.stored.get(width=520, file_format="avif")
    storage.remove(lost.path)
    storage.write(file.stored.get(width=480, file_format="avif").path, b"half")
    out = StringIO()
    call_command("sweep_pictures", "--dry-run", stdout=out)
    assert json.loads(out.getvalue()) == {"looked_at": 6, "without_row": 2, "to_make_again": 2, "lost": []}
    assert work_off() == 0
    call_command("sweep_pictures", stdout=StringIO())
    assert work_off() == 4
    assert sorted(storage.all_paths()) == sorted(row.path for row in file.stored.all())


@in_folder_and_bucket
def test_a_sweep_names_a_lost_master(add: Add) -> None:
    file = add().files.get()
    work_off()
    storage.remove(file.stored.get(is_master=True).path)
    with pytest.raises(CommandError, match=f"Lost.*{file.name}/master.jpeg"):
        call_command("sweep_pictures", stdout=StringIO())


@in_folder_and_bucket
def test_the_command_makes_what_is_missing_and_says_so_to_programs(add: Add) -> None:
    add()
    out = StringIO()
    call_command("make_renditions", stdout=out)
    assert json.loads(out.getvalue()) == {"made": 5, "left": 0}


def test_a_bucket_signs_addresses_for_a_while_and_a_folder_has_none(add: Add, storage_kind: str) -> None:
    master = add().files.get().stored.get(is_master=True)
    work_off()
    address = storage.signed_address(master.path, seconds=60)
    if storage_kind == "folder":
        assert (address, storage.local_path(master.path) is not None) == (None, True)
        return
    assert storage.local_path(master.path) is None
    assert address is not None
    assert "X-Amz-Expires=60" in address
    with urllib.request.urlopen(address) as answer:
        assert answer.headers["Content-Type"] == "image/jpeg"
        assert answer.read() == storage.read(master.path)


def test_a_bucket_that_is_away_or_not_there_is_trouble_as_with_a_disk(
    add: Add, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "desk")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "secret")
    monkeypatch.setenv("PICTURE_BUCKET", "s3://away?endpoint=http://127.0.0.1:9&region=us-east-1")
    settings.STORAGES = {**settings.STORAGES, "pictures": picture_storage(Path("/"))}
    add()
    with pytest.raises(OSError, match="Could not connect"):
        do_one(timezone.now)
    assert StoredFile.objects.to_store().count() == 2
