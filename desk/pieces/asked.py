"""What an address asks of the list of pieces: the form of filters, those in force, and what makes no sense."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib import admin
from django.contrib.admin.views.main import SEARCH_VAR

from desk.pieces.columns import COLUMNS, PARAMETER, columns_of
from desk.pieces.parameters import LEFT_OUT, not_known
from desk.pieces.typed_filters import DaysFilter, NamedFilter, TypedFilter
from prose.dates import day_in_words


@dataclass(frozen=True)
class FilterField:
    """One field of the form. `kind`: "choice", "words" or "days"; `names`: the address that suggests names."""

    kind: str
    label: str
    name: str
    value: str = ""
    options: tuple[tuple[str, str], ...] = ()
    until: str = ""
    last: str = ""
    names: str = ""


@dataclass(frozen=True)
class FilterInForce:
    """A filter in words, and the address of the list without it."""

    words: str
    without: str


class AskedOfList:
    """All of it, read off a change list."""

    def __init__(self, changelist: Any, request: Any) -> None:
        self.changelist = changelist
        columns = columns_of(request)
        self.columns = [(code, label, code in columns.codes) for code, label in COLUMNS.items()]
        specs: list[Any] = changelist.filter_specs
        self.fields = [_field(spec) for spec in specs]
        self.in_force = [*self._search(), *(each for spec in specs for each in self._in_force(spec))]
        self.doubts = [each for spec in specs for each in _doubts(spec)]
        if columns.doubt:
            self.doubts.append(columns.doubt)
        if names := getattr(request, LEFT_OUT, []):
            self.doubts.append(f"{not_known(names)}: it is shown without.")
        self.has_own_columns = PARAMETER in request.GET

    @property
    def without_all(self) -> str:
        """The list with its columns and without any filter."""
        return "?" + "&".join(f"{PARAMETER}={code}" for code, _, is_on in self.columns if is_on)

    def _search(self) -> Iterator[FilterInForce]:
        if words := self.changelist.query:
            yield FilterInForce(f"Search: “{words}”", self._without(SEARCH_VAR))

    def _in_force(self, spec: Any) -> Iterator[FilterInForce]:
        if words := _in_words(spec):
            yield FilterInForce(words, self._without(*spec.expected_parameters()))

    def _without(self, *names: str) -> str:
        return str(self.changelist.get_query_string(dict.fromkeys((*names, "view"))))


def _field(spec: Any) -> FilterField:
    label = str(spec.title)
    if isinstance(spec, DaysFilter):
        first, last = spec.parameters
        return FilterField("days", label, first, spec.typed(first), until=last, last=spec.typed(last))
    if isinstance(spec, NamedFilter):
        return FilterField("words", label, spec.parameters[0], spec.name, names=spec.names_address)
    return FilterField("choice", label, _name(spec), _value(spec), tuple(_options(spec)))


def _name(spec: Any) -> str:
    return str(spec.parameter_name if isinstance(spec, admin.SimpleListFilter) else spec.lookup_kwarg)


def _value(spec: Any) -> str:
    if isinstance(spec, admin.SimpleListFilter):
        return str(spec.value() or "")
    values = spec.lookup_val
    return str((values[-1] if isinstance(values, list) else values) or "")


def _options(spec: Any) -> Iterable[tuple[str, str]]:
    return ((str(value), str(label)) for value, label in spec.lookup_choices)


def _in_words(spec: Any) -> str:
    """ "language: German"; empty for a filter that is not used."""
    label = f"{str(spec.title)[:1].upper()}{str(spec.title)[1:]}"
    if isinstance(spec, DaysFilter):
        parts = [
            *([f"from {day_in_words(spec.first)}"] if spec.first else []),
            *([f"until {day_in_words(spec.last)}"] if spec.last else []),
        ]
        return f"{label}: {' '.join(parts)}" if parts else ""
    if isinstance(spec, NamedFilter):
        return f"{label}: {spec.name or 'no longer on record'}" if spec.words else ""
    chosen = dict(_options(spec)).get(_value(spec), "")
    return f"{label}: {chosen}" if chosen else ""


def _doubts(spec: Any) -> Iterator[str]:
    if isinstance(spec, TypedFilter):
        yield from spec.doubts
    elif (value := _value(spec)) and value not in dict(_options(spec)):
        is_obeyed = not isinstance(spec, admin.SimpleListFilter)
        then = "no piece can match" if is_obeyed else "the list is shown without it"
        yield f"“{spec.title}” has no choice “{value[:40]}” here, or no longer: {then}."
