"""Error messages for an invalid wording or institution."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from tests.factories import InstitutionFactory, WordingFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "text", ["{mood} is produced here.", "{authors} said so.", "{kind is produced here."]
)
def test_a_slot_that_a_wording_does_not_know_is_an_error(text):
    with pytest.raises(ValidationError) as error:
        WordingFactory.build(disclaimer=WordingFactory().disclaimer, text=text, language="de").full_clean()
    assert "text" in error.value.message_dict


def test_overlapping_texts_are_refused_in_a_sentence():
    wording = WordingFactory()
    with pytest.raises(ValidationError, match="in force on some of these days"):
        WordingFactory.build(disclaimer=wording.disclaimer, in_force_from=dt.date(2030, 1, 1)).full_clean()


def test_a_text_cannot_end_before_it_begins():
    with pytest.raises(IntegrityError), transaction.atomic():
        WordingFactory(in_force_from=dt.date(2020, 1, 1), in_force_until=dt.date(2020, 1, 1))


def test_an_institution_cannot_stand_below_itself():
    top = InstitutionFactory()
    centre = InstitutionFactory(parent=top)
    top.parent = centre
    with pytest.raises(ValidationError, match="below itself"):
        top.full_clean()


@pytest.mark.parametrize("zone", ["Mars/Olympus", "EST5EDT5"])
def test_a_time_zone_is_one_that_exists(zone):
    with pytest.raises(ValidationError):
        InstitutionFactory.build(time_zone=zone).full_clean()
