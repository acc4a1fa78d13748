"""A process killed at any step of a picture's life leaves no row without a file, and in the end no other file."""

import os
import signal
import traceback
from collections.abc import Callable
from pkgutil import resolve_name
from typing import Any
from unittest.mock import patch

import pytest
from django.contrib.auth.models import User
from django.db import connections

from pictures import acts, storage
from pictures.models import FileToRemove, Picture, StoredFile
from pictures.worker.loop import work_off
from pictures.worker.sweep import sweep
from tests.conftest import NOW
from tests.pictures.conftest import read
from tests.pictures.files.photos import drawing, file_of

STEPS = {
    "a new picture has its row": ("pictures.acts.adding._add_file", "before"),
    "its files have their rows": ("pictures.acts.adding.wake_the_worker", "before"),
    "a file is to be written": ("pictures.worker.work.storage.write", "before"),
    "a file is half written": ("pictures.worker.work.storage.write", "half"),
    "a file is written": ("pictures.worker.work.storage.write", "after"),
    "a size is to be made": ("pictures.worker.work.rendition_of_master", "before"),
    "a size is made": ("pictures.worker.work.rendition_of_master", "after"),
    "its rows are gone": ("pictures.acts.removing.wake_the_worker", "before"),
    "a file is to be removed": ("pictures.worker.work.storage.remove", "before"),
    "a file is removed": ("pictures.worker.work.storage.remove", "after"),
}
CONTENT = file_of(drawing(300, 200))


@pytest.mark.long
@pytest.mark.django_db(transaction=True)
def test_a_process_killed_at_any_step_leaves_rows_and_files_that_the_next_ones_bring_together(
    editor: User, settings: Any, storage_kind: str
) -> None:
    for step, (name, when) in STEPS.items():
        settings.STORAGES = {**settings.STORAGES}  # no connection to a bucket is shared with a forked process
        assert ended_by(lambda: live_a_life(editor), name, when) == signal.SIGKILL, step
        for row in StoredFile.objects.select_related("file"):
            is_there = (
                row.content is not None or row.stored_at is None or storage.size_of(row.path) == row.size
            )
            assert is_there, step
            assert not (row.is_master and row.content is None and row.stored_at is None), step
        work_off()
        assert not [lost for found in sweep() for lost in found.lost], step
        work_off()
        rows = StoredFile.objects.select_related("file")
        assert sorted(storage.all_paths()) == sorted(row.path for row in rows), step
        assert not FileToRemove.objects.exists(), step
        assert not rows.filter(stored_at=None).exists(), step


def live_a_life(by: User) -> None:
    """Add a picture, make its sizes, take it out of the library, and remove its files."""
    facts = acts.PictureFacts(title="Quay")
    acts.add_picture(facts, read(CONTENT), CONTENT, upload_name="quay.jpg", by=by, at=NOW)
    work_off()
    acts.remove_picture(Picture.objects.latest("pk"))
    work_off()


def ended_by(call: Callable[[], None], name: str, when: str) -> int:
    """The signal that ended a process of its own which ran the call, and killed itself at this step of it; or 0."""
    connections.close_all()  # a forked process would share them
    child = os.fork()
    if child == 0:
        try:
            with at_the_step(name, when):
                call()
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(0)
    return os.WTERMSIG(os.waitpid(child, 0)[1])


def at_the_step(name: str, when: str) -> Any:
    """Patch a function so that its process is killed before it, in the middle of its bytes, or after it."""
    place, _, attribute = name.rpartition(".")
    real = getattr(resolve_name(place), attribute)

    def killed(*arguments: Any, **options: Any) -> None:
        if when == "half":
            path, content = arguments
            real(path, content[: len(content) // 2])
        elif when == "after":
            real(*arguments, **options)
        os.kill(os.getpid(), signal.SIGKILL)

    return patch(name, killed)
