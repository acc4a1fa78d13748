"""Rows of lists, as `for_list` loads them, made ready for the templates."""

from typing import Any

from django.db.models import QuerySet

from articles.models.edition import Edition
from articles.querysets import EditionQuerySet
from prose.printed_line import PrintedLine
from prose.text_language.marking import marked_text

_LINES = ("headline", "kicker", "byline", "dateline", "outlet_line")


def newest_rows(editions: EditionQuerySet, number: int) -> "QuerySet[Edition, dict[str, Any]]":
    """The first editions in their order, as rows.

    Their keys first: PostgreSQL would else unpack the printed lines of all editions on a topic before it sorts them.
    """
    order = editions.query.order_by
    chosen = Edition.objects.filter(pk__in=editions.values("pk")[:number])
    return chosen.order_by(*order).for_list()


def with_marks(row: dict[str, Any]) -> dict[str, Any]:
    """A row of `for_list` whose lines with words in another language are printed lines."""
    lines: dict[str, PrintedLine] = row["marked"] or {}
    if row["unmarked"]:
        like = [span for some in row["unmarked"].values() for line in some for span in line]
        texts = [row[name] for name in _LINES if row[name] not in lines]
        lines |= {text: marked_text(text, row["language"], like) for text in texts}
    return row | {name: lines.get(row[name], row[name]) for name in _LINES} if lines else row
