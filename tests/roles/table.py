"""The table of answers, read from `table.txt`: one line for each address and owner of the piece it is about."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.urls import URLPattern, URLResolver, get_resolver

from tests.public_addresses import IN_A_LANGUAGE

FILE = Path(__file__).with_name("table.txt")
ROLES = ("reader", "author", "editor", "publisher", "administrator", "account", "outsider")
METHODS = ("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS")
OWNERS = ("own", "other", "-")  # whose piece it is: one's own, somebody else's; "-": about no piece


FEED = re.compile(r"/feed[\w-]*\.(rss|atom|json)$|/feeds\.opml$")


@dataclass(frozen=True)
class Line:
    """One address with the answers to GET and to POST, in the order of ROLES. HEAD gets what GET gets.

    An answer is a status; `login` is a redirect to the login page. All other methods get 405, but feeds let scripts of
    other sites ask by OPTIONS whether they may fetch them.
    """

    owner: str
    address: str
    get: tuple[str, ...]
    post: tuple[str, ...]

    def expected(self, method: str, role: str) -> str:
        if method in ("GET", "HEAD"):
            return self.get[ROLES.index(role)]
        if method == "OPTIONS" and FEED.search(self.address):
            return "204"
        return self.post[ROLES.index(role)] if method == "POST" else "405"

    def __str__(self) -> str:
        get, post = (" ".join(f"{answer:5}" for answer in answers) for answers in (self.get, self.post))
        return f"{self.owner:5} {self.address:66} {get} | {post}".rstrip()


def read_table() -> list[Line]:
    lines = FILE.read_text().splitlines()
    return [_line(line) for line in lines if line.strip() and not line.startswith("#")]


def _line(text: str) -> Line:
    left, _, right = text.partition("|")
    owner, address, *get = left.split()
    line = Line(owner, address, tuple(get), tuple(right.split()))
    if owner not in OWNERS or len(line.get) != len(ROLES) or len(line.post) != len(ROLES):
        raise ValueError(f"{FILE.name}: an owner, an address, {len(ROLES)} answers, | and as many: {text}")
    return line


def all_routes() -> list[str]:
    """Every route of the resolver, as `resolve(address).route` names it."""
    return list(dict.fromkeys(_walk(get_resolver().url_patterns, "")))


def _walk(patterns: list[URLPattern | URLResolver], before: str) -> Iterator[str]:
    for pattern in patterns:
        route = before + (str(pattern.pattern).removeprefix("^") if before else str(pattern.pattern))
        if isinstance(pattern, URLResolver):
            yield from _walk(pattern.url_patterns, route)
        else:
            yield route.removeprefix(IN_A_LANGUAGE)  # the same view answers there
