"""Slow clients, heavy Word files and guessers of passwords at once, and what readers notice of them.

`python -m tests.thinktank.front.loads` takes two minutes. It prints how long readers and `/healthz` wait without load,
under each and under all. The word files and the guesses go through the real forms.
"""

import argparse
import asyncio
import multiprocessing
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

from tests.intake.word_files import paragraph, run, word_file
from tests.thinktank.front.clients import (
    SLOW_BODY,
    SLOW_HEADERS,
    Waiting,
    ask_again_and_again,
    dribble,
)
from tests.thinktank.server.victims import Victims
from tests.thinktank.server.writers import Writer

SLOW, WORD_FILES, GUESSERS, READERS = 200, 8, 16, 6
PARAGRAPHS = 190_000  # of one letter: 30 seconds of work for a file of 19 KB
INTAKE = "/admin/articles/article/new-from-a-text/"
Until = Callable[[], bool]


def guess(site: str, number: int, until: Until) -> None:
    """Try one wrong password after another, as a browser would send it."""
    guesser = Writer(f"guesser {number}", site, (f"nobody-{number}", "a wrong password"))
    while not until():
        with suppress(OSError):
            guesser.log_in()


def bring_word_files(site: str, account: tuple[str, str], number: int, until: Until) -> None:
    """Bring the same heavy file, a letter longer each time, again and again."""
    editor, times = Writer(f"editor {number}", site, account), 0
    editor.log_in()
    while not until():
        times += 1
        file = word_file(paragraph(run("a")) * (PARAGRAPHS + 100 * number + times))
        with suppress(OSError):
            editor.upload(INTAKE, "file", f"heavy-{number}.docx", file)


def dribble_all(port: int, until: Until) -> None:
    async def all_at_once() -> None:
        kinds = [SLOW_HEADERS, SLOW_BODY] * (SLOW // 2)
        await asyncio.gather(*(_dribble_on(port, kind, until) for kind in kinds))

    asyncio.run(all_at_once())


async def _dribble_on(port: int, kind: tuple[bytes, bytes], until: Until) -> None:
    """Come again whenever the desk has closed the connection."""
    while not until():
        with suppress(OSError):
            await dribble(port, *kind, pause=1.0, until=until)


@contextmanager
def under(*loads: Callable[[Until], None]) -> Iterator[None]:
    """Run each of the loads in a process of its own inside the block.

    They come after the desk and the measuring process: in life they have processors of their own.
    """
    context = multiprocessing.get_context("fork")
    ending = context.Event()
    processes = [
        context.Process(target=_at_the_end_of_the_queue, args=(load, ending.is_set)) for load in loads
    ]
    for process in processes:
        process.start()
    try:
        time.sleep(3 if loads else 0)  # until they are all there
        yield
    finally:
        ending.set()
        for process in processes:
            process.join()


def _at_the_end_of_the_queue(load: Callable[[Until], None], until: Until) -> None:
    os.nice(19)
    load(until)


def measured(port: int, seconds: float) -> tuple[Waiting, Waiting]:
    """What readers of the first page, and a health check ten times a second, waited for so many seconds."""
    end, pages, health = time.monotonic() + seconds, Waiting(), Waiting()

    async def all_at_once() -> None:
        until = partial(_is_past, end)
        readers = [ask_again_and_again(port, "/", pages, pause=0.1, until=until) for _ in range(READERS)]
        await asyncio.gather(*readers, ask_again_and_again(port, "/healthz", health, pause=0.1, until=until))

    asyncio.run(all_at_once())
    return pages, health


def _is_past(end: float) -> bool:
    return time.monotonic() > end


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=15, help="for each figure (15)")
    seconds = parser.parse_args().seconds
    with tempfile.TemporaryDirectory() as folder:
        desk = Victims(Path(folder) / "home")
        site, account = desk.site, desk.account()
        slow = [partial(dribble_all, desk.port)]
        words = [partial(bring_word_files, site, account, number) for number in range(WORD_FILES)]
        guesses = [partial(guess, site, number) for number in range(GUESSERS)]
        loads = {
            "nothing": [],
            f"{SLOW} slow clients": slow,
            f"{WORD_FILES} heavy Word files": words,
            f"{GUESSERS} guessers": guesses,
            "all at once": [*slow, *words, *guesses],
        }
        try:
            for name, load in loads.items():
                with under(*load):
                    pages, health = measured(desk.port, seconds)
                sys.stdout.write(
                    f"{name} (load {os.getloadavg()[0]:.1f})\n  / {pages}\n  /healthz {health}\n"
                )
        finally:
            desk.end()


if __name__ == "__main__":
    main()
