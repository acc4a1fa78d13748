"""`python -m tests.reading.page_markup ADDRESS --vnu vnu.jar`: what the W3C's checker says of every page of a desk.

ADDRESS is that of a running desk (`make run`). Every page that links lead to from the front pages in all languages is
fetched and checked by vnu (Nu Html Checker; `npm install vnu-jar`, which needs Java and is no part of the project).
The exit code is 1 if it finds an error.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter, deque
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urldefrag, urljoin, urlsplit
from urllib.request import urlopen

from lxml import html

MOST_PAGES = 1500
ERRORS_BEYOND_LINKS = ("/nothing/", "/articles/nothing/")
"""Pages that no link leads to."""


def pages(site: str) -> dict[str, bytes]:
    """Every HTML page that links lead to, by its path."""
    ahead = deque(("/", *ERRORS_BEYOND_LINKS))
    found: dict[str, bytes] = {}
    while ahead and len(found) < MOST_PAGES:
        path = ahead.popleft()
        if path in found:
            continue
        body = page_at(f"{site}{path}")
        if body is None:
            continue
        found[path] = body
        for link in html.fromstring(body).xpath("//a/@href"):
            address = urldefrag(urljoin(f"{site}{path}", link)).url
            if address.startswith(f"{site}/") and not address.startswith(f"{site}/admin/"):
                ahead.append(address.removeprefix(site))
    return found


def page_at(address: str) -> bytes | None:
    """The body of an HTML page, that of an error as well; None for another kind of file."""
    try:
        answer = urlopen(address)
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
    parser.add_argument("--vnu", required=True, metavar="vnu.jar")
    given = parser.parse_args()
    found = pages(given.site.rstrip("/"))
    said = messages(given.vnu, found)
    for (kind, text), number in Counter((each["type"], each["message"]) for each in said).most_common():
        first = next(each for each in said if each["message"] == text)
        sys.stdout.write(f"{kind} ({number}): {text}\n    {first['path']}: {first.get('extract', '')!r}\n")
    errors = sum(each["type"] == "error" for each in said)
    kinds = Counter(urlsplit(path).path.split("/")[1] for path in found)
    sys.stdout.write(
        f"{len(found)} pages ({dict(kinds)}), {errors} errors, {len(said) - errors} other messages\n"
    )
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main())
