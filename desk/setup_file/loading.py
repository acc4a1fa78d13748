"""Load a desk file: create and change records, in one transaction and only if the whole file is correct.

Records are found by what an earlier load remembers of them, else by code or name, and never deleted. A key that the
file leaves out leaves its field unchanged, rows that it does not list stay, and so does what somebody has changed.
"""

from django.utils import timezone

from articles import acts
from articles.acts.scheduled_pages import ReprintedPage
from desk.setup_file.entries import DeskFileError, read_entries
from desk.setup_file.houses import load_houses
from desk.setup_file.outlets import load_outlets
from desk.setup_file.people import load_authors
from desk.setup_file.records import Loader, Tally
from desk.setup_file.topics import load_series, load_topics
from desk.setup_file.wordings import load_wordings
from prose.quotation_marks import in_quotes

_REASON = "A desk file was loaded"


def load_desk_file(text: str, *, overwrites: bool = False) -> Tally:
    """Load a desk file and count what changed. Raises `DeskFileError` and writes nothing if any of it is wrong.

    What somebody changed in the desk since the last load stays, unless `overwrites`.
    """
    entries = read_entries(text)
    loader = Loader(overwrites=overwrites)
    with acts.changing_records():
        load_houses(loader, entries)
        load_wordings(loader, entries)
        load_outlets(loader, entries)
        load_authors(loader, entries)
        load_topics(loader, entries)
        load_series(loader, entries)
        if loader.problems:
            raise DeskFileError(loader.problems)
        _print_scheduled_again(loader)
        acts.count_days_again(None, by=None, at=timezone.now(), reason=_REASON)
    return loader.tally


def _print_scheduled_again(loader: Loader) -> None:
    pages = acts.after_record_change(None, by=None, clock=timezone.now, reason=_REASON)
    for page in pages:
        piece = page.edition if isinstance(page, ReprintedPage) else page.article
        done = "was printed again" if isinstance(page, ReprintedPage) else "could not be printed again"
        loader.tally.notes.append(f"Scheduled: {in_quotes(piece.headline)} {done}.")
