"""Responses are compressed by the application itself: brotli or gzip for public pages and feeds, gzip at the desk."""

import gzip

import brotli
import pytest
from django.http import HttpResponse

from tests.conftest import NOW
from tests.factories import published
from thinktank.compression import CompressionMiddleware


@pytest.fixture
def piece(desk, monkeypatch):
    monkeypatch.setattr("reading.public_view.now", lambda: NOW)
    edition = published(at=NOW)
    return edition.permalink.path


@pytest.mark.parametrize(
    ("accepted", "encoding", "expand"),
    [
        ("br, gzip", "br", brotli.decompress),
        ("gzip, deflate", "gzip", gzip.decompress),
        ("br;q=0, gzip", "gzip", gzip.decompress),
    ],
)
def test_pages_sitemaps_and_feeds_are_compressed_as_the_client_accepts(
    client, piece, accepted, encoding, expand
):
    for address in ("/", "/feed.rss", "/sitemap-pages.xml", piece):
        plain = client.get(address)
        packed = client.get(address, headers={"accept-encoding": accepted})
        assert packed.headers["Content-Encoding"] == encoding, address
        assert expand(packed.content) == plain.content
        assert len(packed.content) < len(plain.content)
        assert "Accept-Encoding" in packed.headers["Vary"]
        assert packed.headers["Content-Length"] == str(len(packed.content))


def test_a_client_that_accepts_nothing_gets_plain_bytes(client, piece):
    assert "Content-Encoding" not in client.get(piece).headers
    assert "Content-Encoding" not in client.get(piece, headers={"accept-encoding": "br;q=0"}).headers


@pytest.mark.parametrize("accepted", ["br", "gzip"])
def test_a_compressed_page_is_not_sent_again_to_a_client_that_has_it(client, piece, accepted):
    for address in ("/", "/feed.rss", "/sitemap-pages.xml", piece):
        first = client.get(address, headers={"accept-encoding": accepted})
        assert first.headers["ETag"].startswith('W/"') != (address == "/feed.rss")
        asked = {"accept-encoding": accepted, "if-none-match": first.headers["ETag"]}
        again = client.get(address, headers=asked)
        assert (again.status_code, again.content) == (304, b""), address
        for header in ("ETag", "Vary"):  # by these a shared cache finds the page that it keeps
            assert again.headers[header] == first.headers[header], address


def test_pages_at_the_desk_hold_secrets_and_get_gzip_with_random_bytes(admin_client):
    asked = {"accept-encoding": "br, gzip"}
    answers = [admin_client.get("/admin/", headers=asked) for _ in range(4)]
    assert {answer.headers["Content-Encoding"] for answer in answers} == {"gzip"}
    assert all(gzip.decompress(answer.content).startswith(b"<!DOCTYPE html>") for answer in answers)
    assert len({len(answer.content) for answer in answers}) > 1


def test_a_public_page_has_a_validator_as_a_feed_has(client, piece):
    for address in ("/", "/style/", "/robots.txt", piece):
        answer = client.get(address)
        etag = answer.headers["ETag"]
        again = client.get(address, headers={"if-none-match": etag})
        assert (again.status_code, again.headers["ETag"]) == (304, etag), address
        assert again.headers["Cache-Control"] == answer.headers["Cache-Control"]


@pytest.mark.parametrize("kind", ["image/avif", "image/jpeg", "image/png"])
def test_a_picture_is_sent_as_it_is(rf, kind):
    def picture(request):
        return HttpResponse(b"a" * 5000, content_type=kind, headers={"Cache-Control": "public, max-age=60"})

    asked = rf.get("/pictures/a/960.avif", headers={"accept-encoding": "br, gzip"})
    answer = CompressionMiddleware(picture)(asked)
    assert answer.content == b"a" * 5000
    assert not {"Content-Encoding", "Vary"} & set(answer.headers)
