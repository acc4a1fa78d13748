"""Prepared querysets: the SQL is compiled once, because compiling takes Django longer than running takes PostgreSQL.

For the few queries that every public request or every act makes. The queryset is written as usual; its SQL text is
kept, and each call puts its values in.
"""

import copy
import datetime as dt
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any, Generic, TypeVar

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import QuerySet
from django.db.models.sql.compiler import SQLCompiler

Row = TypeVar("Row")


class Prepared(Generic[Row]):
    """A queryset with placeholders: `Prepared(build, at=datetime, path=str)` is called with those values.

    A list is for an array of PostgreSQL, such as that of `articles.querysets.with_keys`.
    `build` is called once, with placeholder values, which it must pass on unchanged. `prefetch_related` is not
    supported.
    """

    def __init__(self, build: Callable[..., "QuerySet[Any, Row]"], **types: type) -> None:
        self._build = build
        self._row_converters: Any = None
        self._marks = {
            name: _mark(number, kind) for number, (name, kind) in enumerate(types.items(), start=1)
        }

    def __call__(self, **values: Any) -> list[Row]:
        """Run the query; one round trip."""
        queryset, compiler, sql, params, places = self._compiled
        bound = tuple(values[places[at]] if at in places else param for at, param in enumerate(params))
        run = copy.copy(compiler)
        run.connection = connections[DEFAULT_DB_ALIAS]
        run.as_sql = lambda *args, **kwargs: (sql, bound)  # type: ignore[method-assign]
        run.get_converters = self._converters  # type: ignore[method-assign]
        # copy.copy would load the queryset's rows first, as for pickling.
        asked: Any = object.__new__(type(queryset))
        asked.__dict__.update(queryset.__dict__)
        asked._query = copy.copy(queryset.query)
        asked._query.get_compiler = lambda *args, **kwargs: run
        return list(asked._iterable_class(asked))

    def first(self, **values: Any) -> Row | None:
        """The first row, or None."""
        return next(iter(self(**values)), None)

    def _converters(self, expressions: Any) -> Any:
        """Converters from column values to Python values, kept because the columns never change."""
        if self._row_converters is None:
            self._row_converters = SQLCompiler.get_converters(self._compiled[1], expressions)
        return self._row_converters

    @cached_property
    def _compiled(self) -> tuple["QuerySet[Any, Row]", SQLCompiler, str, tuple[Any, ...], Mapping[int, str]]:
        """The queryset, its compiler, the SQL, the parameters, and the value's name at each placeholder's position."""
        queryset = self._build(**self._marks)
        if queryset._prefetch_related_lookups:  # type: ignore[attr-defined]
            raise TypeError("A prepared query cannot use prefetch_related.")
        compiler = queryset.query.get_compiler(DEFAULT_DB_ALIAS)
        sql, params = compiler.as_sql()
        places = {at: name for at, param in enumerate(params) for name in self._names_of(param)}
        if missing := self._marks.keys() - set(places.values()):
            raise TypeError(f"The query does not use {', '.join(sorted(missing))}.")
        return queryset, compiler, sql, tuple(params), places

    def _names_of(self, param: Any) -> list[str]:
        """The name of the value whose placeholder a parameter is, if it is one."""
        return [name for name, mark in self._marks.items() if isinstance(param, type(mark)) and param == mark]


def _mark(number: int, kind: type) -> Any:
    """A placeholder: a value of the right type that no real call uses."""
    marks: dict[type, Any] = {
        str: f"\ue000{number}\ue000",
        int: -(2**62) - number,
        list: [-(2**62) - number],
        dt.date: dt.date(1, 1, number),
        dt.datetime: dt.datetime(1, 1, number, tzinfo=dt.UTC),
    }
    return marks[kind]
