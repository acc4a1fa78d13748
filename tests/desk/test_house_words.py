"""What a house says, as publishers keep it: labels and texts with days, notices, licences."""

import datetime as dt

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from disclaimers.models import Disclaimer, Institution, Kind, KindLabel, Licence, StandingNotice, Wording
from tests.desk.pages import fields_of, row, rows, text_of
from tests.factories import KindLabelFactory, LicenceFactory, StandingNoticeFactory, WordingFactory

pytestmark = pytest.mark.long

NEW_YEAR = dt.date(2024, 1, 1)
OVERLAP = {"kind": "in use on some of these days", "disclaimer": "in force on some of these days"}


def page_of(record, verb: str = "change") -> str:
    return reverse(f"admin:disclaimers_{record._meta.model_name}_{verb}", args=[record.pk])


@pytest.fixture
def neighbours(desk: Institution) -> tuple[KindLabel, KindLabel]:
    """One label until New Year, another from then on."""
    kind = Kind.objects.get()
    old = KindLabelFactory(kind=kind, label="Op-Ed", until_on=NEW_YEAR)
    return old, KindLabelFactory(kind=kind, label="Opinion", from_on=NEW_YEAR)


@pytest.mark.parametrize("day", ["2023-06-01", "2025-06-01"])
def test_the_day_between_two_labels_moves_in_one_step_either_way(
    day: str, paul: Client, neighbours: tuple[KindLabel, KindLabel]
) -> None:
    page = page_of(Kind.objects.get())
    form = fields_of(paul.get(page), "kind_form")
    assert form["labels-0-label"] == ["Op-Ed"]
    sent = paul.post(page, form | {"labels-0-until_on": day, "labels-1-from_on": day})
    assert sent.status_code == 302, text_of(sent)
    connection.check_constraints()
    assert {label.until_on or label.from_on for label in KindLabel.objects.all()} == {
        dt.date.fromisoformat(day)
    }


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"labels-0-until_on": "2025-01-01"}, OVERLAP["kind"]),
        ({"labels-0-until_on": ""}, OVERLAP["kind"]),
        ({"labels-1-from_on": ""}, OVERLAP["kind"]),
        ({"labels-1-until_on": "2023-01-01"}, "The last day must come after the first."),
        ({"labels-1-from_on": "2024-02-31"}, "valid date"),
    ],
)
def test_days_of_labels_that_cannot_be_are_a_sentence_and_nothing_typed_is_lost(
    typed: dict[str, str], said: str, paul: Client, neighbours: tuple[KindLabel, KindLabel]
) -> None:
    page = page_of(Kind.objects.get())
    form = fields_of(paul.get(page), "kind_form") | typed | {"labels-1-label": "Viewpoint"}
    sent = paul.post(page, form)
    assert said in text_of(sent)
    assert fields_of(sent, "kind_form")["labels-1-label"] == ["Viewpoint"]
    assert set(KindLabel.objects.values_list("label", flat=True)) == {"Op-Ed", "Opinion"}


def test_a_second_text_for_the_same_days_is_a_sentence_on_the_disclaimer_s_own_form(
    paul: Client, desk: Institution
) -> None:
    page = page_of(Disclaimer.objects.get())
    form = fields_of(paul.get(page), "disclaimer_form") | rows("wordings", 3)
    twice = [row("wordings", n, text="Wieder.", language="de", in_force_from="2024-01-01") for n in (1, 2)]
    sent = paul.post(page, form | twice[0] | twice[1])
    assert OVERLAP["disclaimer"] in text_of(sent)
    assert Wording.objects.count() == 1
    ended = twice[0] | {"wordings-1-in_force_until": "2024-03-01", "wordings-2-in_force_from": "2024-03-01"}
    assert paul.post(page, form | twice[1] | ended).status_code == 302
    connection.check_constraints()
    assert Wording.objects.filter(language="de").count() == 2


def test_texts_whose_days_are_in_the_wrong_order_are_a_sentence_on_both_forms(
    paul: Client, desk: Institution
) -> None:
    wording = Wording.objects.get()
    for page, form, name in (
        (page_of(wording), "wording_form", "in_force_until"),
        (page_of(wording.disclaimer), "disclaimer_form", "wordings-0-in_force_until"),
    ):
        sent = paul.post(page, fields_of(paul.get(page), form) | {name: "1999-01-01"})
        assert "The last day must come after the first." in text_of(sent)


def test_an_employment_line_is_made_with_its_text_and_binds_no_page_of_the_house(
    paul: Client, desk: Institution
) -> None:
    page = reverse("admin:disclaimers_disclaimer_add")
    form = fields_of(paul.get(page), "disclaimer_form") | rows("wordings", 1)
    form |= {"institution": desk.pk, "code": "guard", "scope": "employment", "placement": "rank"}
    form |= row("wordings", 0, text="{author} is not {bodies}.", language="en", in_force_from="2020-01-01")
    sent = paul.post(page, form | {"kinds": Kind.objects.get().pk})
    assert "follows its author into every content type" in text_of(sent)
    assert paul.post(page, form).status_code == 302
    guard = Disclaimer.objects.get(code="guard")
    assert (guard.scope, guard.placement, guard.wordings.get().text) == (
        "employment",
        "rank",
        "{author} is not {bodies}.",
    )
    institutions = form | {"code": "other", "scope": "institution", "placement": "foot"}
    assert "is not known here" in text_of(paul.post(page, institutions))


def test_publishers_keep_licences_and_standing_notices_and_their_lists_are_read_at_a_glance(
    paul: Client, desk: Institution
) -> None:
    add = reverse("admin:disclaimers_licence_add")
    form = {"name": "CC BY-ND", "version": "4.0", "code": "by-nd", "url": "https://licences.example/by-nd"}
    assert paul.post(add, fields_of(paul.get(add), "licence_form") | form).status_code == 302
    assert Licence.objects.get().version == "4.0"
    add = reverse("admin:disclaimers_standingnotice_add")
    form = {
        "institution": desk.pk,
        "purpose": "archive",
        "text": "From the first site.",
        "language": "fr",
        "is_for_archive": "on",
        "shown_from": "2024-01-01",
    }
    empty = fields_of(paul.get(add), "standingnotice_form")
    assert "must come after" in text_of(paul.post(add, empty | form | {"shown_until": "2023-01-01"}))
    assert paul.post(add, empty | form | {"shown_until": "2025-01-01"}).status_code == 302
    assert StandingNotice.objects.get().is_for_archive
    licences = text_of(paul.get(reverse("admin:disclaimers_licence_changelist")))
    assert "CC BY-ND 4.0" in licences
    notices = text_of(paul.get(reverse("admin:disclaimers_standingnotice_changelist")))
    for said in (
        "From the first site.",
        "in French, from an earlier site",
        "1 January 2024",
        "1 January 2025",
    ):
        assert said in notices


def test_editors_see_licences_and_notices_and_change_none(eve: Client, desk: Institution) -> None:
    for record in (LicenceFactory(), StandingNoticeFactory(institution=desk)):
        assert eve.get(page_of(record)).status_code == 200
        assert eve.post(page_of(record), {}).status_code == 403


def test_an_institution_says_what_is_done_without_a_translation_and_whether_it_offers_republication(
    paul: Client, desk: Institution
) -> None:
    form = fields_of(paul.get(page_of(desk)), "institution_form")
    typed = {
        "missing_wording": "block",
        "offers_republication": "True",
        "republication_terms": "Say where it is from.",
    }
    assert paul.post(page_of(desk), form | typed).status_code == 302
    desk.refresh_from_db()
    assert (desk.missing_wording, desk.offers_republication) == ("block", True)
    assert desk.republication_terms == "Say where it is from."


def test_a_scope_stays_once_there_are_texts(paul: Client, desk: Institution) -> None:
    page = page_of(WordingFactory(disclaimer__institution=desk).disclaimer)
    sent = paul.post(page, fields_of(paul.get(page), "disclaimer_form") | {"scope": "employment"})
    assert "stays what it is" in text_of(sent)
