"""Files as readers and the desk get them, whether pictures are in a folder or in a bucket."""

import urllib.request
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from pictures import storage
from pictures.worker.loop import work_off
from tests.browsers import logged_in
from tests.conftest import NOW
from tests.factories import published
from tests.pictures.conftest import Add
from tests.reading.pictures.conftest import piece_with

pytestmark = pytest.mark.django_db
DESK = "/admin/pictures/picture/"


def test_a_stored_file_is_sent_whole_in_parts_and_by_signed_addresses_and_a_lost_one_is_not_there(
    add: Add, storage_kind: str, desk: object, editor: User, client: Client, settings: Any
) -> None:
    picture = add()
    picture.clearances.create(state="not_needed")
    work_off()
    published(piece_with(picture), at=NOW)
    row = picture.files.get().stored.get(width=520, file_format="jpeg", is_master=False)
    content = storage.read(row.path)
    address, at_the_desk = (f"{door}{row.file.name}/520.jpeg" for door in ("/pictures/", f"{DESK}file/"))
    assert client.get(address).content == logged_in(editor).get(at_the_desk).content == content
    part = client.get(address, headers={"Range": "bytes=100-199"})
    assert (part.status_code, part.content) == (206, content[100:200])
    assert client.head(address).headers["Content-Length"] == str(len(content))
    settings.PICTURES_SENDFILE = "signed"
    answer = client.get(address)
    if storage_kind == "bucket":
        assert sent_by_the_bucket(answer.headers["Location"]) == (200, content)
        assert sent_by_the_bucket(answer.headers["Location"], "bytes=100-199") == (206, content[100:200])
    else:
        assert answer.content == content  # nobody else can send it
    settings.PICTURES_SENDFILE = ""
    storage.remove(row.path)
    assert (client.get(address).status_code, logged_in(editor).get(at_the_desk).status_code) == (404, 404)


def sent_by_the_bucket(address: str, part: str = "") -> tuple[int, bytes]:
    """Status and bytes at a signed address. (This server checks no signature and no end of it; Amazon's does.)"""
    asked = urllib.request.Request(address, headers={"Range": part} if part else {})
    with urllib.request.urlopen(asked) as answer:
        return answer.status, answer.read()
