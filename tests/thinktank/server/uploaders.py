"""An editor who adds pictures again and again and deletes every other one, and what is left of their rows and files."""

import json
import subprocess
import sys
import threading
import urllib.parse
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from tests.pictures.files.photos import drawing, file_of
from tests.thinktank.server.writers import Writer
from thinktank.environment import PROJECT

ADD = "/admin/pictures/picture/add/"
PAUSE = 0.2  # seconds between two uploads: the writers go first


@dataclass
class Uploader:
    """One editor. `kept`: file names of pictures whose upload was acknowledged, and that nobody asked to delete."""

    writer: Writer
    kept: list[str] = field(default_factory=list)
    tries: int = 0

    def add(self) -> None:
        """One try to add a picture; every other one is deleted again."""
        self.tries += 1
        if self.tries == 1:
            self.writer.log_in()
        name = f"picture-{self.tries}.png"
        content = file_of(drawing(500 + self.tries % 50, 320), "PNG") + str(self.tries).encode()
        status, address = self.writer.upload(ADD, "file", name, content)
        if status != 302 or "/change/" not in address:
            self.writer.log_in()  # a killed database may have taken the session along
        elif self.tries % 2:
            self.kept.append(name)
        else:
            page = urllib.parse.urlsplit(address).path.replace("/change/", "/delete/")
            self.writer.send(page, {"post": "yes"})


@contextmanager
def uploading(site: str, account: tuple[str, str]) -> Iterator[Uploader]:
    """An editor who adds pictures inside the block."""
    uploader, ending = Uploader(Writer("Uploader", site, account)), threading.Event()

    def upload() -> None:
        while not ending.wait(PAUSE):
            try:
                uploader.add()
            except Exception:
                ending.wait(PAUSE)

    thread = threading.Thread(target=upload)
    thread.start()
    try:
        yield uploader
    finally:
        ending.set()
        thread.join()


def swept(place: dict[str, str]) -> dict[str, Any]:
    """What a sweep finds in a running desk, once all sizes are made that can be: `left` files are not."""
    made = _command(place, "make_renditions")
    return {"left": made["left"], **_command(place, "sweep_pictures", "--dry-run")}


def _command(place: dict[str, str], *arguments: str) -> dict[str, Any]:
    command = [sys.executable, "manage.py", *arguments]
    ran = subprocess.run(command, cwd=PROJECT, env=place, stdout=subprocess.PIPE, check=False)
    figures: dict[str, Any] = json.loads(ran.stdout.splitlines()[-1])
    return figures
