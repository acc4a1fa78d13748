#!/usr/bin/env python
"""The desk's command line."""

import os
import sys

from django.core.management import execute_from_command_line
from django.db.utils import OperationalError
from django.utils import timezone
from environs import EnvError

from desk.clock import DeskClock
from thinktank.local_postgres.errors import LocalPostgresError


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thinktank.settings")
    try:
        with timezone.override(DeskClock()):  # commands print days and hours as the desk's pages do
            execute_from_command_line(sys.argv)
    except (EnvError, LocalPostgresError) as problem:
        sys.exit(str(problem))
    except OperationalError as problem:
        sys.exit(f"The database cannot be used: {problem}")


if __name__ == "__main__":
    main()
