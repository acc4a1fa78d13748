"""Disclaimers and their texts: what each scope may say, and how a slip is put right on record."""

import datetime as dt

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.db.models import ProtectedError
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from disclaimers.models import Disclaimer, Wording, WordingCorrection
from disclaimers.slips import correct_slip
from tests.factories import DisclaimerFactory, WordingFactory

pytestmark = pytest.mark.django_db

NOW = dt.datetime(2026, 3, 10, 9, 0, tzinfo=dt.UTC)
ALLOWED = [
    ("institution", "{kind} speaks for its {authors:author|authors}.", True),
    ("institution", "The views are those of the author(s).", True),
    ("institution", "{author} does not speak for {bodies}.", False),
    ("employment", "{author} does not speak for {bodies}.", True),
    ("employment", "{kind} by {author}.", True),
    ("employment", "{outlet} is not {bodies}.", False),
    ("institution", "{authors:author} wrote this.", False),
]


@pytest.mark.parametrize(("scope", "text", "is_legal"), ALLOWED)
def test_only_an_employment_line_names_its_author_and_bodies(scope, text, is_legal):
    wording = WordingFactory.build(disclaimer=DisclaimerFactory(scope=scope), text=text)
    if is_legal:
        wording.full_clean()
        return
    with pytest.raises(ValidationError) as error:
        wording.full_clean()
    assert list(error.value.message_dict) == ["text"]


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"scope": "employment", "language": "de"}, "language"),
        ({"scope": "employment", "replaces_parents": True}, "replaces_parents"),
        ({"scope": "institution", "placement": "rank"}, "placement"),
    ],
)
def test_facts_of_a_disclaimer_that_contradict_each_other_are_an_error_at_their_field(facts, field):
    disclaimer = DisclaimerFactory()
    for name, value in facts.items():
        setattr(disclaimer, name, value)
    with pytest.raises(ValidationError) as error:
        disclaimer.full_clean()
    assert list(error.value.message_dict) == [field]


def test_a_disclaimer_with_texts_keeps_its_scope_and_one_without_may_change():
    disclaimer = DisclaimerFactory(scope="employment")
    disclaimer.scope = "institution"
    disclaimer.full_clean()
    WordingFactory(disclaimer=disclaimer)
    with pytest.raises(ValidationError) as error:
        disclaimer.full_clean()
    assert list(error.value.message_dict) == ["scope"]


def test_overlapping_texts_never_reach_the_database_even_past_every_form():
    wording = WordingFactory()
    WordingFactory(disclaimer=wording.disclaimer, in_force_from=dt.date(2030, 1, 1))
    with pytest.raises(IntegrityError), transaction.atomic():
        connection.check_constraints()
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    Wording.objects.filter(in_force_from=dt.date(2030, 1, 1)).delete()


def test_a_slip_is_put_right_and_the_old_words_stay_on_record():
    wording, paul = WordingFactory(text="The harbour speeks."), User.objects.create_user("paul")
    correction = correct_slip(
        wording, text="The harbour speaks. ", reason=" A typing slip. ", by=paul, at=NOW
    )
    wording.refresh_from_db()
    assert wording.text == "The harbour speaks."
    assert (correction.old_text, correction.new_text) == ("The harbour speeks.", "The harbour speaks.")
    assert (correction.reason, correction.by, correction.at) == ("A typing slip.", paul, NOW)
    assert list(wording.corrections.all()) == [correction]


@pytest.mark.parametrize(
    ("text", "reason", "field"),
    [
        ("The harbour speeks.", "A slip.", "text"),
        ("", "A slip.", "text"),
        ("{nobody} speaks.", "A slip.", "text"),
        ("The harbour speaks.", "  ", "reason"),
    ],
)
def test_a_correction_that_corrects_nothing_or_says_no_reason_changes_nothing(text, reason, field):
    wording = WordingFactory(text="The harbour speeks.")
    with pytest.raises(ValidationError) as error:
        correct_slip(wording, text=text, reason=reason, by=None, at=NOW)
    assert list(error.value.message_dict) == [field]
    wording.refresh_from_db()
    assert wording.text == "The harbour speeks."
    assert not WordingCorrection.objects.exists()


def test_a_correction_is_never_rewritten_deleted_or_lost_with_its_text():
    wording = WordingFactory(text="The harbour speeks.")
    correction = correct_slip(wording, text="The harbour speaks.", reason="A slip.", by=None, at=NOW)
    connection.check_constraints()  # no table with a check still to come can be emptied, trigger or not
    for attempt in (
        lambda: WordingCorrection.objects.update(reason="None."),
        lambda: correction.delete(),
        lambda: connection.cursor().execute("TRUNCATE disclaimers_wordingcorrection CASCADE"),
    ):
        with (
            pytest.raises(DatabaseError, match=r"Cannot update or delete|never emptied"),
            transaction.atomic(),
        ):
            attempt()
    with pytest.raises(ProtectedError):
        Wording.objects.get(pk=wording.pk).delete()


@pytest.mark.long
class SlipsFollowEachOther(TestCase):
    @given(st.lists(st.text("abc ", min_size=1, max_size=6).filter(str.strip), min_size=1, max_size=5))
    def test_the_record_of_slips_leads_from_the_first_text_to_the_last(self, texts):
        wording = WordingFactory(disclaimer=DisclaimerFactory(), text="First.")
        for hour, text in enumerate(texts):
            with transaction.atomic():
                try:
                    correct_slip(
                        wording, text=text, reason="A slip.", by=None, at=NOW + dt.timedelta(hours=hour)
                    )
                except ValidationError:
                    continue
        chain = list(wording.corrections.order_by("at"))
        wording.refresh_from_db()
        said = ["First.", *(one.new_text for one in chain)]
        assert said[:-1] == [one.old_text for one in chain]
        assert said[-1] == wording.text
        assert all(one.old_text != one.new_text for one in chain)


def test_the_default_scope_is_the_institution_and_the_default_place_the_foot():
    disclaimer = Disclaimer()
    assert (disclaimer.scope, disclaimer.placement) == ("institution", "foot")
