"""Desk file entries -> records: found by code or name, changed where the file says otherwise, never deleted.

Everything happens in one transaction, and nothing at all when anything is wrong. A key the file leaves out
leaves the record's field as it is; rows the file does not name stay.
"""

from django.db import transaction

from desk.setup_file import houses, outlets, people, wordings
from desk.setup_file.reading import DeskFileError, read
from desk.setup_file.settling import Desk, Tally


def load(text: str) -> Tally:
    """Load a desk file. Raises `DeskFileError`, and then nothing was written."""
    entries = read(text)
    desk = Desk()
    with transaction.atomic():
        houses.load(desk, entries)
        wordings.load(desk, entries)
        outlets.load(desk, entries)
        people.load(desk, entries)
        if desk.problems:
            raise DeskFileError(desk.problems)
    return desk.tally
