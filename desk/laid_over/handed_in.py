"""The words of a file that came by a shared link, kept beside it."""

from articles.snapshot import clean_changes
from desk.models import BroughtText, SentBackFile
from desk.new_from_a_text.for_a_piece import LaidText

_PARTS = ("headline", "dek", "body")


def note_what_was_handed_in(text: BroughtText) -> None:
    """Keep what was read in a file that came by a shared link, so that its sender can compare the piece with it."""
    if text.sent_back is None or text.sent_back.handed_in is not None:
        return
    values = LaidText.of(text)
    read = clean_changes({name: getattr(values, name) for name in _PARTS})
    SentBackFile.objects.filter(pk=text.sent_back.pk, handed_in__isnull=True).update(handed_in=read)
