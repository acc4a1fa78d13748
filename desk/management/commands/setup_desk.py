"""`manage.py setup_desk FILE.toml`: load institutions, content types, disclaimers, outlets, people, topics, series."""

import json
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from desk.setup_file.entries import DeskFileError
from desk.setup_file.loading import load_desk_file
from desk.setup_file.records import Tally

MAX_BYTES = 5_000_000
EXAMPLE = """
The format, in short (docs/decisions/desk-file.md has every key):

  [[kind]]
  code = "commentary"                      # a short lasting key, by which other tables name this one
  label = "Commentary"

  [[institution]]
  code = "gower"
  name = "Gower House"
  time_zone = "Europe/London"
  default_kind = "commentary"
  [[institution.other_name]]               # also of [[outlet]] and [[author]]: other days, other languages
  language = "en"
  name = "Gower Forum"
  until_on = 2014-05-01                    # left out: still in use

  [[disclaimer]]
  code = "gower-position"
  institution = "gower"
  [[disclaimer.wording]]
  text = "{kind} at Gower House gives the views of its {authors:author|authors}."
  in_force_from = 2019-07-01               # left out: always

  [[outlet]]
  name = "Lantern"
  article = "The"
  article_rule = "separable"               # "Lantern" in a label, "the Lantern" in a sentence

  [[author]]
  display_name = "Ida Quay"
  [[author.appointment]]
  title = "senior fellow"
  institution = "gower"

  [[topic]]
  name = "Harbours"
  [[topic.other_name]]
  language = "de"
  name = "Häfen"

  [[series]]
  name = "Slow Ports"
  introduction = "What a harbour does while nobody looks."
"""


class Command(BaseCommand):
    help = (
        "Load a desk's own facts from a TOML file: institutions, content types, disclaimers, outlets, people, topics, "
        "series. "
        "Safe to repeat: what is known is brought up to date, nothing is deleted, what somebody renamed, changed or "
        "deleted in the desk since stays and is reported, and nothing is written when anything in the file is wrong."
    )

    def create_parser(self, *args: Any, **kwargs: Any) -> CommandParser:
        """The parser, with an example of a file below its options."""
        return super().create_parser(
            *args, **kwargs, epilog=EXAMPLE, formatter_class=RawDescriptionHelpFormatter
        )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE.toml")
        parser.add_argument(
            "--overwrite",
            action="store_true",
            help="Also set what was changed in the desk since, and make again what was deleted there.",
        )

    def handle(self, *args: Any, file: Path, overwrite: bool = False, **options: Any) -> None:
        try:
            tally = load_desk_file(_text(file), overwrites=overwrite)
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
    left = [f"  {each}" for each in tally.left]
    heading = ["Left as it is in the desk (--overwrite would set it):"] if left else []
    return [f"{file} is loaded.", *rows, *tally.notes, *heading, *left]


def _as_json(file: Path, tally: Tally) -> dict[str, Any]:
    return {
        "file": str(file),
        "created": dict(tally.created),
        "changed": dict(tally.changed),
        "unchanged": dict(tally.unchanged),
        "notes": tally.notes,
        "left": [str(each) for each in tally.left],
    }
