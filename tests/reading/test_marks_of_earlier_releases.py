"""Pages that an earlier release printed: lists mark the names of other languages all the same."""

from dataclasses import asdict

import pytest
from lxml import html

from articles.press import columns
from articles.press.names import PrintedTopic
from tests.conftest import NOW
from tests.factories import ArticleFactory, AuthorFactory, BylineFactory, published


@pytest.fixture
def earlier_release(monkeypatch):
    """Prints as a release did that marked names in bylines alone and kept no languages of phrases."""

    def records(names):
        frozen = asdict(names)
        del frozen["style"]["languages"]
        return frozen

    monkeypatch.setattr(columns, "asdict", records)
    monkeypatch.setattr(columns, "marked_lines", lambda lines: {})
    bare = property(lambda topic: {"name": topic.name, "slug": topic.slug})
    monkeypatch.setattr(PrintedTopic, "as_json", bare)


def test_a_list_marks_a_name_as_the_byline_of_its_page_does(site, earlier_release):
    article = ArticleFactory(slug="quay", topics=["Порты"])
    BylineFactory(article=article, author=AuthorFactory(display_name="Rose Quay", name_language="fr"))
    BylineFactory(article=article, author=AuthorFactory(display_name="심하늘"))
    published(article, at=NOW)
    listed = html.fromstring(site.get("/").content).find_class("listed")[0]
    assert {each.text: each.get("lang") for each in listed.iterfind(".//span")} == {
        "Rose Quay": "fr",
        "심하늘": "ko",
    }
    topic = html.fromstring(site.get("/articles/quay/").content).find_class("topics")[0]
    assert topic.find(".//a").get("lang") == "und-Cyrl"
