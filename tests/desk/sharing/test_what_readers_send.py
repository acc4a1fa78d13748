"""What the readers of shared links send, and what the desk makes of it."""

import datetime as dt
import re

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, override_settings

from articles.models import Approval
from desk.models import SharedComment, SharedLink
from desk.pages import DeskPage
from intake.sources.from_word import read_word
from intake.sources.manuscript import as_html
from tests.articles.pieces import change
from tests.desk.pages import text_of
from tests.desk.sharing.links import made, opened, typed
from tests.factories import saved
from tests.intake.word_files import word_file_of


def test_a_reader_comments_proposes_and_signs_off_and_the_desk_takes_the_proposal(
    piece, eve, editor, at, now
):
    reader, page = opened(made(eve, piece))
    shown = reader.get(page)
    for fields in (
        {"words": "Good.\x00 <b>Bold</b>\u202e"},
        {"quoted_words": "Paper comes in with", "wording": "Paper drifts in with"},
        {"place": "headline", "wording": "Tides of ink"},
        {"quoted_words": "It goes out again.", "words": "Does it?"},
    ):
        assert reader.post(page, typed(shown, "comment", **fields)).status_code == 302
    html = shown.content.decode()
    text_hash = re.search(r'name="text" value="(\w+)"', html)[1]
    assert reader.post(page, typed(shown, "sign_off", text=text_hash, words="Yes.")).status_code == 302
    assert "signed off this exact text" in reader.get(page).content.decode()
    whole, proposal, headline, comment = SharedComment.objects.order_by("id")
    assert whole.words == "Good. <b>Bold</b>"
    assert (proposal.block, comment.block, headline.part) == (0, 1, "headline")

    form = eve.get(f"/admin/articles/article/{piece.pk}/change/").content.decode()
    assert "Ida Quay signed off this exact text on" in form
    assert "four comments to look at" in form
    assert "signed off on" in text_of(eve.get("/admin/"))
    assert ", and changed since" not in text_of(eve.get("/admin/"))
    publishing = text_of(eve.get(DeskPage.ACT.address(piece.pk, "publish")))
    assert "Four comments to look at. See them" in publishing
    sharing = DeskPage.SHARING.address(piece.pk)
    listed = eve.get(sharing).content.decode()
    assert "&lt;b&gt;Bold&lt;/b&gt;" in listed
    eve.post(sharing, {"take": proposal.pk})
    eve.post(sharing, {"leave": headline.pk})
    eve.post(sharing, {"settle": whole.pk})
    piece.refresh_from_db()
    assert piece.body.startswith(
        '<p>Paper <em>drifts</em> in<span data-footnote="">A note.</span> with the tide.</p>'
    )
    assert piece.headline == "Tides of paper"
    newest = piece.revisions.first()
    assert (newest.number, newest.label, newest.saved_by) == (2, "Wording of Ida Quay taken", editor)
    assert not Approval.objects.counting_for(newest)
    assert "signed off on" in text_of(eve.get("/admin/"))
    assert ", and changed since" in text_of(eve.get("/admin/"))
    history = text_of(eve.get(f"/admin/articles/article/{piece.pk}/history/"))
    assert "Saved version 2: Wording of Ida Quay taken (read it), by eve" in history
    assert "does not count for this one" in reader.get(page).content.decode()
    form = eve.get(f"/admin/articles/article/{piece.pk}/change/").content.decode()
    assert "Ida Quay signed off version 1; changed since: text." in form
    publish = eve.get(DeskPage.ACT.address(piece.pk, "publish")).content.decode()
    assert "Ida Quay signed off version 1. This is another text." in publish
    history = eve.get(DeskPage.HISTORY.address(piece.pk)).content.decode()
    assert "Signed off version 1 through a shared link" in history
    assert "Shared the draft with Ida Quay" in history

    saved(change(piece, body="<p>All new.</p>"), at=at())
    assert "not in the newest version any more" in eve.get(sharing).content.decode()


def test_a_proposal_for_a_passage_that_is_gone_is_refused_with_a_sentence(piece, eve, at):
    reader, page = opened(made(eve, piece))
    reader.post(page, typed(reader.get(page), "comment", place="body-1", wording="It stays."))
    saved(change(piece, body="<p>All new.</p>"), at=at())
    comment = SharedComment.objects.get()
    answer = eve.post(DeskPage.SHARING.address(piece.pk), {"take": comment.pk}, follow=True)
    assert "Nothing was changed: take what you need by hand." in answer.content.decode()
    assert SharedComment.objects.get().outcome == ""
    assert piece.revisions.count() == 2


def test_what_cannot_be_kept_is_shown_again_with_a_sentence(piece, eve, at):
    reader, page = opened(made(eve, piece))
    shown = reader.get(page)

    def answer(what, **fields):
        got = reader.post(page, typed(shown, what, **fields))
        return got.status_code, got.content.decode()

    status, html = answer("comment", words="x" * 5_001)
    assert status == 200
    assert "5000" in html
    assert "x" * 5_001 in html
    assert "Write a comment" in answer("comment")[1]
    assert "do not stand together" in answer("comment", quoted_words="No such words", words="Hm.")[1]
    status, html = answer("sign_off", text="0" * 64)
    assert "Nothing was signed" in html
    status, html = answer("comment", words="Kept.", proof="0")
    assert status == 403
    assert "Kept." in html
    assert "Nothing was sent" in html
    assert answer("publish")[0] == 400
    with override_settings(SECRET_KEY="another"):
        assert reader.post(page, typed(shown, "comment", words="Kept.")).status_code == 403
        assert reader.post(page, typed(reader.get(page), "comment", words="Kept.")).status_code == 302
    SharedComment.objects.all().delete()
    link = SharedLink.objects.get()
    revision = piece.revisions.first()

    def already(count, hours_ago):
        sent_at = at() - dt.timedelta(hours=hours_ago)
        SharedComment.objects.bulk_create(
            SharedComment(link=link, revision=revision, at=sent_at, words="Again.") for _ in range(count)
        )

    already(60, 0.9)
    html = answer("comment", words="One more.")[1]
    assert "takes 60 comments an hour" in html
    assert "One more." in html
    SharedComment.objects.update(at=at() - dt.timedelta(hours=2))
    assert answer("comment", words="An hour later.")[0] == 302
    already(139, 2)
    assert "as much through this link as it takes" in answer("comment", words="More.")[1]


def test_a_reader_who_may_comment_takes_the_text_along_as_a_word_file(piece, eve, at):
    reader, page = opened(made(eve, piece))
    assert f'href="{page}word/"' in reader.get(page).content.decode()
    answer = reader.get(f"{page}word/")
    assert "tides-of-paper-version-1.docx" in answer.headers["Content-Disposition"]
    assert (answer.headers["Cache-Control"], SharedLink.objects.get().opened) == ("private, no-store", 1)
    reading = read_word(answer.content)
    assert reading.mark.startswith(f"{piece.uuid} version 1 ")
    assert "with the tide" in as_html(reading.blocks)
    assert Client().get(f"{page}word/").status_code == 404
    SharedLink.objects.update(may_comment=False)
    assert "word/" not in reader.get(page).content.decode()
    assert reader.get(f"{page}word/").status_code == 404


def test_a_link_that_is_asked_for_too_many_pages_rests_until_the_hour_is_over(piece, eve, at):
    address = made(eve, piece)
    reader, page = opened(address)
    shown = reader.get(page)
    assert SharedLink.objects.get().asked == 2
    SharedLink.objects.update(asked=300, asked_since=at() - dt.timedelta(minutes=10))
    for path in (page, f"{page}changes/", f"{page}word/", address):
        answer = reader.get(path)
        assert (answer.status_code, 2990 < int(answer.headers["Retry-After"]) <= 3001) == (429, True), path
    assert "asked for 300 pages within an hour. It opens again at" in answer.content.decode()
    assert reader.post(page, typed(shown, "comment", words="Taken all the same.")).status_code == 302
    refused = reader.post(page, {"what": "comment", "proof": "", "words": "Kept <in> sight."})
    assert (refused.status_code, "Kept &lt;in&gt; sight." in refused.content.decode()) == (429, True)
    assert "with the tide" not in refused.content.decode()
    SharedLink.objects.update(asked_since=at() - dt.timedelta(minutes=61))
    assert reader.get(page).status_code == 200
    assert reader.post(page, {"what": "comment", "proof": "", "words": "Again."}).status_code == 403
    assert SharedLink.objects.get().asked == 2


def test_an_author_sends_a_word_file_back_and_the_desk_reads_it_as_a_text(piece, eve, at):
    reader, page = opened(made(eve, piece))
    shown = reader.get(page)
    bad = SimpleUploadedFile("draft.doc", b"\xd0\xcf\x11\xe0")
    assert "no Word file" in reader.post(page, typed(shown, "file", file=bad)).content.decode()
    content = word_file_of("<w:p><w:r><w:t>Ink.</w:t></w:r></w:p>")
    for _ in range(2):
        answer = reader.post(page, typed(shown, "file", file=SimpleUploadedFile("draft.docx", content)))
    assert "this very file before" in answer.content.decode()
    sharing = DeskPage.SHARING.address(piece.pk)
    html = eve.get(sharing).content.decode()
    assert "Ida Quay</strong> sent" in html
    assert "draft.docx" in html
    number = re.search(r'name="read" value="(\d+)"', html)[1]
    assert eve.get(DeskPage.SENT_BACK.address(piece.pk, number)).content == content
    answer = eve.post(sharing, {"read": number})
    assert "/new-from-a-text/" in answer.headers["Location"]
