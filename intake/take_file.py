"""Take in one file: read and recognise it, make a draft, publish it if asked to."""

import datetime as dt
import hashlib
import logging
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, InterfaceError, OperationalError, transaction

from articles.acts import publish
from articles.acts.errors import ActRefused, CannotPublish
from articles.acts.ledger import Actor, Clock
from articles.models.article import Article
from articles.models.revision import Revision
from intake.drafts import create
from intake.drafts.new_piece import CannotTake, new_piece
from intake.drafts.pictures import (
    DraftPicture,
    draft_picture,
    read_source_picture,
    unanswered,
    with_pictures,
)
from intake.drafts.report import report_on
from intake.findings import Recognition
from intake.knowledge import Knowledge
from intake.recognition.source import recognise_file
from intake.sources.from_word import MAX_FILE_BYTES
from intake.sources.manuscript import CannotRead
from prose.dates import known_day
from prose.limits import over_limit

log = logging.getLogger(__name__)
IN_TRASH = "The piece that was made of this file is in the trash. Put it back there, on its page of the desk."
_NOT_TAKEN = "No draft could be made of this text. The log tells whoever runs the desk why."


@dataclass(frozen=True)
class TakeOptions:
    """Options for taking files; institution and kind are codes, empty to have them recognised."""

    by: Actor = None
    institution: str = ""
    kind: str = ""
    is_archive: bool = False
    is_published: bool = False
    has_own_sentences: bool = False


@dataclass
class Outcome:
    """The result for one file, as the command prints it; `status` is created, unchanged or refused."""

    file: str
    status: str
    uuid: str | None = None
    url: str | None = None
    recognised: dict[str, Any] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)


def take_file(path: Path, options: TakeOptions, knowledge: Knowledge, *, clock: Clock) -> Outcome:
    """Take one file. Whatever is wrong with it is an outcome; only a database that is away is an exception.

    The clock is read once the file has been read, which may take seconds: nothing is recorded for the past.
    """
    try:
        return _take(path, options, knowledge, clock)
    except (CannotRead, CannotTake, ActRefused) as error:
        return Outcome(str(path), "refused", warnings=[str(error)])
    except ValidationError as error:
        return Outcome(str(path), "refused", warnings=[" ".join(error.messages)])
    except (OperationalError, InterfaceError):
        raise
    except Exception:  # the next file is taken, whatever this one broke
        log.exception("Not taken: %s", path)
        return Outcome(str(path), "refused", warnings=[_NOT_TAKEN])


def _take(path: Path, options: TakeOptions, knowledge: Knowledge, clock: Clock) -> Outcome:
    content = _content(path)
    sha256 = hashlib.sha256(content).hexdigest()
    if article := create.article_made_from(sha256):
        return _outcome_of_same_file(path, article, clock())
    name = path.name.encode("utf-8", "replace").decode()
    recognition = recognise_file(name, content, knowledge, institution=options.institution, kind=options.kind)
    outcome = Outcome(str(path), "created", recognised=report_on(recognition))
    outcome.warnings += [*recognition.doubts, *recognition.remarks, *recognition.warnings]
    piece = new_piece(
        recognition,
        knowledge,
        is_archive=options.is_archive,
        has_own_sentences=options.has_own_sentences,
    )
    pictures = _read_pictures(recognition, options, outcome)
    similar, at = create.similar_articles(piece), clock()
    outcome.warnings += [
        f"This looks like “{article}”: {create.address_of(article, at)}" for article in similar
    ]
    try:
        with transaction.atomic():
            if options.by:
                piece = with_pictures(piece, pictures, by=options.by, at=at)
            revision = create.create(
                piece, by=options.by, at=at, sha256=sha256, file_name=name, report=outcome.recognised
            )
            if options.is_published:
                _publish(revision, options, outcome, reason_for_a_draft(recognition, bool(similar), at), at)
    except (IntegrityError, CannotTake):  # another process took the same file at the same moment
        if article := create.article_made_from(sha256):
            return _outcome_of_same_file(path, article, at)
        raise
    outcome.uuid, outcome.url = str(revision.article.uuid), create.address_of(revision.article, at)
    return outcome


def _read_pictures(recognition: Recognition, options: TakeOptions, outcome: Outcome) -> list[DraftPicture]:
    """The pictures that can be read, with a warning on each; raises CannotTake where nobody is named who adds them."""
    if recognition.pictures and options.by is None:
        raise CannotTake(
            "This text brings pictures, and the library keeps who added them: name the account with --by."
        )
    pictures = []
    for source in recognition.pictures:
        read = read_source_picture(source)
        if isinstance(read, str):
            outcome.warnings.append(read)
            continue
        pictures.append(draft_picture(source, read))
        outcome.warnings.append(unanswered(pictures[-1]))
    return pictures


def _content(path: Path) -> bytes:
    try:
        if (size := path.stat().st_size) > MAX_FILE_BYTES:
            raise CannotRead(over_limit("A file", MAX_FILE_BYTES, size))
        return path.read_bytes()
    except OSError as error:
        raise CannotRead(f"This file cannot be read: {error.strerror}.") from error


def reason_for_a_draft(recognition: Recognition, has_similar: bool, at: dt.datetime) -> str:
    """The reason not to publish the piece at once; empty if there is none."""
    if has_similar:
        return "the desk may have it already"
    if recognition.doubts:
        return "an editor has to look at it first"
    if recognition.pictures:
        return "its pictures have no permission on record yet"
    day = recognition.embargo.value.day if recognition.embargo else None
    is_over = day is not None and known_day(day.on, day.precision) is not None and day.on < at.date()
    return "its text says that it is under an embargo" if day and not is_over else ""


def _publish(
    revision: Revision, options: TakeOptions, outcome: Outcome, reason: str, at: dt.datetime
) -> None:
    """Publish; with a `reason` against it, or where the piece lacks something, leave a draft and a warning."""
    if reason:
        outcome.warnings.append(f"It was left as a draft, because {reason}.")
        return
    try:
        with transaction.atomic():
            publish(revision.article, revision=revision, by=options.by, at=at)
    except CannotPublish as error:
        outcome.warnings.append(f"It was left as a draft: {error}")


def _outcome_of_same_file(path: Path, article: Article, at: dt.datetime) -> Outcome:
    """The outcome for bytes that were taken before: the piece is left as it is."""
    outcome = Outcome(str(path), "unchanged", str(article.uuid), create.address_of(article, at))
    outcome.recognised = article.intake_source.report
    if create.is_in_trash(article):
        outcome.warnings.append(IN_TRASH)
    return outcome
