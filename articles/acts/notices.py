"""Public words about a piece: what an act is told of them, and their rows."""

import datetime as dt
from dataclasses import dataclass

from django.core.exceptions import ValidationError

from articles.acts.errors import ActRefused
from articles.models.article import Article
from articles.models.ledger import LedgerEntry
from articles.models.notice import Notice
from articles.press.facts import NoticeFact, address_and_headline, notice_fact


@dataclass(frozen=True)
class NoticeDraft:
    """A notice as somebody wrote it. `amends`: the key of the notice that it adds to; `successor`: of the piece
    that supersedes this one."""

    kind: str
    text: str = ""
    wrong: str = ""
    right: str = ""
    outlet_corrected_on: dt.date | None = None
    successor: int | None = None
    amends: int | None = None

    def fact(self, on: dt.date) -> NoticeFact:
        """As the press takes it, before it is on record."""
        successor = Article.objects.filter(pk=self.successor).first() if self.successor else None
        return NoticeFact(
            None, self.kind, on, self.text, self.wrong, self.right, self.outlet_corrected_on, self.amends,
            *address_and_headline(successor),
        )  # fmt: skip


def issue(article: Article, words: NoticeDraft, *, entry: LedgerEntry, on: dt.date) -> NoticeFact:
    """Put a notice on record. Raises ActRefused with the sentences of what is missing or contradicts."""
    notice = Notice(
        article=article,
        entry=entry,
        kind=words.kind,
        issued_on=on,
        text=words.text,
        wrong=words.wrong,
        right=words.right,
        outlet_corrected_on=words.outlet_corrected_on,
        successor_id=words.successor,
        amends_id=words.amends,
    )
    if not (notice.text or notice.wrong or notice.right):
        raise ActRefused("Write what readers are told.")
    if notice.amends and notice.amends.article_id != article.pk:
        raise ActRefused("That notice is about another piece.")
    try:
        notice.full_clean()
    except ValidationError as error:
        raise ActRefused(" ".join(error.messages)) from error
    notice.save()
    return notice_fact(notice)
