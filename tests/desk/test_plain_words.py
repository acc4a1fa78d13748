"""The desk's forms speak an editor's words, propose what a program wants, and refuse with sentences."""

import datetime as dt
import re
from typing import Any

import pytest
from django.contrib import admin
from django.contrib.auth.models import Permission, User
from django.db import models
from django.test import Client
from django.urls import reverse
from lxml import html

from desk.admin import ADMINS
from disclaimers.models import Disclaimer, HouseStyle, Institution, Kind, Licence, StandingNotice, Wording
from reading.site import load_site
from tests.browsers import logged_in
from tests.desk.pages import fields_of, rows, text_of
from tests.desk.programmers_words import programmers_words
from tests.factories import (
    ArticleFactory,
    AuthorFactory,
    InstitutionFactory,
    LicenceFactory,
    OutletFactory,
    published,
)


def _address(model: type[models.Model], page: str, *args: Any) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args)


STORED = re.compile(
    r"\b[A-Z][a-z]+/[A-Z][A-Za-z_]+|\b(?:True|False|None)\b|[{}\[\]]|\b[a-z]+_[a-z]+|\b[a-z]{2}-[A-Z]{2}\b"
)
"""Keys and values as programs write them: Europe/Berlin, True, {…}, full_text, en-GB."""


@pytest.mark.long
def test_no_page_of_the_admin_has_a_word_of_a_programmer(administrator: User) -> None:
    """Lists, forms empty and filled, forms sent empty, histories, deleting, and the pages of parts and passwords."""
    client = logged_in(administrator)
    OutletFactory()
    AuthorFactory()
    found = {}
    for address in ["/admin/", "/admin/password_change/", "/admin/password_change/done/", *_pages_of_parts()]:
        found[address] = programmers_words(text_of(client.get(address)))
    for model in ADMINS:
        first = model._default_manager.first()
        of_one = (
            [_address(model, page, first.pk) for page in ("change", "history", "delete")] if first else []
        )
        for address in [_address(model, "changelist"), _address(model, "add"), *of_one]:
            page = client.get(address)
            if page.status_code == 200:
                found[address] = programmers_words(text_of(page))
        sent = client.post(_address(model, "add"), {})
        if sent.status_code == 200:
            found[f"{model.__name__}, sent empty"] = programmers_words(text_of(sent))
    found["password"] = programmers_words(
        text_of(client.get(f"/admin/auth/user/{administrator.pk}/password/"))
    )
    assert not "\n".join(f"{address}: {words}" for address, words in found.items() if words)


def test_whoever_may_only_look_at_a_record_reads_words_and_no_stored_keys(desk: Institution) -> None:
    looker = User.objects.create_user("look", is_staff=True)
    views = Permission.objects.filter(codename__startswith="view_")
    looker.user_permissions.set(views)
    client, found = logged_in(looker), {}
    for record in (desk, OutletFactory(), AuthorFactory(), LicenceFactory(), *Kind.objects.all()):
        page = client.get(_address(type(record), "change", record.pk))
        found[str(record)] = STORED.findall(text_of(page).replace("setup_desk", ""))  # a command's name
    assert not {name: keys for name, keys in found.items() if keys}


def _pages_of_parts() -> list[str]:
    return [reverse("admin:app_list", args=[part]) for part in {model._meta.app_label for model in ADMINS}]


def test_every_refusal_of_a_form_is_a_sentence_and_no_constraint_s_name() -> None:
    edited = [*ADMINS, *(inline.model for cls in ADMINS.values() for inline in cls.inlines)]
    # The form of a piece sees to the first three; no form writes the fourth.
    named = (
        "one_authors_answer_is_theirs_alone",
        "an_unknown_year_is_not_stored",
        "originals_are_of_one_day",
        "a_corrected_slip_is_one_of_a_wording",
    )
    for model in edited:
        for constraint in model._meta.constraints:
            said = str(constraint.violation_error_message) % {"name": constraint.name}
            assert "is violated" not in said or constraint.name in named, (model, constraint.name)


@pytest.mark.parametrize(
    ("model", "typed", "code"),
    [
        (Institution, {"name": "Gower House", "time_zone": "Europe/London"}, "gower-house"),
        (Kind, {"label": "Expert comment"}, "expert-comment"),
        (Kind, {"label": "解説"}, ""),
        (Licence, {"name": "CC BY-ND", "version": "4.0"}, "cc-by-nd-4-0"),
    ],
)
def test_a_code_is_proposed(model: Any, typed: dict[str, str], code: str, administrator: User) -> None:
    client, add = logged_in(administrator), _address(model, "add")
    form = fields_of(client.get(add), f"{model._meta.model_name}_form")
    response = client.post(add, form | typed)
    assert response.status_code == 302, text_of(response)
    made = model.objects.order_by("-pk")[0].code
    assert made == code or (not code and made)
    again = client.post(add, form | typed | ({"version": "5"} if "version" in typed else {}))
    assert again.status_code == 302
    assert model.objects.order_by("-pk")[0].code not in ("", made)


def test_a_text_may_hold_always_and_is_printed_on_a_piece_of_any_day(
    paul: Client, desk: Institution, now: dt.datetime
) -> None:
    Wording.objects.all().delete()
    Disclaimer.objects.all().delete()
    add = _address(Disclaimer, "add")
    form = fields_of(paul.get(add), "disclaimer_form") | rows("wordings", 1)
    row = {"text": "We take no side.", "language": "en"}
    typed = {"institution": str(desk.pk), **{f"wordings-0-{name}": value for name, value in row.items()}}
    response = paul.post(add, form | typed)
    assert response.status_code == 302, text_of(response)
    assert Disclaimer.objects.get().code == "harbour"
    assert "always" in text_of(paul.get(_address(Wording, "changelist")))
    old = ArticleFactory(is_archive=True, first_published_on=dt.date(1961, 3, 1))
    edition = published(old, at=now)
    assert [wording["text"] for wording in edition.printed["wordings"]] == ["We take no side."]
    reasons = text_of(paul.get(reverse("admin:articles_article_effective", args=[old.pk]), follow=True))
    assert "in force from" not in reasons


def test_a_text_that_holds_always_leaves_no_day_to_another(desk: Institution, paul: Client) -> None:
    wording = Wording.objects.get()
    change = _address(Wording, "change", wording.pk)
    form = fields_of(paul.get(change), "wording_form") | {"in_force_from": ""}
    assert paul.post(change, form).status_code == 302
    second = fields_of(paul.get(_address(Wording, "add")), "wording_form") | {
        "disclaimer": str(wording.disclaimer_id), "text": "Others.", "in_force_from": "1990-01-01",
    }  # fmt: skip
    said = text_of(paul.post(_address(Wording, "add"), second))
    assert "Another text of this disclaimer is in force on some of these days." in said


def test_a_notice_may_be_shown_at_once(desk: Institution, now: dt.datetime) -> None:
    notice = StandingNotice(institution=desk, text="This site moves.", shown_until=dt.date(2027, 1, 1))
    notice.full_clean()
    notice.save()
    (shown,) = load_site(now).notices
    assert shown.is_on_page("en", is_archive=False, on=dt.date(1900, 1, 1))
    assert not shown.is_on_page("en", is_archive=False, on=dt.date(2027, 1, 1))


@pytest.mark.parametrize(
    ("model", "typed", "said"),
    [
        (HouseStyle, {"language": "en"}, "has a house style in this language on some of these days already"),
        (Institution, {"name": "Second", "is_home": "on", "time_zone": "UTC"}, "is another one already"),
    ],
)
def test_a_second_one_is_refused_with_a_sentence_that_names_the_field(
    model: Any, typed: dict[str, str], said: str, administrator: User, desk: Institution
) -> None:
    client, add = logged_in(administrator), _address(model, "add")
    form = fields_of(client.get(add), f"{model._meta.model_name}_form")
    extra = {"institution": str(desk.pk)} if model is HouseStyle else {}
    refused = client.post(add, form | typed | extra)
    assert said in text_of(refused)


def test_every_field_that_is_proposed_can_be_left_empty(administrator: User) -> None:
    client = logged_in(administrator)
    for model in (Institution, Kind, Disclaimer, Licence):
        page = html.fromstring(client.get(_address(model, "add")).content.decode())
        assert not page.xpath("//input[@name='code' and @required]"), model
    assert admin.site.is_registered(Institution)
    InstitutionFactory()
