"""Pictures of a brought text: asked about on the confirmation page, then figures of the draft and records."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from articles import acts
from articles.acts.errors import CannotPublish
from articles.models.article import Article
from desk.models import BroughtPicture, BroughtText
from desk.new_from_a_text.pictures import GONE
from pictures.models import Picture
from prose.html.figures import figures_in
from tests.intake.harbour import BODY
from tests.intake.test_new_from_a_text import PAGE, eve, fields_of, made, text_of  # noqa: F401 (fixture)
from tests.intake.word_files import paragraph, picture, word_file
from tests.pictures.conftest import read
from tests.pictures.files.photos import drawing, exif, file_of

pytestmark = pytest.mark.django_db
CONTENTS = {
    "quay.jpg": file_of(drawing(400, 250), exif=exif(Artist="Nora Quill", Copyright="Harbour Pictures")),
    "image2.png": file_of(drawing(300, 200), "PNG"),
    "image3.png": file_of(drawing(320, 200), "PNG"),
    "image4.emf": b"\x01\x00\x00\x00" + bytes(36) + b" EMF" + bytes(60),
}


@pytest.fixture(autouse=True)
def _pictures_are_read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("intake.drafts.pictures.read_upload", read)


def word_text(headline: str = "Who Pays for the Pier?") -> bytes:
    """A text of three pictures, and a drawing of Windows that nothing here can read."""
    body = [paragraph(headline), paragraph("By Mats Holm"), *map(paragraph, BODY)]
    body[3:3] = [
        paragraph(inner=picture("quay.jpg", says="Two cranes at a quay")),
        paragraph("Figure 1: The quay. Photo: Ida Quay/Gull Press"),
    ]
    body[6:6] = [paragraph(inner=picture("image2.png")), paragraph(inner=picture("image4.emf"))]
    body += [paragraph("Figure 2: Dues by year"), paragraph(inner=picture("image3.png"))]
    return word_file("".join(body), pictures=CONTENTS)


def brought(client: Client, content: bytes) -> Any:
    answer = client.post(PAGE, {"text": "", "file": SimpleUploadedFile("pier.docx", content)})
    assert answer.status_code == 200
    return answer


def test_a_word_file_with_three_pictures_becomes_a_draft_with_three_figures(
    eve: Client,  # noqa: F811
    editor: User,
    now: Any,
) -> None:
    page = brought(eve, word_text())
    fields, said = fields_of(page), text_of(page)
    assert [fields[f"pictures-{n}-alt"] for n in range(3)] == ["Two cranes at a quay", "", ""]
    assert [fields.get(f"pictures-{n}-credit", "") for n in range(3)] == ["Ida Quay/Gull Press", "", ""]
    assert "This is a drawing of Windows (EMF). Save it as PNG." in said
    assert not Picture.objects.exists()
    shown = eve.get(f"/admin/articles/article/new-from-a-text/{BroughtText.objects.get().pk}/picture/1/")
    assert shown.headers["Content-Type"] == "image/jpeg"
    assert "private, no-store" in shown.headers["Cache-Control"]

    both = eve.post(
        PAGE, fields | {"pictures-1-alt": "Dues", "pictures-1-is_decorative": "on", "piece-dek": "Kept"}
    )
    assert "Either it says something, or it is decorative." in text_of(both)
    assert (fields_of(both)["pictures-1-alt"], fields_of(both)["piece-dek"]) == ("Dues", "Kept")

    article = made(eve, both, pictures__1__is_decorative=None, pictures__1__credit="Harbour Office")
    figures = figures_in(article.body)
    assert [figure.alt for figure in figures] == ["Two cranes at a quay", "Dues", None]
    assert [figure.caption_html for figure in figures] == [
        "Figure 1: The quay.",
        "",
        "Figure 2: Dues by year",
    ]
    pictures = [Picture.objects.get(uuid=figure.uuid) for figure in figures]
    assert [(each.title, each.creator, each.credit) for each in pictures] == [
        ("Figure 1: The quay.", "Nora Quill", "Ida Quay/Gull Press"),
        ("Dues", "", "Harbour Office"),
        ("Figure 2: Dues by year", "", ""),
    ]
    assert {(each.source_kind, each.institution, each.added_by) for each in pictures} == {
        ("unknown", article.institution, editor)
    }
    assert not BroughtPicture.objects.exists()
    with pytest.raises(CannotPublish, match="no text alternative"):
        acts.publish(article, revision=article.revisions.latest("number"), by=editor, at=now)


def test_a_picture_that_the_library_has_is_used_again_and_one_left_out_goes_with_its_caption(
    eve: Client,  # noqa: F811
) -> None:
    first = made(eve, brought(eve, word_text()))
    page = brought(eve, word_text("Who Pays for the Quay?"))
    assert "The library has this picture: Figure 1: The quay." in text_of(page)
    second = made(eve, page, pictures__0__alt="Cranes", pictures__2__leave_out="on")
    ours, theirs = figures_in(first.body), figures_in(second.body)
    assert [figure.uuid for figure in theirs] == [figure.uuid for figure in ours[:2]]
    assert theirs[0].alt == "Cranes"
    assert Picture.objects.count() == 3


def test_pictures_that_are_gone_are_named_and_nothing_typed_is_lost(eve: Client) -> None:  # noqa: F811
    fields = fields_of(brought(eve, word_text())) | {"pictures-1-alt": "Dues by year"}
    BroughtText.objects.all().delete()
    answer = eve.post(PAGE, fields)
    assert GONE in text_of(answer)
    assert fields_of(answer)["pictures-1-alt"] == "Dues by year"
    assert not Article.objects.exists()
    assert not Picture.objects.exists()
