"""Files of the library that editions show: the rule that pictures and documents share."""

import datetime as dt
from typing import Any, TypeVar

from django.db.models import Exists, F, Model, OuterRef, QuerySet, Subquery

from articles.models.edition import Edition
from articles.querysets import EditionQuerySet

File = TypeVar("File", bound=Model)


def shown_in(files: QuerySet[File], uses: type[Model], editions: EditionQuerySet) -> QuerySet[File]:
    """Those of the files that one of the editions shows. `uses`: the rows by which editions name such files."""
    return files.filter(Exists(_of(uses, OuterRef("pk"), editions)))


def last_end(uses: type[Model], at: dt.datetime, file: OuterRef) -> Subquery:
    """The last end of the live editions that show a file of the outer query; NULL if one of them has none."""
    ends = _of(uses, file, Edition.objects.live(at)).order_by(F("edition__live_until").desc(nulls_first=True))
    return Subquery(ends.values("edition__live_until")[:1])


def _of(uses: type[Model], file: OuterRef, editions: EditionQuerySet) -> QuerySet[Any]:
    rows: QuerySet[Any] = uses._default_manager.filter(
        file=file, edition__in=editions.order_by().values("pk")
    )
    return rows
