"""The label of a version: a name that people give it, such as "as sent to the lawyer", when it is saved or later.

A version is never changed, so its label is an act of its own: the newest entry of the act is the label, an empty one
takes it away, and the history says who gave which label when.
"""

import datetime as dt

from django.db import transaction

from articles.acts.ledger import Actor, enter, record
from articles.models.article import Article
from articles.models.ledger import LedgerEntry
from articles.models.revision import Revision
from articles.states import Act
from prose.typography import clean_line

MAX_LABEL_CHARS = 80
TEXT = "label"
"""The member of the entry's `after` that holds the label."""


@transaction.atomic
def label_version(revision: Revision, *, text: str, by: Actor, at: dt.datetime) -> LedgerEntry | None:
    """Give a version a label in place of the one that it has; empty: take it away. None if nothing changes."""
    article = Article.objects.get(pk=revision.article_id)
    timeline = enter(Act.LABEL, article, by=by, at=at)
    label, before = clean_line(text)[:MAX_LABEL_CHARS].strip(), labels_of(article.pk).get(revision.pk, "")
    if label == before:
        return None
    after: dict[str, object] = {"version": revision.number, TEXT: label, "former_label": before}
    return record(Act.LABEL, article, timeline, by=by, revision=revision, after=after)


def labels_of(article_id: int) -> dict[int, str]:
    """Today's labels of a piece's versions, by the versions' keys."""
    given = LedgerEntry.objects.filter(article=article_id, act=Act.LABEL).order_by("id")
    newest = {entry.revision_id: str(entry.after.get(TEXT, "")) for entry in given}
    return {key: label for key, label in newest.items() if key and label}
