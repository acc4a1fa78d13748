"""An editor takes a copy of a version: a Word file, or a web page."""

from io import BytesIO
from typing import Any
from zipfile import ZipFile

from django.test import Client

from desk.export.piece import load_piece
from desk.pages import DeskPage
from tests.conftest import NOW
from tests.factories import ArticleFactory, BylineFactory, saved
from tests.picture_factories import PictureFactory


def piece_of_two_versions(editor: Any) -> Any:
    picture = PictureFactory()
    body = (
        "<p>Paper comes<span data-footnote>Twice a day.</span> in.</p>"
        f'<figure data-picture="{picture.uuid}"><img alt="Cranes."><figcaption>The quay</figcaption></figure>'
    )
    byline = BylineFactory(
        author__display_name="Ida Quay", article=ArticleFactory(headline="Tides of paper", body=body)
    )
    article = byline.article
    saved(article, by=editor, at=NOW)
    article.headline = "Tides & ink"
    article.save()
    saved(article, by=editor, at=NOW)
    return article


def test_the_word_file_holds_the_version_asked_for_with_its_picture_and_its_mark(
    eve: Client, editor: Any
) -> None:
    article = piece_of_two_versions(editor)
    answer = eve.get(DeskPage.WORD_COPY.address(article.pk, 1))
    assert 'filename="tides-of-paper-version-1.docx"' in answer.headers["Content-Disposition"]
    assert "no-store" in answer.headers["Cache-Control"]
    with ZipFile(BytesIO(answer.content)) as file:
        text = file.read("word/document.xml").decode()
        assert "Tides of paper" in text
        figure = article.revisions.get(number=1).content["body"].split('data-picture="')[1][:36]
        assert text.count(f'name="{figure}.') == 2, "a word processor may give its file another name"
        assert "Twice a day." in file.read("word/endnotes.xml").decode()
        assert f"{article.uuid} version 1" in file.read("docProps/core.xml").decode()
        assert [file.read(name) for name in file.namelist() if "media" in name] == [b"a small picture"]
    assert eve.get(DeskPage.WORD_COPY.address(article.pk, 1)).content == answer.content
    first = article.revisions.get(number=1)
    assert not load_piece(first, NOW, pictures=()).pictures, "none that does not stand on the reader's page"


def test_the_web_page_stands_on_its_own(eve: Client, editor: Any) -> None:
    article = piece_of_two_versions(editor)
    answer = eve.get(DeskPage.WEB_COPY.address(article.pk, 2))
    page = answer.content.decode()
    assert "<h1>Tides &amp; ink</h1>" in page
    assert '<ol class="endnotes">' in page
    assert 'src="data:image/jpeg;base64,' in page
    assert '<p class="byline">Ida Quay</p>' in page
    assert "attachment" in answer.headers["Content-Disposition"]


def test_there_is_no_copy_of_a_version_that_does_not_exist(eve: Client, editor: Any) -> None:
    article = piece_of_two_versions(editor)
    assert eve.get(DeskPage.WORD_COPY.address(article.pk, 9)).status_code == 404
