"""Notices: drafts of the public words about a piece, and their rows."""

import datetime as dt
from dataclasses import dataclass

from django.core.exceptions import ValidationError

from articles.acts.errors import ActRefused
from articles.models.article import Article
from articles.models.ledger import LedgerEntry
from articles.models.notice import Notice
from articles.press.facts import NoticeFact, notice_fact
from articles.press.other_pieces import address_and_headline
from articles.press.proof import Proof
from prose.typography import clean_line, clean_text


@dataclass(frozen=True)
class NoticeDraft:
    """A notice as it was written, before it is on record.

    `amends`: the key of the notice that it adds to; `successor`: the key of the piece that supersedes this one.
    """

    kind: str
    text: str = ""
    wrong: str = ""
    right: str = ""
    outlet_corrected_on: dt.date | None = None
    successor: int | None = None
    amends: int | None = None
    issued_by: str = ""

    def fact(self, on: dt.date) -> NoticeFact:
        """The notice as the press prints it, issued on a day, without a key; texts are cleaned as the row's are."""
        successor = Article.objects.filter(pk=self.successor).first() if self.successor else None
        return NoticeFact(
            None, self.kind, on, clean_text(self.text), clean_text(self.wrong), clean_text(self.right),
            self.outlet_corrected_on, self.amends, *address_and_headline(successor), clean_line(self.issued_by),
        )  # fmt: skip


def issue_with(proof: Proof, draft: NoticeDraft, *, entry: LedgerEntry) -> NoticeFact:
    """Put the notice that a proof prints on record, and its key into the proof; raises as `issue` does."""
    notice = issue(draft, entry=entry, on=proof.facts.live_on)
    proof.edition.printed["notice_ids"].append(notice.id)
    return notice


def issue(draft: NoticeDraft, *, entry: LedgerEntry, on: dt.date) -> NoticeFact:
    """Put a notice about the entry's piece on record; ActRefused says what is missing or contradicts."""
    notice = Notice(
        article=entry.article,
        entry=entry,
        kind=draft.kind,
        issued_on=on,
        text=draft.text,
        wrong=draft.wrong,
        right=draft.right,
        outlet_corrected_on=draft.outlet_corrected_on,
        successor_id=draft.successor,
        amends_id=draft.amends,
        issued_by=draft.issued_by,
    )
    if not (notice.text or notice.wrong or notice.right):
        raise ActRefused("Write what readers are told.")
    if notice.amends and notice.amends.article_id != entry.article_id:
        raise ActRefused("That notice is about another piece.")
    try:
        notice.full_clean()
    except ValidationError as error:
        raise ActRefused(" ".join(error.messages)) from error
    notice.save()
    return notice_fact(notice)
