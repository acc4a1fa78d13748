"""A search counts no more pieces than it says, and reads no more of each than it needs."""

import datetime as dt
import re

from articles.models.edition import Edition
from prose.text_language.search_query import parse
from reading.search import statement
from reading.search.filters import Filters
from reading.search.results import search
from reading.search.visible import visible
from tests.conftest import NOW
from tests.factories import ArticleFactory, published

LATER = NOW + dt.timedelta(minutes=1)


def test_of_too_many_matches_the_newest_are_counted_whenever_they_were_written(desk, monkeypatch):
    monkeypatch.setattr(statement, "MOST", 2)
    for year in (2026, 2023, 2024, 2025):
        ran = {"first_published_on": dt.date(year, 1, 2), "is_archive": True}
        published(ArticleFactory(headline=f"Tides of {year}", **ran), at=NOW)
    found = search(parse("tides"), Filters(), LATER, order="date")
    assert [row["headline"] for row in found.editions] == ["Tides of 2026", "Tides of 2025"]
    assert found.is_more


def test_all_that_a_search_asks_of_editions_stands_in_one_index():
    sql, _ = visible(NOW)
    asked = set(re.findall(r'"articles_edition"\."(\w+)"', sql))
    index = next(index for index in Edition._meta.indexes if index.name == "editions_for_search")
    held = {Edition._meta.get_field(name).column for name in (*index.fields, *index.include)}
    assert asked == held
