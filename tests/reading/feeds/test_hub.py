"""WebSub: an outbox written with the act, a command that tells a real hub, a subscriber who has the text at once."""

import datetime as dt
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode
from urllib.request import Request, urlopen

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from lxml import etree

from articles import acts
from articles.models.feed_news import FeedNews
from reading.feeds.hub import feeds_of, tell_hub
from tests.conftest import NOW
from tests.factories import AppearanceFactory, ArticleFactory, BylineFactory, published
from tests.reading.feeds.conftest import Fed
from tests.reading.feeds.served import served_desk

MINUTE = dt.timedelta(minutes=1)


def due(at: dt.datetime) -> int:
    return FeedNews.objects.filter(sent_at=None, next_try_at__lte=at).count()


def test_an_act_leaves_news_for_the_instant_at_which_feeds_change_and_a_lost_act_none(site, clock):
    piece = ArticleFactory()
    published(piece, at=NOW, live_from=NOW + 60 * MINUTE)
    assert (due(NOW), due(NOW + 60 * MINUTE)) == (0, 1)
    acts.unschedule(piece, by=None, at=NOW)
    assert FeedNews.objects.count() == 0  # called off
    published(piece, at=NOW)
    with transaction.atomic():
        acts.unpublish(piece, by=None, at=NOW, reason="Too early.")
        transaction.set_rollback(True)
    assert due(NOW) == 1
    clock(NOW + MINUTE)
    acts.unpublish(piece, by=None, at=NOW + MINUTE, reason="Too early.")
    assert due(NOW + MINUTE) == 2


def test_every_feed_of_a_piece_is_told_in_every_format(site, settings):
    piece = ArticleFactory(topics=["Ports"], language="de-AT")
    BylineFactory(article=piece, author__slug="ida-quay")
    AppearanceFactory(article=piece, outlet__slug="lantern")
    told = feeds_of([published(piece, at=NOW).pk])
    folders = {address.removeprefix(settings.SITE_URL).rpartition("/")[0] for address in told}
    in_all = {
        "", "/corrections", "/authors/ida-quay", "/outlets/lantern", "/topics/ports", f"/kinds/{piece.kind.code}",
    }  # fmt: skip
    assert folders == in_all | {f"/de{folder}" for folder in in_all}
    assert {site.get(address.removeprefix(settings.SITE_URL)).status_code for address in told} == {200}
    assert len(told) == 3 * len(folders)


def test_what_the_hub_does_not_take_is_told_again_later_and_then_no_more(site):
    published(at=NOW)
    asked = []

    def away(hub: str, address: str) -> str:
        asked.append(address)
        return "503"

    waits = []
    at = NOW
    while news := FeedNews.objects.filter(sent_at=None, next_try_at__gt=at - 8 * 24 * 60 * MINUTE).first():
        report = tell_hub("https://hub.example/", at, away)
        if not report.problems:
            break
        news.refresh_from_db()
        waits.append(news.next_try_at - at)
        at = news.next_try_at
    assert waits[:6] == [minutes * MINUTE for minutes in (1, 5, 15, 60, 240, 1440)]
    assert NOW + dt.timedelta(days=6) < at < NOW + dt.timedelta(days=9)  # given up after a week
    assert news.problem == "503"
    assert len(tell_hub("https://hub.example/", at, lambda hub, address: "").told) == 0


def test_two_runs_at_once_do_not_send_the_same(site):
    published(at=NOW)

    def second_run(hub: str, address: str) -> str:
        return "" if tell_hub(hub, NOW, lambda hub, address: "twice").told == [] else "twice"

    assert tell_hub("https://hub.example/", NOW, second_run).problems == {}
    assert due(NOW + 60 * MINUTE) == 0


def test_without_a_hub_feeds_name_none_and_nothing_is_sent(site, settings, capsys):
    settings.WEBSUB_HUB = ""
    published(at=NOW)
    assert "Link" not in site.get("/feed.atom").headers
    assert b'rel="hub"' not in site.get("/feed.atom").content
    call_command("tell_hub")
    assert "nobody to tell" in capsys.readouterr().out


class Hub:
    """A small WebSub hub: it verifies subscriptions, and passes on what it fetches when a feed is published."""

    def __init__(self) -> None:
        self.callbacks: dict[str, str] = {}
        self.is_away = False

    def answer(self, form: dict[str, str]) -> int:
        if self.is_away:
            return 503
        if form["hub.mode"] == "subscribe":
            asked = {"hub.mode": "subscribe", "hub.topic": form["hub.topic"], "hub.challenge": "tide"}
            with urlopen(f"{form['hub.callback']}?{urlencode(asked)}") as verified:
                assert verified.read() == b"tide"
            self.callbacks[form["hub.topic"]] = form["hub.callback"]
        elif callback := self.callbacks.get(form["hub.url"]):
            with urlopen(form["hub.url"]) as feed:
                content, links = feed.read(), feed.headers["Link"]
            urlopen(Request(callback, content, {"Link": links})).close()
        return 202


class Subscriber:
    """A program that has subscribed: it keeps what the hub brings."""

    def __init__(self) -> None:
        self.brought: list[tuple[str, bytes]] = []


@contextmanager
def listening(what: Any) -> Iterator[str]:
    """A hub or a subscriber at an address."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            (challenge,) = parse_qs(self.path.partition("?")[2])["hub.challenge"]
            self.send_response(200)
            self.end_headers()
            self.wfile.write(challenge.encode())

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            status = 200
            if isinstance(what, Subscriber):
                what.brought.append((self.headers["Link"], body))
            else:
                status = what.answer({name: one[0] for name, one in parse_qs(body.decode()).items()})
            self.send_response(status)
            self.end_headers()

        def log_message(self, format: str, *args: Any) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_a_subscriber_of_a_real_hub_has_a_new_piece_at_once(site, settings, reading_at, monkeypatch):
    hub, subscriber = Hub(), Subscriber()
    monkeypatch.setattr("reading.management.commands.tell_hub.timezone.now", lambda: NOW)
    with served_desk() as desk, listening(hub) as hub_at, listening(subscriber) as callback:
        settings.SITE_URL, settings.WEBSUB_HUB = desk.address, f"{hub_at}/"
        feed = Fed(desk)
        (named,) = feed.at("atom", "/a:feed/a:link[@rel='hub']/@href")
        assert feed.json["hubs"] == [{"type": "WebSub", "url": named}]
        assert feed.at("rss", "channel/a:link[@rel='hub']/@href") == [named]
        topic = feed.at("atom", "/a:feed/a:link[@rel='self']/@href")[0]
        wanted = {"hub.mode": "subscribe", "hub.topic": topic, "hub.callback": callback}
        urlopen(Request(named, urlencode(wanted).encode())).close()
        hub.is_away = True
        published(ArticleFactory(headline="The Tide Turns"), at=NOW)  # a save, and the hub is no part of it
        with pytest.raises(CommandError, match="did not take"):
            call_command("tell_hub")
        hub.is_away = False
        monkeypatch.setattr("reading.management.commands.tell_hub.timezone.now", lambda: NOW + MINUTE)
        call_command("tell_hub")
    ((links, brought),) = subscriber.brought
    assert links == f'<{named}>; rel="hub", <{topic}>; rel="self"'
    assert etree.fromstring(brought).findtext("{*}entry/{*}title") == "The Tide Turns"
