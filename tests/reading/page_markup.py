"""`python -m tests.reading.page_markup ADDRESS --vnu vnu.jar`: what the W3C's checker says of every page of a desk.

ADDRESS is that of a running desk (`make run`). Every page that links lead to from the front pages in all languages is
fetched and checked by vnu (Nu Html Checker; `npm install vnu-jar`, which needs Java and is no part of the project); of
addresses with a query a few of each kind. Paths after ADDRESS are checked too: pages taken down, shared links.
Kinds of pages of which there was none are named. The exit code is 1 if it finds an error.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter, deque
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urldefrag, urljoin, urlsplit
from urllib.request import HTTPCookieProcessor, build_opener

import django
from django.urls import Resolver404, resolve
from lxml import html

BROWSER = build_opener(HTTPCookieProcessor())
"""It keeps the cookie by which a shared link opens."""
MOST_PAGES = 1500
MOST_WITH_QUERY = 8
"""Of one kind of page: a search has thousands of addresses."""
BEYOND_LINKS = (
    "/style/", "/nothing/", "/articles/nothing/", "/%00/", "/search/?q=%22", "/search/?q=neverwas", "/search/?page=x",
)  # fmt: skip
"""Pages that no link leads to."""
FRONT_PAGE = "(front page)"


def pages(site: str, paths: Iterable[str]) -> dict[str, bytes]:
    """Every HTML page that links lead to from the front page and these paths, by its path."""
    ahead = deque(("/", *BEYOND_LINKS, *paths))
    seen: set[str] = set()
    with_query: Counter[str] = Counter()
    found: dict[str, bytes] = {}
    while ahead and len(found) < MOST_PAGES:
        path = ahead.popleft()
        if path in seen or ("?" in path and with_query[kind_of(path)] >= MOST_WITH_QUERY):
            continue
        seen.add(path)
        body = page_at(f"{site}{path}")
        if body is None:
            continue
        found[path] = body
        with_query[kind_of(path)] += "?" in path
        for link in html.fromstring(body).xpath("//a/@href"):
            address = urldefrag(urljoin(f"{site}{path}", link)).url
            if address.startswith(f"{site}/") and not address.startswith(f"{site}/admin/"):
                ahead.append(address.removeprefix(site).removesuffix("feed.rss"))
    return found


def kind_of(path: str) -> str:
    """The route of a path."""
    try:
        return resolve(urlsplit(path).path).route or FRONT_PAGE
    except Resolver404:
        return "(no address)"


def kinds() -> set[str]:
    """The routes of all pages for readers."""
    from reading.urls import urlpatterns  # imports models

    routes = {str(each.pattern) for each in urlpatterns}
    return {route for route in routes if route.endswith("/") and "suggestions" not in route} | {FRONT_PAGE}


def page_at(address: str) -> bytes | None:
    """The body of an HTML page, that of an error as well; None for another kind of file."""
    try:
        answer = BROWSER.open(address)
    except HTTPError as problem:
        answer = problem
    with answer:
        is_page = answer.headers.get_content_type() == "text/html"
        body: bytes = answer.read()
    return body if is_page else None


def messages(vnu: str, found: dict[str, bytes]) -> list[dict[str, Any]]:
    """What the checker says, each message with the `path` of its page."""
    with tempfile.TemporaryDirectory() as folder:
        files = {}
        for number, (path, body) in enumerate(found.items()):
            file = Path(folder) / f"{number}.html"
            file.write_bytes(body)
            files[file.resolve().as_uri()] = path
        command = ["java", "-jar", vnu, "--stdout", "--exit-zero-always", "--format", "json", folder]
        answer = subprocess.run(command, capture_output=True, check=True, text=True)
    said: list[dict[str, Any]] = json.loads(answer.stdout)["messages"]
    return [
        message | {"path": files.get(message["url"].replace("file:/", "file:///"), "")} for message in said
    ]


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.reading.page_markup", description=__doc__)
    parser.add_argument("site", metavar="ADDRESS")
    parser.add_argument("paths", nargs="*", metavar="PATH")
    parser.add_argument("--vnu", required=True, metavar="vnu.jar")
    given = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()
    found = pages(given.site.rstrip("/"), given.paths)
    said = messages(given.vnu, found)
    for (kind, text), number in Counter((each["type"], each["message"]) for each in said).most_common():
        first = next(each for each in said if each["message"] == text)
        sys.stdout.write(f"{kind} ({number}): {text}\n    {first['path']}: {first.get('extract', '')!r}\n")
    errors = sum(each["type"] == "error" for each in said)
    counts = Counter(map(kind_of, found))
    sys.stdout.writelines(f"{number:5} {kind}\n" for kind, number in sorted(counts.items()))
    sys.stdout.writelines(f" none {kind}\n" for kind in sorted(kinds() - counts.keys()))
    sys.stdout.write(f"{len(found)} pages, {errors} errors, {len(said) - errors} other messages\n")
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main())
