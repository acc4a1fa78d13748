"""The page of a place's permission: what it says and what each act does to the live page."""

import datetime as dt
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.models import Appearance, Edition, LedgerEntry, RightsRecord
from articles.states import RIGHTS_ACTS
from articles.timeline import load_timeline
from tests.conftest import NOW
from tests.desk.pages import change_page, fields_of, text_of
from tests.desk.rights.permission import GRANT, TODAY, address, mode_now, send
from tests.factories import (
    AppearanceFactory,
    AuthorFactory,
    BylineFactory,
    LicenceFactory,
    StandingPermissionFactory,
    saved,
)

pytestmark = pytest.mark.long


def test_the_row_of_a_place_says_how_its_permission_stands_and_leads_to_its_page(
    eve: Client, place: Appearance
) -> None:
    page = eve.get(change_page(place.article))
    assert (
        "The Lantern: permission to be asked for (only a link may be shown). Look after the permission"
        in text_of(page)
    )
    assert f'href="{address(place)}"' in page.content.decode()
    opened = text_of(eve.get(address(place)))
    assert "The Lantern: permission to be asked for" in opened
    assert "Thirty days after it ran." in opened


def test_a_trial_says_what_would_happen_and_changes_nothing(eve: Client, place: Appearance) -> None:
    before = (LedgerEntry.objects.count(), Edition.objects.count(), RightsRecord.objects.count())
    page = send(eve, place, GRANT, _try="1")
    assert "Readers get the full text at once." in text_of(page)
    assert "Nothing is recorded yet" in text_of(page)
    assert (LedgerEntry.objects.count(), Edition.objects.count(), RightsRecord.objects.count()) == before
    kept = fields_of(page, "grant_rights")
    assert kept["grant_rights-evidence"] == ["Mail of 1 March"]
    done = eve.post(address(place), kept, follow=True)
    assert "Recorded. Readers get the full text at once." in text_of(done)
    assert mode_now(place) == "full"


def test_a_trial_needs_no_evidence_and_says_what_would_be_printed_and_what_blocked(
    eve: Client, desk: Any
) -> None:
    place = AppearanceFactory(rights=False, article__body="<p>Paper comes in.</p>")
    saved(place.article, at=NOW)
    terms = {
        "act": "grant_rights", "grant_rights-mode": "excerpt", "grant_rights-excerpt_words": "2",
        "grant_rights-credit": "By leave of the Lantern.", "grant_rights-search_policy": "noindex",
    }  # fmt: skip
    said = text_of(send(eve, place, terms, _try="1"))
    for sentence in (
        "Published now, it would show an excerpt: 2 of its 3 words, as far as “Paper comes”.",
        "Required credits: “", "By leave of the Lantern.” is added.",
        "Search engines are told not to list this page.",
        "“Given on” is empty: tried with",
    ):  # fmt: skip
        assert sentence in said, (sentence, said)
    assert "No right of others would keep it from being published." in said
    other = AppearanceFactory(article=place.article, rights=False, relation="version")
    saved(place.article, at=NOW)
    blocked = text_of(send(eve, place, terms, _try="1"))
    assert f"It could not be published so: {other.outlet}: permission to be asked for" in blocked
    for act in ("refuse_rights", "withdraw_rights"):
        assert "permission" in text_of(send(eve, place, {"act": act}, _try="1"))
    done = text_of(send(eve, place, terms))
    assert "Name the evidence" in done
    assert "This field is required." in done
    assert RightsRecord.objects.count() == 0


def test_what_was_prepared_opens_and_closes_again_without_retyping(
    eve: Client, editor: User, place: Appearance
) -> None:
    steps = [
        ({"act": "request_rights", "request_rights-on": TODAY}, "Readers keep headline, dek and link", "link"),
        (GRANT, "Readers get the full text at once.", "full"),
        (GRANT | {"grant_rights-mode": "excerpt", "grant_rights-excerpt_words": "2"},
         "Readers get an excerpt of 2 words at once.", "excerpt"),
        ({"act": "withdraw_rights", "withdraw_rights-reason": "They changed their mind"},
         "Readers keep headline, dek and link; the text goes at once.", "link"),
        ({"act": "settle_rights", "settle_rights-state": "not_needed", "settle_rights-reason": "It is ours"},
         "Readers get the full text at once.", "full"),
        ({"act": "refuse_rights"}, "the text goes at once.", "link"),
    ]  # fmt: skip
    for typed, said, mode in steps:
        answer = send(eve, place, typed)
        assert said in text_of(answer), typed
        assert mode_now(place) == mode, typed
    entries = LedgerEntry.objects.filter(act__in=RIGHTS_ACTS)
    assert {entry.actor for entry in entries} == {editor}
    past = text_of(eve.get(address(place))).partition("What was done")[2]
    order = ["refused", "not needed", "They changed their mind", "granted, an excerpt", "asked for"]
    assert sorted(order, key=past.index) == order
    assert (
        Client().get(load_timeline(place.article_id, timezone.now()).current.permalink.path).status_code
        == 200
    )  # type: ignore[union-attr]


def test_a_standing_permission_says_what_it_does_before_it_is_taken_over_and_keeps_its_day(
    eve: Client, place: Appearance
) -> None:
    standing = StandingPermissionFactory(outlet=place.outlet, mode="excerpt", excerpt_words=2)
    StandingPermissionFactory(outlet=place.outlet, from_on=dt.date(2001, 1, 1), until_on=dt.date(2025, 1, 1))
    page = eve.get(address(place))
    assert page.content.decode().count('name="take_over"') == 1
    tried = eve.post(address(place), fields_of(page, "take-over") | {"take_over": standing.pk}, follow=True)
    said = text_of(tried)
    for words in (
        "Readers get an excerpt of 2 words at once.", "On record would stand:",
        "3 March 2024", "Nothing is recorded yet.",
    ):  # fmt: skip
        assert words in said
    assert not RightsRecord.objects.exists()
    confirmed = fields_of(tried, "confirm-take-over") | {"take_over": standing.pk}
    done = eve.post(address(place), confirmed, follow=True)
    assert "Recorded. Readers get an excerpt of 2 words at once." in text_of(done)
    assert (
        "The Lantern: granted by standing permission of 3 March 2024 (an excerpt of 2 words may be shown)"
        in text_of(done)
    )
    record = RightsRecord.objects.get()
    assert (record.standing, record.granted_by) == (standing, "Ola Wick, rights desk")
    assert record.granted_on == dt.date(2024, 3, 3)


def test_terms_are_said_in_words_and_open_only_to_be_mended(eve: Client, place: Appearance) -> None:
    words = "for good; our page may be found; we may edit it; others may not republish it"
    assert f"Terms {words}" in text_of(eve.get(address(place)))
    refused = send(eve, place, GRANT | {"grant_rights-valid_until": "2020-01-01"})
    assert '<details class="part" data-terms open>' in refused.content.decode()
    without_evidence = send(
        eve, place, GRANT | {"grant_rights-evidence": "", "grant_rights-credit": "By leave."}
    )
    assert "data-terms open" not in without_evidence.content.decode()
    assert "for good; with the words “By leave.”; our page may be found" in text_of(without_evidence)
    done = send(eve, place, GRANT | {"grant_rights-valid_until": "2031-05-01"})
    assert "Terms over from 1 May 2031; our page may be found; we may edit it" in text_of(done)


def test_an_excerpt_of_before_is_forgotten_with_its_length(eve: Client, place: Appearance) -> None:
    send(eve, place, GRANT | {"grant_rights-mode": "excerpt", "grant_rights-excerpt_words": "2"})
    form = fields_of(eve.get(address(place)), "grant_rights")
    assert form["grant_rights-excerpt_words"] == ["2"]
    send(eve, place, form | {"grant_rights-mode": "full"})
    assert mode_now(place) == "full"


def test_a_settled_permission_leads_to_publishing_or_says_what_other_one_is_missing(
    eve: Client, place: Appearance
) -> None:
    place.article.headline = "Changed since"
    place.article.save()
    saved(place.article, at=NOW)
    assert "Publish changes…" not in text_of(eve.get(address(place)))
    assert "Publish changes…" in text_of(send(eve, place, GRANT))
    other = AppearanceFactory(article=place.article, rights=False, relation="version")
    saved(place.article, at=NOW)
    page = eve.get(address(place))
    assert "Publish changes…" not in text_of(page)
    assert f'href="{address(other)}">To its permission' in page.content.decode()


def test_the_end_of_a_permission_is_said_before_it_is_recorded(eve: Client, place: Appearance) -> None:
    tried = send(eve, place, GRANT | {"grant_rights-valid_until": "2031-05-01"}, _try="1")
    assert "From Thursday 1 May 2031, 00:00 (New York time) on they get headline, dek and link." in text_of(
        tried
    )
    send(eve, place, GRANT | {"grant_rights-valid_until": "2031-05-01"})
    longer = {"act": "extend_rights", "extend_rights-valid_until": "2032-05-01"}
    assert "From Saturday 1 May 2032, 00:00 (New York time) on they get" in text_of(send(eve, place, longer))
    for_good = {"act": "extend_rights", "extend_rights-is_open": "on"}
    send(eve, place, for_good)
    assert RightsRecord.objects.get().valid_until is None
    assert load_timeline(place.article_id, timezone.now()).ahead == ()


def test_an_embargo_stands_in_its_own_zone(eve: Client, place: Appearance) -> None:
    embargo = {
        "grant_rights-embargo_day": "2031-01-15", "grant_rights-embargo_time": "08:30",
        "grant_rights-embargo_zone": "Asia/Seoul",
    }  # fmt: skip
    done = send(eve, place, GRANT | embargo)
    assert "not before 15 January 2031, 08:30 (Seoul time)" in text_of(done)
    assert RightsRecord.objects.get().embargo_until == dt.datetime(2031, 1, 14, 23, 30, tzinfo=dt.UTC)
    form = fields_of(eve.get(address(place)), "grant_rights")
    assert {name: form[name] for name in embargo} == {name: [value] for name, value in embargo.items()}


def test_a_licence_gives_permission_and_takes_off_what_limited_it(eve: Client, place: Appearance) -> None:
    send(eve, place, GRANT | {"grant_rights-mode": "link", "grant_rights-valid_until": "2031-05-01"})
    licence = LicenceFactory()
    typed = {
        "act": "settle_rights", "settle_rights-state": "by_licence", "settle_rights-licence": licence.pk,
        "settle_rights-reason": "Printed under it",
    }  # fmt: skip
    assert "Readers get the full text at once." in text_of(send(eve, place, typed))
    assert f"given by the licence {licence}" in text_of(eve.get(address(place)))


def test_terms_that_changed_since_are_pointed_out(eve: Client, place: Appearance) -> None:
    send(eve, place, GRANT)
    assert "have changed since" not in text_of(eve.get(address(place)))
    assert place.outlet is not None
    place.outlet.terms = "Never again."
    place.outlet.save()
    assert "have changed since permission was given. Now they are: Never again." in text_of(
        eve.get(address(place))
    )


def test_authors_see_how_it_stands_and_change_nothing(
    ada: Client, author_user: User, place: Appearance, stranger: User, as_user: Any
) -> None:
    assert ada.get(address(place)).status_code == 404
    BylineFactory(article=place.article, author=AuthorFactory(user=author_user))
    page = ada.get(address(place))
    assert "permission to be asked for" in text_of(page)
    assert "act-form" not in page.content.decode()
    assert ada.post(address(place), GRANT).status_code == 403
    assert as_user(stranger).get(address(place)).status_code in (403, 404)
    assert RightsRecord.objects.count() == 0


def test_a_place_that_is_not_of_this_piece_is_not_found(eve: Client, place: Appearance) -> None:
    other = AppearanceFactory()
    wrong = reverse("admin:articles_article_rights", args=[place.article_id, other.key])
    for send_ in (eve.get, eve.post):
        assert send_(wrong).status_code == 404


def test_every_act_on_a_permission_has_its_form_and_its_button_nowhere_else(
    eve: Client, place: Appearance
) -> None:
    send(eve, place, GRANT | {"grant_rights-valid_until": "2031-05-01"})
    page = eve.get(address(place)).content.decode()
    form = eve.get(change_page(place.article)).content.decode()
    for act in RIGHTS_ACTS:
        assert f'name="act" value="{act}"' in page, act
        assert f"/act/{act}/" not in form
        assert eve.get(f"/admin/articles/article/{place.article_id}/act/{act}/").status_code == 404
