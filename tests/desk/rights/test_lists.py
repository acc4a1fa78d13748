"""Permissions that need an editor: the four lists, the filter of all pieces, their budgets; and the log of reprints."""

import datetime as dt
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles import acts
from articles.models import Appearance, Reprint
from articles.rights.rule import SETTLED
from desk.rights.lists import LISTS, SOON_DAYS, in_list
from desk.rights.record import permission_of
from tests.desk.pages import fields_of, text_of
from tests.desk.pieces.test_list import listed
from tests.factories import (
    AppearanceFactory,
    ArticleFactory,
    AuthorFactory,
    BylineFactory,
    OutletFactory,
    saved,
)
from tests.kept import kept

pytestmark = pytest.mark.long

LIST = "/admin/articles/article/"
PAGE = f"{LIST}permissions/"


def place(headline: str, rights: Any, **facts: Any) -> Appearance:
    made: Appearance = AppearanceFactory(article__headline=headline, rights=rights, **facts)
    return made


def day(days: int) -> dt.date:
    return timezone.now().date() + dt.timedelta(days=days)


@kept
def pieces(desk: Any) -> dict[str, set[str]]:
    """Pieces by headline; which list each belongs to."""
    changed, stayed = OutletFactory(terms="A week."), OutletFactory(terms="A month.")
    place("full", {})
    place("also there", False, relation="also")
    place("quoted", False, expert_role="quoted")
    place("never asked", False)
    place("asked", {"state": "requested"})
    place("refused", {"state": "refused"})
    place("ran out", {"valid_until": day(-1), "granted_on": day(-9)})
    place("ends soon", {"valid_until": day(SOON_DAYS - 1)})
    place("ends later", {"valid_until": day(SOON_DAYS + 2)})
    place("ended licence", {"state": "not_needed", "valid_until": day(3)})
    place("other terms", {"outlet_terms": "A month."}, outlet=changed)
    place("same terms", {"outlet_terms": "A month."}, outlet=stayed)
    place("old", False, article__is_archive=True)
    place("unknown", {"state": "unknown"})
    for moved in (place("moved", {}), place("old and moved", {"state": "refused"}, article__is_archive=True)):
        Appearance.objects.filter(pk=moved.pk).update(outlet=OutletFactory())
    return {
        "missing": {"never asked", "asked", "refused", "ran out", "moved", "old and moved"},
        "ending": {"ends soon"},
        "terms": {"other terms"},
        "unknown": {"old", "unknown"},
    }


def test_each_list_holds_the_places_that_need_an_editor_and_no_others(pieces: dict[str, set[str]]) -> None:
    for name in LISTS:
        matching = in_list(name, Appearance.objects.all(), timezone.now())
        assert {row.article.headline for row in matching.select_related("article")} == pieces[name], name
    assert not in_list("x", Appearance.objects.all(), timezone.now()).exists()


def test_what_is_held_back_is_what_the_press_would_hold_back(pieces: dict[str, set[str]]) -> None:
    """The list's own query and the rule that decides what is printed agree about every piece."""
    at = timezone.now()
    held = in_list("missing", Appearance.objects.all(), at).values_list("pk", flat=True)
    for appearance in Appearance.objects.select_related("article__institution"):
        permission = permission_of(appearance, at)
        is_missing = permission is not None and permission.state not in SETTLED
        assert (appearance.pk in set(held)) == is_missing, appearance.article


def test_the_page_leads_to_each_permission(eve: Client, pieces: dict[str, set[str]]) -> None:
    page = eve.get(PAGE)
    words, address = text_of(page), page.content.decode()
    for name, title in LISTS.items():
        section = words.partition(title)[2]
        for headline in pieces[name]:
            assert headline in section, (name, headline)
    assert "same terms" not in words
    for row in Appearance.objects.filter(article__headline__in=pieces["missing"]):
        assert reverse("admin:articles_article_rights", args=[row.article_id, row.key]) in address


def test_the_list_of_pieces_narrows_to_each(eve: Client, pieces: dict[str, set[str]]) -> None:
    for name, headlines in pieces.items():
        assert set(listed(eve.get(LIST, {"permission": name}))) == headlines
    assert len(listed(eve.get(LIST, {"permission": "\x00"}))) == Appearance.objects.count()


def test_the_page_says_what_readers_get_of_a_piece_that_is_held_back(
    eve: Client, now: dt.datetime, desk: Any
) -> None:
    held = place("never asked", False).article
    acts.publish(held, revision=saved(held, at=now), by=None, at=now, without_text=True)
    place("asked", {"state": "requested"})
    words = text_of(eve.get(PAGE))
    assert "to be asked for; readers get headline and dek, without the text" in words
    assert "asked for; not before readers" in words


def test_the_page_and_the_filter_take_few_queries_whatever_their_length(
    eve: Client, desk: Any, django_assert_max_num_queries: Any
) -> None:
    outlet = OutletFactory()
    for _ in range(60):
        AppearanceFactory(rights=False, outlet=outlet)
    with django_assert_max_num_queries(12):
        page = eve.get(PAGE)
    assert "All of these in the list of pieces" in text_of(page)
    with django_assert_max_num_queries(18):
        assert len(listed(eve.get(LIST, {"permission": "missing"}))) == 50


def test_my_desk_and_the_list_lead_to_the_page(eve: Client, ada: Client) -> None:
    for address in ("/admin/", LIST):
        assert f'href="{PAGE}"' in eve.get(address).content.decode()
    assert f'href="{PAGE}"' not in ada.get("/admin/").content.decode()


def test_authors_find_only_their_own_pieces_there(
    ada: Client, author_user: Any, stranger: Any, as_user: Any, desk: Any
) -> None:
    place("Somebody else’s", False)
    own = place("Mine", False).article
    BylineFactory(article=own, author=AuthorFactory(user=author_user))
    words = text_of(ada.get(PAGE))
    assert "Mine" in words
    assert "Somebody else’s" not in words
    assert as_user(stranger).get(PAGE).status_code == 403


REPRINT = "/admin/articles/reprint/add/"


def test_who_printed_a_piece_of_ours_is_noted_and_found_again(eve: Client, desk: Any) -> None:
    article, outlet = ArticleFactory(headline="Tides of paper"), OutletFactory(name="Gull")
    form = fields_of(eve.get(REPRINT), "reprint_form") | {
        "article": article.pk, "outlet": outlet.pk, "url": "https://gull.example/tides",
        "reprinted_on": "2026-02-03", "note": "By mail.",
    }  # fmt: skip
    assert eve.post(REPRINT, form).status_code == 302
    assert Reprint.objects.get().outlet == outlet
    words = text_of(eve.get("/admin/articles/reprint/", {"q": "gull"}))
    assert "Tides of paper" in words
    assert "The Gull" in words


@pytest.mark.parametrize("outlet_name", ["", "Gull"])
def test_a_reprint_names_its_outlet_once(outlet_name: str, eve: Client, desk: Any) -> None:
    both = {"outlet": OutletFactory().pk} if outlet_name else {}
    form = fields_of(eve.get(REPRINT), "reprint_form") | {"article": ArticleFactory().pk, "note": "By mail."}
    response = eve.post(REPRINT, form | both | {"outlet_name": outlet_name})
    assert "Choose an outlet or write its name, one of the two." in text_of(response)
    assert fields_of(response, "reprint_form")["note"] == ["By mail."]


def test_authors_keep_no_log_of_reprints(ada: Client) -> None:
    assert ada.get(REPRINT).status_code == 403
