"""Files of a piece: what its page prints of them, which files readers may have, and when a permission ends."""

import datetime as dt

import pytest

from articles import acts
from articles.checklist import check
from articles.models import Article, LedgerEntry
from articles.press.comparison import changed_sentences
from articles.press.proof import make_proof
from articles.press.reasons import explain
from articles.press.where_printed import editions_printing
from articles.renewed import Renewable, Renewed
from articles.shown_documents import ever_shown_documents, shown_documents
from articles.snapshot import restore
from articles.states import Act
from articles.timeline import load_timeline
from documents.acts import remove_document
from documents.models import Document
from pictures.acts import remove_picture
from tests.conftest import NOW
from tests.factories import (
    AppearanceFactory,
    ArticleFactory,
    DocumentFactory,
    LicenceFactory,
    PictureFactory,
    document_file_of,
    published,
    saved,
)

LATER = NOW + dt.timedelta(hours=1)


def piece_with(*documents: Document, **row: object) -> Article:
    """A piece with these files; `row`: further values of each of them."""
    piece = ArticleFactory()
    for order, document in enumerate(documents, start=1):
        piece.attachments.create(document=document, order=order, **row)
    return piece


def names(at: dt.datetime) -> set[str]:
    return set(shown_documents(at).values_list("name", flat=True))


def test_a_page_prints_its_files_in_their_order(desk):
    report = DocumentFactory(title="Harbour Dues", credit="Ida Quay", cleared={"may_be_passed_on": True})
    licence = LicenceFactory(name="CC0", url="https://cc.example/zero")
    data = DocumentFactory(
        title="Hafengebühren", creator="", language="de", file={"file_format": "csv", "pages": None},
        cleared={"state": "by_licence", "licence": licence},
    )  # fmt: skip
    piece = piece_with(report, data)
    piece.attachments.filter(document=report).update(kind="report")
    piece.attachments.filter(document=data).update(order=0, title="What ships pay")
    edition = published(piece, at=NOW)
    edition.refresh_from_db()
    first, second = edition.printed["documents"]
    assert first == {
        "uuid": str(data.uuid), "file": data.files.get().name, "download_name": "what-ships-pay.csv", "format": "csv",
        "media_type": "text/csv", "bytes": 17, "pages": None, "kind": "other", "title": [{"text": "What ships pay"}],
        "own_title": "Hafengebühren", "language": "de", "credit": [], "licence_id": licence.pk,
        "licence": [{"text": "CC0 4.0", "href": "https://cc.example/zero"}], "may_be_passed_on": False,
    }  # fmt: skip
    assert (second["kind"], second["pages"], second["may_be_passed_on"]) == ("report", 2, True)
    assert (second["title"], second["download_name"]) == ([{"text": "Harbour Dues"}], "harbour-dues.pdf")
    assert second["credit"] == [{"text": "Ida Quay"}]
    assert [row.document for row in edition.documents.all()] == [data, report]
    said = {(line.part, line.text) for line in explain(edition)}
    assert {
        ("File", "What ships pay"),
        ("Credit of a file", "Ida Quay"),
        ("Licence of a file", "CC0 4.0"),
    } <= said
    assert list(editions_printing(report)) == [edition]


def test_a_foreign_name_is_marked(desk):
    edition = published(piece_with(DocumentFactory(title="Hafengebühren", language="de")), at=NOW)
    assert edition.printed["documents"][0]["title"] == [{"text": "Hafengebühren", "lang": "de"}]


@pytest.mark.parametrize(
    ("terms", "count"),
    [({"mode": "full"}, 1), ({"mode": "excerpt", "excerpt_words": 2}, 0), ({"mode": "link"}, 0)],
)
def test_files_go_with_the_whole_text_alone(desk, terms, count):
    piece = piece_with(DocumentFactory())
    AppearanceFactory(article=piece, rights=terms)
    edition = published(piece, at=NOW)
    assert (len(edition.printed["documents"]), len(names(NOW))) == (count, count)


def test_a_file_leaves_at_the_midnight_on_which_its_permission_ends(desk):
    ends = DocumentFactory(cleared={"until_on": dt.date(2026, 3, 20)})
    piece = piece_with(ends)
    ends.clearances.update(only_for=piece.uuid)
    edition = published(piece, at=NOW)
    midnight = dt.datetime(2026, 3, 20, 4, 0, tzinfo=dt.UTC)
    following = edition.article.editions.get(is_following=True)
    assert (following.live_from, following.printed["documents"]) == (midnight, [])
    name = ends.files.get().name
    assert names(midnight - dt.timedelta(seconds=1)) == {name}
    assert names(midnight) == set()
    assert {file.name for file in ever_shown_documents(midnight)} == {name}
    assert names(NOW - dt.timedelta(seconds=1)) == set()


def test_a_page_keeps_file_name_and_credit_until_it_is_printed_again(desk, clock):
    report = DocumentFactory(title="Dues", credit="Ida Quay")
    piece = piece_with(report)
    first = published(piece, at=NOW)
    old = report.files.get()
    newer = document_file_of(report, size=99)
    Document.objects.filter(pk=report.pk).update(title="Dues and Fees", credit="Bo Pier")
    clock(LATER)
    proof = make_proof(first.revision, at=LATER)
    assert proof.edition.printed["documents"] == first.printed["documents"]
    renewed = Renewed.of(Renewable.DOCUMENTS, keys=[report.uuid])
    again = acts.reissue(piece, renewed=renewed, by=None, at=LATER, reason="A better file.")
    (row,) = again.printed["documents"]
    assert (row["file"], row["own_title"], row["bytes"]) == (newer.name, "Dues and Fees", 99)
    assert [(change.was, change.becomes) for change in changed_sentences(first, again)] == [
        ("Dues Ida Quay", "Dues and Fees Bo Pier"),
        ("a file so far", "the one that replaced it"),
    ]
    assert (names(NOW), names(LATER)) == ({old.name}, {newer.name})


def test_a_withdrawn_permission_leaves_pages_in_the_same_transaction(desk, clock):
    report = DocumentFactory(cleared={"state": "granted", "evidence": "Mail"})
    piece = piece_with(report)
    published(piece, at=NOW)
    report.clearances.update(state="withdrawn")
    clock(LATER)
    with acts.changing_records():
        assert acts.clear(report, by=None, at=LATER, reason="She wrote.") == [piece]
    assert names(LATER) == set()
    assert LedgerEntry.objects.filter(article=piece).latest("id").after["document"] == str(report.uuid)


def codes(piece: Article) -> tuple[list[str], list[str]]:
    """Codes of what stands in the way of the piece, and of what its files give to look at."""
    proof = make_proof(saved(piece, at=NOW), at=NOW)
    checklist = check(Act.PUBLISH, proof, load_timeline(piece.pk, NOW))
    return [one.code for one in checklist.blockers], [
        one.code for one in checklist.warnings if one.field == "attachments"
    ]


def test_the_checklist_looks_at_files(desk):
    assert codes(piece_with(DocumentFactory())) == ([], [])
    bare = DocumentFactory(cleared=False, creator="", source_kind="person")
    assert codes(piece_with(bare, bare)) == (["no_file_credit", "file_not_cleared"], [])
    silent = DocumentFactory(file={"statements": {}}, cleared={"until_on": dt.date(2026, 4, 2)})
    hints = ["file_ends_soon", "pdf_without_title", "pdf_without_language", "untagged_pdf"]
    assert codes(piece_with(silent)) == ([], hints)
    other = DocumentFactory(file={"statements": {"title": "draft 3", "language": "de", "is_tagged": True}})
    assert codes(piece_with(other)) == ([], ["pdf_named_otherwise", "pdf_in_another_language"])
    assert codes(piece_with(DocumentFactory(file={"file_format": "csv", "statements": {}}))) == ([], [])
    cut = piece_with(bare)
    AppearanceFactory(article=cut, rights={"mode": "link"})
    assert codes(cut)[1] == ["files_left_out"]


def test_an_older_version_whose_file_or_lead_picture_was_deleted_says_so_and_does_not_go_out(desk):
    report, lead = DocumentFactory(), PictureFactory()
    piece = ArticleFactory(lead_picture=lead, lead_alt="Cranes")
    piece.attachments.create(document=report, order=1)
    first = saved(piece, at=NOW)
    piece.attachments.all().delete()
    Article.objects.filter(pk=piece.pk).update(lead_picture=None, lead_alt="")
    saved(Article.objects.get(pk=piece.pk), at=NOW)
    remove_document(report)
    remove_picture(lead)
    proof = make_proof(first, at=NOW)
    checklist = check(Act.PUBLISH, proof, load_timeline(piece.pk, NOW))
    assert [one.code for one in checklist.blockers] == ["picture_gone", "file_gone"]


def test_an_older_version_brings_its_files_back_and_a_tombstone_has_none(desk, clock):
    report, data = DocumentFactory(), DocumentFactory()
    piece = piece_with(report, data, title="Annex A", kind="annex")
    first = saved(piece, at=NOW)
    piece.attachments.all().delete()
    saved(piece, at=NOW)
    again = saved(restore(first), at=NOW)
    assert again.content["attachments"] == first.content["attachments"] != []
    published(piece, at=NOW)
    assert len(names(NOW)) == 2
    clock(LATER)
    acts.retract(piece, text="So.", issued_by="the authors", by=None, at=LATER)
    assert names(LATER) == set()
