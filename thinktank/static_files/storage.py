"""Storage of static files: hashed names and compressed copies."""

from typing import Any

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedStaticFiles(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # whitenoise carries no types
    """Hashed names for collected files. Before collectstatic it gives plain names instead of an error."""

    def stored_name(self, name: str) -> Any:
        return super().stored_name(name) if self.hashed_files else name
