"""A manuscript laid over a draft: compared first, then taken as one new version; nothing that no file holds is lost."""

import json
from typing import Any
from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import QueryDict
from django.test import Client

from articles.models import Article, LedgerEntry
from articles.states import Act
from desk.history.sentences import sentence
from desk.laid_over.laying import LAYS, Laying
from desk.models import BroughtText, Buffer
from desk.pages import DeskPage
from desk.versions.laid_bodies import as_in_a_file, laid_body
from prose.html.clean import clean_html
from prose.html.figures import Figure
from prose.html.text import plain_text
from tests.articles.pieces import change
from tests.conftest import NOW
from tests.desk.laid_over.files import came_back, choices_of, laid
from tests.desk.pages import text_of
from tests.desk.sharing.links import made, opened, typed
from tests.factories import ArticleFactory, AuthorFactory, BylineFactory, published, saved
from tests.picture_factories import PictureFactory
from tests.prose.soup import random_bodies

pytestmark = pytest.mark.django_db

FIRST = "<p>Paper comes with the tide.</p>"
LAST = "<p>It goes out again, with everything.</p>"


def piece_of(editor: User) -> tuple[Article, str]:
    """A saved piece with everything that no file holds, and the markup of its picture."""
    linked = published(at=NOW).article
    caption = "<figcaption>Quay</figcaption>"
    picture = f'<figure data-picture="{PictureFactory().uuid}"><img alt="Cranes.">{caption}</figure>'
    body = clean_html(
        '<p class="drop-cap">Paper comes with the tide.</p>'
        f'<p>Read <a href="piece:{linked.uuid}">more</a><span data-footnote="">A note.</span> here.</p>'
        f'{picture}<hr><aside data-embed="vimeo:12345678"><p>A film</p><p>Ships.</p></aside>{LAST}'
    )
    article = ArticleFactory(headline="Tides of paper", dek="A dek.", body=body)
    BylineFactory(article=article, author__display_name="Ida Quay", bio="She counts ships.")
    saved(article, by=editor, at=NOW)
    return article, picture


def test_the_authors_version_joins_what_the_desk_changed_since_and_keeps_what_no_file_holds(
    desk: Any, eve: Client, editor: User
) -> None:
    article, picture = piece_of(editor)
    first = article.revisions.get()
    AuthorFactory(display_name="Bo Ferry")
    sent = came_back(
        first,
        ("with everything", "with all we had"),
        ("Quay</fig", "Quays</fig"),
        headline="Tides of ink",
        bylines=("By Ida Quay and Bo Ferry",),
    )
    saved(
        change(article, body=first.content["body"].replace("with the tide", "with each tide"), dek="Ours."),
        at=NOW,
    )
    address, page = laid(eve, article, sent)
    told = text_of(page)
    assert "It was made from version 1, as the file itself says" in told
    assert "second.docx, laid over version 2" in told
    choices = choices_of(page)
    assert choices["take"] == ["", "headline", "body", "bylines"]
    assert "<ins>each" not in page.content.decode()  # the desk's own change is none of the file's

    answer = eve.post(address, choices | {"take": ["", "headline", "body", "bylines"]})
    assert answer.status_code == 302, text_of(answer)
    article.refresh_from_db()
    assert (article.headline, article.dek) == ("Tides of ink", "Ours.")
    body = article.body
    assert body == first.content["body"].replace("with the tide", "with each tide").replace(
        "with everything", "with all we had"
    ).replace("Quay</fig", "Quays</fig")
    assert 'class="drop-cap"' in body
    assert picture.replace("Quay</fig", "Quays</fig") in body
    names = [str(row) for row in article.bylines.all()]
    assert names == ["Ida Quay", "Bo Ferry"]
    assert article.bylines.first().bio == "She counts ships."
    newest = article.revisions.first()
    assert (newest.number, newest.label, newest.saved_by) == (3, "Manuscript “second.docx”", editor)
    entry = LedgerEntry.objects.filter(article=article, act=Act.SAVE_DRAFT).first()
    assert sentence(entry) == "Saved version 3, with headline, text and bylines of “second.docx”"

    again = eve.post(address, choices, follow=True)
    assert "in version 3. There is no second one." in text_of(again)
    assert article.revisions.count() == 3
    assert "says nothing that version 3 does not say" in text_of(eve.get(address))


def test_where_both_changed_a_passage_the_editor_chooses_and_an_unticked_part_stays(
    desk: Any, eve: Client, editor: User
) -> None:
    article, _ = piece_of(editor)
    first = article.revisions.get()
    old = first.content["body"]
    sent = came_back(first, ("out again", "down again"), ("Quay</fig", "Quays</fig"), headline="Tides of ink")
    ours = old.replace("out again", "off again").replace("Quay</fig", "Pier</fig")
    saved(change(article, body=ours, headline="Tides of rags"), at=NOW)
    address, page = laid(eve, article, sent)
    assert "Changed by both, and differently" in text_of(page)
    assert "The desk has changed it too since version 1" in text_of(page)
    assert "Picture</span>: <del>Quay</del><ins>Pier</ins>" in page.content.decode()
    choices = choices_of(page)
    Buffer.objects.create(article=article, person=User.objects.create(username="otto"), typed={}, kept_at=NOW)
    eve.post(address, choices | {"take": ["", "body"], "passage-0": "draft", "passage-1": "draft"})
    article.refresh_from_db()
    assert (article.headline, "off again" in article.body) == ("Tides of rags", True)
    assert article.revisions.count() == 2  # the draft's words stay: there is nothing to save
    eve.post(address, choices | {"take": ["", "body"], "passage-0": "file"})
    article.refresh_from_db()
    assert ("down again" in article.body, "Quays</fig" in article.body) == (True, True)
    assert Buffer.objects.count() == 1


def test_a_page_that_is_behind_takes_nothing_and_a_text_without_a_mark_says_what_nobody_knows(
    desk: Any, eve: Client, editor: User
) -> None:
    article, _ = piece_of(editor)
    address, page = laid(eve, article, "Tides of ink\n\nPaper comes late.\n\nIt never goes.\n")
    assert "does not say from which version it was made" in text_of(page)
    choices = choices_of(page)
    nothing = eve.post(address, choices | {"take": ""})
    assert "no part was chosen" in text_of(nothing)
    saved(change(article, dek="Changed meanwhile."), by=editor, at=NOW)
    behind = eve.post(address, choices)
    assert "Version 2 was saved by" in text_of(behind)
    assert article.revisions.count() == 2
    eve.post(address, choices_of(behind))
    article.refresh_from_db()
    assert article.headline == "Tides of ink"
    assert (
        article.body.count("<figure") == article.body.count("<hr>") == article.body.count("data-embed") == 1
    )
    assert "from which version" not in text_of(eve.get(f"{address}?from=1"))


def test_a_live_piece_gets_a_draft_and_readers_see_nothing_of_it(
    desk: Any, eve: Client, client: Client
) -> None:
    article = published(at=NOW).article
    page_path = article.editions.get().permalink.path
    before = client.get(page_path).content
    address, page = laid(eve, article, "Other words\n\nAltogether other words of its author.\n")
    assert eve.post(address, choices_of(page)).status_code == 302
    assert article.revisions.count() == 2
    assert client.get(page_path).content == before


def test_what_cannot_be_read_or_saved_loses_nothing(
    desk: Any, eve: Client, ada: Client, editor: User
) -> None:
    article, _ = piece_of(editor)
    where = DeskPage.LAY_OVER.address(article.pk)
    bad = eve.post(where, {"file": SimpleUploadedFile("draft.docx", b"PK\x03\x04 broken")})
    assert "damaged or is not a Word file" in text_of(bad)
    assert "Paste a text or choose a file" in text_of(eve.post(where, {"text": ""}))
    address, page = laid(eve, article, f"{'Long ' * 80}\n\nWords of the text.\n")
    assert ada.get(address).status_code == 404
    refused = eve.post(address, choices_of(page) | {"take": ["", "headline", "body"]})
    if refused.status_code == 200:  # the form, with its error
        assert "Words of the text." in refused.content.decode()
    assert article.revisions.count() <= 2


def test_a_file_that_came_by_a_link_is_laid_over_with_one_press_and_says_who_sent_it(
    desk: Any, eve: Client, editor: User
) -> None:
    article, _ = piece_of(editor)
    reader, page = opened(made(eve, article))
    sent = came_back(article.revisions.get(), dek="The author’s own dek.")
    reader.post(page, typed(reader.get(page), "file", file=SimpleUploadedFile("mine.docx", sent)))
    file = article.shared_links.get().files.get()
    assert "Compared with" not in text_of(eve.get(DeskPage.SHARING.address(article.pk)))
    answer = eve.post(DeskPage.SHARING.address(article.pk), {"lay": file.pk}, follow=True)
    assert "mine.docx, sent back by Ida Quay on" in text_of(answer)
    address = answer.redirect_chain[-1][0]
    eve.post(address, choices_of(answer))
    entry = LedgerEntry.objects.filter(article=article, act=Act.SAVE_DRAFT).first()
    assert sentence(entry) == "Saved version 2, with dek of “mine.docx” from Ida Quay"
    assert BroughtText.objects.get().sent_back == file
    sharing = eve.get(DeskPage.SHARING.address(article.pk))
    assert "Compared with the draft by eve on" in text_of(sharing)
    assert "Taken of it: dek, in version 2, by eve on" in text_of(sharing)
    assert '<button type="submit" class="again" name="lay"' in sharing.content.decode()


def test_the_form_asks_for_the_file_first_and_a_picture_that_is_not_taken_is_named(
    desk: Any, eve: Client, editor: User
) -> None:
    article, picture = piece_of(editor)
    words = text_of(eve.get(DeskPage.LAY_OVER.address(article.pk)))
    assert words.index("The file") < words.index("or paste its text")
    assert "disclaimer and copyright line" not in words
    first = article.revisions.get()
    sent = came_back(first)
    saved(change(article, body=first.content["body"].replace(picture, "")), at=NOW)
    told = text_of(laid(eve, article, sent)[1])
    assert "1 picture that only the manuscript has is not taken" in told
    assert "“Quay”, after Read more" in told


def test_a_caption_that_the_desk_corrected_stays_unless_the_file_changes_it_too() -> None:
    ours, held = (f"{digit}f8fad5b-d9cb-469f-a165-70867728950e" for digit in "01")
    base = clean_html(f"<p>One.</p>{Figure(ours, alt='Cranes.', caption_html='The quay in 1920').html}")
    desk, file = base.replace("1920", "1930"), base.replace(ours, held).replace("One.", "One more.")
    for wrote, caption in (("1920", "1930"), ("1940", "1940")):
        sides = (file.replace("1920", wrote), desk, base)
        back = laid_body(*sides, addresses={}, pictures={held: f"{ours}.jpg"})
        assert back.html == desk.replace("One.", "One more.").replace("1930", caption)
        assert [plain_text(each.mine) for each in back.conflicts] == ["The quay in 1940"] * (wrote == "1940")
        if back.conflicts:  # both changed the same words: the editor chooses
            back = laid_body(*sides, addresses={}, pictures={held: f"{ours}.jpg"}, giving_way=back.conflicts)
            assert back.html == desk.replace("One.", "One more.")
    joined = laid_body(
        file.replace("The quay", "The old quay"), desk, base, addresses={}, pictures={held: f"{ours}.jpg"}
    )
    assert ("The old quay in 1930" in joined.html, joined.conflicts) == (True, ())


@pytest.mark.parametrize("tag", ["aside", "p"])
def test_a_heading_with_the_words_of_an_embed_stays(tag: str) -> None:
    embed = '<aside data-embed="vimeo:12345678"><p>A film</p></aside>'
    stored = clean_html(f"<h2>A film</h2><p>See it.</p>{embed}{LAST}")
    quotation = '<aside class="pull-quote"><p>A film</p></aside>' if tag == "aside" else "<p>A film</p>"
    for file in (stored.replace(embed, quotation), stored.replace(embed, "")):
        assert laid_body(file, stored, stored, addresses={}, pictures={}).html == stored


@pytest.mark.parametrize(
    "value",
    [
        {"text": 5},
        {"parts": 5},
        {"parts": [["body"]]},
        {"parts": ["\x00"]},
        {"keeps_draft": None},
        {"keeps_draft": [{}]},
        {"base": []},
        {"stance": {}},
        {"more": 1},
    ],
    ids=str,
)
def test_a_hidden_field_that_no_page_of_ours_wrote_is_none(value: dict[str, Any]) -> None:
    laying = Laying(str(uuid4()), ["body"], "1", "", ["passage-0"])
    post = QueryDict(mutable=True)
    post[LAYS] = laying.value
    assert Laying.carried_by(post) == laying
    post[LAYS] = json.dumps(json.loads(laying.value) | value)
    assert Laying.carried_by(post) is None
    post[LAYS] = "[" * 9_000
    assert Laying.carried_by(post) is None


def test_a_file_that_changes_nothing_changes_nothing() -> None:
    for body in random_bodies(5, 60):
        stored = clean_html(body)
        back = laid_body(as_in_a_file(stored, {}), stored, stored, addresses={}, pictures={})
        assert back.html == stored
        assert not back.conflicts
