"""Crawls of all roles, in parallel: one worker process and one copy of the database for each."""

import datetime as dt
import gc
import multiprocessing
import os
from dataclasses import dataclass
from pathlib import Path

from django.apps import apps
from django.contrib.auth import get_user_model
from django.db import connections
from django.utils.text import slugify

from tests.crawl.crawler import Crawler
from tests.crawl.determinism import READ_AT, READ_LATER, freeze_monotonic, frozen
from tests.crawl.page_requests import Request
from tests.crawl.sample_database import NAME, advancing_clock, connect_to, database_of, sample_desk
from tests.crawl.working_day import NEW_FROM_A_TEXT, do_working_day

READER, LATER, DAY = "reader", "reader-later", "day"
UNLINKED = (
    "/ /feed.rss /robots.txt /sitemap.xml /sitemap-news.xml "
    "/sitemap-authors.xml /style/ /favicon.ico /healthz /readyz /welcome/nothing/ /nothing/ /articles/nothing/ "
    "/authors/nothing/ /outlets/nothing/ /topics/nothing/ /?before=nothing /?before= /admin/ /admin/login/"
).split()
UNLINKED_ADMIN = (
    "/admin/ /admin/nothing/ /admin/password_change/done/ /admin/articles/batch/add/ /admin/articles/batch/9/ "
    "/admin/articles/article/1/ /admin/articles/article/1/delete/ /admin/articles/article/1/act/nothing/ "
    "/admin/articles/article/1/act/put_back/ /admin/articles/article/1/version/9/ "
    "/admin/articles/article/99/change/"
).split()
TEXTS = Path(__file__).parent / "texts"


@dataclass
class Part:
    """A worker's result: lines of the index, and the addresses requested by GET."""

    lines: list[str]
    addresses: list[str]


def crawl_as_everyone(out: Path) -> list[str]:
    """Make the desk, do a working day on it, crawl it in every role; return the lines of the index, sorted.

    Roles are the reader and each sample account, by username. `day` holds the answers of the working day.
    """
    with sample_desk() as copy_for:
        users = list(get_user_model().objects.order_by("username"))
        [admin] = [user.username for user in users if user.is_superuser]
        others = [user.username for user in users if not user.is_superuser]
        connections.close_all()
        with multiprocessing.get_context("fork").Pool(os.cpu_count(), maxtasksperchild=1) as pool:
            day_part = pool.apply(_crawl_working_day, (admin, out))
            for role in (admin, READER, *others):
                copy_for(role)
            reader_job = pool.apply_async(_crawl_public_pages, (out,))
            admin_jobs = [pool.apply_async(_crawl_admin, (username, out)) for username in (admin, *others)]
            public_part, admin_part, *parts = [job.get() for job in (reader_job, *admin_jobs)]
            # Every other account also requests what only the superuser's pages link to.
            jobs = []
            for username, part in zip(others, parts, strict=True):
                missing = _missing(admin_part.addresses, part.addresses)
                jobs.append(pool.apply_async(_request_all, (username, out, missing)))
            parts += [job.get() for job in jobs]
    lines = [line for part in (day_part, public_part, admin_part, *parts) for line in part.lines]
    return sorted(lines, key=lambda line: line.split(" ", 3)[3])


def _crawl_working_day(username: str, out: Path) -> Part:
    """A working day of the superuser, on the database that is copied afterwards."""
    freeze_monotonic()
    connect_to(NAME)
    crawler = Crawler(DAY, out, username=username)
    with advancing_clock():
        do_working_day(crawler)
    connections.close_all()  # a database in use cannot be copied
    return Part([*crawler.lines.values()], [])


def _crawl_admin(username: str, out: Path) -> Part:
    _prepare_worker(username)
    crawler = Crawler(username, out, username=username)
    crawler.follow(Request(address) for address in UNLINKED_ADMIN)
    crawler.follow([Request(NEW_FROM_A_TEXT, "POST", [("text", text)], note) for note, text in _texts()])
    return Part([*crawler.lines.values()], crawler.addresses)


def _crawl_public_pages(out: Path) -> Part:
    """Public pages on the evening and two months later; each address of one instant is requested at the other, too."""
    articles = apps.get_model("articles", "Article")._default_manager.order_by("pk")
    instants = {READER: READ_AT, LATER: READ_LATER}
    crawlers = []
    for role, at in instants.items():
        _prepare_worker(READER, at)
        # No page links to drafts and removed pieces: guess their addresses from the headlines.
        slugs = filter(None, map(slugify, articles.values_list("headline", flat=True)))
        guesses = [f"/articles/{slug}/" for slug in slugs]
        crawler = Crawler(role, out)
        crawler.follow(Request(address) for address in (*UNLINKED, *guesses))
        crawler.follow([Request("/", "POST")])
        crawlers.append(crawler)
    evening, later = crawlers
    _prepare_worker(READER, READ_AT)
    evening.follow(Request(address) for address in later.addresses)
    _prepare_worker(READER, READ_LATER)
    later.follow(Request(address) for address in evening.addresses)
    return Part([*evening.lines.values(), *later.lines.values()], [])


def _request_all(username: str, out: Path, addresses: list[str]) -> Part:
    """Request these addresses without following their links."""
    _prepare_worker(username)
    crawler = Crawler(username, out, username=username)
    for address in addresses:
        crawler.visit(Request(address))
    return Part([*crawler.lines.values()], [])


def _prepare_worker(role: str, at: dt.datetime = READ_AT) -> None:
    """Set the worker's clock, and connect to the role's copy of the database."""
    freeze_monotonic()
    frozen.now, frozen.phase = at, "read"
    connect_to(database_of(role))
    gc.freeze()


def _missing(wanted: list[str], requested: list[str]) -> list[str]:
    done = set(requested)
    return [address for address in wanted if address not in done]


def _texts() -> list[tuple[str, str]]:
    """(note, text) of each sample text."""
    return [(file.stem, file.read_text(encoding="utf-8")) for file in sorted(TEXTS.glob("*.txt"))]
