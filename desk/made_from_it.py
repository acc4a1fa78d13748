"""Pieces made from another: named before an act takes the text from readers, and after one has printed them again."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils import timezone

from articles.acts.locks import pieces_made_from
from articles.models.edition import Edition
from articles.models.ledger import LedgerEntry
from articles.press.proof import IS_HIDDEN
from articles.querysets import User
from articles.states import Act, Form
from articles.timeline import load_timeline
from desk.acts.local_time import moment_in_words
from desk.amounts import amount
from desk.headline import UNOPENED, may_open
from prose.quotation_marks import in_quotes


@dataclass(frozen=True)
class MadePiece:
    """A piece made from another, by its live edition or else its scheduled one.

    `is_live`: readers have it. `is_open`: the user may open it. A headline that readers do not have yet is said to
    those alone who may open the piece.
    """

    edition: Edition
    is_live: bool
    is_open: bool

    @property
    def is_named(self) -> bool:
        return self.is_live or self.is_open

    @property
    def name(self) -> str:
        """ "“Der Hafen”", or that it is a piece of another house."""
        return in_quotes(self.headline) if self.is_named else UNOPENED

    @property
    def headline(self) -> str:
        """The headline that readers have; where they see none, the working one for whoever may open the piece."""
        is_hidden = self.edition.printed.get(IS_HIDDEN, False)
        return str(self.edition.article) if is_hidden and self.is_open else self.edition.headline

    @property
    def goes_out(self) -> str:
        """The hour at which a scheduled piece goes out, in words; "" for a live one."""
        zone = timezone.get_current_timezone_name()
        return "" if self.is_live else moment_in_words(self.edition.live_from, zone)


def pieces(article_id: int, at: dt.datetime, by: User) -> list[MadePiece]:
    """The pieces made from one, over any number of steps, as a user may see them."""
    found = []
    for key in pieces_made_from(article_id, at):
        timeline = load_timeline(key, at)
        edition = timeline.current or timeline.coming
        if edition and edition.form == Form.PIECE:
            found.append(MadePiece(edition, edition == timeline.current, may_open(by, edition.article)))
    return found


def sentences(article_id: int, at: dt.datetime, by: User) -> Iterator[str]:
    """ "Made from it and printed again: “Der Hafen” – readers get the full text." for each, after an act at `at`."""
    printed = LedgerEntry.objects.filter(act=Act.REISSUE, at=at, after__source=article_id)
    keys = set(printed.values_list("article_id", flat=True))
    for piece in pieces(article_id, at, by) if keys else ():
        if piece.edition.article_id in keys:
            when = "readers get" if piece.is_live else "it will go out with"
            yield f"Made from it and printed again: {piece.name} – {when} {amount(piece.edition)}."
