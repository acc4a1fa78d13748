"""The first-steps page leads an administrator from an empty desk to its first correct page."""

import datetime as dt
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client

from authors.models import Author
from desk.models import StepSetAside
from disclaimers.models import Disclaimer, HouseStyle, Institution, Kind, Wording
from tests.browsers import logged_in
from tests.desk.pages import Fields, fields_of, text_of
from tests.factories import ArticleFactory, BylineFactory, InstitutionFactory, published

STEPS = "/admin/first-steps/"
pytestmark = [pytest.mark.long, pytest.mark.django_db]


@pytest.fixture
def client() -> Client:
    """Of the administrator of a desk with nothing on it."""
    return logged_in(User.objects.create_superuser("ann", password="a long password"))


def send(client: Client, **typed: Any) -> Any:
    form: Fields = fields_of(client.get(STEPS), "steps_form")
    return client.post(STEPS, form | {name.replace("__", "-"): value for name, value in typed.items()})


def house(client: Client, **typed: Any) -> Any:
    facts = {
        "house__name": "Gower House",
        "types__labels": "Commentary\nOp-ed",
        "house__time_zone": "Europe/London",
    }
    return send(client, **{**facts, **typed})


def test_a_desk_from_nothing_says_what_is_to_be_done_and_what_each_step_is_for(client: Client) -> None:
    assert "6 of 6 are to be done: Your house, Content types" in text_of(client.get("/admin/"))
    words = text_of(client.get(STEPS))
    for said in ("There is no institution yet.", "© 2026 Gower House", "originally published in the Lantern"):
        assert said in words, said
    assert not {"code", "slot", "slug", "staff"} & set(words.lower().split())


def test_the_house_comes_with_its_content_types_and_all_that_programs_want(client: Client) -> None:
    assert house(client, types__labels="Commentary\nOp-ed\ncommentary").status_code == 302
    assert "Content types: Commentary, Op-ed." in text_of(client.get(STEPS))
    made = Institution.objects.get()
    assert (made.code, made.is_home, made.copyright_holder) == ("gower-house", True, "Gower House")
    assert (made.time_zone, made.default_language) == ("Europe/London", "en")
    assert list(Kind.objects.values_list("code", "label")) == [
        ("commentary", "Commentary"),
        ("op-ed", "Op-ed"),
    ]
    assert made.default_kind == Kind.objects.get(code="commentary")


def test_each_step_shows_what_is_missing_until_it_is_done(client: Client) -> None:
    house(client)
    assert "No text of the house is in force today." in text_of(client.get(STEPS))
    send(
        client,
        disclaimer__text="{kind} at Gower House gives its author’s views.",
        style__copyright_line="© {year} {holder}",
    )
    words = text_of(client.get(STEPS))
    assert "2 of 6 are to be done" in text_of(client.get("/admin/"))
    assert "No text of the house is in force today." not in words
    assert "Only administrators can log in." in words
    wording = Wording.objects.get()
    assert (wording.in_force_from, wording.language, wording.disclaimer.code) == (None, "en", "gower-house")
    assert HouseStyle.objects.get().phrases.get().text == "© {year} {holder}"


def test_a_person_and_their_account_are_made_together(client: Client) -> None:
    house(client)
    send(client, disclaimer__text="Views are its author’s.")
    asked = {"person__display_name": "Ida Quay", "person__title": "senior fellow", "account__username": "ida"}
    said = text_of(client.get(send(client, **asked, account__is_own="on")["Location"]))
    ida = Author.objects.get()
    assert (ida.slug, ida.sort_name, ida.appointments.get().title) == (
        "ida-quay",
        "Quay, Ida",
        "senior fellow",
    )
    account = User.objects.get(username="ida")
    assert (ida.user, account.is_staff, account.groups.get().name) == (account, True, "Editors")
    password = said.partition("first password is ")[2].partition(":")[0]
    assert account.check_password(password)
    assert "All is there." in said
    assert "are to be done" not in text_of(client.get("/admin/"))


def test_the_first_page_prints_what_the_steps_said(client: Client, now: dt.datetime, clock: Any) -> None:
    house(client)
    send(client, disclaimer__text="{kind} at Gower House gives its author’s views.",
         style__copyright_line="© {year} {holder}. {reservation}")  # fmt: skip
    send(client, person__display_name="Ida Quay", person__title="senior fellow")
    article = ArticleFactory(kind=Kind.objects.get(code="op-ed"))
    BylineFactory(article=article, author=Author.objects.get())
    printed = published(article, at=now).printed
    assert printed["copyright"] == "© 2026 Gower House. All rights reserved."
    assert [text["text"] for text in printed["wordings"]] == [
        "Op-ed at Gower House gives its author’s views."
    ]
    assert "senior fellow" in str(printed["bios"])


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"house__name": ""}, "This field is required."),
        ({"types__labels": " \n "}, "This field is required."),
        ({"types__labels": "x" * 81}, "is too long: 80 characters at most"),
        ({"house__errors_contact": "nobody"}, "Enter a valid email address."),
        ({"house__time_zone": "Mars/Base"}, "Select a valid choice"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost(
    typed: dict[str, str], said: str, client: Client
) -> None:
    refused = house(client, **typed)
    assert said in text_of(refused)
    assert not Institution.objects.exists()
    assert not Kind.objects.exists()
    kept = fields_of(refused, "steps_form")
    assert kept.get("house-name", [""]) == [typed.get("house__name", "Gower House")]


def test_a_text_with_unknown_braces_or_a_post_without_a_name_is_refused(client: Client) -> None:
    house(client)
    assert "“{sort}” is not known here" in text_of(send(client, disclaimer__text="{sort} speaks."))
    send(client, disclaimer__text="Views.")
    assert "write the post, or clear the day" in text_of(
        send(client, person__display_name="Ida Quay", person__since="2020-01-01")
    )
    assert "Another account has this name" in text_of(
        send(client, person__display_name="Ida Quay", account__username="ANN")
    )
    assert "too common" in text_of(
        send(client, person__display_name="Ida", account__username="ida", account__password="password")
    )
    assert not Author.objects.exists()


def test_a_step_that_is_not_needed_is_set_aside_and_taken_up_again(client: Client) -> None:
    house(client)
    send(client)  # the style, as it stands; the disclaimer is left empty
    assert HouseStyle.objects.exists()
    assert not Disclaimer.objects.exists()
    client.post(STEPS, {"aside": "disclaimer"})
    assert StepSetAside.objects.get().by.username == "ann"  # type: ignore[union-attr]
    assert "2 of 6 are to be done: The first person, The first account" in text_of(client.get("/admin/"))
    client.post(STEPS, {"again": "disclaimer"})
    assert "3 of 6 are to be done" in text_of(client.get("/admin/"))
    assert client.post(STEPS, {"aside": "nonsense"}).status_code == 302


def test_a_form_sent_twice_makes_one_house(client: Client) -> None:
    form = fields_of(client.get(STEPS), "steps_form")
    typed = form | {"house-name": "Gower House", "types-labels": "Commentary", "house-time_zone": "UTC"}
    client.post(STEPS, typed)
    client.post(STEPS, typed)
    assert Institution.objects.count() == 1
    assert Kind.objects.count() == 1


def test_a_desk_whose_institution_is_not_the_site_s_own_is_shown_the_way(client: Client) -> None:
    InstitutionFactory(is_home=False)
    words = text_of(client.get(STEPS))
    assert "No institution is marked as this site’s own" in words


def test_only_administrators_have_first_steps(paul: Client, desk: Institution) -> None:
    assert paul.get(STEPS).status_code == 403
    assert "to be done" not in text_of(paul.get("/admin/"))


@pytest.mark.parametrize(
    "address", ["/admin/articles/article/add/", "/admin/articles/article/new-from-a-text/"]
)
def test_whoever_wants_to_write_before_there_is_a_house_is_told_what_comes_first(
    address: str, client: Client
) -> None:
    shown = client.get(address, follow=True)
    assert shown.redirect_chain == [(STEPS, 302)]
    assert "say first which there are" in text_of(shown)
    eve = User.objects.create_user("eve", password="a long password", is_staff=True)
    eve.groups.add(Group.objects.get(name="Editors"))
    assert "An administrator makes them" in text_of(logged_in(eve).get(address, follow=True))
