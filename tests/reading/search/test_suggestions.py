"""Suggestions say what a record is, and its name as its own page does."""

import pytest
from lxml import html

from tests.conftest import NOW
from tests.factories import AppearanceFactory, ArticleFactory, BylineFactory, OutletFactory, published


@pytest.mark.parametrize(
    ("path", "typed", "offered"),
    [
        ("/search/", "ida", ("Ida Quay", "Person")),
        ("/search/", "task force", ("Harbour Task Force", "Group")),
        ("/search/", "wave", ("The Wave", "Outlet")),
        ("/search/", "the wave", ("The Wave", "Outlet")),
        ("/ko/search/", "물결", ("물결신문", "매체")),
    ],
)
def test_suggestions_say_what_a_record_is_and_its_name_as_its_page_does(site, path, typed, offered):
    article = ArticleFactory(headline="Tides")
    BylineFactory(article=article, author__display_name="Ida Quay")
    BylineFactory(article=article, author__display_name="Harbour Task Force", author__form="body")
    names = {"name": "Wave", "article": "The", "native_name": "물결신문", "language": "ko"}
    outlet = OutletFactory(**names)
    for piece in (article, ArticleFactory(headline="조수", language="ko")):
        AppearanceFactory(article=piece, outlet=outlet)
        published(piece, at=NOW)
    _, texts, kinds, addresses = site.get(f"{path}suggestions/", {"q": typed}).json()
    assert offered in list(zip(texts, kinds, strict=True))
    page = site.get(addresses[texts.index(offered[0])].removeprefix("http://testserver"))
    assert html.fromstring(page.content.decode()).xpath("string(//h1)") == offered[0]
