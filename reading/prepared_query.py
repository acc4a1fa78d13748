"""Queries whose SQL is written once: Django takes longer to write a query down than PostgreSQL to answer it.

For the few queries that every request of a reader makes. The query stays what the querysets' words make it; only
its text is kept, with places where the values of each call go.
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
    """`Prepared(build, at=datetime, slug=str)`: call it with those values and get the rows of `build(at, slug)`.

    `build` is called once, with values that stand for the real ones; it must pass them on as they are. What is
    loaded in a query of its own (`prefetch_related`) is not supported.
    """

    def __init__(self, build: Callable[..., "QuerySet[Any, Row]"], **types: type) -> None:
        self._build = build
        self._found_converters: Any = None
        self._marks = {
            name: _mark(number, kind) for number, (name, kind) in enumerate(types.items(), start=1)
        }

    def __call__(self, **values: Any) -> list[Row]:
        """One query; as many rows as `build` asks for."""
        queryset, compiler, sql, params, places = self._prepared
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
        """The first row, if there is any."""
        return next(iter(self(**values)), None)

    def _converters(self, expressions: Any) -> Any:
        """How columns become Python values: found out once, for the same columns come every time."""
        if self._found_converters is None:
            self._found_converters = SQLCompiler.get_converters(self._prepared[1], expressions)
        return self._found_converters

    @cached_property
    def _prepared(self) -> tuple["QuerySet[Any, Row]", SQLCompiler, str, tuple[Any, ...], Mapping[int, str]]:
        """The query, its compiler after use, its text, its parameters, and which of these are places for values."""
        queryset = self._build(**self._marks)
        if queryset._prefetch_related_lookups:  # type: ignore[attr-defined]
            raise TypeError("A prepared query loads its rows in one go.")
        compiler = queryset.query.get_compiler(DEFAULT_DB_ALIAS)
        sql, params = compiler.as_sql()
        names = {mark: name for name, mark in self._marks.items()}
        places = {at: names[param] for at, param in enumerate(params) if _is_mark(param, names)}
        if missing := self._marks.keys() - set(places.values()):
            raise TypeError(f"The query does not ask for {', '.join(sorted(missing))}.")
        return queryset, compiler, sql, tuple(params), places


def _mark(number: int, kind: type) -> Any:
    """A value that nobody asks for, to stand for the one of a call."""
    marks: dict[type, Any] = {
        str: f"\ue000{number}\ue000",
        int: -(2**62) - number,
        dt.date: dt.date(1, 1, number),
        dt.datetime: dt.datetime(1, 1, number, tzinfo=dt.UTC),
    }
    return marks[kind]


def _is_mark(param: Any, names: Mapping[Any, str]) -> bool:
    return isinstance(param, str | int | dt.date) and param in names
