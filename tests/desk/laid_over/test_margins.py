"""Tracked changes and comments of an author's file: accepted, refused, or kept beside the text, each for one press."""

import re
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from articles.models import Article
from desk.models import SharedComment
from desk.pages import DeskPage
from tests.conftest import NOW
from tests.desk.laid_over.files import choices_of, laid
from tests.desk.pages import text_of
from tests.desk.sharing.links import made, opened, typed
from tests.factories import ArticleFactory, saved
from tests.intake.test_new_from_a_text import PAGE, fields_of
from tests.intake.word_files import notes, paragraph, run, styles, word_file
from tests.intake.word_margins import comments_part, deleted, inserted, with_comments

pytestmark = pytest.mark.django_db

BO = "Bo Ferry"
BODY = "<p>Paper comes in with the tide.</p><p>It goes out again.</p><p>Nobody counts it at all.</p>"
SECOND = (
    paragraph("Tides of paper", style="Title")
    + paragraph(inner=run("Paper ") + deleted("comes ") + inserted("drifts ") + run("in with the tide."))
    + paragraph(inner=run("It goes ") + with_comments(1, run("out")) + run(" again."))
    + paragraph(inner=run("Nobody counts it") + deleted(" at all", by=BO) + run("."))
    + f"<w:p><w:pPr><w:rPr>{inserted(by=BO)}</w:rPr></w:pPr>{inserted('Nobody asks either.', by=BO)}</w:p>"
    + paragraph(inner="<w:r/>")
)
FILE = word_file(
    SECOND, styles=styles(Title="Title"), **comments_part(c1="Out where?", c2="Old.", done=("c2",))
)
TAKEN = (
    "<p>Paper drifts in with the tide.</p><p>It goes out again.</p><p>Nobody counts it.</p>"
    "<p>Nobody asks either.</p>"
)


@pytest.fixture
def piece(desk: Any) -> Article:
    article = ArticleFactory(headline="Tides of paper", dek="", body=BODY)
    saved(article, at=NOW)
    return article


def test_an_authors_tracked_changes_and_comments_come_by_the_link_and_are_taken_one_by_one(
    piece: Article, eve: Client
) -> None:
    reader, page = opened(made(eve, piece))
    reader.post(page, typed(reader.get(page), "file", file=SimpleUploadedFile("second.docx", FILE)))
    sharing = DeskPage.SHARING.address(piece.pk)
    number = piece.shared_links.get().files.get().pk
    answer = eve.post(sharing, {"lay": number}, follow=True)
    told = text_of(answer)
    assert "These become 3 proposals on the page of links and comments" in told
    assert "It has 1 comment that nobody has settled there" in told
    assert "no version is saved" in told
    address, choices = answer.redirect_chain[-1][0], choices_of(answer)
    for _ in range(2):  # sent twice, they are there once
        assert eve.post(address, choices).headers["Location"] == sharing
    comment, tide, count, more = SharedComment.objects.order_by("id")
    assert piece.revisions.count() == 1
    assert (comment.whose, comment.words, comment.quoted, comment.block) == (
        "Ida Quay",
        "Out where?",
        "out",
        1,
    )
    assert [each.name for each in (tide, count, more)] == ["Ida Quay", "Bo Ferry", "Bo Ferry"]
    assert tide.dated == "2026-03-03T10:12"
    assert (count.quoted, count.wording, more.spans) == ("it at all.", "it.", 0)
    listed = eve.get(sharing)
    assert "in second.docx, dated 3 March 2026, 10:12 there" in text_of(listed)
    assert "<del>comes</del><ins>drifts</ins>" in listed.content.decode()
    assert "four comments to look at" in text_of(eve.get(f"/admin/articles/article/{piece.pk}/change/"))

    for proposal in (more, tide, count):
        eve.post(sharing, {"take": proposal.pk})
    eve.post(sharing, {"settle": comment.pk})
    piece.refresh_from_db()
    assert piece.body == TAKEN
    assert piece.revisions.first().label == "Wording of Bo Ferry taken"
    assert not SharedComment.objects.waiting().exists()

    shown = reader.get(page).content.decode()
    assert "The desk has read it" in shown
    compare = re.search(r'href="([^"]*\?file=\d+)"', shown)
    assert compare is not None
    assert "The two say the same" in reader.get(compare[1]).content.decode()
    assert reader.get(compare[1].replace(f"={number}", "=999")).status_code == 404


@pytest.mark.parametrize(("stance", "body"), [("accepted", TAKEN), ("refused", "<p>Other.</p>")])
def test_all_changes_are_accepted_or_refused_where_an_editor_says_so(
    stance: str, body: str, piece: Article, eve: Client, editor: User
) -> None:
    address, _ = laid(eve, piece, FILE)
    page = eve.get(f"{address}?changes={stance}")
    assert f"tracked changes {stance}: 5" in text_of(page)
    earlier = SharedComment.objects.create(
        revision=piece.revisions.get(), name=BO, file_name="first.docx", words="From before.", at=NOW
    )
    answer = eve.post(address, choices_of(page), follow=True)
    assert "Comments and proposals of the file to look at: 1." in text_of(answer)
    piece.refresh_from_db()
    assert piece.body == (TAKEN if stance == "accepted" else BODY)
    (comment,) = SharedComment.objects.exclude(pk=earlier.pk)
    assert (comment.is_proposal, comment.block, comment.revision) == (False, 1, piece.revisions.first())


def test_a_tracked_change_of_a_passage_that_the_desk_has_changed_since_proposes_nothing(
    piece: Article, eve: Client
) -> None:
    piece.body = BODY.replace("at all", "at the quay")
    piece.save()
    saved(piece, at=NOW)
    address, _ = laid(eve, piece, FILE)
    page = eve.get(f"{address}?from=1")
    assert "1 passage with tracked changes has been changed at the desk since" in text_of(page)
    eve.post(address, choices_of(page) | {"from": "1", "_take": "1"})
    comments = {
        comment.name: comment
        for comment in SharedComment.objects.filter(is_proposal=False, words__contains="file")
    }
    overtaken = comments[BO]
    assert overtaken.quoted == "Nobody counts it at the quay."
    assert "“Nobody counts it. Nobody asks either.”" in overtaken.words
    assert "“Nobody counts it at all.”" in overtaken.words
    quoted = SharedComment.objects.filter(is_proposal=True).values_list("quoted", flat=True)
    assert not [words for words in quoted if "quay" in words]


def test_a_file_whose_notes_alone_were_changed_asks_what_becomes_of_that(piece: Article, eve: Client) -> None:
    old = run("See there.")
    footnotes = notes("footnote", n2="See there.").replace(
        old, deleted("See there.") + inserted("Look here.")
    )
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    paragraphs = [paragraph("Tides of paper", style="Title"), paragraph(inner=run("Paper comes.") + mark)]
    file = word_file("".join(paragraphs), styles=styles(Title="Title"), footnotes=footnotes)
    address, page = laid(eve, piece, file)
    assert "This becomes 1 proposal on the page" in text_of(page)
    eve.post(address, choices_of(page) | {"take": ["", "body"]})
    piece.refresh_from_db()
    assert "See there." in piece.body
    assert "Look here." in SharedComment.objects.get().markup


@pytest.mark.parametrize("name", ["\u200b", "\u202eadI", "\u0958" * 120], ids=ascii)
def test_characters_that_no_page_shows_refuse_nothing_and_double_nothing(
    name: str, piece: Article, eve: Client
) -> None:
    paragraphs = (
        paragraph("Tides of paper", style="Title")
        + paragraph(inner=run("Paper ") + deleted("comes ", by=name) + run("in with the tide."))
        + paragraph(inner=run("It goes ") + with_comments(1, run("o\u00adut")) + run(" again."))
        + paragraph("Nobody counts it at all.")
    )
    margin = comments_part(by=name, c1="Out\u200b where?", c2="\u200b")
    address, page = laid(eve, piece, word_file(paragraphs, styles=styles(Title="Title"), **margin))
    choices = choices_of(page)
    for _ in range(2):
        assert eve.post(address, choices).status_code == 302
    comment, proposal = SharedComment.objects.order_by("id")
    assert (comment.words, comment.quoted, comment.block) == ("Out where?", "out", 1)
    assert comment.name == proposal.name
    assert comment.name.isprintable()


def test_a_new_piece_keeps_the_tracked_changes_of_its_file_as_proposals(desk: Any, eve: Client) -> None:
    page = eve.post(PAGE, {"file": SimpleUploadedFile("second.docx", FILE)})
    assert "Tracked changes of the text" in text_of(page)
    assert "Out where?" not in text_of(page)
    eve.post(PAGE, fields_of(page))
    article = Article.objects.get()
    assert article.body == BODY
    assert SharedComment.objects.filter(is_proposal=True).count() == 3
    answer = eve.post(DeskPage.SHARING.address(article.pk), {"take_all": "1"}, follow=True)
    assert "Taken: 3 proposals, in version 2." in text_of(answer)
    article.refresh_from_db()
    assert article.body == TAKEN
    assert "comment to look at" in text_of(eve.get("/admin/"))
