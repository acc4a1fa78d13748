"""Which texts readers have had. Pages stand on floors above, which alone can tell: they add their answer here."""

from collections.abc import Callable

from disclaimers.models import Wording

USES: list[Callable[[int], bool]] = []
"""Asked whether the text with this primary key has been printed."""


def is_used(wording: Wording) -> bool:
    """Whether this text stands on a page that readers have had."""
    return wording.pk is not None and any(is_printed(wording.pk) for is_printed in USES)
