"""A PostgreSQL cluster on disk: create it, start its server, clean up after a crash."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from .account import Account, running_as
from .binaries import Binaries
from .errors import LocalPostgresError
from .place import Place

LOG_LIMIT = 5_000_000  # bytes; a longer log is renamed at the next start
STOP_LIMIT = 60.0  # seconds to wait for a server to stop
_ENVIRONMENT = {"LC_ALL": "C", "TZ": "UTC"}
# After a kill PostgreSQL makes sure that all its files are on disk before it reads its log: one call for the whole file
# system instead of one for each of some two thousand files, which took seconds beside other work.
_QUICK_RECOVERY = ("recovery_init_sync_method=syncfs",) if sys.platform.startswith("linux") else ()
_THROWAWAY = ("fsync=off", "full_page_writes=off", "synchronous_commit=off")


@dataclass(frozen=True)
class Cluster:
    place: Place
    account: Account
    binaries: Binaries

    def create(self) -> None:
        """Run initdb if there is no cluster yet, in a temporary folder that is renamed when it is complete."""
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
        run = subprocess.run(  # noqa: S603
            [self.binaries.program(initdb[0]), *initdb[1:], *self._locale()],
            env=_ENVIRONMENT,
            cwd="/",
            capture_output=True,
            text=True,
            preexec_fn=running_as(self.account),
        )
        if run.returncode != 0:
            raise LocalPostgresError(f"The database could not be made in {fresh}: {run.stderr.strip()}")
        fresh.rename(self.place.data)

    def _locale(self) -> list[str]:
        """initdb's options for sorting by code point with Unicode case rules, the same on every machine.

        Locales of the C library differ between systems and change with updates.
        """
        if self.binaries.major >= 17:
            return ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        return ["--locale=C.UTF-8"]

    def _refuse_other_major(self) -> None:
        major = int((self.place.data / "PG_VERSION").read_text())
        if major != self.binaries.major:
            raise LocalPostgresError(
                f"The database in {self.place.data} was made by PostgreSQL {major}, and this is PostgreSQL "
                f"{self.binaries.major}, which cannot read it. With the programs of version {major} (the "
                "earlier release of the desk, or POSTGRES_BIN) run `manage.py backup FILE`; then move that "
                "folder away and, with the new version, run `manage.py restore FILE`."
            )

    def start(self, *, durable: bool) -> "subprocess.Popen[bytes]":
        """Start the server as a child that ends with this process; `is_ready` tells when it accepts connections.

        With `durable=False` nothing is forced to disk. Tests use that.
        """
        self._clear_stale_files()
        settings = ["listen_addresses=", "timezone=UTC", "log_timezone=UTC", *_QUICK_RECOVERY]
        command = [self.binaries.program("postgres"), "-D", str(self.place.data)]
        command += ["-k", str(self.place.sockets)]
        for setting in [*settings, *(() if durable else _THROWAWAY)]:
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
                preexec_fn=running_as(self.account),
            )

    def is_ready(self, server: "subprocess.Popen[bytes]") -> bool:
        """True if the server accepts connections."""
        return self.place.pid_file() == (str(server.pid), "ready")

    def _clear_stale_files(self) -> None:
        """Stop what is left of an earlier server, then delete its pid and socket files.

        PostgreSQL refuses to start while the pid in its file belongs to a living process, even to an unrelated
        one or a zombie. Processes of this cluster must have ended first: they still use its shared memory.
        """
        pid_in_file, _ = self.place.pid_file()
        deadline = time.monotonic() + STOP_LIMIT
        while running := self._running_servers():
            if time.monotonic() > deadline:
                raise LocalPostgresError(
                    f"An earlier database server (process {min(running)}) does not stop."
                )
            for pid in running:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGINT if str(pid) == pid_in_file else signal.SIGTERM)
            time.sleep(0.02)
        for name in (".s.PGSQL.5432", ".s.PGSQL.5432.lock"):
            (self.place.sockets / name).unlink(missing_ok=True)
        (self.place.data / "postmaster.pid").unlink(missing_ok=True)

    def _running_servers(self) -> list[int]:
        """Process ids of all living `postgres` processes of this cluster, from /proc."""
        return [int(process.name) for process in Path("/proc").glob("[0-9]*") if self._runs_here(process)]

    def _runs_here(self, process: Path) -> bool:
        try:
            name, _, rest = (process / "stat").read_text().partition("(")[2].rpartition(")")
            if name != "postgres" or rest.split()[0] in "ZX":
                return False
            return (process / "cwd").resolve() == self.place.data.resolve()
        except PermissionError:  # root in a container may lack CAP_SYS_PTRACE; use the command line
            return os.fsencode(self.place.data) in (process / "cmdline").read_bytes().split(b"\0")
        except OSError:  # it has just ended
            return False
