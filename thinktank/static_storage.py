"""Where static files are kept, and under which addresses pages name them."""

from typing import Any

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedStaticFiles(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # whitenoise carries no types
    """Addresses with a hash once files are collected. Before that, plain ones: a page without its looks can be read."""

    def stored_name(self, name: str) -> Any:
        return super().stored_name(name) if self.hashed_files else name
