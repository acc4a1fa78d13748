"""Rows of documents: a file is never changed, and its bytes are in its row or in the storage."""

import pytest
from django.db import IntegrityError, ProgrammingError, transaction

from documents.models import DocumentFile
from tests.conftest import NOW
from tests.factories import DocumentFactory, document_file_of


@pytest.mark.django_db
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
