"""Files of pictures as they are sent: types, parts, validators, how long copies are kept, and who sends them."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Edition
from pictures import storage
from pictures.models import StoredFile
from tests.conftest import NOW
from tests.factories import PictureFactory, published
from tests.reading.pictures.conftest import LATER, SECOND, address, piece_with


def test_an_address_that_is_not_served_says_nothing_of_what_is_behind_it(states, client, reading_at) -> None:
    reading_at(LATER)
    hidden, shown = states["draft"].name, states["live"].name
    paths = [
        f"{hidden}/480.jpeg", f"{hidden}/master.jpeg", f"{'a' * 26}/480.jpeg", f"{shown}/481.jpeg", f"{shown}/480.gif",
        f"{shown}/master.png", f"{shown}/2000.png", f"{shown.upper()}/480.jpeg", f"{shown[:-1]}/480.jpeg", "x/1.avif",
        f"%00{shown[1:]}/480.jpeg", f"{shown}/{'9' * 400}.jpeg", f"{shown}/480.jpeg/..", f"..%2F{shown}/480.jpeg",
    ]  # fmt: skip
    answers = [client.get(f"/pictures/{path}") for path in paths]
    assert {answer.status_code for answer in answers} == {404}
    said = {(answer.content, tuple(sorted(answer.headers.items()))) for answer in answers}
    assert len(said) == 1


def test_a_file_answers_with_its_type_its_length_and_how_long_it_may_be_kept(states, client, reading_at):
    path = address(states["live"])
    whole, head = client.get(path), client.head(path)
    expected = {
        "Content-Type": "image/jpeg", "Content-Length": "15", "Accept-Ranges": "bytes", "ETag": '"480-jpeg-15"',
        "Cache-Control": "public, max-age=60, s-maxage=60", "X-Content-Type-Options": "nosniff",
    }  # fmt: skip
    assert (whole.status_code, whole.content) == (200, b"a small picture")
    assert (head.status_code, head.content) == (200, b"")
    assert {name: whole.headers[name] for name in expected} == expected
    assert dict(head.headers) == dict(whole.headers)
    again = client.get(path, headers={"If-None-Match": expected["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["Cache-Control"] == expected["Cache-Control"]
    assert not whole.cookies


@pytest.mark.parametrize(
    ("asked", "status", "content", "span"),
    [
        ("bytes=2-6", 206, b"small", "bytes 2-6/15"),
        ("bytes=8-", 206, b"picture", "bytes 8-14/15"),
        ("bytes=-7", 206, b"picture", "bytes 8-14/15"),
        ("bytes=0-999", 206, b"a small picture", "bytes 0-14/15"),
        ("bytes=-999", 206, b"a small picture", "bytes 0-14/15"),
        ("bytes=15-", 416, b"", "bytes */15"),
        ("bytes=-0", 416, b"", "bytes */15"),
        ("bytes=6-2", 200, b"a small picture", None),
        ("bytes=0-1,3-4", 200, b"a small picture", None),
        ("pages=0-1", 200, b"a small picture", None),
        (f"bytes={'9' * 30}-", 200, b"a small picture", None),
    ],
)
def test_a_part_of_a_file(states, client, reading_at, asked, status, content, span):
    answer = client.get(address(states["live"]), headers={"Range": asked})
    assert (answer.status_code, answer.content) == (status, content)
    assert answer.headers.get("Content-Range") == span
    assert answer.headers["Content-Length"] == str(len(content))
    assert client.head(address(states["live"]), headers={"Range": asked}).status_code == 200


def test_a_part_of_another_file_is_not_joined_to_the_clients(states, client, reading_at):
    path = address(states["live"])
    for tag, status in (('"480-jpeg-15"', 206), ('"480-jpeg-16"', 200), ('W/"480-jpeg-15"', 200)):
        answer = client.get(path, headers={"Range": "bytes=0-1", "If-Range": tag})
        assert answer.status_code == status, tag


def test_a_size_that_is_not_made_yet_gets_the_largest_that_is_and_nobody_keeps_it(states, client, reading_at):
    for path in (address(states["live"], 1920, "avif"), address(states["live"], 1440)):
        answer = client.get(path)
        assert (answer.status_code, answer.content) == (200, b"a small picture")
        assert answer.headers["Content-Type"] == "image/jpeg"
        assert answer.headers["Cache-Control"] == "no-cache"


@pytest.fixture
def stored(states, client, reading_at) -> StoredFile:
    """A rendition that the worker has stored."""
    row = states["live"].stored.get(width=480, file_format="jpeg")
    storage.write(row.path, b"a small picture")
    StoredFile.objects.filter(pk=row.pk).update(content=None, stored_at=NOW)
    return row


def test_a_stored_file_takes_one_query_and_one_that_is_lost_is_not_found(stored, client, caplog, monkeypatch):
    path = address(stored.file)
    client.get(path)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(path).content == b"a small picture"
    assert len(queries) == 1
    with monkeypatch.context() as patched:  # a viewer asks for hundreds of parts of a large file
        patched.setattr(storage, "read", None)
        assert client.get(path, headers={"Range": "bytes=2-6"}).content == b"small"
    storage.remove(stored.path)
    assert client.get(path).status_code == 404
    assert f"Lost: {stored.path}" in caplog.text


def test_a_storage_that_is_away_is_said_to_be_away(stored, client, monkeypatch):
    def away(path: str) -> bytes:
        raise ConnectionError("no route to host")

    monkeypatch.setattr("reading.files.handing_over.storage.read", away)
    answer = client.get(address(stored.file))
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "60")


def test_nginx_is_told_where_the_file_is_and_sends_it(stored, client, settings):
    settings.PICTURES_SENDFILE = "x-accel"
    answer = client.get(address(stored.file))
    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["X-Accel-Redirect"] == f"/protected-pictures/{stored.path}"
    assert answer.headers["Content-Type"] == "image/jpeg"
    assert "ETag" not in answer.headers
    not_yet = client.get(address(stored.file, 960, "avif"))
    assert not_yet.headers["X-Accel-Redirect"] == f"/protected-pictures/{stored.path}"


def test_a_bucket_is_asked_by_an_address_that_is_good_for_a_minute(stored, client, settings, monkeypatch):
    settings.PICTURES_SENDFILE = "signed"
    signed = lambda path, seconds, disposition: f"https://bucket.example/{path}?for={seconds}"  # noqa: E731
    monkeypatch.setattr("reading.files.handing_over.storage.signed_address", signed)
    answer = client.get(address(stored.file))
    assert (answer.status_code, answer.headers["Location"]) == (
        302,
        f"https://bucket.example/{stored.path}?for=60",
    )
    assert answer.headers["Cache-Control"] == "no-cache"
    assert client.head(address(stored.file)).status_code == 200  # its signature is for GET


def test_a_copy_is_kept_no_longer_than_the_picture_may_be_shown(
    desk, client, settings, reading_at, monkeypatch
):
    picture = PictureFactory(cleared={"until_on": (NOW + dt.timedelta(days=2)).date()})
    published(piece_with(picture), at=NOW)
    end = Edition.objects.earliest("live_from").live_until
    file = picture.files.get()
    row = file.stored.get(width=480, file_format="jpeg")
    monkeypatch.setattr(
        "reading.files.handing_over.storage.signed_address", lambda path, seconds, _: f"https://b/{seconds}"
    )

    def kept_at(at: dt.datetime) -> str:
        reading_at(at)
        answer = client.get(address(file))
        return answer.headers.get("Location", answer.headers["Cache-Control"])

    assert kept_at(end - 61 * SECOND) == "public, max-age=60, s-maxage=60"
    assert kept_at(end - 20 * SECOND) == "public, max-age=20, s-maxage=20"
    assert kept_at(end - SECOND / 2) == "no-cache"
    storage.write(row.path, b"a small picture")
    StoredFile.objects.filter(pk=row.pk).update(content=None, stored_at=NOW)
    settings.PICTURES_SENDFILE = "x-accel"
    assert kept_at(end - 20 * SECOND) == "public, max-age=20, s-maxage=20"
    settings.PICTURES_SENDFILE = "signed"
    assert kept_at(end - 20 * SECOND) == "https://b/20"
    assert kept_at(end - SECOND / 2) == "no-cache"
    reading_at(end)
    assert client.get(address(file)).status_code == 410


def test_a_date_that_the_file_does_not_have_is_no_reason_to_refuse_it(states, client, reading_at):
    dated = {"If-Unmodified-Since": "Sat, 01 Jan 2000 00:00:00 GMT"}
    assert client.get(address(states["live"]), headers=dated).status_code == 200
    assert client.get("/", headers=dated).status_code == 200
    assert client.get(address(states["live"]), headers=dated | {"If-Match": '"other"'}).status_code == 412


@pytest.mark.parametrize("sender", ["x-accel", "signed"])
def test_what_is_hidden_is_handed_over_by_nobody(states, client, settings, reading_at, sender):
    settings.PICTURES_SENDFILE = sender
    reading_at(NOW - SECOND)
    assert {client.get(address(file)).status_code for file in states.values()} == {404}


def test_only_reading_is_allowed(states, client, reading_at):
    assert client.post(address(states["live"])).status_code == 405
