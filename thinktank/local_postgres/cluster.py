"""One cluster on disk: made, started, stopped, cleaned up after."""

import contextlib
import os
import shutil
import signal
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from .account import Account, becoming
from .binaries import Binaries
from .errors import LocalPostgresError
from .place import Place

LOG_LIMIT = 5_000_000  # bytes; a longer log is put aside at the next start
STOP_LIMIT = 60.0  # seconds a shutting-down server is waited for
_ENVIRONMENT = {"LC_ALL": "C", "TZ": "UTC"}
_THROWAWAY = ("fsync=off", "full_page_writes=off", "synchronous_commit=off")


@dataclass(frozen=True)
class Cluster:
    place: Place
    account: Account
    binaries: Binaries

    def make(self) -> None:
        """Run initdb where there is no cluster yet: beside, then renamed, so a broken run leaves no half."""
        if (self.place.data / "PG_VERSION").exists():
            self._refuse_other_major()
            return
        fresh = self.place.cluster / "data.new"
        if fresh.exists():
            shutil.rmtree(fresh)
        fresh.mkdir(mode=0o700)
        if os.geteuid() == 0:
            os.chown(fresh, self.account.uid, self.account.gid)
        initdb = ["initdb", "-D", str(fresh), "-U", "postgres", "-A", "trust", "-E", "UTF8"]
        done = subprocess.run(  # noqa: S603
            [self.binaries.program(initdb[0]), *initdb[1:], *self._locale()],
            env=_ENVIRONMENT,
            cwd="/",
            capture_output=True,
            text=True,
            preexec_fn=becoming(self.account),
        )
        if done.returncode != 0:
            raise LocalPostgresError(f"The database could not be made in {fresh}: {done.stderr.strip()}")
        fresh.rename(self.place.data)

    def _locale(self) -> list[str]:
        """Byte order and full Unicode case rules, the same on every machine (libc's differ and change)."""
        if self.binaries.major >= 17:
            return ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        return ["--locale=C.UTF-8"]

    def _refuse_other_major(self) -> None:
        found = int((self.place.data / "PG_VERSION").read_text())
        if found != self.binaries.major:
            raise LocalPostgresError(
                f"The database in {self.place.data} was made by PostgreSQL {found}, and this is PostgreSQL "
                f"{self.binaries.major}, which cannot read it. With the programs of version {found} (the "
                "earlier release of the desk, or POSTGRES_BIN) run `manage.py backup FILE`; then move that "
                "folder away and, with the new version, run `manage.py restore FILE`."
            )

    def start(self, *, durable: bool) -> "subprocess.Popen[bytes]":
        """Start the server as a child that dies with this process. Not ready yet: see `is_ready`.

        Not durable is for throw-away clusters (tests): nothing is forced to disk.
        """
        self._clear_stale_files()
        settings = ["listen_addresses=", "timezone=UTC", "log_timezone=UTC", *(() if durable else _THROWAWAY)]
        command = [self.binaries.program("postgres"), "-D", str(self.place.data)]
        command += ["-k", str(self.place.sockets)]
        for setting in settings:
            command += ["-c", setting]
        if self.place.log.exists() and self.place.log.stat().st_size > LOG_LIMIT:
            self.place.log.replace(self.place.log.with_suffix(".old"))
        with self.place.log.open("ab") as log:
            return subprocess.Popen(  # noqa: S603
                command,
                env=_ENVIRONMENT,
                cwd="/",
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                preexec_fn=becoming(self.account),
            )

    def is_ready(self, server: "subprocess.Popen[bytes]") -> bool:
        """Whether the server takes connections, by the eighth line of its own pid file (as pg_ctl does)."""
        lines = _lines(self.place.data / "postmaster.pid")
        return len(lines) >= 8 and lines[0].strip() == str(server.pid) and lines[7].strip() == "ready"

    def _clear_stale_files(self) -> None:
        """PostgreSQL will not start over a pid that runs again as something else, or as a zombie.

        A server that is still there lost its owner a moment ago and is on its way out. So are the processes of
        one that was killed; the pid file is what would keep a new server away from their memory.
        """
        noted = (_lines(self.place.data / "postmaster.pid") or [""])[0].strip()
        deadline = time.monotonic() + STOP_LIMIT
        while at_work := self._at_work():
            if time.monotonic() > deadline:
                raise LocalPostgresError(
                    f"An earlier database server (process {min(at_work)}) does not stop."
                )
            for pid in at_work:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGINT if str(pid) == noted else signal.SIGTERM)
            time.sleep(0.1)
        for name in (".s.PGSQL.5432", ".s.PGSQL.5432.lock"):
            (self.place.sockets / name).unlink(missing_ok=True)
        (self.place.data / "postmaster.pid").unlink(missing_ok=True)

    def _at_work(self) -> list[int]:
        """Every living `postgres` in this very directory, by what /proc says."""
        return [int(found.name) for found in Path("/proc").glob("[0-9]*") if self._works_here(found)]

    def _works_here(self, process: Path) -> bool:
        try:
            name, _, rest = (process / "stat").read_text().partition("(")[2].rpartition(")")
            if name != "postgres" or rest.split()[0] in "ZX":
                return False
            return (process / "cwd").resolve() == self.place.data.resolve()
        except PermissionError:  # a container's root without CAP_SYS_PTRACE: the command line says it too
            return os.fsencode(self.place.data) in (process / "cmdline").read_bytes().split(b"\0")
        except OSError:  # it has just ended
            return False


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(errors="replace").splitlines()
    except OSError:
        return []
