"""Pictures for tests, and a storage of their own that begins empty."""

import io
import json
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from PIL import Image

from pictures import acts
from pictures.files.__main__ import answer
from pictures.files.read import ReadPicture, read_answer
from pictures.models import Picture
from tests.conftest import NOW
from tests.pictures.files.photos import drawing, file_of

Add = Callable[..., Picture]


@pytest.fixture(autouse=True)
def _empty_storage(settings: Any) -> None:
    """Each test has a storage of its own: a changed setting makes Django forget the one before."""
    settings.STORAGES = {**settings.STORAGES}


def read(content: bytes) -> ReadPicture:
    """What the child process answers, without the process."""
    values, files = answer(content)
    return read_answer(json.loads(json.dumps(values, default=str)), b"".join(files))


@pytest.fixture
def add(editor: User) -> Add:
    """Adds a picture of five files, small because AVIF takes its time: `add(drawing(), title="Quay")`."""

    def added(picture: Image.Image | None = None, **facts: object) -> Picture:
        content = file_of(picture or drawing(520, 325))
        named = acts.PictureFacts(**{"title": "Quay", **facts})
        return acts.add_picture(named, read(content), content, upload_name="quay.jpg", by=editor, at=NOW)

    return added


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))
