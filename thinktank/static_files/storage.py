"""Storage of static files: hashed names and compressed copies."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.conf import settings
from django.core.files.storage import FileSystemStorage
from whitenoise.storage import CompressedManifestStaticFilesStorage

from .joining import JOINED, JoiningStorage

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

    def post_process(
        self, paths: Mapping[str, tuple[Any, str]], *args: Any, **kwargs: Any
    ) -> Iterator[tuple[Any, ...]]:
        """Hash and compress the collected files; those of `JOINED` take their parts in first."""
        sources = {
            name: (JoiningStorage(source), path) if name in JOINED else (source, path)
            for name, (source, path) in paths.items()
        }
        yield from super().post_process(sources, *args, **kwargs)
