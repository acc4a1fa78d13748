"""Limits of forms name themselves and their size; what is over one is a page with a sentence, never a bare 400."""

import errno
import os
import time
from io import BytesIO
from typing import Any
from unittest.mock import Mock

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.files.uploadhandler import TemporaryFileUploadHandler
from django.test import Client
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart

from intake.sources import from_word
from prose.limits import megabytes, over_limit
from tests.browsers import logged_in

ADD = "/admin/articles/article/add/"
NEW = "/admin/articles/article/new-from-a-text/"
UPLOAD = "/admin/pictures/picture/upload/"
URLENCODED = "application/x-www-form-urlencoded"
pytestmark = pytest.mark.django_db


@pytest.fixture
def eve(editor: User) -> Client:
    return logged_in(editor)


def test_limits_of_a_form_name_the_megabytes_sent(eve: Client) -> None:
    answer = eve.post(ADD, "body=" + "a" * 6_450_000, content_type=URLENCODED)
    assert answer.status_code == 413
    assert "may have 6 MB; this one has 6.5 MB. Nothing has been saved." in answer.content.decode()


def test_limits_of_a_form_name_the_fields_sent(eve: Client) -> None:
    answer = eve.post(ADD, "&".join(f"a{number}=b" for number in range(2_345)), content_type=URLENCODED)
    assert answer.status_code == 413
    assert "may have 2,000 fields; this one has 2,345" in answer.content.decode()


def sent_again(eve: Client, parts: dict[str, object]) -> str:
    """The answer to a form whose body can be read twice, as the server keeps it."""
    body = encode_multipart(BOUNDARY, parts)
    answer = eve.generic("POST", NEW, body, MULTIPART_CONTENT, **{"wsgi.input": BytesIO(body)})
    assert answer.status_code == 413
    return answer.content.decode()


def test_limits_of_a_form_name_the_files_and_how_many_were_sent(eve: Client) -> None:
    files: dict[str, object] = {
        f"file{number}": SimpleUploadedFile("a.txt", b'Content-Disposition: form-data; filename="b"')
        for number in range(23)
    }
    assert "may have 20 files; this one has 23." in sent_again(eve, {**files, "text": 'filename="c"'})
    assert "may have 20 files; this one has more." in eve.post(NEW, {**files, "text": ""}).content.decode()


def test_limits_of_a_form_with_files_name_the_fields_sent(eve: Client) -> None:
    fields: dict[str, object] = {f"a{number}": "b" for number in range(2_345)}
    assert "may have 2,000 fields; this one has 2,345." in sent_again(eve, fields)


def test_the_parts_of_a_form_with_a_million_are_counted_at_once(eve: Client) -> None:
    part = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="filename"\r\n\r\n\r\n'.encode()
    body = part * 300_000 + f"--{BOUNDARY}--\r\n".encode()
    started_at = time.process_time()
    answer = eve.generic("POST", NEW, body, MULTIPART_CONTENT, **{"wsgi.input": BytesIO(body)})
    assert "may have 2,000 fields; this one has 300,000." in answer.content.decode()
    assert time.process_time() - started_at < 3  # Django's parser needs six


def test_limits_are_told_to_the_script_that_sends_forms(eve: Client) -> None:
    answer = eve.post(ADD, "body=" + "a" * 6_450_000, content_type=URLENCODED, headers={"Sent-By": "script"})
    assert answer.status_code == 413
    assert "this one has 6.5 MB" in answer.json()["sentence"]


def test_a_form_that_cannot_be_read_is_told_to_the_script(eve: Client) -> None:
    part = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n'
    body = f"{part}Content-Transfer-Encoding: base64\r\n\r\nA\r\n--{BOUNDARY}--\r\n".encode()
    answer = eve.generic("POST", UPLOAD, body, MULTIPART_CONTENT, headers={"Sent-By": "script"})
    assert answer.status_code == 400
    assert answer.json()["sentence"] == "The desk could not read this form. Nothing has been saved."


@pytest.mark.parametrize("by", ["script", "browser"])
def test_a_full_disk_under_the_files_of_a_form_is_told(
    eve: Client, settings: Any, monkeypatch: pytest.MonkeyPatch, by: str
) -> None:
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 10
    full = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    monkeypatch.setattr(TemporaryFileUploadHandler, "new_file", Mock(side_effect=full))
    eve.raise_request_exception = False
    answer = eve.post(UPLOAD, {"file": SimpleUploadedFile("a.png", b"a" * 100)}, headers={"Sent-By": by})
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "300")
    said = answer.json()["sentence"] if by == "script" else answer.content.decode()
    assert "no room for this request at the moment (No space left on device). Nothing was done." in said


def test_limits_of_an_upload_name_its_size(eve: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desk.new_from_a_text.source_form.MAX_FILE_BYTES", 1_000_000)
    answer = eve.post(NEW, {"file": SimpleUploadedFile("a.txt", b"a" * 1_234_567)})
    assert "A file may have 1 MB; this one has 1.3 MB." in answer.content.decode()
    assert megabytes(from_word.MAX_FILE_BYTES) == "20 MB"


@pytest.mark.parametrize("size", [1_000_001, 1_049_999, 1_050_000, 999_999_999])
def test_what_is_refused_never_looks_as_small_as_the_limit(size: int) -> None:
    assert over_limit("A file", 1_000_000, size).split("has ")[1] > "1 MB"
