"""The user account that runs the server. PostgreSQL refuses root, but only root may be able to read DESK_HOME."""

import ctypes
import os
import pwd
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

# linux/capability.h: read any file and enter any directory; change securebits
CAP_DAC_READ_SEARCH, CAP_SETPCAP = 2, 8
_PR_SET_PDEATHSIG, _PR_CAPBSET_READ, _PR_SET_SECUREBITS, _PR_CAP_AMBIENT = 1, 23, 28, 47
_PR_CAP_AMBIENT_RAISE = 2
_SECBIT_NO_SETUID_FIXUP = 1 << 2
_CAPABILITY_VERSION_3 = 0x20080522


@dataclass(frozen=True)
class Account:
    """The user that runs the server. With `reads_all` it gets CAP_DAC_READ_SEARCH, to reach closed folders."""

    uid: int
    gid: int
    reads_all: bool = False


def choose_account(data: Path) -> Account:
    """This process's user; if that is root, the owner of existing data, else `postgres` or `nobody`."""
    if os.geteuid() != 0:
        return Account(os.geteuid(), os.getegid())
    if data.exists() and data.stat().st_uid != 0:
        return Account(data.stat().st_uid, data.stat().st_gid)
    for name in ("postgres", "nobody"):
        try:
            user = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account(user.pw_uid, user.pw_gid)
    return Account(65534, 65534)


def can_enter(account: Account, path: Path) -> bool:
    """True if the account may enter every parent folder of a path, by the folders' owners and modes."""
    for parent in path.resolve().parents:
        folder = parent.stat()
        if folder.st_uid == account.uid:
            may_enter = folder.st_mode & 0o100
        elif folder.st_gid == account.gid:
            may_enter = folder.st_mode & 0o010
        else:
            may_enter = folder.st_mode & 0o001
        if not may_enter:
            return False
    return True


def can_pass_on_reading() -> bool:
    """True if this process can give CAP_DAC_READ_SEARCH to a child; in containers root often cannot."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        return False
    lines = Path("/proc/self/status").read_text().splitlines()
    permitted = next(int(line.split()[1], 16) for line in lines if line.startswith("CapPrm:"))
    has_both = all(permitted >> number & 1 for number in (CAP_DAC_READ_SEARCH, CAP_SETPCAP))
    return has_both and bool(_libc().prctl(_PR_CAPBSET_READ, CAP_DAC_READ_SEARCH, 0, 0, 0) == 1)


def running_as(account: Account) -> Callable[[], None]:
    """Return a `preexec_fn` that makes the child run as the account, and end when this process ends."""
    libc, end_with_parent = _libc(), ending_with_parent(signal.SIGINT)  # SIGINT is PostgreSQL's fast shutdown

    def prepare_child() -> None:
        if os.geteuid() == 0 and account.uid != 0:
            if account.reads_all:
                # Keeps the capabilities when the user changes, and makes access(2) respect them: PostgreSQL's
                # programs look for each other with it.
                _check(libc.prctl(_PR_SET_SECUREBITS, _SECBIT_NO_SETUID_FIXUP, 0, 0, 0))
            os.setgroups([])
            os.setresgid(account.gid, account.gid, account.gid)
            os.setresuid(account.uid, account.uid, account.uid)
            if account.reads_all:
                _keep_reading(libc)
        os.umask(0o077)
        end_with_parent()  # after the change of user, which would undo it

    return prepare_child


def ending_with_parent(number: int) -> Callable[[], None]:
    """Return a `preexec_fn` by which Linux sends the child this signal when its parent ends for any reason."""
    libc, parent = _libc(), os.getpid()

    def prepare_child() -> None:
        if sys.platform.startswith("linux"):
            _check(libc.prctl(_PR_SET_PDEATHSIG, number, 0, 0, 0))
            if os.getppid() != parent:
                os._exit(1)

    return prepare_child


def _keep_reading(libc: ctypes.CDLL) -> None:
    """Drop all capabilities but CAP_DAC_READ_SEARCH, and make it ambient so that it survives exec."""
    header = (ctypes.c_uint32 * 2)(_CAPABILITY_VERSION_3, 0)
    bit = 1 << CAP_DAC_READ_SEARCH
    sets = (ctypes.c_uint32 * 6)(bit, bit, bit, 0, 0, 0)
    _check(libc.capset(header, sets))
    _check(libc.prctl(_PR_CAP_AMBIENT, _PR_CAP_AMBIENT_RAISE, CAP_DAC_READ_SEARCH, 0, 0))


def _check(result: int) -> None:
    """Raise OSError with errno for a failed call of libc."""
    if result != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)
