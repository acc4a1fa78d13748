"""The words of a file that came by a shared link, kept beside it, and who compared it with the draft."""

import datetime as dt

from articles.snapshot import clean_changes
from desk.models import BroughtText, SentBackFile
from desk.new_from_a_text.for_a_piece import LaidText

_PARTS = ("headline", "dek", "body")


def note_comparison(text: BroughtText, at: dt.datetime) -> None:
    """For a file that came by a shared link: note who has it before them, and once what was read in it.

    With these words its sender can compare the piece.
    """
    if text.sent_back is None:
        return
    file = SentBackFile.objects.filter(pk=text.sent_back.pk)
    file.update(compared_at=at, compared_by=text.brought_by_id)
    if text.sent_back.handed_in is None:
        values = LaidText.of(text)
        read = clean_changes({name: getattr(values, name) for name in _PARTS})
        file.filter(handed_in__isnull=True).update(handed_in=read)
