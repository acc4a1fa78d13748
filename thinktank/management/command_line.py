"""The desk's command line: Django's, with a sentence instead of a traceback for what an operator can mend."""

import os
import sys

from django.core.management import execute_from_command_line
from django.db.utils import DatabaseError, OperationalError
from django.utils import timezone
from environs import EnvError

from desk.clock import DeskClock

from ..local_postgres.errors import LocalPostgresError
from ..schema import current_schema

MAKE_TABLES = ("migrate", "prepare")  # what stands in their way only PostgreSQL's own words say
REMEDY = "`manage.py prepare` makes the tables of this version."


def run(arguments: list[str]) -> None:
    """Run a command, as `manage.py` does: `["manage.py", "check"]`. Ends the process if the command fails."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thinktank.settings")
    try:
        with timezone.override(DeskClock()):  # commands print days and hours as the desk's pages do
            execute_from_command_line(arguments)
    except (EnvError, LocalPostgresError) as problem:
        sys.exit(str(problem))
    except DatabaseError as problem:
        if {"--traceback", *MAKE_TABLES} & {*arguments} or not (sentence := _reason(problem)):
            raise
        sys.exit(sentence)


def _reason(problem: DatabaseError) -> str:
    """Why a command failed in the database; "" if the database is as it should be, so that the command is wrong."""
    try:
        schema = current_schema()
    except (DatabaseError, LocalPostgresError):
        return f"The database cannot be used: {problem}"
    if schema.problem:
        return schema.problem if schema.unknown else f"{schema.problem} {REMEDY}"
    return f"The database cannot be used: {problem}" if isinstance(problem, OperationalError) else ""
