"""Delivery of feeds: strong validators, scripts of other sites, and clients that ask without end."""

import brotli
import pytest

from reading.feeds import door
from reading.feeds.pace import Pace
from tests.conftest import NOW
from tests.factories import published

KINDS = ("rss", "atom", "json")
READER = {"REMOTE_ADDR": "93.184.216.34"}


def test_each_coding_has_a_strong_tag_of_its_own_and_the_same_bytes_each_time(site):
    published(at=NOW)
    for kind in KINDS:
        tags = {}
        for accepted in ("", "gzip", "br, gzip", "br;q=0"):
            asked = {"accept-encoding": accepted}
            first, second = (site.get(f"/feed.{kind}", headers=asked) for _ in range(2))
            assert (first.content, first.headers["ETag"]) == (second.content, second.headers["ETag"])
            tags[first.headers.get("Content-Encoding", "")] = tag = first.headers["ETag"]
            assert tag.startswith('"')
            assert first.headers["Vary"] == "Accept-Encoding"
            for known in (tag, f"W/{tag}", f'"another", {tag}', "*"):
                again = site.get(f"/feed.{kind}", headers=asked | {"if-none-match": known})
                assert (again.status_code, again.content) == (304, b""), known
                for header in ("ETag", "Vary", "Cache-Control", "Access-Control-Allow-Origin"):
                    assert again.headers[header] == first.headers[header]
        assert set(tags) == {"", "gzip", "br"}
        assert len(set(tags.values())) == 3
        other = site.get(f"/feed.{kind}", headers={"accept-encoding": "gzip", "if-none-match": tags["br"]})
        assert other.status_code == 200
        packed = site.get(f"/feed.{kind}", headers={"accept-encoding": "br"})
        assert brotli.decompress(packed.content) == site.get(f"/feed.{kind}").content


def test_head_has_the_headers_of_get_and_no_method_but_these(site):
    published(at=NOW)
    for kind in KINDS:
        got, head = site.get(f"/feed.{kind}"), site.head(f"/feed.{kind}")
        assert head.content == b""
        assert head.headers == got.headers
        assert "no-cache" not in got.headers["Cache-Control"]
        assert not {"Expires", "Last-Modified"} & set(got.headers)
        assert [site.post(f"/feed.{kind}").status_code, site.delete(f"/feed.{kind}").status_code] == [
            405,
            405,
        ]


def test_scripts_of_other_sites_may_read_a_feed_also_conditionally(site):
    asked = {"origin": "https://reader.example", "access-control-request-headers": "if-none-match"}
    leave = site.options("/feed.json", headers=asked | {"access-control-request-method": "GET"})
    assert (leave.status_code, leave.content) == (204, b"")
    assert leave.headers["Access-Control-Allow-Origin"] == "*"
    assert "If-None-Match" in leave.headers["Access-Control-Allow-Headers"]
    assert "ETag" in site.get("/feed.json", headers=asked).headers["Access-Control-Expose-Headers"]


def test_whoever_takes_html_gets_the_feed_all_the_same(site):
    answer = site.get("/feed.atom", headers={"accept": "text/html"})
    assert answer.headers["Content-Type"] == "application/atom+xml; charset=utf-8"


@pytest.fixture
def pace(monkeypatch, settings):
    """Three requests a minute, on a clock that the test moves."""
    settings.FEED_REQUESTS_PER_MINUTE = 3
    clock = [1000.0]
    monkeypatch.setattr(door, "PACE", Pace())
    monkeypatch.setattr(door.time, "monotonic", lambda: clock[0])
    return clock


def test_a_client_that_asks_without_end_is_told_when_to_ask_again(site, pace, settings):
    def statuses(count, **who):
        return [site.get("/feed.rss", **(READER | who)).status_code for _ in range(count)]

    assert statuses(4) == [200, 200, 200, 429]
    told = site.get("/feed.json", **READER)
    assert (told.status_code, told.headers["Retry-After"]) == (429, "20")
    assert told.headers["Access-Control-Allow-Origin"] == "*"
    assert "Ask again in 20 seconds" in told.content.decode()
    assert statuses(1, REMOTE_ADDR="93.184.216.35") == [200]
    assert site.get("/", **READER).status_code == 200
    pace[0] += 20
    assert statuses(2) == [200, 429]
    settings.FEED_REQUESTS_PER_MINUTE = 0
    assert statuses(9) == [200] * 9


def test_a_proxy_is_not_one_client_and_one_person_is_not_many(site, pace, settings):
    def statuses(*clients):
        return [site.get("/feed.rss", **client).status_code for client in clients]

    silent = [
        {"REMOTE_ADDR": address} for address in ("127.0.0.1", "172.17.0.1", "", "unix:") for _ in range(4)
    ]
    assert set(statuses(*silent)) == {200}
    settings.HTTPS = True
    behind = [{"HTTP_X_FORWARDED_FOR": f"1.2.3.{n}, 93.184.216.34"} for n in range(4)]
    assert statuses(*behind) == [200, 200, 200, 429]
    same_house = [{"REMOTE_ADDR": f"2606:2800:220:1::{n}"} for n in range(4)]
    assert statuses(*same_house) == [200, 200, 200, 429]


def test_the_memory_of_clients_is_bounded():
    pace = Pace(most_clients=2)
    for client in ("a", "a", "b", "c"):
        pace.wait(client, 2, 0.0)
    assert list(pace._ahead) == ["b", "c"]
    assert pace.wait("a", 2, 0.0) == 0.0  # forgotten, and let in again
