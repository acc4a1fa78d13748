"""Files in the form of a piece: chosen from the library, each once, and said in words wherever versions are."""

import datetime as dt

from django.contrib.auth.models import User
from django.test import Client
from lxml import html

from articles.models import Article, Attachment
from articles.snapshot import compose, content_of, restore
from desk.pages import DeskPage
from desk.versions.comparison import compared_contents
from desk.versions.content import labelled_texts
from disclaimers.models import HouseMember, Institution
from documents.models import Document
from tests.desk.pages import ADD, change_page, fields_of, form_of, row, rows, text_of
from tests.factories import ArticleFactory, DocumentFactory, InstitutionFactory, saved


def test_files_are_chosen_named_and_ordered_and_each_stands_once(
    desk: Institution, editor: User, client: Client
) -> None:
    client.force_login(editor)
    report, data = DocumentFactory(title="Harbour Dues"), DocumentFactory(title="What ships pay")
    form = form_of(client) | {"headline": "Ships", "_continue": "Save"} | rows("attachments", 2)
    first = row("attachments", 0, document=report.pk, kind="report", title="", order="2")
    twice = client.post(ADD, form | first | row("attachments", 1, document=report.pk, kind="data"))
    assert "This file stands in the list already." in text_of(twice)
    second = row("attachments", 1, document=data.pk, kind="data", title="All dues", order="1")
    assert client.post(ADD, form | first | second).status_code == 302
    piece = Article.objects.get()
    kept = [(each.document, each.kind, each.title) for each in piece.attachments.all()]
    assert kept == [(data, "data", "All dues"), (report, "report", "")]
    assert fields_of(client.get(change_page(piece)))["attachments-0-title"] == ["All dues"]
    page = html.fromstring(client.get(DeskPage.PREVIEW.address(piece.pk)).content.decode())
    links = page.find_class("files")[0].xpath(".//li/a/@href")
    assert [client.get(link).status_code for link in links] == [200, 200]


def test_a_file_of_another_house_is_not_offered_and_one_that_stands_there_stays(
    desk: Institution, editor: User, client: Client
) -> None:
    client.force_login(editor)
    HouseMember.objects.create(user=editor, institution=desk)
    theirs = DocumentFactory(institution=InstitutionFactory(code="mill"))
    piece = ArticleFactory(institution=desk)
    saved(piece, at=dt.datetime(2026, 3, 10, 9, tzinfo=dt.UTC))
    form = form_of(client, piece) | rows("attachments", 1)
    refused = client.post(change_page(piece), form | row("attachments", 0, document=theirs.pk, kind="data"))
    assert "belongs to a house that your account does not work for" in text_of(refused)
    Attachment.objects.create(article=piece, document=theirs, kind="data")
    saved(piece, at=dt.datetime(2026, 3, 10, 9, tzinfo=dt.UTC))
    again = form_of(client, piece) | {"headline": "Other", "_continue": "Save"}
    assert client.post(change_page(piece), again).status_code == 302
    assert piece.attachments.get().document == theirs


def test_versions_say_their_files_in_words(desk: Institution, now: dt.datetime) -> None:
    report = DocumentFactory(title="Harbour Dues")
    piece = ArticleFactory()
    piece.attachments.create(document=report, kind="report", title="The dues")
    first = saved(piece, at=now)
    texts = {each.name: each.text for each in labelled_texts(first.content)}
    assert texts["attachments"] == "Harbour Dues · Report · printed as “The dues”"
    piece.attachments.update(title="", kind="other")
    (change,) = compared_contents(first.content, compose(piece))
    assert change.label == "File"
    assert "<del>" in change.html
    piece.attachments.all().delete()
    Document.objects.get(pk=report.pk).clearances.all().delete()
    assert restore(first).attachments.get().document == report
    gone = {**content_of(first), "attachments": [{"document_id": 999, "file_kind": "data", "title": ""}]}
    texts = {each.name: each.text for each in labelled_texts(gone)}
    assert texts["attachments"] == "a file that was deleted · Data"
