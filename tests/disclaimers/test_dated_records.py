"""Records with days (labels of content types, standing notices), and licences by version."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from disclaimers.models import KindLabel
from disclaimers.standing import SiteNotice
from tests.factories import (
    InstitutionFactory,
    KindFactory,
    KindLabelFactory,
    LicenceFactory,
    StandingNoticeFactory,
    WordingFactory,
)

pytestmark = pytest.mark.django_db

YEARS = st.none() | st.integers(2001, 2012).map(lambda year: dt.date(year, 1, 1))
ON = st.dates(dt.date(2000, 1, 1), dt.date(2013, 1, 1)) | YEARS.filter(bool)


def is_within(first: dt.date | None, end: dt.date | None, on: dt.date) -> bool:
    return (first or dt.date.min) <= on < (end or dt.date.max)


@pytest.mark.long
class LabelsOfADay(TestCase):
    @given(st.lists(st.tuples(YEARS, YEARS, st.booleans()), max_size=5), ON)
    def test_at_most_one_label_is_in_use_on_a_day_and_it_is_the_one_of_that_day(self, periods, on):
        kind, house = KindFactory(), InstitutionFactory()
        kept = []
        for first, end, is_own in periods:
            label = KindLabelFactory.build(
                kind=kind, institution=house if is_own else None, from_on=first, until_on=end
            )
            try:
                label.full_clean()
            except ValidationError:
                continue
            label.save()
            kept.append(label)
        for owner in (None, house):
            expected = [
                label.pk
                for label in kept
                if label.institution == owner and is_within(label.from_on, label.until_on, on)
            ]
            assert len(expected) <= 1
            labels = KindLabel.objects.filter(kind=kind, institution=owner)
            assert [label.pk for label in labels if label.is_in_use(on)] == expected


def test_a_kind_renamed_in_2024_says_both_names_each_in_its_time():
    kind = KindFactory(code="op-ed", label="Commentary")
    KindLabelFactory(kind=kind, label="Op-Ed", until_on=dt.date(2024, 1, 1))
    said = {
        year: [str(label) for label in KindLabel.objects.all() if label.is_in_use(dt.date(year, 5, 1))]
        for year in (2023, 2024)
    }
    assert said == {2023: ["Op-Ed"], 2024: []}


@pytest.mark.parametrize("institution", [None, "own"])
def test_two_labels_of_one_day_are_refused_in_a_sentence_for_all_houses_as_for_one(institution):
    owner = InstitutionFactory() if institution else None
    label = KindLabelFactory(institution=owner, until_on=dt.date(2024, 1, 1))
    other = KindLabelFactory.build(kind=label.kind, institution=owner, from_on=dt.date(2023, 1, 1))
    with pytest.raises(ValidationError, match="in use on some of these days"):
        other.full_clean()
    other.from_on = dt.date(2024, 1, 1)
    other.full_clean()


def test_a_label_or_a_notice_cannot_end_before_it_begins():
    day = dt.date(2024, 1, 1)
    for make in (
        lambda: KindLabelFactory(from_on=day, until_on=day),
        lambda: StandingNoticeFactory(shown_from=day, shown_until=day),
    ):
        with pytest.raises((IntegrityError, DataError)), transaction.atomic():
            make()


@pytest.mark.parametrize(
    ("factory", "first", "end"),
    [
        (KindLabelFactory, "from_on", "until_on"),
        (StandingNoticeFactory, "shown_from", "shown_until"),
        (WordingFactory, "in_force_from", "in_force_until"),
    ],
)
@pytest.mark.parametrize("until", ["2024-01-01", "2023-05-01"])
def test_days_in_the_wrong_order_are_an_error_at_the_end_s_field(factory, first, end, until):
    record = factory()
    setattr(record, first, dt.date(2024, 1, 1))
    setattr(record, end, dt.date.fromisoformat(until))
    with pytest.raises(ValidationError) as error:
        record.full_clean()
    assert error.value.message_dict == {end: ["The last day must come after the first."]}


@given(YEARS.filter(bool), YEARS, st.booleans(), st.sampled_from(["", "en", "de"]), ON)
def test_a_notice_shows_by_its_own_window_language_and_kind_of_page(first, end, is_for_archive, language, on):
    if end and end <= first:
        return
    days = [day and day.isoformat() for day in (first, end)]
    notice = SiteNotice("Read our terms.", "legal", language, is_for_archive, *days)
    for page_language, is_archive in (("en", True), ("en-GB", False), ("de", False)):
        expected = (
            is_within(first, end, on)
            and (is_archive or not is_for_archive)
            and language in ("", page_language[:2])
        )
        assert notice.is_on_page(page_language, is_archive=is_archive, on=on) == expected


def test_a_licence_is_called_by_name_and_version_and_each_version_once():
    licence = LicenceFactory()
    assert str(licence) == "CC BY-ND 4.0"
    with pytest.raises(ValidationError, match="on record already"):
        LicenceFactory.build(code="again").full_clean()
    assert str(LicenceFactory.build(name="House terms", version="")) == "House terms"
