"""An outlet's form: examples of what will print, rows that agree with each other, found by any of its names."""

import datetime as dt
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.urls import reverse

from outlets.models import FormerName, Outlet, StandingPermission
from tests.desk.pages import fields_of, row, rows, text_of
from tests.factories import FormerNameFactory, OutletFactory, StandingPermissionFactory

pytestmark = [pytest.mark.long, pytest.mark.django_db]


@pytest.fixture
def eve(editor: User) -> Client:
    client = Client()
    client.force_login(editor)
    return client


def change(outlet: Outlet) -> str:
    return reverse("admin:outlets_outlet_change", args=[outlet.pk])


def save(client: Client, outlet: Outlet, **typed: Any) -> Any:
    form = fields_of(client.get(change(outlet)), "outlet_form") | {"_continue": "Save"}
    return client.post(change(outlet), form | typed)


def former_rows(*facts: dict[str, str]) -> dict[str, str]:
    sent = rows("former_names", len(facts))
    for number, fact in enumerate(facts):
        sent |= row("former_names", number, **{"article_rule": "none", "id": "", **fact})
    return sent


def found(client: Client, term: str) -> list[str]:
    page = client.get(reverse("admin:outlets_outlet_changelist"), {"q": term})
    return [outlet.name for outlet in page.context_data["cl"].result_list]


def offered(client: Client, term: str) -> list[str]:
    query = {"term": term, "app_label": "articles", "model_name": "appearance", "field_name": "outlet"}
    return [one["text"] for one in client.get("/admin/autocomplete/", query).json()["results"]]


@pytest.mark.parametrize(
    "term",
    ["hill", "the hill", "The Hill", "beacon", "the beacon", "Morning Beacon", "丘", "capitol", "a capitol"],
)
def test_list_and_picker_find_an_outlet_by_any_name_with_or_without_an_article(
    term: str, eve: Client
) -> None:
    hill = OutletFactory(name="Hill", native_name="丘")
    FormerNameFactory(outlet=hill, name="Morning Beacon")
    hill.aliases.create(name="Capitol Paper")
    OutletFactory(name="Valley", article="A")
    assert found(eve, term) == ["Hill"]
    assert offered(eve, term) == ["The Hill"]


def test_a_search_with_an_article_the_outlet_lacks_still_finds_it(eve: Client) -> None:
    OutletFactory(name="Hill")
    OutletFactory(name="Radio Quay", article="", article_rule="none")
    assert found(eve, "the radio quay") == ["Radio Quay"]
    assert found(eve, "the") == ["Hill"]


def test_a_former_name_is_found_by_an_article_that_no_outlet_has_today(eve: Client) -> None:
    FormerNameFactory(
        outlet__name="Quay News", outlet__article="", outlet__article_rule="none", name="Beacon"
    )
    assert found(eve, "the beacon") == ["Quay News"]


@pytest.mark.parametrize("term", ["l'avenir", "L’Avenir", "avenir"])
def test_an_elided_article_is_found_with_either_apostrophe(term: str, eve: Client) -> None:
    OutletFactory(name="Avenir", article="L’", article_rule="foreign")
    assert found(eve, term) == ["Avenir"]


def test_list_and_picker_sort_without_the_article(eve: Client) -> None:
    for name, article in (("Hill", "The"), ("Barron", ""), ("Atlantic Tides", "The")):
        OutletFactory(name=name, article=article, article_rule="separable" if article else "none")
    assert found(eve, "") == ["Atlantic Tides", "Barron", "Hill"]
    assert offered(eve, "") == ["The Atlantic Tides", "Barron", "The Hill"]


def test_the_form_shows_how_the_saved_name_prints(eve: Client) -> None:
    outlet = OutletFactory(name="Hill", descriptor="the Capitol daily", gloss="High Ground", type="site")
    FormerNameFactory(outlet=outlet, name="Beacon", until_on=dt.date(2014, 5, 1))
    page = text_of(eve.get(change(outlet)))
    for said in (
        "As a label: Hill",
        "where the house lowers the article: … published on the Hill.",
        "where the house keeps the outlet’s styling: … published on The Hill.",
        "At a sentence’s start: The Hill …",
        "With what it is or means: … published on the Capitol daily Hill (High Ground).",
        "ran there until 1 May 2014: … published on the Beacon.",
    ):
        assert said in page, page


def test_a_name_that_prints_alike_in_both_houses_is_shown_once(eve: Client) -> None:
    outlet = OutletFactory(name="Hague Tidings", article="The", article_rule="inseparable")
    page = text_of(eve.get(change(outlet)))
    assert "In a sentence: … published in The Hague Tidings." in page
    assert "where the house lowers" not in page
    assert "With what it is" not in page


def test_the_examples_are_text_and_no_markup(eve: Client) -> None:
    outlet = OutletFactory(name="<b>Hill</b>")
    assert "<q>&lt;b&gt;Hill&lt;/b&gt;</q>" in eve.get(change(outlet)).content.decode()


def test_a_new_outlet_has_no_examples_yet(eve: Client) -> None:
    assert "How it prints" not in text_of(eve.get(reverse("admin:outlets_outlet_add")))


def test_former_names_are_kept_with_the_outlet(eve: Client) -> None:
    outlet = OutletFactory()
    sent = former_rows(
        {"name": "Beacon", "from_on": "", "until_on": "2009-06-03"},
        {"name": "Torch", "from_on": "2009-06-03", "until_on": "2014-05-01"},
    )
    response = save(eve, outlet, **sent)
    assert response.status_code == 302, text_of(response)
    assert [former.name for former in outlet.former_names.all()] == ["Torch", "Beacon"]


@pytest.mark.parametrize(
    ("second", "said"),
    [
        ({"from_on": "", "until_on": "2001-01-01"}, "On some of these days it was called Beacon"),
        ({"from_on": "2008-01-01", "until_on": "2010-01-01"}, "On some of these days it was called Beacon"),
        ({"from_on": "2010-01-01", "until_on": "2010-01-01"}, "must end after it begins"),
        ({"from_on": "2010-01-01", "until_on": "2009-12-31"}, "must end after it begins"),
        ({"from_on": "2010-01-01", "until_on": ""}, "This field is required"),
        ({"from_on": "0999-01-01", "until_on": "0999-02-01"}, "year 999 cannot be right"),
        (
            {"from_on": "2010-01-01", "until_on": "2011-01-01", "article_rule": "foreign"},
            "write the article, or choose “None” there",
        ),
        ({"from_on": "never", "until_on": "\x00"}, "valid date"),
    ],
)
def test_names_that_contradict_each_other_come_back_with_what_was_typed(
    second: dict[str, str], said: str, eve: Client
) -> None:
    outlet = OutletFactory()
    first = {"name": "Beacon", "from_on": "", "until_on": "2009-06-03"}
    response = save(eve, outlet, **former_rows(first, {"name": "Torch", **second}))
    assert response.status_code == 200
    assert said in text_of(response)
    assert 'value="Torch"' in response.content.decode()
    assert not FormerName.objects.exists()


def test_the_day_on_which_two_names_change_places_can_be_moved(eve: Client) -> None:
    outlet = OutletFactory()
    moved = dt.date(2009, 6, 3)
    FormerNameFactory(outlet=outlet, name="Beacon", until_on=moved)
    FormerNameFactory(outlet=outlet, name="Torch", from_on=moved, until_on=dt.date(2014, 5, 1))
    sent = {"former_names-0-from_on": "2008-01-01", "former_names-1-until_on": "2008-01-01"}
    response = save(eve, outlet, **sent)
    assert response.status_code == 302, text_of(response)
    connection.check_constraints()
    assert outlet.naming.on(dt.date(2008, 1, 1)).name == "Torch"


def test_a_name_that_gives_way_to_another_leaves_no_overlap(eve: Client) -> None:
    former = FormerNameFactory(name="Beacon")
    sent = former_rows({}, {"name": "Torch", "until_on": "2010-01-01"})
    del sent["former_names-0-article_rule"], sent["former_names-0-id"]
    response = save(eve, former.outlet, **sent, **{"former_names-0-DELETE": "on"})
    assert response.status_code == 302, text_of(response)
    connection.check_constraints()
    assert [former.name for former in former.outlet.former_names.all()] == ["Torch"]


def test_a_name_that_someone_else_added_meanwhile_is_seen(eve: Client) -> None:
    outlet = OutletFactory()
    form = fields_of(eve.get(change(outlet)), "outlet_form")
    FormerNameFactory(outlet=outlet, name="Beacon")
    response = eve.post(change(outlet), form | former_rows({"name": "Torch", "until_on": "2010-01-01"}))
    assert "On some of these days it was called The Beacon" in text_of(response)


def test_an_alias_may_not_be_repeated(eve: Client) -> None:
    outlet = OutletFactory()
    sent = rows("aliases", 2) | row("aliases", 0, name="Lamp") | row("aliases", 1, name="LAMP")
    response = save(eve, outlet, **sent)
    assert "stands here twice" in text_of(response)


PERMISSION = {
    "granted_by": "Ola Wick", "granted_on": "2024-03-03", "mode": "full", "evidence": "Mail of 3 March 2024",
    "search_policy": "index", "from_on": "2024-03-03", "edits_allowed": "on",
}  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"mode": "excerpt"}, "Say how many words may be shown"),
        ({"excerpt_words": "150"}, "Only an excerpt has a number of words"),
        ({"mode": "excerpt", "excerpt_words": "-5"}, "greater than or equal to"),
        ({"mode": "excerpt", "excerpt_words": "9" * 30}, "less than or equal to"),
        ({"until_on": "2024-03-03"}, "must end after it begins"),
        ({"valid_days": "0"}, "greater than or equal to 1"),
        ({"evidence": ""}, "This field is required"),
        ({"granted_on": "2024-02-30"}, "valid date"),
    ],
)
def test_a_permission_that_makes_no_sense_is_a_sentence(
    typed: dict[str, str], said: str, eve: Client
) -> None:
    outlet = OutletFactory()
    sent = rows("standing_permissions", 1) | row("standing_permissions", 0, **PERMISSION | typed)
    response = save(eve, outlet, **sent)
    assert response.status_code == 200
    assert said in text_of(response)
    assert not StandingPermission.objects.exists()


def test_a_permission_is_kept_with_the_outlet_and_ended_not_deleted(eve: Client) -> None:
    outlet = OutletFactory()
    sent = rows("standing_permissions", 1) | row("standing_permissions", 0, **PERMISSION)
    assert save(eve, outlet, **sent).status_code == 302
    assert StandingPermission.objects.in_force(dt.date(2026, 1, 1)).get().outlet == outlet
    assert "standing_permissions-0-DELETE" not in fields_of(eve.get(change(outlet)), "outlet_form")


def test_only_those_who_keep_outlets_see_what_they_allow(author_user: User) -> None:
    permission = StandingPermissionFactory()
    client = Client()
    client.force_login(author_user)
    page = text_of(client.get(change(permission.outlet)))
    assert "As a label" in page
    assert "Ola Wick" not in page
