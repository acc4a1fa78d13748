"""The second step of "New from a text": errors lead to their fields, two sends make one piece, the trash is named."""

import threading
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core import signing
from django.db import connection
from django.test import Client
from lxml import html

from articles import acts
from articles.models import Article
from desk.new_from_a_text.second_step import NOT_CARRIED, SALT
from disclaimers.models import Institution
from tests.desk.pages import act_page, text_of
from tests.factories import AppointmentFactory, InstitutionFactory, KindFactory
from tests.intake.test_new_from_a_text import PAGE, TEXT, fields_of, made, read

pytestmark = pytest.mark.long

Fields = dict[str, Any]


@pytest.mark.django_db
def test_every_error_is_listed_with_a_link_to_its_field(eve: Client) -> None:
    wrong = {
        "piece-headline": "x" * 401,
        "people-0-role": "wizard",
        "places-0-url": "javascript:alert(1)",
        "places-1-published_on": "tomorrow",
    }
    page = html.fromstring(eve.post(PAGE, fields_of(read(eve)) | wrong).content.decode())
    (summary,) = page.xpath("//section[@class='error-summary']")
    links = summary.xpath(".//a")
    assert [link.get("href").removeprefix("#id_") for link in links] == list(wrong)
    assert [link.text_content() for link in links][1:3] == [
        "Person 1, Credited as",
        "Place 1, Address of the piece there",
    ]
    for link in links:
        assert page.xpath("//*[@id=$name]", name=link.get("href")[1:])
    assert not Article.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("is_signed", [False, True])
def test_a_step_that_another_desk_signed_gives_back_what_was_typed_in_it(
    is_signed: bool, eve: Client
) -> None:
    carried = signing.dumps({"of": "an older desk"}, salt=SALT) if is_signed else "not signed"
    typed = fields_of(read(eve)) | {"carried": carried, "piece-headline": "Typed in this step"}
    page = eve.post(PAGE, typed)
    by_script = eve.post(PAGE, typed, headers={"Sent-By": "script"})
    assert (page.status_code, by_script.status_code) == (400, 400)
    assert f"{NOT_CARRIED} Nothing has been saved." in text_of(page)
    assert "Typed in this step" in text_of(page)
    assert by_script.json()["sentence"].startswith(NOT_CARRIED)


@pytest.mark.django_db(transaction=True)
def test_two_equal_posts_at_the_same_moment_make_one_piece(editor: User) -> None:
    clients = [Client(), Client()]
    for client in clients:
        client.force_login(editor)
    fields = fields_of(read(clients[0]))
    gate, answers = threading.Barrier(2), ["", ""]

    def send(number: int) -> None:
        try:
            gate.wait()
            answers[number] = clients[number].post(PAGE, fields).headers.get("Location", "")
        finally:
            connection.close()

    threads = [threading.Thread(target=send, args=(number,)) for number in (0, 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    piece = Article.objects.get()
    assert answers == [f"/admin/articles/article/{piece.pk}/change/"] * 2
    assert piece.revisions.count() == 1


@pytest.mark.django_db
def test_a_text_whose_piece_is_in_the_trash_says_so_and_leads_to_putting_it_back(
    eve: Client, editor: User, now: Any
) -> None:
    piece = made(eve, read(eve))
    acts.spike(piece, by=editor, at=now)
    answer = eve.post(PAGE, {"text": TEXT})
    assert "on the desk already, in the trash" in text_of(answer)
    links = html.fromstring(answer.content.decode()).xpath("//*[@class='errornote']//a/@href")
    assert links[-1] == act_page(piece, "unspike")
    alike = read(eve, f"{TEXT} ")
    assert "This looks like" not in text_of(alike)


@pytest.mark.django_db
def test_a_text_that_names_no_house_is_one_of_the_house_and_language_of_who_brings_it(
    ada: Client, eve: Client, author_user: User, desk: Institution
) -> None:
    essay = KindFactory(code="essay")
    mill = InstitutionFactory(short_name="Mill", default_language="de", default_kind=essay)
    AppointmentFactory(author__user=author_user, institution=mill, organisation="")

    def begins(client: Client, text: str) -> tuple[str, ...]:
        form = fields_of(read(client, text))
        return tuple(form[f"piece-{name}"] for name in ("institution", "kind", "language"))

    short = "Ein Hafen\n\nKurz."
    assert begins(ada, short) == (str(mill.pk), str(essay.pk), "de")
    assert begins(eve, short) == (str(desk.pk), str(desk.default_kind_id), "en")
