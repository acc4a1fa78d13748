"""Files of a piece: their addresses at each second, and what page, feed and copy say of them."""

import datetime as dt

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from lxml import etree, html

from articles import acts
from articles.models import Article, Edition
from articles.renewed import Renewable, Renewed
from disclaimers.models import Institution
from documents.models import Document, DocumentFile
from pictures import storage
from reading.documents.listed import size_in_words
from reading.words.page_words import words_for
from tests.conftest import NOW, set_clock
from tests.factories import (
    AppearanceFactory,
    ArticleFactory,
    DocumentFactory,
    LicenceFactory,
    document_file_of,
    published,
    saved,
)
from tests.kept import kept

SECOND = dt.timedelta(seconds=1)
COMING, LATER = NOW + dt.timedelta(hours=1), NOW + dt.timedelta(minutes=1)
GONE = {"by": None, "at": LATER, "reason": "Published in error."}


def carrying(*documents: Document, **facts: object) -> Article:
    """A piece with these files."""
    piece = ArticleFactory(**facts)
    for order, document in enumerate(documents, start=1):
        piece.attachments.create(document=document, order=order, kind="report")
    return piece


def with_file(slug: str) -> Article:
    return carrying(DocumentFactory(title=slug), slug=slug)


def address(file: DocumentFile, name: str = "harbour-dues.pdf") -> str:
    return f"/files/{file.name}/{name}"


@kept
def states(desk: Institution) -> dict[str, DocumentFile]:
    """One file for each state of a piece."""
    DocumentFactory(title="unused")
    for name in ("unpublished", "taken-down", "retracted", "changed", "live"):
        published(with_file(name), at=NOW)
    for name, terms in (("cut", {"mode": "excerpt", "excerpt_words": 3}), ("link", {"mode": "link"})):
        piece = with_file(name)
        AppearanceFactory(article=piece, rights=terms)
        acts.publish(piece, revision=saved(piece, at=NOW), by=None, at=NOW, without_text=True)
    saved(with_file("draft"), at=NOW)
    published(with_file("scheduled"), at=NOW, live_from=COMING)
    called_off = with_file("called-off")
    published(called_off, at=NOW, live_from=COMING)
    acts.unschedule(called_off, by=None, at=NOW)
    set_clock(LATER)
    pieces = {edition.article.slug: edition.article for edition in Edition.objects.select_related("article")}
    acts.unpublish(pieces["unpublished"], **GONE)
    acts.take_down(pieces["taken-down"], because="rights", sentence="So.", **GONE)
    acts.retract(pieces["retracted"], text="It was not so.", issued_by="the authors", by=None, at=LATER)
    pieces["changed"].attachments.all().delete()
    published(pieces["changed"], at=LATER)
    return {file.document.title: file for file in DocumentFile.objects.select_related("document")}


NEVER = ("unused", "draft", "called-off", "cut", "link")
ONCE = ("unpublished", "taken-down", "retracted", "changed")


def test_a_file_is_there_while_a_live_page_carries_it_and_only_then(states, client: Client, reading_at):
    def there(at: dt.datetime, **headers: str) -> dict[str, int]:
        reading_at(at)
        return {name: client.get(address(file), headers=headers).status_code for name, file in states.items()}

    never = dict.fromkeys(NEVER, 404)
    assert there(LATER - SECOND) == never | {"scheduled": 404} | dict.fromkeys((*ONCE, "live"), 200)
    assert there(LATER) == never | {"scheduled": 404} | dict.fromkeys(ONCE, 410) | {"live": 200}
    assert there(COMING - SECOND)["scheduled"] == 404
    assert there(COMING) == there(LATER) | {"scheduled": 200}
    assert there(NOW - SECOND, Range="bytes=0-3") == dict.fromkeys(states, 404)


def test_an_address_that_is_not_served_says_nothing_of_what_is_behind_it(states, client, reading_at):
    reading_at(LATER)
    hidden, shown = states["draft"].name, states["live"].name
    paths = [
        f"{hidden}/a.pdf", f"{'a' * 26}/a.pdf", f"{shown}/a.csv", f"{shown}/a", f"{shown}/.pdf", f"{shown}/A.pdf",
        f"{shown.upper()}/a.pdf", f"{shown[:-1]}/a.pdf", f"{shown}/a%00.pdf", f"{shown}/{'a' * 400}.pdf", f"{shown}/",
        f"{shown}/a.pdf/..", f"..%2F{shown}/a.pdf", f"{shown}/a%22;.pdf",
    ]  # fmt: skip
    answers = [client.get(f"/files/{path}") for path in paths]
    assert {answer.status_code for answer in answers} == {404}
    assert len({(answer.content, tuple(sorted(answer.headers.items()))) for answer in answers}) == 1


def test_a_pdf_opens_and_all_else_is_kept(states, client, reading_at):
    reading_at(LATER)
    file = states["live"]
    whole = client.get(address(file))
    assert whole.content == b"%PDF-1.7 a report"
    expected = {
        "Content-Type": "application/pdf", "Content-Length": "17", "Accept-Ranges": "bytes",
        "Content-Disposition": 'inline; filename="harbour-dues.pdf"', "X-Content-Type-Options": "nosniff",
        "Cache-Control": "public, max-age=60, s-maxage=60",
    }  # fmt: skip
    assert {name: whole.headers[name] for name in expected} == expected
    part = client.get(address(file), headers={"Range": "bytes=9-16"})
    assert (part.status_code, part.content) == (206, b"a report")
    again = client.get(address(file), headers={"If-None-Match": whole.headers["ETag"]})
    assert again.status_code == 304
    data = DocumentFactory(file={"file_format": "csv", "content": b"a,b"})
    set_clock(LATER)
    published(carrying(data), at=LATER)
    answer = client.get(address(data.files.get(), "dues.csv"))
    assert answer.headers["Content-Disposition"] == 'attachment; filename="dues.csv"'
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert "sandbox" in answer.headers["Content-Security-Policy"]


def test_a_stored_file_takes_one_query_and_a_front_server_may_send_it(states, client, reading_at, settings):
    reading_at(LATER)
    file = states["live"]
    storage.write(file.path, b"%PDF-1.7 stored")
    DocumentFile.objects.filter(pk=file.pk).update(content=None, stored_at=NOW)
    client.get(address(file))
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address(file)).content == b"%PDF-1.7 stored"
    assert len(queries) == 1
    settings.PICTURES_SENDFILE = "x-accel"
    sent = client.get(address(file))
    assert (sent.content, sent.headers["X-Accel-Redirect"]) == (b"", f"/protected-pictures/{file.path}")
    assert "harbour-dues" in sent.headers["Content-Disposition"]


def test_search_engines_get_a_file_as_they_get_its_piece(desk, client, reading_at, settings, monkeypatch):
    reading_at(NOW)
    piece = with_file("hidden")
    AppearanceFactory(article=piece, rights={"search_policy": "noindex"})
    published(piece, at=NOW)
    file = DocumentFile.objects.get()
    assert client.get(address(file)).headers["X-Robots-Tag"] == "noindex"
    storage.write(file.path, b"%PDF-1.7 stored")
    DocumentFile.objects.filter(pk=file.pk).update(content=None, stored_at=NOW)
    settings.PICTURES_SENDFILE = "signed"
    monkeypatch.setattr("reading.files.handing_over.storage.signed_address", lambda *_: "https://b/")
    answer = client.get(address(file))
    assert (answer.status_code, answer.headers["X-Robots-Tag"]) == (
        200,
        "noindex",
    )  # a bucket would not say it


def section(client: Client, path: str) -> html.HtmlElement:
    return html.fromstring(client.get(path).content.decode()).find_class("files")[0]


def plain(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


@pytest.fixture
def piece(desk, reading_at) -> Article:
    """A piece with a report that others may have, and German data that they may not."""
    reading_at(NOW)
    Institution.objects.update(offers_republication=True)
    report = DocumentFactory(
        title="Harbour Dues", credit="Ida Quay", file={"size": 1_250_000}, cleared={"may_be_passed_on": True}
    )
    data = DocumentFactory(
        title="Hafengebühren", creator="", language="de", file={"file_format": "xlsx", "pages": None},
        cleared={"state": "by_licence", "licence": LicenceFactory(name="CC0", version="", url="https://cc.example/")},
    )  # fmt: skip
    piece = carrying(report, data, slug="dues")
    piece.attachments.filter(document=data).update(kind="data")
    published(piece, at=NOW)
    return piece


def test_page_feed_and_copy_list_the_files(piece, client, settings):
    files = section(client, "/articles/dues/")
    assert [plain(item).partition(" http")[0] for item in files.iter("li")] == [
        "Harbour Dues Report, PDF, 2 pages, 1.2 MB · Ida Quay",
        "Hafengebühren Data, Excel, 17 bytes, German · CC0",
    ]
    first, second = (item.find("a") for item in files.iter("li"))
    report, data = (row.file for row in Edition.objects.get().documents.all())
    assert dict(first.attrib) == {
        "href": f"/files/{report.name}/harbour-dues.pdf",
        "type": "application/pdf",
    }
    assert (second.get("hreflang"), second.find("span").get("lang")) == ("de", "de")
    assert client.get(second.get("href")).status_code == 200

    item = etree.fromstring(client.get("/feed.rss").content).find("channel/item")
    (enclosure,) = item.findall("enclosure")
    whole = f"{settings.SITE_URL}/files/{report.name}/harbour-dues.pdf"
    assert dict(enclosure.attrib) == {"url": whole, "length": "1250000", "type": "application/pdf"}
    content = item.findtext("{http://purl.org/rss/1.0/modules/content/}encoded")
    assert f'href="{whole}"' in content
    assert f"{settings.SITE_URL}/files/{data.name}/" in content

    copy = html.fromstring(client.get("/articles/dues/republish/").content.decode()).get_element_by_id("copy")
    assert whole in copy.text
    assert data.name not in copy.text


def test_an_article_page_with_files_takes_no_query_more(piece, client):
    published(ArticleFactory(slug="plain"), at=NOW)
    counts = []
    for path in ("/articles/plain/", "/articles/dues/"):
        client.get(path)
        with CaptureQueriesContext(connection) as queries:
            client.get(path)
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_an_address_keeps_leading_to_a_file_whose_name_was_changed(piece, client, clock, reading_at):
    report = piece.attachments.get(order=1).document
    old = report.files.get()
    Document.objects.filter(pk=report.pk).update(title="Dues and Fees")
    document_file_of(report)
    assert client.get(address(old)).status_code == 200
    assert client.get(address(old, "dues-and-fees.pdf")).status_code == 200


def test_an_address_leads_to_the_better_file_once_pages_carry_it(piece, client, clock, reading_at):
    report = piece.attachments.get(order=1).document
    old = report.files.get()
    better = document_file_of(report, file_format="csv")
    assert client.get(address(old)).status_code == 200
    reading_at(LATER)
    clock(LATER)
    renewed = Renewed.of(Renewable.DOCUMENTS, keys=[report.uuid])
    acts.reissue(piece, renewed=renewed, by=None, at=LATER, reason="A better file.")
    moved = client.get(address(old))
    assert (moved.status_code, moved.headers["Location"]) == (301, f"/files/{better.name}/harbour-dues.csv")
    assert client.get(moved.headers["Location"]).status_code == 200
    report.clearances.all().delete()
    acts.clear(report, by=None, at=LATER, reason="Withdrawn.")
    assert client.get(address(old)).status_code == 410


@pytest.mark.parametrize(
    ("language", "size", "expected"),
    [
        ("en", 999, "999 bytes"), ("en", 1000, "1 kB"), ("fr", 1_250_000, "1,2 Mo"), ("de", 999_949, "1,0 MB"),
        ("en", 999_499, "999 kB"), ("ru", 12_300_000, "12 МБ"), ("ko", 2_000_000_000, "2.0GB"), ("en", 0, "0 bytes"),
    ],
)  # fmt: skip
def test_a_size_is_in_the_units_of_the_reader(language, size, expected):
    assert size_in_words(size, words_for(language)) == expected


def test_the_words_beside_a_file_are_in_the_language_of_the_page(desk, client, reading_at):
    reading_at(NOW)
    for language in ("fr", "ar", "cy"):
        report = DocumentFactory(title="Rapport", language=language, file={"size": 1_200_000, "pages": 1})
        published(carrying(report, language=language, slug=language), at=NOW)
    said = {language: plain(section(client, f"/articles/{language}/")) for language in ("fr", "ar", "cy")}
    assert said["fr"].startswith("Fichiers Rapport Rapport, PDF, 1 page, 1,2 Mo")
    assert "تقرير، PDF، صفحة واحدة، 1,2 م.ب" in said["ar"]
    assert section(client, "/articles/cy/").find("h2").get("lang") == "en"
