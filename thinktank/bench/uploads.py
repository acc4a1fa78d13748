"""Measure uploads: a photo of 12 megapixels alone, and twenty at once, sent to the desk as its editor sends them."""

import io
import os
import statistics
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.auth.models import User
from django.contrib.sessions.backends.db import SessionStore
from PIL import Image

from thinktank.bench.asking import TOKEN, Browser, DeskAnswer, SentFile
from thinktank.bench.serving import DESK, RunningServer, serve, working_beside

ADDRESS = "/admin/pictures/picture/upload/"
SIZE = (4000, 3000)
ALONE, AT_ONCE = 5, 20
PROMISED_SECONDS, PROMISED_MB, PROMISED_MB_AT_ONCE = 1.5, 150, 600


def measure_uploads(database_url: str, log: Path) -> dict[str, float]:
    """Upload to a desk on this database, whose pictures are in a folder of their own. Returns the figures by name.

    `seconds` until a photo sent alone is accepted, `more_mb` that it takes; `at_once_seconds` until the last of twenty
    is answered, and `at_once_mb` of all processes of the desk meanwhile, with the worker that makes their sizes.
    """
    cookies, photo = session_cookies(), _photo()
    with (
        TemporaryDirectory(dir=settings.DESK_HOME) as home,
        _beside(Path(home), database_url, log) as running,
    ):
        server, megabytes = running
        browser = Browser(server, cookies)
        failed = [_send(browser, photo).status != 200]  # warms up
        before = server.megabytes()
        with _most(server.megabytes) as alone_mb:
            alone = [_send(browser, photo) for _ in range(ALONE)]
        started_at = time.monotonic()
        with _most(megabytes) as together_mb, ThreadPoolExecutor(AT_ONCE) as senders:
            together = list(senders.map(lambda _: _send(browser, photo), range(AT_ONCE)))
        at_once_seconds = time.monotonic() - started_at
    failed += [answer.status != 200 for answer in alone + together]
    return {
        "seconds": round(statistics.median(answer.milliseconds for answer in alone) / 1000, 2),
        "more_mb": round(max(alone_mb) - before),
        "at_once_seconds": round(at_once_seconds, 1),
        "at_once_mb": round(max(together_mb)),
        "failed": sum(failed),
        "load": round(os.getloadavg()[0], 1),
    }


def upload_lines(figures: dict[str, float]) -> list[str]:
    """The figures in two lines."""
    return [
        f"  upload of 12 megapixels: {figures['seconds']} s (promised {PROMISED_SECONDS}), "
        f"{figures['more_mb']} MB more (promised {PROMISED_MB})",
        f"  {AT_ONCE} uploads at once: {figures['at_once_seconds']} s, {figures['at_once_mb']} MB in all "
        f"(promised {PROMISED_MB_AT_ONCE}), {figures['failed']} failed",
    ]


@contextmanager
def _beside(home: Path, database_url: str, log: Path) -> Iterator[tuple[RunningServer, Callable[[], float]]]:
    """A desk and its worker of pictures; and a function that gives the memory of both."""
    (home / "static").symlink_to(settings.STATIC_ROOT)
    variables = {"DESK_HOME": str(home), "SECRET_KEY": settings.SECRET_KEY, "DATABASE_URL": database_url}
    with (
        serve(DESK, log, **variables) as server,
        working_beside(["make_renditions", "--keep-running"], log, **variables) as worker,
    ):
        yield server, lambda: server.megabytes() + worker.megabytes()


def _photo() -> bytes:
    """A JPEG of about 3 MB, as coarse and as grained as a photo."""
    coarse = Image.effect_noise((SIZE[0] // 8, SIZE[1] // 8), 60).convert("RGB")
    grain = Image.effect_noise(SIZE, 12).convert("RGB")
    out = io.BytesIO()
    Image.blend(coarse.resize(SIZE, Image.Resampling.BICUBIC), grain, 0.25).save(out, "JPEG", quality=90)
    return out.getvalue()


def session_cookies() -> str:
    """Cookies of a session of its own, with a token for forms."""
    user, _ = User.objects.get_or_create(username="bench", defaults={"is_superuser": True, "is_staff": True})
    User.objects.filter(pk=user.pk).update(is_superuser=True, is_staff=True)
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[-1]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.save()
    return f"sessionid={session.session_key}; csrftoken={TOKEN}"


def _send(browser: Browser, photo: bytes) -> DeskAnswer:
    """Send the photo. A few bytes behind the picture make each file another one."""
    return browser.post(ADDRESS, [], SentFile("file", "photo.jpg", "image/jpeg", photo + uuid.uuid4().bytes))


@contextmanager
def _most(megabytes: Callable[[], float]) -> Iterator[list[float]]:
    """The memory in use, again and again while the block runs."""
    seen, is_over = [megabytes()], threading.Event()

    def look() -> None:
        while not is_over.wait(0.02):
            seen.append(megabytes())

    looking = threading.Thread(target=look)
    looking.start()
    try:
        yield seen
    finally:
        is_over.set()
        looking.join()
