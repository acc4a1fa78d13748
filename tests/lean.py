"""What a run leaves out because no test looks at it: about a sixth of the time of the desk's pages."""

import gc
from collections.abc import Iterator

import pytest
from django.template.base import Template

LONG = {"browser", "starts_servers", "long"}
PLAIN = Template._render  # before Django's test environment puts its own in the way


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
    yield
    gc.set_threshold(*usual)
    gc.unfreeze()
    Template._render = watched


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The long ones first: at the end no worker is left alone with one."""
    items.sort(key=lambda item: 0 if LONG & {mark.name for mark in item.iter_markers()} else 1)
