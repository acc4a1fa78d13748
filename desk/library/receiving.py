"""Take an uploaded file into the library: it is stored at once, and its facts are looked after next.

So nobody uploads a file twice because of a wrong field beside it.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib.admin.models import ADDITION, CHANGE, LogEntry
from django.contrib.auth.models import User
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from desk.library.pages import Shelf, newest_file
from disclaimers.lineage import is_limited, open_to
from disclaimers.models import Institution
from pictures.acts import one_at_a_time
from pictures.acts.adding import digest_of
from pictures.files.errors import NotTaken
from prose.limits import over_limit
from prose.quotation_marks import in_quotes

NO_FILE = "Choose a file. If you did, its name cannot be read: give it another, and send it again."
"""Django passes over a file whose name is no UTF-8, or only dots."""


@dataclass(frozen=True)
class Reception:
    """The way in which a shelf takes files. `read`: a file's content and name, as the acts take it; raises `NotTaken`.

    `add`, `replace`: the acts, with the account and the instant as `by` and `at`; `what`: "A picture".
    """

    shelf: Shelf
    what: str
    max_bytes: int
    read: Callable[[bytes, str], Any]
    add: Callable[..., Any]
    replace: Callable[..., Any]

    def same(self, content: bytes, user: User) -> Any:
        """Records that the user sees and that have, or had, this very file."""
        return self.shelf.model.objects.visible_to(user).with_file(digest_of(content))

    def content_of(self, upload: "UploadedFile[Any]") -> bytes:
        """The bytes of an upload. Raises `NotTaken` for one that is too large, before it is read."""
        if (upload.size or 0) > self.max_bytes:
            raise NotTaken(over_limit(self.what, self.max_bytes, upload.size or 0))
        return bytes(upload.read())


@dataclass(frozen=True)
class Received:
    """What became of a file: its record, or a sentence that says why there is none.

    `is_new`: False if the library had this very file; then it is the record that has it.
    """

    upload_name: str
    record: Any = None
    problem: str = ""
    is_new: bool = False


def receive(
    reception: Reception,
    upload: "UploadedFile[Any]",
    *,
    house: Institution | None,
    by: User,
    at: dt.datetime,
) -> Received:
    """Add a record with the facts that its file offers, unless the user sees one with the same file."""
    name = upload.name or ""
    try:
        content = reception.content_of(upload)
        if same := reception.same(content, by).first():
            return Received(name, same)
        read = reception.read(content, name)
    except NotTaken as refusal:
        return Received(name, problem=str(refusal))
    with transaction.atomic():
        one_at_a_time(digest_of(content))
        if same := reception.same(content, by).first():  # added while this one was read
            return Received(name, same)
        record = reception.add(read, content, name, house, by=by, at=at)
        LogEntry.objects.log_actions(by.pk, [record], ADDITION, [{"added": {}}], single_object=True)
    return Received(name, record, is_new=True)


@dataclass(frozen=True)
class BetterFile:
    """A file that is to replace a record's: its bytes, its name, and what was read of it."""

    content: bytes
    upload_name: str
    read: Any


def read_better(reception: Reception, record: Any, upload: "UploadedFile[Any]", *, by: User) -> BetterFile:
    """Read a better file. It may wait for its turn, so nothing is locked meanwhile. Raises `NotTaken`."""
    content, name = reception.content_of(upload), upload.name or ""
    _check_it_is_another(reception, record, content, by)
    return BetterFile(content, name, reception.read(content, name))


def replace_with(
    reception: Reception, record: Any, better: BetterFile, *, by: User, at: dt.datetime
) -> tuple[Any, Any]:
    """Give a record a better file; the one before, and the new one. Raises `NotTaken`."""
    one_at_a_time(digest_of(better.content))
    _check_it_is_another(reception, record, better.content, by)  # added while this one was read
    before = newest_file(record)
    file = reception.replace(
        record, better.read, better.content, upload_name=better.upload_name, by=by, at=at
    )
    return before, file


def _check_it_is_another(reception: Reception, record: Any, content: bytes, by: User) -> None:
    if newest_file(record).digest == digest_of(content):
        raise NotTaken("This is the very file that it has already.")
    if other := reception.same(content, by).exclude(pk=record.pk).first():
        raise NotTaken(f"{in_quotes(other)} has this file already.")


def log_change(record: Any, by: User, sentence: str) -> None:
    LogEntry.objects.log_actions(by.pk, [record], CHANGE, sentence, single_object=True)


def usual_house(user: User) -> Institution | None:
    """The house of what a user adds: every house, or the first of those that the account works for."""
    return open_to(user).order_by("pk").first() if is_limited(user) else None
