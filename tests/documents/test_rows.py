"""Rows and files of documents go together, and a file is never changed."""

import json
from io import StringIO
from typing import Any
from unittest.mock import patch

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.db import IntegrityError, ProgrammingError, transaction

from documents import acts
from documents.files.read import ReadDocument
from documents.models import Document, DocumentFile
from documents.storing import content_of
from pictures import storage
from pictures.worker.loop import work_off
from tests.conftest import NOW
from tests.factories import DocumentFactory, document_file_of
from thinktank.environment import picture_storage

pytestmark = pytest.mark.django_db


class Killed(BaseException):
    """The process ends here: nothing after it runs, and PostgreSQL rolls its transaction back."""


def test_a_file_is_never_changed_and_its_bytes_are_in_one_place() -> None:
    document = DocumentFactory()
    first, better = document.files.get(), document_file_of(document, file_format="odt")
    files = DocumentFile.objects
    assert [*files.current()] == [better]
    assert better.path == f"documents/{better.name}.odt"
    for change in ({"digest": "0"}, {"statements": {}}, {"pages": 3}):
        with pytest.raises(ProgrammingError, match="Cannot update"), transaction.atomic():
            files.filter(pk=first.pk).update(**change)
    for change in ({"content": None}, {"stored_at": NOW}):
        with pytest.raises(IntegrityError, match="in_its_row_or_stored"), transaction.atomic():
            files.filter(pk=first.pk).update(**change)
    files.filter(pk=first.pk).update(content=None, stored_at=NOW)
    assert [*files.to_store()] == [better]


def test_a_document_s_files_are_stored_by_the_worker_found_by_the_sweep_and_removed_with_it(
    editor: User, settings: Any, tmp_path: Any
) -> None:
    settings.STORAGES = {**settings.STORAGES, "pictures": picture_storage(tmp_path)}
    read, content = ReadDocument("csv"), b"port,dues\n"
    document = acts.add_document(
        acts.DocumentFacts("Dues"), read, content, upload_name="dues.csv", by=editor, at=NOW
    )
    with (
        patch("pictures.storage.write", side_effect=Killed),
        pytest.raises(Killed),
        transaction.atomic(),
    ):
        work_off()
    file = document.files.get()
    assert (content_of(file), [*storage.all_paths("documents")]) == (content, [])
    assert work_off() == 1
    file.refresh_from_db()
    assert (file.content, content_of(file), storage.read(file.path)) == (None, content, content)
    acts.replace_file(document, read, b"a\n", upload_name="better.csv", by=editor, at=NOW)
    work_off()
    storage.write("documents/nobodys.pdf", b"left over")
    storage.remove(file.path)
    out = StringIO()
    with pytest.raises(CommandError, match=f"Lost.*{file.path}"):
        call_command("sweep_pictures", stdout=out)
    assert json.loads(out.getvalue()) == {
        "looked_at": 2, "without_row": 1, "to_make_again": 0, "lost": [file.path],
    }  # fmt: skip
    acts.remove_document(document)
    work_off()
    assert (Document.objects.count(), [*storage.all_paths("documents")]) == (0, [])
