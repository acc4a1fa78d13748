"""SQL of what a search may show: the rows that `Edition.objects.shown_in(Surface.SEARCH, at)` has, and no others."""

import datetime as dt
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from articles.models.edition import Edition
from articles.states import Surface

_COLUMNS = (
    "id",
    "article_id",
    "ordered_at",
    "house",
    "language",
    "first_published_on",
    "uuid",
    "live_from",
    "live_until",
    "translation_group",
)
_AT = dt.datetime(1, 1, 1, tzinfo=dt.UTC)


def visible(at: dt.datetime) -> tuple[str, dict[str, Any]]:
    """A query for the editions that may be shown at an instant, and its parameters by name."""
    sql, values = _compile()
    return sql, {name: at if value == _AT else value for name, value in values.items()}


@lru_cache(maxsize=1)
def _compile() -> tuple[str, Mapping[str, Any]]:
    rows = Edition.objects.shown_in(Surface.SEARCH, _AT).order_by().values(*_COLUMNS)
    sql, params = rows.query.sql_with_params()
    names = [f"visible_{number}" for number in range(len(params))]
    return sql % tuple(f"%({name})s" for name in names), dict(zip(names, params, strict=True))
