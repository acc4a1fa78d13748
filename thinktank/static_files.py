"""Static files, collected only when one of them has changed: hashing and compressing them all takes a while."""

import hashlib

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command


def collect_if_changed() -> bool:
    """Run collectstatic where the sources differ from those collected last; says whether it did."""
    kept, now = settings.DESK_HOME / "static-fingerprint", _fingerprint()
    if kept.exists() and kept.read_text() == now and settings.STATIC_ROOT.is_dir():
        return False
    call_command("collectstatic", verbosity=0, interactive=False)
    kept.write_text(now)
    return True


def _fingerprint() -> str:
    found = hashlib.sha256()
    for finder in get_finders():
        for path, storage in sorted(finder.list([]), key=lambda pair: pair[0]):
            found.update(f"{path}\n{storage.get_modified_time(path)}\n{storage.size(path)}\n".encode())
    return found.hexdigest()
