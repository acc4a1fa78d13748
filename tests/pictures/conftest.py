"""Pictures for tests, and a storage of their own that begins empty."""

import io
import json
import socket
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.files.storage import storages
from PIL import Image

from pictures import acts
from pictures.files.__main__ import answer
from pictures.files.read import ReadPicture, read_answer
from pictures.models import Picture
from tests.conftest import NOW
from tests.pictures.files.photos import drawing, file_of
from thinktank import environment

Add = Callable[..., Picture]


@pytest.fixture(autouse=True)
def _empty_storage(settings: Any) -> None:
    """Each test has a storage of its own: a changed setting makes Django forget the one before."""
    settings.STORAGES = {**settings.STORAGES}


@pytest.fixture(scope="session")
def bucket_server() -> Iterator[str]:
    """The address of a server that speaks S3, in a process of its own."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 60
    while not _answers(port):
        assert server.poll() is None
        assert time.monotonic() < deadline
        time.sleep(0.1)
    yield f"http://127.0.0.1:{port}"
    server.kill()
    server.wait()


def _answers(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


@pytest.fixture(params=["folder", pytest.param("bucket", marks=pytest.mark.starts_servers)])
def storage_kind(
    request: pytest.FixtureRequest, settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> str:
    """Run a test with pictures in a folder, and again with pictures in a bucket, as the setting makes them."""
    if request.param == "bucket":
        name = f"pictures-{uuid.uuid4()}"
        address = request.getfixturevalue("bucket_server")
        monkeypatch.setenv("PICTURE_BUCKET", f"s3://{name}?endpoint={address}&region=us-east-1")
        monkeypatch.setenv("AWS_ACCESS_KEY_ID", "desk")
        monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "secret")
    settings.STORAGES = {**settings.STORAGES, "pictures": environment.picture_storage(tmp_path)}
    if request.param == "bucket":
        storages["pictures"].connection.create_bucket(Bucket=name)  # type: ignore[attr-defined]
    return str(request.param)


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
