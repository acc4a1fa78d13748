"""People, outlets, topics, institutions and their words: found, added beside a piece, kept as they were printed."""

import datetime as dt
from typing import Any

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from articles.models import Topic
from authors.models import Appointment, Author
from disclaimers.models import HouseStyle, Institution, Kind, KindLabel, Wording
from outlets.models import Outlet, OutletAlias
from tests.browsers import logged_in
from tests.desk.pages import fields_of, text_of
from tests.factories import (
    AppointmentFactory,
    ArticleFactory,
    AuthorFactory,
    OutletFactory,
    PictureFactory,
    published,
)

pytestmark = pytest.mark.long

DESK_APPS = {"articles", "authors", "documents", "pictures", "outlets", "disclaimers"}


def picked(client: Client, term: str, model: str, field: str) -> list[str]:
    """What a picker on the article's form offers."""
    query = {"term": term, "app_label": "articles", "model_name": model, "field_name": field}
    return [row["text"] for row in client.get("/admin/autocomplete/", query).json()["results"]]


@pytest.mark.parametrize("term", ["hill", "the hill", "The Hill", "capitol paper"])
def test_an_outlet_is_found_by_name_article_and_other_names(term: str, eve: Client) -> None:
    hill = OutletFactory(name="Hill", article="The", article_rule="separable")
    OutletAlias.objects.create(outlet=hill, name="The Capitol Paper")
    OutletAlias.objects.create(outlet=hill, name="Hill, the")
    OutletFactory(name="Valley")
    assert picked(eve, term, "appearance", "outlet") == ["The Hill"]


@pytest.mark.parametrize("term", ["díaz", "ana", "Ana Díaz", "Díaz, Ana"])
def test_a_person_is_found_by_any_part_of_the_name(term: str, eve: Client) -> None:
    AuthorFactory(display_name="Ana Díaz", sort_name="Díaz, Ana")
    AuthorFactory(display_name="Bo Berg", sort_name="Berg, Bo")
    assert picked(eve, term, "byline", "author") == ["Ana Díaz"]


def test_every_list_and_every_form_of_the_desk_opens(
    administrator: User, as_user: Any, now: dt.datetime
) -> None:
    client = as_user(administrator)
    published(ArticleFactory(topics=["One"]), at=now)
    AppointmentFactory()
    OutletFactory()
    PictureFactory()
    for model, model_admin in admin.site._registry.items():
        if model._meta.app_label not in DESK_APPS:
            continue
        start = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        assert client.get(reverse(f"{start}_changelist"), {"q": "a"}).status_code == 200, model
        if model is not Appointment:  # added on the page of its person
            assert client.get(reverse(f"{start}_add")).status_code == 200, model
        for row in model._default_manager.all()[:1]:
            assert client.get(reverse(f"{start}_change", args=[row.pk])).status_code == 200, model
        assert not model_admin.list_editable
        assert model_admin.actions is None


def test_a_web_address_is_made_from_the_name_and_stays_unless_it_is_changed(eve: Client) -> None:
    OutletFactory(slug="lantern")
    add = reverse("admin:outlets_outlet_add")
    eve.post(add, fields_of(eve.get(add), "outlet_form") | {"name": "Lantern", "country": "DE"})
    outlet = Outlet.objects.get(name="Lantern")
    assert outlet.slug == "lantern-2"
    change = reverse("admin:outlets_outlet_change", args=[outlet.pk])
    form = fields_of(eve.get(change), "outlet_form")
    response = eve.post(change, form | {"name": "Lamp", "renaming": "slip"})
    assert response.status_code == 302, text_of(response)
    outlet.refresh_from_db()
    assert (outlet.name, outlet.slug) == ("Lamp", "lantern-2")
    eve.post(change, fields_of(eve.get(change), "outlet_form") | {"slug": "lamp"})
    outlet.refresh_from_db()
    assert outlet.slug == "lamp"


def test_a_person_added_with_a_name_alone_is_complete(eve: Client) -> None:
    add = reverse("admin:authors_author_add")
    form = fields_of(eve.get(add), "author_form")
    eve.post(add, form | {"display_name": "Zoë Ångström"})
    assert (Author.objects.get().slug, Author.objects.get().sort_name) == ("zoe-angstrom", "Ångström, Zoë")
    assert "user" not in form


def test_a_topic_can_be_renamed_and_keeps_its_address(eve: Client) -> None:
    topic = Topic.objects.create(name="Harbors")
    change = reverse("admin:articles_topic_change", args=[topic.pk])
    eve.post(change, fields_of(eve.get(change), "topic_form") | {"name": "Harbours"})
    topic.refresh_from_db()
    assert (topic.name, topic.slug) == ("Harbours", "harbors")


def test_an_outlet_with_an_article_and_no_rule_for_it_gets_the_usual_one_and_says_so(eve: Client) -> None:
    add = reverse("admin:outlets_outlet_add")
    typed = fields_of(eve.get(add), "outlet_form") | {"name": "Lantern", "article": "The"}
    response = eve.post(add, typed, follow=True)
    assert Outlet.objects.get(name="Lantern").article_rule == "separable"
    assert "How “The” prints was left open. It now is “Left out in labels" in text_of(response)


def test_an_article_typed_into_an_outlets_name_is_sent_to_its_own_field(eve: Client) -> None:
    """Else a house that prints "the Lantern" would print "The Lantern" inside its sentences."""
    add = reverse("admin:outlets_outlet_add")
    response = eve.post(add, fields_of(eve.get(add), "outlet_form") | {"name": "The Lantern"})
    assert "Name: “The” is its article: write it in its own field" in text_of(response)


def test_a_slot_nobody_knows_is_a_form_error(paul: Client, desk: Institution) -> None:
    style = HouseStyle.objects.get()
    change = reverse("admin:disclaimers_housestyle_change", args=[style.pk])
    response = paul.post(change, fields_of(paul.get(change), "housestyle_form") | {"dateline": "On {day}"})
    assert "is not known here" in text_of(response)


def test_a_code_is_written_once(paul: Client, desk: Institution) -> None:
    kind = Kind.objects.get()
    change = reverse("admin:disclaimers_kind_change", args=[kind.pk])
    assert "code" not in fields_of(paul.get(change), "kind_form")


def test_a_text_that_nobody_has_read_may_still_be_written(paul: Client, desk: Institution) -> None:
    wording = Wording.objects.get()
    change = reverse("admin:disclaimers_wording_change", args=[wording.pk])
    paul.post(change, fields_of(paul.get(change), "wording_form") | {"text": "Other words."})
    wording.refresh_from_db()
    assert wording.text == "Other words."


def test_a_text_that_readers_have_had_is_ended_never_rewritten(paul: Client, now: dt.datetime) -> None:
    published(at=now)
    wording = Wording.objects.get()
    before = wording.text
    for change, form in (
        (reverse("admin:disclaimers_wording_change", args=[wording.pk]), {"text": "Other words."}),
        (
            reverse("admin:disclaimers_disclaimer_change", args=[wording.disclaimer_id]),
            {"wordings-0-text": "Other words.", "wordings-0-in_force_from": "1990-01-01"},
        ),
    ):
        page = paul.get(change)
        name = "wording_form" if "/wording/" in change else "disclaimer_form"
        assert "Readers have had this text" in text_of(page)
        assert paul.post(change, fields_of(page, name)).status_code == 302
        refused = paul.post(change, fields_of(page, name) | form)  # from a form opened before it was printed
        assert "so it stays. You typed: “Other words.”" in text_of(refused)
        wording.refresh_from_db()
        assert (wording.text, wording.in_force_from) == (before, dt.date(2000, 1, 1))


def test_a_new_text_begins_where_the_old_one_ends(paul: Client, desk: Institution) -> None:
    old = Wording.objects.get()
    page = reverse("admin:disclaimers_wording_new_text", args=[old.pk])
    form = fields_of(paul.get(page), "act-form")
    assert form["text"] == [old.text]
    for day, said in (("2000-01-01", "choose a later day"), ("2031-02-30", "valid date")):
        assert said in text_of(paul.post(page, form | {"day": day, "text": "New words."}))
    assert "is not known here" in text_of(paul.post(page, form | {"day": "2031-01-01", "text": "{nobody}"}))
    old.refresh_from_db()
    assert old.in_force_until is None
    paul.post(page, form | {"day": "2031-01-01", "text": "New words."})
    old.refresh_from_db()
    new = Wording.objects.exclude(pk=old.pk).get()
    assert (old.in_force_until, new.in_force_from) == (dt.date(2031, 1, 1), dt.date(2031, 1, 1))
    assert (new.text, new.in_force_until) == ("New words.", None)


def test_only_those_who_keep_the_house_s_words_may_change_them(eve: Client, desk: Institution) -> None:
    wording = Wording.objects.get()
    assert eve.get(reverse("admin:disclaimers_wording_new_text", args=[wording.pk])).status_code == 403
    assert eve.get(reverse("admin:disclaimers_wording_change", args=[wording.pk])).status_code == 200
    assert eve.post(reverse("admin:disclaimers_wording_change", args=[wording.pk]), {}).status_code == 403


def test_a_label_that_readers_have_had_is_given_its_last_day_and_not_deleted(
    administrator: Any, desk: Any, now: Any
) -> None:
    kind = desk.default_kind
    printed = KindLabel.objects.create(kind=kind, language="en", label="Column")
    free = KindLabel.objects.create(kind=kind, language="de", label="Kolumne")
    published(at=now)
    client, page = logged_in(administrator), f"/admin/disclaimers/kind/{kind.pk}/change/"
    form = fields_of(client.get(page), "kind_form")
    for row in (0, 1):
        form[f"labels-{row}-DELETE"] = ["on"]
    for change in ({}, {f"labels-{row}-label": ["Written over"] for row in (0, 1)}):
        refused = text_of(client.post(page, form | change))
        assert "Readers have had “Column”: give it its last day, instead of deleting it." in refused
    assert "It is used" in text_of(client.post(f"/admin/disclaimers/kind/{kind.pk}/delete/", {"post": "yes"}))
    row = next(row for row in (0, 1) if form[f"labels-{row}-id"] == [str(printed.pk)])
    del form[f"labels-{row}-DELETE"]
    assert client.post(page, form).status_code == 302
    assert list(kind.labels.all()) == [printed]
    assert not KindLabel.objects.filter(pk=free.pk).exists()
