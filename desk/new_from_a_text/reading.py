"""Reading one text that was brought in: recognise it, and write down what the confirmation page is filled with."""

import hashlib
import uuid
from collections.abc import Callable
from dataclasses import asdict, replace
from typing import Any

from django.contrib.auth.models import User
from django.utils import timezone

from desk.headline import UNOPENED, may_open
from desk.models import BroughtText
from desk.new_from_a_text.carried_text import CarriedText
from desk.new_from_a_text.confirmation import initial_values
from desk.new_from_a_text.for_a_piece import KEPT_BESIDE, read_for_piece, remarks_on
from desk.new_from_a_text.pictures import read_pictures
from desk.new_piece import starting_values
from intake.drafts import create
from intake.drafts.load_knowledge import load_knowledge
from intake.drafts.new_piece import CannotTake, NewPiece, new_piece
from intake.drafts.pictures import nothing_before
from intake.drafts.report import Report, report_on
from intake.findings import Recognition
from intake.knowledge import Knowledge
from intake.recognition.source import recognise_file, recognise_pasted
from intake.sources.manuscript import CannotRead, as_html

Stage = BroughtText.Stage


def read_brought_text(key: uuid.UUID, before_picture: Callable[[], None] = nothing_before) -> None:
    """Read a text with its pictures and keep the result.

    One that was stopped meanwhile, or that another reader has, stays as it is. `before_picture` is called when the time
    for one more picture begins.
    """
    text = BroughtText.objects.select_related("brought_by", "article__institution", "article__kind").get(
        pk=key
    )
    still = BroughtText.objects.being_read().filter(pk=key, attempts=text.attempts)

    def before() -> None:
        before_picture()
        still.update(begun_at=timezone.now())

    try:
        read = _read(text, before)
    except (CannotRead, CannotTake) as error:
        still.update(state=Stage.REFUSED, refusal=str(error))
    else:
        still.update(state=Stage.READ, read=read)


def _read(text: BroughtText, before: Callable[[], None]) -> dict[str, Any]:
    """Values of the confirmation page, for JSON. Raises CannotRead and CannotTake."""
    if article := text.article:
        known = load_knowledge(article.institution, language=article.language)
        return read_for_piece(text, article, known)
    content, knowledge = bytes(text.content), _knowledge_for(text.brought_by)
    if text.file_name:
        recognition = recognise_file(text.file_name, content, knowledge)
    else:
        recognition = recognise_pasted(content.decode(), knowledge)
    piece = new_piece(recognition, knowledge, is_archive=False)
    carried = _carried(text, content, recognition, piece)
    pictures = read_pictures(text, recognition.pictures, before)
    carried = replace(carried, pictures=pictures.carried, warnings=[*pictures.problems, *carried.warnings])
    if carried.changes:
        unchanged = recognise_file(text.file_name, content, knowledge, refuses=True)
        carried = replace(carried, refused=as_html(unchanged.body))
    return {"carried": asdict(carried), "initial": initial_values(piece) | {"pictures": pictures.initial}}


def _knowledge_for(writer: Any) -> Knowledge:
    """The desk's records; what a text does not say it has from the house and the language of who brings it."""
    begins = starting_values(writer, timezone.localdate())
    return load_knowledge(begins.get("institution"), language=begins.get("language", ""))


def _without_comments(report: Report) -> Report:
    """The report without what is kept beside the text."""
    if "left_out" not in report:
        return report
    return report | {"left_out": [part for part in report["left_out"] if part["what"] not in KEPT_BESIDE]}


def _carried(text: BroughtText, content: bytes, recognition: Recognition, piece: NewPiece) -> CarriedText:
    at, user = timezone.now(), text.brought_by
    assert isinstance(user, User)  # noqa: S101 - the desk's accounts
    similar = create.similar_articles(piece)
    alike = [article for article in similar if may_open(user, article)]
    unopened = [f"This looks like {UNOPENED}."] if len(alike) < len(similar) else []
    return CarriedText(
        body=as_html(recognition.body),
        sha256=hashlib.sha256(content).hexdigest(),
        file_name=text.file_name or "pasted",
        recognised=_without_comments(report_on(recognition)),
        warnings=[*unopened, *recognition.doubts, *remarks_on(recognition), *recognition.warnings],
        alike=[[str(article), create.address_of(article, at)] for article in alike],
        text=str(text.pk),
        changes=[asdict(change) for change in recognition.margin.changes],
        comments=[asdict(comment) for comment in recognition.margin.comments],
    )
