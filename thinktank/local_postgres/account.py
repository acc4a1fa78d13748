"""Who runs the server: PostgreSQL refuses root, and a desk may stand below a folder only root may enter."""

import ctypes
import os
import pwd
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

CAP_DAC_READ_SEARCH, CAP_SETPCAP = (
    2,
    8,
)  # linux/capability.h: read any file, enter any directory; change securebits
_PR_SET_PDEATHSIG, _PR_CAPBSET_READ, _PR_SET_SECUREBITS, _PR_CAP_AMBIENT = 1, 23, 28, 47
_PR_CAP_AMBIENT_RAISE = 2
_SECBIT_NO_SETUID_FIXUP = 1 << 2
_CAPABILITY_VERSION_3 = 0x20080522


@dataclass(frozen=True)
class Account:
    """The user the server runs as; `reads_all` asks for CAP_DAC_READ_SEARCH, else it could not get in."""

    uid: int
    gid: int
    reads_all: bool = False


def choose_account(data: Path) -> Account:
    """This process's own user; for root the owner of the data, or at first `postgres` or `nobody`."""
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
    """Whether the account may walk down to a path, judged by the mode of every parent."""
    for parent in path.resolve().parents:
        found = parent.stat()
        if found.st_uid == account.uid:
            allowed = found.st_mode & 0o100
        elif found.st_gid == account.gid:
            allowed = found.st_mode & 0o010
        else:
            allowed = found.st_mode & 0o001
        if not allowed:
            return False
    return True


def may_lend_reading() -> bool:
    """Whether this process can pass CAP_DAC_READ_SEARCH to a child (containers often cannot)."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        return False
    lines = Path("/proc/self/status").read_text().splitlines()
    permitted = next(int(line.split()[1], 16) for line in lines if line.startswith("CapPrm:"))
    held = all(permitted >> number & 1 for number in (CAP_DAC_READ_SEARCH, CAP_SETPCAP))
    return held and bool(_libc().prctl(_PR_CAPBSET_READ, CAP_DAC_READ_SEARCH, 0, 0, 0) == 1)


def becoming(account: Account) -> Callable[[], None]:
    """A `preexec_fn`: switch the child to the account and bind its life to this process."""
    libc, follow = _libc(), ending_with_parent(signal.SIGINT)  # SIGINT is PostgreSQL's fast shutdown

    def become() -> None:
        if os.geteuid() == 0 and account.uid != 0:
            if account.reads_all:
                # Keeps what the switch of user would drop, and lets access(2) count what is lent: with it
                # PostgreSQL's programs look for themselves.
                _check(libc.prctl(_PR_SET_SECUREBITS, _SECBIT_NO_SETUID_FIXUP, 0, 0, 0))
            os.setgroups([])
            os.setresgid(account.gid, account.gid, account.gid)
            os.setresuid(account.uid, account.uid, account.uid)
            if account.reads_all:
                _keep_reading(libc)
        os.umask(0o077)
        follow()  # after the switch of user, which would undo it

    return become


def ending_with_parent(number: int) -> Callable[[], None]:
    """A `preexec_fn`: where the system can (Linux), the child gets this signal when its parent ends, however."""
    libc, parent = _libc(), os.getpid()

    def follow() -> None:
        if sys.platform.startswith("linux"):
            _check(libc.prctl(_PR_SET_PDEATHSIG, number, 0, 0, 0))
            if os.getppid() != parent:
                os._exit(1)

    return follow


def _keep_reading(libc: ctypes.CDLL) -> None:
    """Keep one capability and drop all others: permitted, effective, inheritable; ambient to outlive exec."""
    header = (ctypes.c_uint32 * 2)(_CAPABILITY_VERSION_3, 0)
    bit = 1 << CAP_DAC_READ_SEARCH
    sets = (ctypes.c_uint32 * 6)(bit, bit, bit, 0, 0, 0)
    _check(libc.capset(header, sets))
    _check(libc.prctl(_PR_CAP_AMBIENT, _PR_CAP_AMBIENT_RAISE, CAP_DAC_READ_SEARCH, 0, 0))


def _check(result: int) -> None:
    if result != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)
