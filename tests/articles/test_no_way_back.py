"""A release is not taken back over what it cannot hold; the step before says so, and nothing of the record is cut."""

import datetime as dt
from importlib import import_module
from typing import Any

import pytest
from django.apps import apps
from django.db import connection

from articles import acts
from tests.articles.pieces import HOUR
from tests.factories import ArticleFactory, InstitutionFactory, published

step = import_module("articles.migrations.0042_say_when_there_is_no_way_back")


def test_a_long_title_of_a_retracted_page_and_a_merged_institution_close_the_way_back(
    desk: Any, publisher: Any, now: dt.datetime
) -> None:
    with connection.schema_editor() as editor:
        page = published(ArticleFactory(headline="a" * 300), at=now)
        step.demand_a_way_back(apps, editor)
        merged = acts.merge(InstitutionFactory(), InstitutionFactory(), by=publisher, at=now)
        with pytest.raises(ValueError, match="of institutions are on record"):
            step.demand_a_way_back(apps, editor)
        acts.retract(page.article, text="It was not so.", issued_by="The house", by=None, at=now + HOUR)
        with pytest.raises(
            ValueError, match=r"1 retracted page.* more than 300 characters.*Restore the backup"
        ):
            step.demand_a_way_back(apps, editor)
    assert merged.pk
