"""Kill browser, web worker and database while somebody types and saves. Reports figures as JSON.

`python -m tests.thinktank.server.typing_kills --kills 150` kills each fifty times. After each kill it looks at what the
desk has, saved or kept: seconds of typing that are lost, and acknowledged saves that are in no version.
"""

import argparse
import json
import os
import random
import re
import signal
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg

from tests.browser.window import ARGUMENTS, CHROMIUM
from tests.thinktank.server.victims import Victims
from thinktank.local_postgres.place import place_of

KINDS = ("browser", "worker", "database")
PIECES = "/admin/articles/article/"
PATIENCE = 120.0  # seconds
PAUSE = 0.3  # seconds between two words
SAVED = "() => !window.isBeforeTheSave && document.body?.innerText.includes('Saved as version')"
SAVES = 12  # words between two saves, about


@dataclass
class Losses:
    """Seconds of typing that each kill took, and saves that were acknowledged and lost."""

    seconds: dict[str, list[float]] = field(default_factory=lambda: {kind: [] for kind in KINDS})
    acknowledged: list[str] = field(default_factory=list)
    saves_lost: int = 0

    def figures(self) -> dict[str, Any]:
        kinds = {
            kind: {"kills": len(lost), "most_lost_s": round(max(lost), 1)}
            for kind, lost in self.seconds.items()
            if lost
        }
        return {**kinds, "saves_acknowledged": len(self.acknowledged), "saves_lost": self.saves_lost}


@dataclass
class Typist:
    """A browser with a profile on the disk, and the instants at which its words were typed."""

    playwright: Any
    site: str
    profile: Path
    account: tuple[str, str]
    losses: Losses
    typed: list[tuple[float, str]] = field(default_factory=list)
    lost: set[str] = field(default_factory=set)
    number: int = 0
    piece: str = PIECES

    def open(self) -> None:
        """Open the piece in a browser, logged in."""
        self.browser = self.playwright.chromium.launch_persistent_context(
            str(self.profile), executable_path=CHROMIUM, args=ARGUMENTS
        )
        self.page = self.browser.pages[0] if self.browser.pages else self.browser.new_page()
        self.page.set_default_timeout(PATIENCE * 1000)
        while not self._reach_form():  # a page says that the database is being restarted
            self.page.wait_for_timeout(1000)
        self.page.wait_for_selector(".ProseMirror[aria-labelledby]")
        self.page.locator(".ProseMirror").first.click()
        self.page.keyboard.press("Control+End")

    def _reach_form(self) -> bool:
        """Go to the form, by way of the login where it is asked for. True if it is there."""
        self.page.goto(f"{self.site}{self.piece}")
        if self.page.locator("#id_username").count():
            self.page.fill("#id_username", self.account[0])
            self.page.fill("#id_password", self.account[1])
            with self.page.expect_navigation():
                self.page.press("#id_password", "Enter")
        if self.piece == PIECES and (first := self.page.locator("#result_list tbody th a").first).count():
            self.piece = first.get_attribute("href")
            self.page.goto(f"{self.site}{self.piece}")
        return self.page.locator("#article_form").count() > 0

    def type_for(self, seconds: float) -> None:
        """Type words, and save now and then; a save is acknowledged by the page that says so."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            self.number += 1
            word = f"word{self.number}"
            self.page.keyboard.type(f" {word}")
            self.typed.append((time.monotonic(), word))
            if self.number % SAVES == 0:
                self._save(word)
            time.sleep(PAUSE)

    def _save(self, word: str) -> None:
        self.page.evaluate("window.isBeforeTheSave = true")  # it says "Saved as version" of an earlier save
        self.page.keyboard.press("Control+s")
        self.page.wait_for_function(SAVED)
        self.losses.acknowledged.append(word)
        self.page.wait_for_selector(".ProseMirror[aria-labelledby]")
        time.sleep(1)  # the caret comes back to its place

    def kill(self) -> None:
        for process in Path("/proc").glob("[0-9]*"):
            with suppress(OSError, ProcessLookupError):
                if str(self.profile).encode() in (process / "cmdline").read_bytes():
                    os.kill(int(process.name), signal.SIGKILL)


def kill_while_typing(home: Path, kills: int, losses: Losses) -> None:
    from playwright.sync_api import sync_playwright

    choose, victims = random.Random(kills), Victims(home)
    try:
        with sync_playwright() as playwright:
            typist = Typist(playwright, victims.site, home.parent / "profile", victims.account(), losses)
            typist.open()
            for number in range(kills):
                kind = KINDS[number % len(KINDS)]
                typist.type_for(choose.uniform(2, 8))
                _kill_and_look(kind, victims, typist, choose)
                sys.stderr.write(f"{time.strftime('%T')} {kind} {losses.seconds[kind][-1]:.1f}\n")
            stored = "\n".join(victims.versions())
            losses.saves_lost += sum(not _has(stored, word) for word in losses.acknowledged)
            typist.kill()
    finally:
        victims.end()


def _kill_and_look(kind: str, victims: Victims, typist: Typist, choose: random.Random) -> None:
    """Kill, and compare what was typed before with what the desk has once it, or the browser, is back."""
    killed_at = time.monotonic()
    if kind == "browser":
        typist.kill()
        with suppress(Exception):
            typist.browser.close()
        typist.open()
    else:
        victims.kill(kind, choose)
        typist.page.keyboard.type(" .")
        _await_kept(victims, typist.typed[-1][1])
    stored = _stored(victims)
    lost = [at for at, word in typist.typed if not _has(stored, word) and word not in typist.lost]
    typist.lost.update(word for _, word in typist.typed if not _has(stored, word))
    typist.losses.seconds[kind].append(max(0.0, killed_at - lost[0]) if lost else 0.0)


def _await_kept(victims: Victims, word: str) -> None:
    """Wait until the desk has the word that was typed before the kill."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        with suppress(psycopg.Error):
            if _has(_stored(victims), word):
                return
        time.sleep(0.2)


def _stored(victims: Victims) -> str:
    """All that the desk has of the piece: versions, and what is kept and not saved."""
    with psycopg.connect(
        host=str(place_of(victims.home).sockets), user="postgres", dbname="thinktank", connect_timeout=20
    ) as connection:
        rows = connection.execute(
            "SELECT content::text FROM articles_revision UNION ALL SELECT typed::text FROM desk_buffer"
        )
        return "\n".join(text for (text,) in rows)


def _has(stored: str, word: str) -> bool:
    return re.search(rf"\b{word}\b", stored) is not None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=150)
    options, losses = parser.parse_args(), Losses()
    with tempfile.TemporaryDirectory() as folder:
        kill_while_typing(Path(folder) / "home", options.kills, losses)
    sys.stdout.write(json.dumps(losses.figures(), indent=1) + "\n")


if __name__ == "__main__":
    main()
