"""Collect static files only if one has changed: to hash and compress them all takes seconds."""

import hashlib

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command

from .storage import MANIFEST

LAYOUT = b"3: sheets joined"  # another one makes every desk collect its files once more


def collect_if_changed() -> bool:
    """Run collectstatic if the source files differ from the last run. Returns True if it ran."""
    file, fingerprint = settings.DESK_HOME / "static-fingerprint", _fingerprint()
    if file.exists() and file.read_text() == fingerprint and settings.STATIC_ROOT.is_dir():
        return False
    for earlier in settings.STATIC_ROOT.glob(f"{MANIFEST}*"):  # it stood there, where readers get files
        earlier.unlink()
    call_command("collectstatic", verbosity=0, interactive=False)
    file.write_text(fingerprint)
    return True


def _fingerprint() -> str:
    """Hash over the layout, and the path, modification time and size of every source file."""
    digest = hashlib.sha256(LAYOUT)
    for finder in get_finders():
        for path, storage in sorted(finder.list([]), key=lambda pair: pair[0]):
            digest.update(f"{path}\n{storage.get_modified_time(path)}\n{storage.size(path)}\n".encode())
    return digest.hexdigest()
