"""What a run leaves out because no test looks at it, and the order that keeps both cores busy."""

import gc
from collections.abc import Iterator
from functools import cached_property
from itertools import chain, groupby
from typing import Any

import pytest
from django.db.models.expressions import Col
from django.template.base import Template

from tests.kept import BUILDERS, wanted_by

File = list[pytest.Item]
KINDS = ("starts_servers", "browser", "long", "short")  # a file is of the first that one of its tests is of
PLAIN = Template._render  # before Django's test environment puts its own in the way
gc.disable()  # what is imported and collected stays: to look through it for garbage takes a sixth of that time


def identity_of_column(column: Col) -> tuple[Any, ...]:
    """What makes two columns of a query the same, without a look at the signature of their constructor.

    Django compares those that a query selects wherever it has an order: 4 % of what a page of the desk costs.
    """
    return Col, column.alias, *map(Col._identity, (column.target, column.output_field))


@pytest.fixture(scope="session", autouse=True)
def _lean(django_test_environment: None) -> Iterator[None]:
    """Draw templates as readers get them drawn, and look through what was imported for garbage once only.

    Django's test environment copies the context of every template it draws, down to each option of each list.
    (What a view gave its template is still told by `response.context_data`.)
    """
    watched, Template._render = Template._render, PLAIN
    gc.collect()
    gc.freeze()
    usual = gc.get_threshold()
    gc.set_threshold(20_000, 50, 50)
    gc.enable()
    Col.identity = cached_property(identity_of_column)
    Col.identity.__set_name__(Col, "identity")
    yield
    del Col.identity
    gc.set_threshold(*usual)
    gc.unfreeze()
    Template._render = watched


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put long files first: those that wait for other processes among those that compute, so that they overlap.

    At the end, files of ever fewer short tests let all workers finish at the same time. In a file, tests that need the
    same kept rows follow each other: another one between them would have the rows built twice.
    """
    files: dict[str, list[File]] = {kind: [] for kind in KINDS}
    for _, members in groupby(items, key=lambda item: item.path):
        file = sorted(members, key=_layers, reverse=True)
        marks = {mark.name for item in file for mark in item.iter_markers()} | {"short"}
        files[next(kind for kind in KINDS if kind in marks)].append(file)
    files["short"].sort(key=len, reverse=True)
    waiting = files["starts_servers"] + files["browser"]
    items[:] = chain.from_iterable([*_woven(waiting, files["long"]), *files["short"]])


def _layers(item: pytest.Item) -> list[int]:
    """The kept rows that a test asks for, as numbers: sorted by them from the top, none is built again."""
    return [BUILDERS.index(build) for build in wanted_by(item)]


def _woven(some: list[File], others: list[File]) -> list[File]:
    """Both lists in their order, each spread evenly over the whole."""
    places = [((at + 0.5) / len(files), file) for files in (some, others) for at, file in enumerate(files)]
    return [file for _, file in sorted(places, key=lambda place: place[0])]
