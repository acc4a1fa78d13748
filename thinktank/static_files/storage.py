"""Storage of static files: hashed names and compressed copies."""

from typing import Any

from django.conf import settings
from django.core.files.storage import FileSystemStorage
from whitenoise.storage import CompressedManifestStaticFilesStorage

MANIFEST = "staticfiles.json"


class HashedStaticFiles(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # whitenoise carries no types
    """Hashed names for collected files. Before collectstatic it gives plain names instead of an error.

    The list of all files stands in DESK_HOME, not among the files, where everybody could read it.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kept = FileSystemStorage(location=settings.DESK_HOME)
        super().__init__(*args, manifest_storage=kept, **kwargs)

    def stored_name(self, name: str) -> Any:
        return super().stored_name(name) if self.hashed_files else name
