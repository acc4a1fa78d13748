"""A copy that the desk made of a version, laid over it as it is, has nothing to take and raises no doubt."""

from typing import Any

import pytest
from django.http import QueryDict

from articles.models import Article
from desk.export.piece import load_piece
from desk.export.web_page import web_page
from desk.laid_over.page import LaidPage, load_page
from desk.models import BroughtText
from desk.new_from_a_text.for_a_piece import read_for_piece
from intake.drafts.load_knowledge import load_knowledge
from prose.html.clean import clean_html
from tests.conftest import NOW
from tests.desk.laid_over.files import came_back
from tests.factories import ArticleFactory, AuthorFactory, BylineFactory, published, saved
from tests.picture_factories import PictureFactory

pytestmark = pytest.mark.django_db

BODY = "<p>Paper comes with the tide.</p><p>It goes out again, with everything.</p>"
NATIVE = {
    "author__display_name": "Nagai Sumire",
    "author__native_name": "永井すみれ",
    "author__native_language": "ja",
}
WRITTEN = "Katrin Wiebe"
ROWS = (
    "<table><caption>Four ways to pay</caption><thead><tr><th>Way</th><th>Who</th></tr></thead><tbody>"
    '<tr><th scope="row">A levy</th><td>Owners</td></tr><tr><th scope="row"></th><td>Nobody</td></tr>'
    '<tr><th scope="rowgroup" rowspan="2"><ul><li>A loan</li></ul></th><td>Tenants</td></tr><tr><td>All</td></tr>'
    "</tbody></table>"
)
PIECES: dict[str, tuple[list[dict[str, Any]], dict[str, Any]]] = {
    "native script": ([NATIVE], {}),
    "two authors": ([NATIVE, {"author__display_name": WRITTEN}], {}),
    "interview": (
        [
            NATIVE | {"role": "interviewee"},
            {"role": "interviewer", "author__display_name": WRITTEN},
        ],
        {},
    ),
    "translation": (
        [{"author__display_name": WRITTEN}, {"role": "translator", "author": None, "name": "Runa Selvig"}],
        {"source_language": "de"},
    ),
    "corporate author": ([{"author": None, "name": "The Board of the Harbour"}], {}),
    "nobody": ([], {"dek": ""}),
    "rows with heads": ([], {"body": f"{BODY}{ROWS}{BODY}"}),
    "right to left": (
        [NATIVE],
        {"language": "ar", "headline": "المد والورق", "body": "<p>يأتي الورق مع المد.</p>"},
    ),
    "Japanese": ([NATIVE], {"language": "ja", "headline": "紙の潮", "body": "<p>紙は潮とともに来る。</p>"}),
    "lines like those of a manuscript": (
        [{"author__display_name": WRITTEN}],
        {
            "headline": "Commentary: By the quay",
            "body": "<p>By Ida Quay</p><p>March 3, 2026</p><p>Editor’s note: no.</p><p>One.</p><hr><p>Ida Quay is a"
            " fellow at Harbour.</p><p>This commentary was originally published in the Lantern on May 1, 2026.</p>",
        },
    ),
}


def everything() -> str:
    """A body with all that a text can have; its picture has no file that could go into a copy."""
    linked = published(at=NOW).article
    caption = "<figcaption>The <em>quay</em></figcaption>"
    return (
        f'<figure data-picture="{PictureFactory().uuid}"><img alt="Cranes.">{caption}</figure>'
        f'<p class="drop-cap">Read <a href="piece:{linked.uuid}">more</a><span data-footnote="">A note.</span>.</p>'
        f'<aside class="pullquote"><p>Pull.</p></aside><hr><h2>By Ida Quay</h2>{ROWS}<blockquote><p>Q.</p></blockquote>'
        '<aside data-embed="vimeo:12345678"><p>A film</p></aside><ul><li>One</li></ul><p>Subtitle</p>'
    )


def piece_of(bylines: list[dict[str, Any]], **values: Any) -> Article:
    article: Article = ArticleFactory(
        **{"headline": "Tides of paper", "dek": "A dek.", "body": BODY} | values
    )
    for order, row in enumerate(bylines):
        BylineFactory(article=article, order=order, **row)
    saved(article, at=NOW)
    return article


def laid_over(article: Article, content: bytes, name: str = "copy.docx") -> LaidPage:
    text = BroughtText(content=content, file_name=name, article=article)
    knowledge = load_knowledge(article.institution, language=article.language)
    text.read = read_for_piece(text, article, knowledge)
    return load_page(QueryDict(), article, text, article.revisions.first(), NOW)


def assert_says_nothing_new(page: LaidPage) -> None:
    assert {name: page.laid.content[name] for name in page.laid.changed} == {}
    assert (page.values.warnings, page.values.also) == ([], [])
    assert page.values.mark, "the copy lost what it was made from"


@pytest.mark.parametrize("name", [*PIECES, "everything"])
def test_a_copy_laid_over_its_version_says_nothing_new(name: str, desk: Any) -> None:
    bylines, values = PIECES.get(name) or ([NATIVE], {"body": everything()})
    if "body" in values:
        values = values | {"body": clean_html(values["body"])}
    article = piece_of(bylines, **values)
    version = article.revisions.get()
    word = laid_over(article, came_back(version))
    assert_says_nothing_new(word)
    assert not word.laid.body.not_taken
    assert_says_nothing_new(laid_over(article, web_page(load_piece(version, NOW)).encode(), "copy.html"))


def test_bylines_that_were_changed_are_never_text(desk: Any) -> None:
    article = piece_of([NATIVE])
    version, ida = article.revisions.get(), AuthorFactory(display_name="Ida Quay")
    for lines, sentence in (
        (
            ("By Nagai Sumire (永井すみれ) and friends", "at the quay"),
            "friends / at the quay”; change it in the form.",
        ),
        (("Of the quay, whoever that is",), "The byline reads now “Of the quay, whoever that is”"),
    ):
        page = laid_over(article, came_back(version, bylines=lines))
        assert page.laid.changed == ()
        assert [sentence in warning for warning in page.values.warnings] == [True]
    page = laid_over(article, came_back(version, bylines=("By Ida Quay",)))
    assert (page.laid.changed, page.values.warnings) == (("bylines",), [])
    assert [row["author_id"] for row in page.laid.content["bylines"]] == [ida.pk]


def test_a_caption_of_a_picture_that_is_not_in_the_file_is_left_out_by_name(desk: Any) -> None:
    caption = "<figcaption>The quay</figcaption>"
    figure = f'<figure data-picture="{PictureFactory().uuid}"><img alt="Cranes.">{caption}</figure>'
    article = piece_of([], body=clean_html(figure + BODY))
    page = laid_over(article, came_back(article.revisions.get(), pictures={}))
    assert page.laid.changed == ()
    assert page.values.left_out == [["caption of a picture that is not in this file", "The quay"]]
