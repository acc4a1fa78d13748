"""Where a disclaimer's text has been printed: one question to the published versions, asked by every door."""

import datetime as dt

from articles.models.edition import Edition
from articles.querysets import EditionQuerySet


def editions_saying(wording_id: int) -> EditionQuerySet:
    """Published versions that carry this text, of any time."""
    found: EditionQuerySet = Edition.objects.filter(printed__wordings__contains=[{"wording": wording_id}])
    return found


def is_printed(wording_id: int) -> bool:
    """Whether some published version carries this disclaimer text."""
    return editions_saying(wording_id).exists()


def pages_saying(wording_id: int, at: dt.datetime) -> int:
    """How many pages readers get at an instant that say it."""
    return editions_saying(wording_id).live(at).count()


def pages_coming_with(wording_id: int, at: dt.datetime) -> int:
    """How many versions that lie ahead will say it."""
    return editions_saying(wording_id).coming(at).count()
