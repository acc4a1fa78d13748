"""Values that the settings read from environment variables and DESK_HOME. EnvError names a wrong variable."""

import ipaddress
import os
import re
import secrets
import zoneinfo
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from environs import EnvError, env

PROJECT = Path(__file__).resolve().parent.parent
BUCKET = "pictures.bucket.Bucket"  # imported by this name only, where there is one
_BUCKET = re.compile(r"[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")
RESERVED_ENDINGS = (".localhost", ".local", ".internal", ".lan", ".home.arpa", ".test", ".invalid")


def desk_home() -> Path:
    """DESK_HOME as an absolute path: the only folder that the desk writes to. `var/` in the project unless set."""
    home: Path = env.path("DESK_HOME", PROJECT / "var")
    return home.expanduser().absolute()


def secret_key(file: Path) -> str:
    """Secret key in a file that only this user can read. Creates it on first use.

    The complete file is linked to its name, so that two processes that start together get the same key.
    """
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        draft = file.with_name(f"{file.name}.{os.getpid()}")
        draft.touch(mode=0o600)
        draft.write_text(secrets.token_urlsafe(60))
        try:
            os.link(draft, file)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return file.read_text().strip()


def site_url(port: int) -> str:
    """SITE_URL without a path: scheme, host and perhaps a port. This machine's address at `port` unless set."""
    url: str = env.str("SITE_URL", "").rstrip("/").lower()
    if not url:
        return f"http://127.0.0.1:{port}"
    if not _is_origin(url):
        raise EnvError(f'SITE_URL is "{url}": it must be like https://desk.example.org, without a path.')
    return url


def websub_hub() -> str:
    """WEBSUB_HUB: the address of a hub that is told of changed feeds, "" for none."""
    hub: str = env.str("WEBSUB_HUB", "").strip()
    if hub and not re.fullmatch(r"https?://[^\s<>\"#]+", hub):
        raise EnvError(f'WEBSUB_HUB is "{hub}": it must be like https://hub.example.org/.')
    return hub


def _is_origin(url: str) -> bool:
    """True if the URL is an http or https scheme, a host and perhaps a port, and nothing else."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        port = f":{parts.port}" if parts.port is not None else ""
    except ValueError:
        return False
    is_host = bool(re.fullmatch(r"[a-z0-9.-]+", host) or _address_scope(host))
    return is_host and parts.scheme in ("http", "https") and url == f"{parts.scheme}://{host_of(url)}{port}"


def host_of(url: str) -> str:
    """Host of a URL as in a Host header, without the port; an IPv6 address keeps its brackets."""
    host = urlsplit(url).hostname or ""
    return f"[{host}]" if ":" in host else host


def is_loopback(url: str) -> bool:
    """True if only this machine can open the URL."""
    return is_loopback_host(host_of(url))


def is_loopback_host(name: str) -> bool:
    """True if a host, written as in ALLOWED_HOSTS, is this machine's own."""
    host = name.lower().removeprefix("[").removesuffix("]")
    return host == "localhost" or host.endswith(".localhost") or _address_scope(host) == "loopback"


def is_public(url: str) -> bool:
    """True if the URL is https with a public host name or address. The deployment is then production."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    scope = _address_scope(host)
    is_public_name = "." in host and not host.endswith(RESERVED_ENDINGS) and not scope
    return parts.scheme == "https" and (is_public_name or scope == "global")


def time_zone() -> str:
    """DESK_TIME_ZONE, an IANA name such as Europe/Berlin; "" unless set."""
    name: str = env.str("DESK_TIME_ZONE", "")
    try:
        zoneinfo.ZoneInfo(name or "UTC")
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        raise EnvError(f'DESK_TIME_ZONE is "{name}": no such time zone (one is Europe/Berlin).') from None
    return name


def database(home: Path) -> dict[str, Any]:
    """Django's settings of the default database: DATABASE_URL, or else the local cluster in DESK_HOME.

    A statement is cancelled after STATEMENT_TIMEOUT seconds (default 30, 0 for never), a wait for a lock after 2.
    It runs in one process: many people ask at the same time, and to start more takes longer than most statements.
    """
    seconds: int = env.int("STATEMENT_TIMEOUT", 30)
    limits = f"-c statement_timeout={seconds}s -c lock_timeout=2s -c idle_in_transaction_session_timeout=60s"
    limits += " -c max_parallel_workers_per_gather=0"
    if env.str("DATABASE_URL", ""):
        entry = _server_database()
    else:
        entry = {"ENGINE": "thinktank.local_postgres", "NAME": "thinktank", "USER": "postgres"}
        entry["DESK_HOME"] = str(home)
    options = entry.setdefault("OPTIONS", {})
    options["options"] = f"{limits} {options.get('options', '')}".strip()
    return {**entry, "CONN_MAX_AGE": 600, "CONN_HEALTH_CHECKS": True}


def picture_storage(media: Path) -> dict[str, Any]:
    """Django's settings of the storage of pictures: the bucket that PICTURE_BUCKET names, or else a folder.

    Like s3://name?endpoint=https://s3.example.org&region=eu-1; AWS's own variables hold the key.
    """
    address: str = env.str("PICTURE_BUCKET", "")
    if not address:
        options = {"location": media, "allow_overwrite": True}
        return {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": options}
    parts, more = urlsplit(address), dict(parse_qsl(urlsplit(address).query, keep_blank_values=True))
    is_right = parts.scheme == "s3" and _BUCKET.fullmatch(parts.netloc) and parts.path in ("", "/")
    is_right = is_right and set(more) <= {"endpoint", "region"} and all(more.values())
    if not is_right or ("endpoint" in more and not _is_origin(more["endpoint"])):
        raise EnvError(
            f'PICTURE_BUCKET is "{address}": it must be like s3://name?endpoint=https://s3.example.org&region=eu-1; '
            "for a bucket of Amazon’s, leave the endpoint out."
        )
    named = {
        "bucket_name": parts.netloc,
        "endpoint_url": more.get("endpoint"),
        "region_name": more.get("region"),
    }
    return {"BACKEND": BUCKET, "OPTIONS": {name: value for name, value in named.items() if value}}


def sender_of_pictures() -> str:
    """PICTURES_SENDFILE, who sends the files of pictures: "" is the desk, "x-accel" nginx, "signed" the bucket."""
    sender: str = env.str("PICTURES_SENDFILE", "").strip().lower()
    fitting = ("", "signed") if env.str("PICTURE_BUCKET", "") else ("", "x-accel")
    if sender not in fitting:
        raise EnvError(
            f'PICTURES_SENDFILE is "{sender}": it must be x-accel, or signed where PICTURE_BUCKET is set, or empty.'
        )
    return sender


def origins_of_pictures() -> list[str]:
    """Where browsers may get pictures beside the desk itself: the bucket, if it sends them."""
    if sender_of_pictures() != "signed":
        return []
    parts = urlsplit(env.str("PICTURE_BUCKET"))
    more = dict(parse_qsl(parts.query))
    if endpoint := more.get("endpoint"):
        return [endpoint]
    regions = ("", f".{more['region']}") if "region" in more else ("",)
    return [f"https://{parts.netloc}.s3{region}.amazonaws.com" for region in regions]


def _server_database() -> dict[str, Any]:
    """Django's settings of the database in DATABASE_URL. The message of an error does not repeat its password."""
    try:
        entry: dict[str, Any] = {**env.dj_db_url("DATABASE_URL")}
    except EnvError:
        entry = {}
    if entry.get("ENGINE", "django.db.backends.postgresql") != "django.db.backends.postgresql":
        raise EnvError("DATABASE_URL must begin with postgres://: the desk is written for PostgreSQL.")
    if not (entry.get("NAME") or entry.get("OPTIONS", {}).get("service")):
        raise EnvError(
            "DATABASE_URL must be like postgres://user:password@host/database. "
            "In a password write @ : / ? # % as %40 %3A %2F %3F %23 %25."
        )
    return entry


def _address_scope(host: str) -> str:
    """`loopback`, `global` or `private` for an IP address; empty for a host name."""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return ""
    if address.is_loopback:
        return "loopback"
    return "global" if address.is_global else "private"
