"""Uses of a picture: pieces whose manuscript has it, and pages that readers have or had with it."""

from typing import Any

from pictures.models import Picture


def uses_in_words(picture: Picture, user: Any) -> list[str]:
    """A sentence for each use that keeps a picture from being deleted; none if it may go."""
    return []
