"""`python -m tests.reading.page_speed ADDRESS`: the weight of each kind of page, and its scores in Lighthouse.

ADDRESS is that of a running desk with the sample (`make run`). `--lighthouse COMMAND` names Lighthouse, which is no
part of the project (`npm install lighthouse`); `--write` puts the tables into docs/speed.md. A desk that is not public
asks search engines to stay away, so Lighthouse is not asked about that.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

DOCUMENT = Path("docs/speed.md")
MISSING = "/nothing/"
PAGES = {
    "Front page": "/",
    "Article with notes, pictures, italics": "/articles/what-the-gauge-at-skerrow-bridge-remembers/",
    "Article in German": "/articles/wem-gehoert-der-deich/",
    "Article in Russian": "/articles/pravo-na-bumazhnyy-blank/",
    "Article in Arabic": "/articles/lhq-fy-stmrh-wrqyh/",
    "Article in Korean": "/articles/jongi-seosigeul-sseul-gwonli/",
    "Person": "/authors/ulla-brandsaeter/",
    "Outlet": "/outlets/harbour-gazette/",
    "Topic": "/topics/archives/",
    "People from A to Z": "/authors/",
    "Archive": "/archive/",
    "Search": "/search/?q=ferry",
    "Corrections": "/corrections/",
    "Feeds": "/feeds/",
    "Cite": "/articles/what-the-gauge-at-skerrow-bridge-remembers/cite/",
    "Missing page": MISSING,
}
PARTS = {"Document": "Page", "Stylesheet": "Styles", "Font": "Typefaces", "Script": "Scripts"}
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
TRIES = 3
"""Other work on the machine takes points from the speed of a page: the best of so many tries counts."""


def browser_path() -> str:
    path = shutil.which("chromium-headless-shell") or shutil.which("chromium")
    return path or sys.exit("Neither chromium-headless-shell nor chromium is installed.")


def weights(browser: Browser, address: str) -> tuple[Counter[str], int]:
    """Bytes of each kind of file on a first visit, as they cross the wire with headers; and the number of requests."""
    context = browser.new_context(viewport={"width": 412, "height": 823})
    page = context.new_page()
    wire = context.new_cdp_session(page)
    wire.send("Network.enable")
    kinds: dict[str, str] = {}
    sizes: dict[str, int] = {}
    wire.on("Network.responseReceived", lambda event: kinds.setdefault(event["requestId"], event["type"]))
    wire.on(
        "Network.loadingFinished",
        lambda event: sizes.update({event["requestId"]: event["encodedDataLength"]}),
    )
    page.goto(address, wait_until="networkidle")
    context.close()
    weight: Counter[str] = Counter()
    for request, kind in kinds.items():
        weight[kind] += sizes.get(request, 0)
    return weight, sum(kind in PARTS for kind in kinds.values())


def weight_rows(site: str) -> Iterable[Sequence[object]]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=browser_path(), args=["--no-sandbox", "--disable-background-networking"]
        )
        for kind, path in PAGES.items():
            weight, requests = weights(browser, f"{site}{path}")
            parts = [weight[part] for part in PARTS]
            yield kind, requests, *(_kilobytes(each) for each in (*parts, sum(parts), weight["Image"]))
        browser.close()


def score_rows(site: str, lighthouse: str) -> Iterable[Sequence[object]]:
    """Scores of each page but the missing one: Lighthouse takes no answer of 404."""
    for kind, path in PAGES.items():
        if path == MISSING:
            continue
        best: dict[str, Any] = {}
        for _ in range(TRIES):
            report = _report(lighthouse, f"{site}{path}")
            scores = {name: round(100 * (report["categories"][name]["score"] or 0)) for name in CATEGORIES}
            if scores["performance"] >= best.get("performance", 0):
                best = scores | {"shift": report["audits"]["cumulative-layout-shift"]["displayValue"]}
            if best["performance"] == 100:
                break
        sys.stderr.write(f"{kind}: {' '.join(map(str, best.values()))}\n")
        yield kind, *best.values()


def _report(lighthouse: str, address: str) -> dict[str, Any]:
    flags = "--chrome-flags=--headless --no-sandbox --disable-background-networking"
    command = [lighthouse, address, "--quiet", "--output=json", "--skip-audits=is-crawlable", flags]
    answer = subprocess.run(
        command, env={**os.environ, "CHROME_PATH": browser_path()}, capture_output=True, check=True, text=True
    )
    report: dict[str, Any] = json.loads(answer.stdout)
    return report


def _kilobytes(size: int) -> str:
    return f"{size / 1000:.1f}"


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(map(str, line))} |" for line in lines)


def put(name: str, text: str) -> None:
    """Replace the table of a name in the document, or print it."""
    sys.stdout.write(f"{text}\n")
    if DOCUMENT.exists() and "--write" in sys.argv:
        between = re.compile(rf"(<!-- {name} -->\n).*?(\n<!-- end -->)", re.DOTALL)
        DOCUMENT.write_text(
            between.sub(lambda match: f"{match[1]}\n{text}\n{match[2]}", DOCUMENT.read_text())
        )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.reading.page_speed", description=__doc__)
    parser.add_argument("site", metavar="ADDRESS")
    parser.add_argument("--lighthouse", metavar="COMMAND")
    parser.add_argument("--write", action="store_true", help="put the tables into docs/speed.md")
    given = parser.parse_args()
    home = given.site.rstrip("/")
    head = ("kB", "Requests", *PARTS.values(), "Together", "Pictures")
    put("weights", table(head, weight_rows(home)))
    if given.lighthouse:
        head = ("", "Performance", "Accessibility", "Best practices", "SEO", "Layout shift")
        put("scores", table(head, score_rows(home, given.lighthouse)))
