"""What was changed in another window since a form was opened: a save undoes none of it by itself."""

import uuid

from django.contrib.auth.models import User
from django.test import Client
from lxml import html

from authors.models import Author
from disclaimers.models import HouseMember, Institution
from pictures.models import Clearance
from tests.desk.pages import fields_of, text_of
from tests.desk.pictures.test_picture_page import form_of, page_of
from tests.factories import ArticleFactory, AuthorFactory, InstitutionFactory, PictureFactory


def test_a_correction_of_the_credit_does_not_undo_a_withdrawal_in_another_window(eve: Client) -> None:
    picture = PictureFactory(credit="Ida Qay")
    form = form_of(eve, picture)
    Clearance.objects.update(state="withdrawn")
    assert eve.post(page_of(picture), form | {"credit": "Ida Quay"}).status_code == 302
    picture.refresh_from_db()
    assert (picture.credit, Clearance.objects.get().state) == ("Ida Quay", "withdrawn")


def test_a_permission_changed_in_two_windows_is_refused_with_what_it_is_now(eve: Client) -> None:
    picture = PictureFactory()
    form = form_of(eve, picture)
    Clearance.objects.update(state="withdrawn")
    answer = eve.post(page_of(picture), form | {"clearances-0-evidence": "Mail of 1 March"})
    assert "it is now “Withdrawn”" in text_of(answer)
    assert "Mail of 1 March" in answer.content.decode()
    assert Clearance.objects.get().state == "withdrawn"


def test_a_permission_deleted_in_another_window_is_named_and_comes_back_only_by_a_second_save(
    eve: Client,
) -> None:
    picture = PictureFactory()
    picture.clearances.create(state="granted", evidence="Mail of 2 March")
    form = form_of(eve, picture)
    picture.clearances.earliest("pk").delete()
    typed = {"clearances-0-terms": "Once.", "clearances-1-terms": "Twice.", "credit": "Ida Quay"}
    shown_first = {
        "initial-clearances-0-terms": "",
        "initial-clearances-1-terms": "",
    }  # a browser sends these too
    answer = eve.post(page_of(picture), form | typed | shown_first)
    assert "This was deleted since the page was opened." in text_of(answer)
    again = fields_of(answer, "picture_form")
    shown = {key: again[key] for key in ("clearances-0-terms", "clearances-1-terms", "credit")}
    assert shown == {
        "clearances-0-terms": ["Twice."],
        "clearances-1-terms": ["Once."],
        "credit": ["Ida Quay"],
    }
    assert [row.terms for row in picture.clearances.all()] == [""]
    assert eve.post(page_of(picture), again).status_code == 302
    assert [row.terms for row in picture.clearances.all()] == ["Twice.", "Once."]


def test_a_permission_for_a_piece_that_is_gone_does_not_become_one_for_all(eve: Client) -> None:
    picture, gone = PictureFactory(), uuid.uuid4()
    Clearance.objects.update(only_for=gone)
    form = form_of(eve, picture)
    assert eve.post(page_of(picture), form | {"clearances-0-terms": "Once."}).status_code == 302
    assert (Clearance.objects.get().only_for, Clearance.objects.get().terms) == (gone, "Once.")


def test_a_biography_saved_late_does_not_bring_back_a_portrait(eve: Client) -> None:
    author = AuthorFactory(portrait=PictureFactory())
    page = f"/admin/authors/author/{author.pk}/change/"
    form = fields_of(eve.get(page), "author_form")
    Author.objects.update(portrait=None)
    assert eve.post(page, form | {"biography": "Writes."}).status_code == 302
    author.refresh_from_db()
    assert author.portrait is None


def test_a_text_takes_no_picture_of_a_house_that_the_account_does_not_work_for(
    eve: Client, editor: User, desk: Institution
) -> None:
    theirs = PictureFactory(institution=InstitutionFactory())
    HouseMember.objects.create(user=editor, institution=desk)
    piece = ArticleFactory(institution=desk, body="<p>Words.</p>")
    page = f"/admin/articles/article/{piece.pk}/change/"
    form = fields_of(eve.get(page), "article_form")
    figure = f'<p>Words.</p><figure data-picture="{theirs.uuid}"><img alt="x"></figure>'
    assert "belongs to a house" in text_of(eve.post(page, form | {"body": figure}))
    ArticleFactory._meta.model.objects.filter(pk=piece.pk).update(body=figure)
    form = fields_of(eve.get(page), "article_form")
    assert eve.post(page, form).status_code == 302, "what stood there stays"


def test_a_name_with_nul_is_no_file_of_the_library(eve: Client) -> None:
    name = PictureFactory().files.get().name
    assert eve.get(f"/admin/pictures/picture/file/{name}%00/480.jpeg").status_code == 404


def test_what_a_form_remembers_unseen_is_described_by_nothing(eve: Client) -> None:
    page = html.fromstring(eve.get(page_of(PictureFactory())).content.decode())
    remembered = page.xpath("//input[@type='hidden'][starts-with(@name, 'initial-clearances-')]")
    assert remembered
    assert [field.get("name") for field in remembered if field.get("aria-describedby")] == []
