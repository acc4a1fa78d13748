"""`python -m tests.crawl OUT_DIR`, and `python -m tests.crawl --compare A B`."""

import argparse
import os
import shutil
import sys
import time
from collections import Counter
from pathlib import Path

import django

from tests.crawl.answers import INDEX, compare
from tests.crawl.determinism import freeze_clock_and_uuids


def main() -> int:
    """Crawl into one folder or compare two; the exit code is 1 if they differ."""
    parser = argparse.ArgumentParser(prog="python -m tests.crawl", description=__doc__)
    parser.add_argument("--compare", action="store_true", help="compare two crawls")
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    arguments = parser.parse_args()
    if len(arguments.folders) != (2 if arguments.compare else 1):
        parser.error("Give one folder to write, or two to compare.")
    if arguments.compare:
        differences = list(compare(*arguments.folders))
        sys.stdout.writelines(f"{line}\n" for line in differences or ["No address differs."])
        return 1 if differences else 0
    if os.environ.get("PYTHONHASHSEED") != "0":  # fixes the order of sets; only a new process can set it
        command = [sys.executable, "-m", "tests.crawl", *sys.argv[1:]]
        os.execve(sys.executable, command, {**os.environ, "PYTHONHASHSEED": "0"})
    crawl(arguments.folders[0].absolute())
    return 0


def crawl(out: Path) -> None:
    """Replace the crawl in `out` by a new one and print how many answers of each kind it has."""
    started = time.perf_counter()
    if out.exists() and any(out.iterdir()) and not (out / INDEX).exists():
        sys.exit(f"{out} is not empty and holds no crawl.")
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    (out / INDEX).touch()
    freeze_clock_and_uuids()
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "LOG_LEVEL": "CRITICAL",
        "STATEMENT_TIMEOUT": "0",  # a slow machine must give the same answers
    }
    django.setup()
    from tests.crawl.workers import crawl_as_everyone  # imports models

    lines = crawl_as_everyone(out)
    (out / INDEX).write_text("".join(f"{line}\n" for line in lines))
    _print_summary(lines)
    sys.stdout.write(f"{len(lines)} answers in {time.perf_counter() - started:.0f} seconds\n")


def _print_summary(lines: list[str]) -> None:
    counts: Counter[tuple[str, str, str]] = Counter()
    for line in lines:
        status, _, _, role, method, _ = line.split(" ", 5)
        counts[role, method.partition(":")[0], status] += 1
    for (role, method, status), count in sorted(counts.items()):
        sys.stdout.write(f"{role:18} {method:5} {status} {count:6}\n")


if __name__ == "__main__":
    sys.exit(main())
