"""Filters of a search, as its address has them, and the order of its results."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Literal
from urllib.parse import quote_plus, urlencode

from prose.languages import BASES, base

Order = Literal["relevance", "date"]
FACETS = ("kind", "topic", "person", "outlet", "house", "year", "language")
"""Filters in the order of the page; each is a parameter of the address."""
EVERY = "all"
_VALUE = "\x00"  # stands for the value of a filter; no query that was read holds it
_SLUG = re.compile(r"[\w-]{1,100}")


class NoSuchFilter(ValueError):
    """A value of a filter that no page of ours links to."""


@dataclass(frozen=True)
class Filters:
    """Limits of a search: slugs of records, a year, a language without script and region; "" limits nothing.

    `read_in`: the language of the page on a desk with several: pieces in it alone are found, unless `language` says
    another or EVERY one.
    """

    kind: str = ""
    topic: str = ""
    person: str = ""
    outlet: str = ""
    house: str = ""
    year: str = ""
    language: str = ""
    read_in: str = ""

    @property
    def piece_language(self) -> str:
        """The language of the pieces to find; "" for every one."""
        return "" if self.language == EVERY else self.language or self.read_in

    def in_force(self) -> dict[str, str]:
        """The filters in force, by name."""
        values = {facet: getattr(self, facet) for facet in FACETS}
        return {facet: value for facet, value in values.items() if value}

    def with_one(self, facet: str, value: str) -> "Filters":
        """The filters with one more, or with another value; "" takes it away."""
        return replace(self, **{facet: value})

    def __bool__(self) -> bool:
        return bool(self.in_force())


def filters_in(parameters: Mapping[str, str], read_in: str = "") -> Filters:
    """The filters of an address. Raises NoSuchFilter for what cannot be one; unknown parameters change nothing."""
    values = {facet: parameters.get(facet, "") for facet in FACETS}
    if any(value and not _SLUG.fullmatch(value) for value in values.values()):
        raise NoSuchFilter
    if values["year"] and not re.fullmatch("[0-9]{4}", values["year"]):
        raise NoSuchFilter
    values["language"] = base(values["language"])
    if values["language"] not in ("", EVERY, *BASES):
        raise NoSuchFilter
    return Filters(**values, read_in=read_in)


def order_in(parameters: Mapping[str, str]) -> Order:
    """The order of an address: by relevance, unless it says by date."""
    return "date" if parameters.get("sort") == "date" else "relevance"


def addresses(text: str, filters: Filters, facet: str, order: Order) -> Callable[[str], str]:
    """The addresses of a search with each value of a filter: a function of the value, "" without that filter."""
    without = address(text, filters.with_one(facet, ""), order)
    before, _, after = address(text, filters.with_one(facet, _VALUE), order).partition(quote_plus(_VALUE))
    return lambda value: f"{before}{quote_plus(value)}{after}" if value else without


def address(text: str, filters: Filters, order: Order = "relevance", **more: str) -> str:
    """The address of a search, with its parameters in one order: the same search has one address."""
    values = {"q": text, **filters.in_force(), "sort": "" if order == "relevance" else order, **more}
    asked = urlencode({name: value for name, value in values.items() if value})
    return f"/search/?{asked}" if asked else "/search/"
