"""Typed readers for what a machine tells the desk; each refuses a wrong value with a sentence that names it."""

import ipaddress
import os
import re
import secrets
import zoneinfo
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from environs import EnvError, env

PROJECT = Path(__file__).resolve().parent.parent
RESERVED_ENDINGS = (".localhost", ".local", ".internal", ".lan", ".home.arpa", ".test", ".invalid")


def desk_home() -> Path:
    """DESK_HOME, the one folder the desk writes to: absolute; `var/` in the project unless set."""
    chosen: Path = env.path("DESK_HOME", PROJECT / "var")
    return chosen.expanduser().absolute()


def kept_secret(path: Path) -> str:
    """The secret key kept in a file only this user reads, made on first use.

    Linked into place when it is complete, so that two first processes agree on one.
    """
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        mine = path.with_name(f"{path.name}.{os.getpid()}")
        mine.touch(mode=0o600)
        mine.write_text(secrets.token_urlsafe(60))
        try:
            os.link(mine, path)
        except FileExistsError:
            pass
        finally:
            mine.unlink()
    return path.read_text().strip()


def site_url(port: int) -> str:
    """SITE_URL, scheme and host (and port) only; this machine's address at `port` unless set."""
    given: str = env.str("SITE_URL", "").rstrip("/").lower()
    if not given:
        return f"http://127.0.0.1:{port}"
    if not _is_plain(given):
        raise EnvError(f'SITE_URL is "{given}": it must be like https://desk.example.org, without a path.')
    return given


def _is_plain(url: str) -> bool:
    """Scheme, host and perhaps a port, and not a character more."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        port = f":{parts.port}" if parts.port is not None else ""
    except ValueError:
        return False
    named = re.fullmatch(r"[a-z0-9.-]+", host) or _address(host)
    return (
        bool(named) and parts.scheme in ("http", "https") and url == f"{parts.scheme}://{host_of(url)}{port}"
    )


def host_of(url: str) -> str:
    """The host as a request names it: without port, an IPv6 address in its brackets."""
    host = urlsplit(url).hostname or ""
    return f"[{host}]" if ":" in host else host


def is_loopback(url: str) -> bool:
    """Whether only this machine can be meant."""
    return is_loopback_host(host_of(url))


def is_loopback_host(name: str) -> bool:
    """The same of a host alone, as ALLOWED_HOSTS has it."""
    host = name.lower().removeprefix("[").removesuffix("]")
    return host == "localhost" or host.endswith(".localhost") or _address(host) == "loopback"


def is_public(url: str) -> bool:
    """Whether the world can be meant, by https: what makes a deployment production."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    named = "." in host and not host.endswith(RESERVED_ENDINGS) and not _address(host)
    return parts.scheme == "https" and (named or _address(host) == "global")


def time_zone() -> str:
    """DESK_TIME_ZONE, a name of the time zone database; UTC unless set."""
    name: str = env.str("DESK_TIME_ZONE", "UTC")
    try:
        zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        raise EnvError(f'DESK_TIME_ZONE is "{name}": no such time zone (one is Europe/Berlin).') from None
    return name


def database(home: Path) -> dict[str, Any]:
    """Django's entry for the database: DATABASE_URL, or the local cluster in DESK_HOME.

    Statements end after STATEMENT_TIMEOUT seconds (30; 0 is never), waiting for a lock after 2.
    """
    seconds: int = env.int("STATEMENT_TIMEOUT", 30)
    limits = f"-c statement_timeout={seconds}s -c lock_timeout=2s -c idle_in_transaction_session_timeout=60s"
    if env.str("DATABASE_URL", ""):
        entry: dict[str, Any] = {**env.dj_db_url("DATABASE_URL")}
        if entry["ENGINE"] != "django.db.backends.postgresql":
            raise EnvError("DATABASE_URL must begin with postgres://: the desk is written for PostgreSQL.")
    else:
        entry = {"ENGINE": "thinktank.local_postgres", "NAME": "thinktank", "USER": "postgres"}
        entry["DESK_HOME"] = str(home)
    options = entry.setdefault("OPTIONS", {})
    options["options"] = f"{limits} {options.get('options', '')}".strip()
    return {**entry, "CONN_MAX_AGE": 600, "CONN_HEALTH_CHECKS": True}


def _address(host: str) -> str:
    """`loopback`, `global` or `private` for an address written in digits; empty for a name."""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return ""
    if address.is_loopback:
        return "loopback"
    return "global" if address.is_global else "private"
