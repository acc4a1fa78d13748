"""The numbers of pieces that name a record, for indexes and for the pages of topics."""

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, F, OuterRef, QuerySet
from django.db.models.functions import Coalesce, JSONObject

from articles.models.edition import EditionByline
from authors.models import Author, AuthorName

_DAYS = {"language": "language", "from_on": "from_on", "until_on": "until_on"}
Numbers = dict[int, int]
"""By the key of a record: the number of listed pieces that name it."""


def credited(credits: QuerySet[EditionByline]) -> tuple[QuerySet[Author], Numbers]:
    """The people of some places in editions, with the forms of their names as JSON."""
    numbers = numbers_of(credits, "author", "edition")
    names = AuthorName.objects.filter(author=OuterRef("pk")).order_by("language", "from_on", "id")
    form = JSONObject(**_DAYS, name="display_name", suffix="suffix", courtesy="courtesy", rank="rank")
    rows = Author.objects.filter(pk__in=numbers).order_by()
    return rows.annotate(shown_names=ArraySubquery(names.values(form=form))), numbers


def numbers_of(rows: QuerySet[Any], record: str, edition: str) -> Numbers:
    """A record that was merged into another counts as that one, and a piece that names both counts once."""
    kept = rows.order_by().annotate(kept=Coalesce(F(f"{record}__merged_into"), F(record)))
    return dict(
        kept.values("kept").annotate(number=Count(edition, distinct=True)).values_list("kept", "number")
    )
