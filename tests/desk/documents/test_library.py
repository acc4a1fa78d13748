"""The library of files: adding, the list, a file's page, its permission, a better file, its uses, and its end."""

import datetime as dt
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from articles.models import Edition
from disclaimers.models import HouseMember, Institution
from documents.files.__main__ import answer
from documents.files.read import ReadDocument
from documents.models import Document, DocumentClearance, DocumentFile
from pictures.files.errors import NotTaken
from pictures.worker.loop import work_off
from tests.desk.pages import fields_of, row, rows, text_of
from tests.documents.made_files import pdf_file
from tests.factories import ArticleFactory, DocumentFactory, InstitutionFactory, PictureFactory, published

LIBRARY = "/admin/documents/document/"
ADD = f"{LIBRARY}add/"


@pytest.fixture(autouse=True)
def _reads_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read in the test's own process: a child process for each file would take most of the time."""

    def read(content: bytes, upload_name: str) -> ReadDocument:
        values = answer(content, upload_name.rpartition(".")[2].lower())
        if "refused" in values:
            raise NotTaken(values["refused"])
        return ReadDocument(**values)

    monkeypatch.setattr("desk.documents.receiving.read_document", read)


def sent(name: str = "dues_2026.pdf", content: bytes | None = None) -> dict[str, Any]:
    return {"file": SimpleUploadedFile(name, pdf_file() if content is None else content)}


def page_of(document: Document, name: str = "change") -> str:
    return f"{LIBRARY}{document.pk}/{name}/"


def form_of(client: Client, document: Document) -> dict[str, Any]:
    return fields_of(client.get(page_of(document)), "document_form")


def test_a_file_is_kept_with_what_it_says_and_one_that_is_not_taken_says_why(eve: Client, now: Any) -> None:
    content = pdf_file()
    page = text_of(eve.post(ADD, sent(content=content), follow=True))
    document = Document.objects.get()
    assert (document.title, document.language, document.creator) == ("Harbour Dues in Winter", "en-GB", "")
    file = document.files.get()
    assert (bytes(file.content), file.pages, file.upload_name) == (content, 1, "dues_2026.pdf")
    for words in (
        "“Harbour Dues in Winter” is in the library",
        "PDF, 1 page",
        "Author",
        "until one allows it",
    ):
        assert words in page, words
    again = text_of(eve.post(ADD, sent("again.pdf", content)))
    assert "This file is in the library already: Harbour Dues in Winter" in again
    many = {"file": [*sent("a.pdf", b"<html>").values(), *sent("tides_of_ink.csv", b"a,b\n").values()]}
    answered = eve.post(ADD, many | {"in_rows": "1"}).json()["rows"]
    assert "it is a web page or a drawing" in answered
    assert ">tides of ink</a>" in answered
    assert Document.objects.count() == 2
    assert "Choose a file" in text_of(eve.post(ADD, {}))


def test_the_list_finds_files_by_permission_use_language_and_words(eve: Client, now: Any) -> None:
    DocumentFactory(title="Winter dues", language="de", cleared=False, credit="Quay Press")
    used = DocumentFactory(title="Summer dues", cleared={"until_on": now.date().replace(year=now.year + 1)})
    ArticleFactory().attachments.create(document=used, order=1)
    everything = text_of(eve.get(LIBRARY))
    for words in ("PDF, 2 pages", "Nothing on record", "Quay Press", "1 piece", "Not used", "no longer from"):
        assert words in everything, words
    for query, title in {
        "permission=missing": "Winter", "permission=watch": "Winter", "used=yes": "Summer", "used=no": "Winter",
        "language=de": "Winter", "language=en": "Summer", "q=quay+press": "Winter", "house=every": "Winter",
    }.items():  # fmt: skip
        page = text_of(eve.get(f"{LIBRARY}?{query}"))
        assert f"{title} dues" in page, query
        assert query == "house=every" or page.count(" dues") == 1, query
    assert "No file matches" in text_of(eve.get(f"{LIBRARY}?q=nothing"))
    PictureFactory(cleared=False)
    desk = text_of(eve.get("/admin/"))
    assert "1 picture and 1 file: the permission ends within 60 days, or nothing proves it." in desk


def test_a_permission_that_is_withdrawn_takes_the_file_from_its_pages_at_once(eve: Client, now: Any) -> None:
    document = DocumentFactory(title="Harbour dues", cleared=False)
    granted = {**rows("clearances", 1), **row("clearances", 0, state="granted", evidence="")}
    refused = text_of(eve.post(page_of(document), form_of(eve, document) | granted | {"credit": "Kept"}))
    assert "Say where the permission is on record." in refused
    granted |= {"clearances-0-evidence": "Mail of 1 March"}
    answered = eve.post(page_of(document), form_of(eve, document) | granted | {"credit": "Ida Quay"})
    assert (answered.status_code, DocumentClearance.objects.get().state) == (302, "granted")
    piece = ArticleFactory(headline="Tides of paper")
    piece.attachments.create(document=document, order=1, kind="report")
    edition = published(piece, at=now)
    assert [each["credit"] for each in edition.printed["documents"]] == [[{"text": "Ida Quay"}]]
    withdrawn = form_of(eve, document) | {"clearances-0-state": "withdrawn"}
    page = text_of(eve.post(page_of(document), withdrawn, follow=True))
    assert "Printed again without it: “Tides of paper”" in page
    newest = Edition.objects.order_by("-pk").first()
    assert newest
    assert not newest.printed.get("documents")


def test_a_better_file_leaves_pages_as_printed_and_a_used_record_stays(eve: Client, now: Any) -> None:
    document = DocumentFactory(title="Harbour dues")
    piece = ArticleFactory(headline="Tides of paper")
    piece.attachments.create(document=document, order=1, kind="report")
    before = published(piece, at=now).printed["documents"]
    coming = ArticleFactory(headline="Tides of ink")
    coming.attachments.create(document=document, order=1, kind="report")
    published(coming, at=now, live_from=timezone.now() + dt.timedelta(days=1))
    assert "A page keeps the present file" in text_of(eve.get(page_of(document, "replace")))
    page = text_of(eve.post(page_of(document, "replace"), sent("better.csv", b"a,b\n"), follow=True))
    assert (
        "The file is “better.csv” now, CSV, 4 bytes; it was PDF, 2 pages, 17 bytes. It is of another kind"
        in page
    )
    assert "“Tides of ink” (Files)" in page
    assert "Tides of paper report; live; readers have an earlier file of it" in page
    assert [file.number for file in document.files.all()] == [2, 1]
    assert Edition.objects.get(article=piece).printed["documents"] == before
    same = text_of(eve.post(page_of(document, "replace"), sent("better.csv", b"a,b\n")))
    assert "This is the very file that it has already." in same
    assert "It is used, so it cannot be deleted" in text_of(eve.get(page_of(document, "delete")))
    eve.post(page_of(document, "delete"), {"post": "yes"})
    unused = DocumentFactory()
    eve.post(page_of(unused, "delete"), {"post": "yes"})
    assert Document.objects.get() == document


def test_the_desk_sends_a_file_to_be_saved_and_only_to_those_who_may_see_it(
    eve: Client, desk: Institution, editor: Any, settings: Any
) -> None:
    document, others = DocumentFactory(), DocumentFactory(institution=InstitutionFactory())
    settings.STORAGES = {**settings.STORAGES}  # a storage of its own, empty
    for _ in range(2):  # from its row, then from the storage
        answered = eve.get(f"{LIBRARY}file/{document.files.get().name}/")
        assert (answered.status_code, answered.content) == (200, b"%PDF-1.7 a report")
        assert answered.headers["Content-Disposition"] == 'attachment; filename="dues.pdf"'
        assert answered.headers["Cache-Control"].startswith("private, no-store")
        work_off()
    assert DocumentFile.objects.exclude(content=None).count() == 0
    HouseMember.objects.create(user=editor, institution=desk)
    for address in (f"{others.pk}/change/", f"{others.pk}/replace/", f"file/{others.files.get().name}/"):
        assert eve.get(f"{LIBRARY}{address}").status_code in (302, 404), address
    assert eve.get(f"{LIBRARY}file/a%00b/").status_code == 404
    assert 'name="credit"' not in eve.get(page_of(document)).content.decode()
