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


def addresses(text: str, filters: Filters, order: Order) -> Callable[[str, str], str]:
    """The addresses of a search with other filters, of which a page has some fifty.

    A function of the name of a filter and its value, "" for the search without it. Each gives what `address` gives.
    """
    in_force = {name: urlencode({name: value}) for name, value in _parameters(text, filters, order).items()}
    pairs = {name: in_force.get(name, "") for name in ("q", *FACETS, "sort")}

    def with_one(facet: str, value: str) -> str:
        pair = f"{facet}={quote_plus(value)}" if value else ""
        return _path("&".join(filter(None, (pairs | {facet: pair}).values())))

    return with_one


def address(text: str, filters: Filters, order: Order = "relevance", **more: str) -> str:
    """The address of a search, with its parameters in one order: the same search has one address."""
    return _path(urlencode(_parameters(text, filters, order) | more))


def _parameters(text: str, filters: Filters, order: Order) -> dict[str, str]:
    values = {"q": text, **filters.in_force(), "sort": "" if order == "relevance" else order}
    return {name: value for name, value in values.items() if value}


def _path(asked: str) -> str:
    return f"/search/?{asked}" if asked else "/search/"
