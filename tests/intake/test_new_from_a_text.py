""" "New from a text" in the admin: read, look, correct, make; nothing unasked, nothing lost."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from lxml import html

from articles.models.article import Article, IntakeSource
from articles.models.ledger import LedgerEntry
from articles.models.revision import Revision
from authors.models import Author
from outlets.models import Outlet
from tests.factories import ArticleFactory, AuthorFactory, OutletFactory, saved
from tests.intake.harbour import BODY, page
from tests.intake.word_files import word_file_of

PAGE = "/admin/articles/article/new-from-a-text/"
TEXT = page(
    "Who Pays for the Pier?",
    "A pier is a promise.",
    "published by\nThe Gull Gazette\non June 11, 2020",
    "By Mats Holm",
    *BODY,
    "This article was originally published in the Gull Gazette.",
    "Ambassador Mats Holm is a visiting fellow at the Tidal College.",
)
pytestmark = [pytest.mark.long, pytest.mark.django_db]


@pytest.fixture
def eve(editor):
    client = Client()
    client.force_login(editor)
    return client


def fields_of(response):
    """What a browser without scripts would send from the page's form."""
    (form,) = html.fromstring(response.content.decode()).xpath("//div[@id='content-main']//form")
    return {name: value.removeprefix("\n") for name, value in form.form_values() if name != "file"}


def text_of(response):
    return " ".join(html.fromstring(response.content.decode()).text_content().split())


def read(client, text=TEXT):
    response = client.post(PAGE, {"text": text})
    assert response.status_code == 200
    return response


def made(client, response, **changes):
    """The article made when the page is confirmed with some fields changed."""
    fields = fields_of(response) | {name.replace("__", "-"): value for name, value in changes.items()}
    answer = client.post(PAGE, {name: value for name, value in fields.items() if value is not None})
    assert answer.status_code == 302, text_of(answer)
    article = Article.objects.latest("id")
    assert answer["Location"] == f"/admin/articles/article/{article.pk}/change/"
    return article


def test_reading_makes_nothing_and_shows_every_thing_with_its_line(eve):
    page = read(eve)
    shown = text_of(page)
    assert fields_of(page)["places-0-work"] == "", "the text says nothing of an excerpt"
    for words in (
        "line 1",
        "line 3",
        "line 6",
        "“Gull Gazette” is no outlet of this desk",
        "Mats Holm is no author",
    ):
        assert words in shown
    assert not Article.objects.exists()
    assert not Author.objects.exists()


def test_a_confirmed_text_is_a_draft_with_the_records_asked_for_and_no_others(eve, editor):
    article = made(eve, read(eve), people__0__make="on")
    (byline,) = article.bylines.all()
    assert byline.author.display_name == "Mats Holm"
    assert byline.author.courtesy == "Ambassador"
    assert byline.bio.startswith("Ambassador Mats Holm is")
    assert not Outlet.objects.exists()
    (ran,) = article.appearances.all()
    assert (ran.outlet_name, ran.published_on) == ("The Gull Gazette", dt.date(2020, 6, 11))
    assert article.body.count("<p>") == len(BODY)
    assert Revision.objects.get().saved_by == editor
    assert LedgerEntry.objects.get().act == "save_draft"
    assert IntakeSource.objects.get().report["headline"]["value"] == article.headline


def test_a_new_outlet_takes_its_article_from_the_text(eve):
    made(eve, read(eve), places__0__make="on", places__0__site="https://gull.example")
    outlet = Outlet.objects.get()
    assert (outlet.name, outlet.article, outlet.article_rule) == ("Gull Gazette", "The", "separable")
    assert (outlet.url, outlet.slug) == ("https://gull.example", "gull-gazette")
    assert Article.objects.get().appearances.get().outlet == outlet


def test_people_and_outlets_can_be_matched_corrected_or_left_out(eve):
    author, outlet = AuthorFactory(), OutletFactory()
    first = made(
        eve, read(eve), people__0__author=author.pk, places__0__outlet=outlet.pk, people__0__make="on"
    )
    assert first.bylines.get().author == author
    assert first.appearances.get().outlet == outlet
    second = made(eve, read(eve, TEXT + " "), people__0__name="Matts Holm", places__0__leave_out="on")
    assert second.bylines.get().name == "Matts Holm"
    here = {"people__0__author": author.pk, "people__0__prints_name": "on", "places__0__leave_out": "on"}
    third = made(eve, read(eve, TEXT + "  "), **here).bylines.get()
    assert (third.author, third.name) == (author, "Mats Holm")
    assert not second.appearances.exists()
    assert Author.objects.count() == Outlet.objects.count() == 1


def test_what_was_not_recognised_can_be_added_on_the_same_page(eve):
    author = AuthorFactory()
    response = read(eve, page("Who Pays?", *BODY))
    article = made(
        eve, response, people__0__author=author.pk, people__0__bio="Ida sails.", places__0__name="Gull"
    )
    assert (article.bylines.get().author, article.bylines.get().bio) == (author, "Ida sails.")
    assert article.appearances.get().outlet_name == "Gull"


def test_a_piece_of_the_old_site_is_marked_so(eve):
    article = made(eve, read(eve), piece__is_archive="on", piece__first_published_on="2019-03-01")
    assert article.is_archive
    assert article.first_published_on == dt.date(2019, 3, 1)


def test_a_disclaimer_is_kept_in_the_choice_of_words(eve):
    said = "Commentary here speaks for itself, not for Harbor."
    response = read(eve, page("Who Pays?", "By Ida Quay", *BODY, said))
    assert "“Harbor.” instead of “Harbour.”" in text_of(response)
    (pin,) = made(eve, response).pinned_wordings.all()
    assert (pin.own_text, pin.wording is not None) == (said, True)
    response = read(eve, page("Who Pays?!", "By Ida Quay", *BODY, said))
    (pin,) = made(eve, response, disclaimers__0__choice="known").pinned_wordings.all()
    assert pin.own_text == ""
    response = read(eve, page("Who Pays?!!", "By Ida Quay", *BODY, said))
    assert not made(eve, response, disclaimers__0__choice="rule").pinned_wordings.exists()


@pytest.mark.parametrize(
    "changes",
    [
        {"piece-headline": "x" * 401},
        {"piece-kind": "999"},
        {"piece-first_published_on": "2019-02-30"},
        {"places-0-url": "javascript:alert(1)"},
        {"places-0-site": "https://user:word@gull.example"},
        {"places-0-url": "https://gull.example/" + "x" * 6000},
        {"places-0-published_on": "tomorrow"},
        {"people-0-make": "on", "people-0-name": ""},
        {"people-0-name": "", "people-0-bio": "Whose?"},
        {"people-0-role": "wizard"},
        {"disclaimers-TOTAL_FORMS": "none"},
    ],
    ids=lambda changes: next(iter(changes)) + str(next(iter(changes.values())))[:12],
)
def test_a_mistake_is_shown_beside_its_field_and_nothing_typed_is_lost(eve, changes):
    typed = fields_of(read(eve)) | {"piece-dek": "Typed a second ago", "places-1-name": "Typed too"} | changes
    answer = eve.post(PAGE, typed)
    assert answer.status_code == 200
    assert html.fromstring(answer.content.decode()).xpath(
        "//*[contains(@class, 'errorlist') or @class='errornote']"
    )
    again = fields_of(answer)
    lost = {name for name, value in typed.items() if again.get(name, "") != value}
    assert lost <= {
        "carried",
        "csrfmiddlewaretoken",
        "disclaimers-TOTAL_FORMS",
        "piece-kind",
        "people-0-role",
    }
    assert not Article.objects.exists()
    assert not Author.objects.exists()
    assert not Outlet.objects.exists()


@pytest.mark.parametrize("text", ["", " \n", "\x00\x01\x02", "\x0c", "x" * 400_001, "<p></p>"], ids=repr)
def test_bad_input_gives_the_same_page_with_a_sentence_and_the_text_kept(eve, text):
    answer = eve.post(PAGE, {"text": text})
    assert answer.status_code == 200
    assert html.fromstring(answer.content.decode()).xpath(
        "//*[contains(@class, 'errornote') or contains(@class, 'errorlist')]"
    )
    kept = fields_of(answer)["text"].replace("\r\n", "\n")
    assert kept == text.replace("\x00", "�").replace("\x0c", "\x0c") or "\x00" in text or "\x0c" in text
    assert not Article.objects.exists()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", b""),
        ("a.txt", bytes(900)),
        ("a.pdf", b"%PDF"),
        ("a.docx", b"PK\x03\x04"),
        ("a.docx", b"text"),
    ],
)
def test_a_bad_file_gives_the_same_page_with_a_sentence(eve, name, content):
    answer = eve.post(PAGE, {"text": "", "file": SimpleUploadedFile(name, content)})
    assert answer.status_code == 200
    assert html.fromstring(answer.content.decode()).xpath("//*[contains(@class, 'errornote')]")


def test_an_odd_text_gives_a_sentence_and_loses_nothing_typed(eve, monkeypatch):
    monkeypatch.setattr("intake.recognition.source.read_pasted", lambda text: 1 / 0)
    answer = eve.post(PAGE, {"text": TEXT})
    assert answer.status_code == 200
    assert "cannot read yet" in text_of(answer)
    assert fields_of(answer)["text"].replace("\r\n", "\n") == TEXT


def test_a_text_and_a_file_at_once_are_asked_about(eve):
    answer = eve.post(PAGE, {"text": "One", "file": SimpleUploadedFile("a.txt", b"Two")})
    assert "Leave one of the two empty" in text_of(answer)
    assert fields_of(answer)["text"] == "One"


def test_a_word_file_is_read_as_its_text_would_be(eve):
    answer = eve.post(PAGE, {"text": "", "file": SimpleUploadedFile("a.docx", word_file_of(TEXT))})
    article = made(eve, answer)
    assert article.headline == "Who Pays for the Pier?"
    assert IntakeSource.objects.get().file_name == "a.docx"


def test_the_same_text_again_leads_to_the_piece_and_makes_no_second(eve):
    article = made(eve, read(eve))
    answer = eve.post(PAGE, {"text": TEXT})
    assert "on the desk already" in text_of(answer)
    assert f"/admin/articles/article/{article.pk}/change/" in answer.content.decode()
    assert Article.objects.count() == 1


def test_a_page_confirmed_twice_makes_one_piece(eve):
    fields = fields_of(read(eve))
    assert eve.post(PAGE, fields).status_code == 302
    again = eve.post(PAGE, fields)
    assert again.url == f"/admin/articles/article/{Article.objects.get().pk}/change/"
    changed = eve.post(PAGE, fields | {"piece-headline": "Another"})
    assert fields_of(changed)["piece-headline"] == "Another"
    assert html.fromstring(changed.content.decode()).xpath("//p[@class='errornote']/a")
    assert Article.objects.count() == 1


def test_a_known_headline_is_pointed_out(eve, now):
    known = ArticleFactory(headline="Who pays for the pier")
    saved(known, at=now)
    response = read(eve)
    assert "This looks like" in text_of(response)
    assert f"/admin/articles/article/{known.pk}/change/" in response.content.decode()


def test_what_travels_with_the_form_cannot_be_forged(eve):
    fields = fields_of(read(eve))
    fields["carried"] = fields["carried"][:-3] + "abc"
    answer = eve.post(PAGE, fields)
    assert "Paste the text once more" in text_of(answer)
    assert not Article.objects.exists()


def test_an_author_brings_in_their_own_piece_but_makes_no_records(author_user):
    ada = Client()
    ada.force_login(author_user)
    response = read(ada)
    assert not html.fromstring(response.content.decode()).xpath(
        "//input[@type='checkbox' and contains(@name, '-make')]"
    )
    article = made(ada, response, people__0__make="on", places__0__make="on")
    assert article.bylines.get().name == "Mats Holm"
    assert not Author.objects.exists()
    assert not Outlet.objects.exists()


def test_strangers_are_not_let_in(client, stranger):
    assert client.get(PAGE).status_code == 302
    client.force_login(stranger)
    assert client.get(PAGE).status_code == 403


def test_markup_in_a_text_is_never_markup_on_the_page(eve):
    text = page(
        "<script>alert(1)</script> & Who Pays?",
        "By <b>Mats</b> Holm",
        "]]> </textarea><script>x()</script>",
        *BODY,
    )
    content = read(eve, text).content.decode()
    assert "<script>alert(1)" not in content
    assert "<script>x()" not in content
    assert "</textarea><script" not in content
