"""`manage.py setup_desk FILE.toml`: load institutions, content types, disclaimers, outlets and people."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from desk.setup_file.entries import DeskFileError
from desk.setup_file.loading import load_desk_file
from desk.setup_file.records import Tally

MAX_BYTES = 5_000_000


class Command(BaseCommand):
    help = (
        "Load a desk's own facts from a TOML file: institutions, content types, disclaimers, outlets, people. "
        "Safe to repeat: what is known by its code or name is brought up to date, nothing is deleted, "
        "and nothing is written when anything in the file is wrong."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE.toml")

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        try:
            tally = load_desk_file(_text(file))
        except DeskFileError as error:
            lines = "\n".join(f"{file}, {problem}" for problem in error.problems)
            raise CommandError(f"Nothing was loaded.\n{lines}") from error
        if self.stdout.isatty():
            self.stdout.write("\n".join(_in_words(file, tally)))
        else:
            self.stdout.write(json.dumps(_as_json(file, tally), ensure_ascii=False))


def _text(file: Path) -> str:
    try:
        if file.stat().st_size > MAX_BYTES:
            raise CommandError(f"{file} is larger than {MAX_BYTES // 1_000_000} MB: that is no desk file.")
        return file.read_text(encoding="utf-8")
    except OSError as error:
        raise CommandError(f"{file} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise CommandError(f"{file} is not text in UTF-8.") from error


def _in_words(file: Path, tally: Tally) -> list[str]:
    """One line for each kind of record the file speaks of."""
    tables = sorted({*tally.created, *tally.changed, *tally.unchanged})
    rows = [
        f"  {table.replace('_', ' ').replace('.', ': '):26}"
        f"{tally.created[table]:4} new {tally.changed[table]:4} changed {tally.unchanged[table]:4} as before"
        for table in tables
    ]
    return [f"{file} is loaded.", *rows, *tally.notes]


def _as_json(file: Path, tally: Tally) -> dict[str, Any]:
    return {
        "file": str(file),
        "created": dict(tally.created),
        "changed": dict(tally.changed),
        "unchanged": dict(tally.unchanged),
        "notes": tally.notes,
    }
