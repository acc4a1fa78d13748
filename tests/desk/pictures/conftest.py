"""Uploads that are read in the test's own process: a child process for each would take most of the time."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.pictures.conftest import read
from tests.pictures.files.photos import drawing, file_of


@pytest.fixture(autouse=True)
def _reads_here(monkeypatch: pytest.MonkeyPatch, settings: Any) -> None:
    monkeypatch.setattr("pictures.files.read.read_picture", read)
    settings.STORAGES = {**settings.STORAGES}  # a storage of its own, empty


def upload(name: str = "quay.jpg", content: bytes | None = None) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, file_of(drawing(520, 325)) if content is None else content)
