"""One file taken in from end to end: read, recognised, made into a draft, published where that was asked."""

import datetime as dt
import hashlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.db import IntegrityError, transaction

from articles.acts import publish
from articles.acts.errors import ActRefused, CannotPublish
from articles.acts.ledger import Actor
from articles.models.article import Article
from articles.models.revision import Revision
from intake.drafts import create, report
from intake.drafts.new_piece import CannotTake, new_piece
from intake.drafts.whereabouts import address_of
from intake.findings import Recognition
from intake.knowledge import Knowledge
from intake.recognition.recognise import recognise
from intake.sources.from_word import MAX_FILE_BYTES
from intake.sources.manuscript import CannotRead
from intake.sources.read import read_file
from prose.dates import known_day


@dataclass(frozen=True)
class Wish:
    """How files are to be taken; institution and kind are codes, or empty to be recognised."""

    by: Actor = None
    institution: str = ""
    kind: str = ""
    is_archive: bool = False
    is_published: bool = False


@dataclass
class Outcome:
    """What became of one file, as the command prints it."""

    file: str
    status: str
    uuid: str | None = None
    url: str | None = None
    recognised: dict[str, Any] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)


def take(path: Path, wish: Wish, knowledge: Knowledge, *, at: dt.datetime) -> Outcome:
    """Take one file. Whatever is wrong with it is an outcome, never an exception."""
    try:
        content = _content(path)
        sha256 = hashlib.sha256(content).hexdigest()
        if known := create.taken_before(sha256):
            return _unchanged(path, known, wish, at)
        found = recognise(
            read_file(path.name, content), knowledge, institution=wish.institution, kind=wish.kind
        )
        outcome = Outcome(str(path), "created", recognised=report.recognised(found))
        outcome.warnings += [*found.remarks, *found.warnings]
        piece = new_piece(found, knowledge, is_archive=wish.is_archive)
        alike = create.looks_like(piece)
        outcome.warnings += [f"This looks like “{one}”: {address_of(one, at)}" for one in alike]
        with transaction.atomic():
            revision = create.create(
                piece, by=wish.by, at=at, sha256=sha256, file_name=path.name, report=outcome.recognised
            )
            _publish(revision, wish, outcome, _why_a_draft(found, bool(alike), at), at)
    except (CannotRead, CannotTake, ActRefused) as error:
        return Outcome(str(path), "refused", warnings=[str(error)])
    except IntegrityError:  # the same file came in by another door in the same moment
        known = create.taken_before(sha256)
        if known is None:
            raise
        return _unchanged(path, known, wish, at)
    outcome.uuid, outcome.url = str(revision.article.uuid), address_of(revision.article, at)
    return outcome


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_FILE_BYTES:
            raise CannotRead(
                f"This file is larger than {MAX_FILE_BYTES // 1024**2} MB: that is no manuscript."
            )
        return path.read_bytes()
    except OSError as error:
        raise CannotRead(f"This file cannot be read: {error.strerror}.") from error


def _why_a_draft(found: Recognition, has_double: bool, at: dt.datetime) -> str:
    """Why a piece must not go before readers by itself; empty where nothing says so."""
    if has_double:
        return "the desk may have it already"
    until = found.embargo.value.day if found.embargo else None
    is_over = until is not None and known_day(until.on, until.precision) is not None and until.on < at.date()
    return "its text says that it is under an embargo" if until and not is_over else ""


def _publish(revision: Revision, wish: Wish, outcome: Outcome, why_not: str, at: dt.datetime) -> None:
    """Publish where asked; a piece that must not go out by itself, or that lacks something, stays a draft."""
    if not wish.is_published:
        return
    if why_not:
        outcome.warnings.append(f"It was left as a draft, because {why_not}.")
        return
    try:
        with transaction.atomic():
            publish(revision.article, revision=revision, by=wish.by, at=at)
    except CannotPublish as error:
        outcome.warnings.append(f"It was left as a draft: {error}")


def _unchanged(path: Path, known: Article, wish: Wish, at: dt.datetime) -> Outcome:
    """The same bytes again: nothing is touched, whatever has become of the piece since."""
    outcome = Outcome(str(path), "unchanged", str(known.uuid), address_of(known, at))
    outcome.recognised = known.intake_source.report
    return outcome
