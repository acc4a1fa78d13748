"""The line of texts to be read: two are read at a time, whichever worker was asked, in the order they came.

No program of its own runs the line. A reader that has ended with a text begins the next; and if it was ended itself,
whoever brings a text or looks at how far one is does so.
"""

import datetime as dt
import time
import uuid
from typing import Protocol

from django.contrib.auth.models import User
from django.db import connection, transaction
from django.db.models import Q
from django.utils import timezone

from articles.models.article import Article
from desk.models import BroughtText, SentBackFile
from desk.new_from_a_text.limits import PICTURE_SECONDS, READ_SECONDS
from desk.new_from_a_text.process import ReaderProcess

AT_A_TIME = 2
GIVEN_UP_AFTER = dt.timedelta(seconds=max(READ_SECONDS, PICTURE_SECONDS) + 3)
_LOCK = 8_260_028  # key of the advisory lock under which one process at a time lets texts begin
Stage = BroughtText.Stage


class Reader(Protocol):
    """Reads a text and writes down the result, at once or in another process."""

    def hand_over(self, key: uuid.UUID) -> None: ...

    def warm_up(self) -> None: ...


class Line:
    """The line and the reader that its texts are handed to."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader

    def bring(
        self,
        content: bytes,
        file_name: str,
        *,
        by: User,
        at: dt.datetime,
        article: Article | None = None,
        sent_back: SentBackFile | None = None,
    ) -> BroughtText:
        """Keep a text, and let it be read as soon as it is its turn. Older texts than a day are deleted.

        `article`: the piece over which it is to be laid; `sent_back`: the file of a shared link that it is.
        """
        BroughtText.objects.old(at).delete()
        text = BroughtText.objects.create(
            content=content,
            file_name=file_name,
            brought_by=by,
            brought_at=at,
            article=article,
            sent_back=sent_back,
        )
        self.go_on(at)
        return text

    def go_on(self, at: dt.datetime) -> None:
        """Let the next texts begin."""
        for key in begin_next(at):
            self.reader.hand_over(key)

    def wait(self, text: BroughtText, seconds: float) -> None:
        """Wait until the text is read or refused, or for so long."""
        deadline = time.monotonic() + seconds
        while text.is_in_line and time.monotonic() < deadline:
            text.refresh_from_db(fields=["state"])
            if text.is_in_line:
                time.sleep(0.02)
        text.refresh_from_db(fields=["state", "read", "refusal", "begun_at", "attempts"])

    def again(self, text: BroughtText, at: dt.datetime) -> None:
        """Put a text that was stopped or refused at the end of the line."""
        over = BroughtText.objects.filter(pk=text.pk, state__in=(Stage.STOPPED, Stage.REFUSED))
        over.update(state=Stage.WAITING, brought_at=at, begun_at=None, attempts=0, refusal="")
        self.go_on(at)


def stop(text: BroughtText) -> None:
    """Take a text out of the line. A reader that is at it sees so within a second, and ends."""
    BroughtText.objects.filter(pk=text.pk, state__in=(Stage.WAITING, Stage.BEING_READ)).update(
        state=Stage.STOPPED
    )


def place_in_line(text: BroughtText) -> int:
    """Number of texts that begin before this one, itself counted: 1 is next."""
    before = Q(brought_at__lt=text.brought_at) | Q(brought_at=text.brought_at, pk__lt=text.pk)
    return BroughtText.objects.waiting().filter(before).count() + 1


@transaction.atomic
def begin_next(at: dt.datetime) -> list[uuid.UUID]:
    """Mark the next texts as being read, while fewer than two are; their keys. Texts without a reader are given up."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
    BroughtText.objects.being_read().filter(begun_at__lt=at - GIVEN_UP_AFTER).give_up()
    free = AT_A_TIME - BroughtText.objects.being_read().count()
    keys = list(BroughtText.objects.waiting().values_list("pk", flat=True)[: max(free, 0)])
    for text in BroughtText.objects.filter(pk__in=keys).defer("content"):
        text.state, text.begun_at, text.attempts = Stage.BEING_READ, timezone.now(), text.attempts + 1
        text.save(update_fields=["state", "begun_at", "attempts"])
    return keys


LINE = Line(ReaderProcess())
