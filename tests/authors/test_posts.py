"""Posts here and elsewhere: who is a former colleague on which day, and the bodies a post's disclaimer names."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from authors.models import Appointment, AppointmentBody, Author, posts_to_show
from authors.models.appointment import MOST_BODIES, clean_body_names
from disclaimers.models import Institution
from tests.factories import (
    AppointmentBodyFactory,
    AppointmentFactory,
    AuthorFactory,
    DisclaimerFactory,
    InstitutionFactory,
    WordingFactory,
)

TODAY = dt.date(2026, 3, 10)
DAY = dt.timedelta(days=1)

near = st.integers(-5, 5).map(lambda days: TODAY + days * DAY)


def last_here(author: Author, day: dt.date) -> Appointment | None:
    return posts_to_show(author.appointments.select_related("institution"), day)[1]


@st.composite
def posts(draw) -> Appointment:
    begins, ends = draw(st.none() | near), draw(st.none() | near)
    if begins and ends and ends <= begins:
        begins, ends = None, begins
    is_here = draw(st.booleans())
    return Appointment(
        title=draw(st.sampled_from("abcdefgh")),
        institution=Institution(short_name="Harbour") if is_here else None,
        organisation="" if is_here else "the Tidal College",
        from_on=begins,
        until_on=ends,
    )


@given(st.lists(posts(), max_size=6))
def test_the_former_post_is_the_last_one_here_unless_another_is_current(rows):
    held, former = posts_to_show(rows, TODAY)
    assert held == [row for row in rows if row.is_current(TODAY)]
    over_here = [row for row in rows if row.institution and row.is_past(TODAY)]
    if any(row.institution for row in held) or not over_here:
        assert former is None
    else:
        assert former in over_here
        assert former.until_on == max(row.until_on for row in over_here)


@given(posts(), near)
def test_a_post_is_never_both_held_and_over(row, day):
    assert not (row.is_current(day) and row.is_past(day))


@pytest.mark.long
@pytest.mark.django_db
@given(st.lists(posts(), max_size=4))
def test_loaded_posts_and_the_database_agree_about_days(rows):
    with transaction.atomic():
        author, harbour = AuthorFactory(), InstitutionFactory()
        for row in rows:
            row.author, row.institution = author, harbour if row.institution else None
            row.save()
        mine = author.appointments
        assert {row.pk for row in rows if row.is_current(TODAY)} == {row.pk for row in mine.current(TODAY)}
        assert {row.pk for row in rows if row.is_past(TODAY)} == {row.pk for row in mine.past(TODAY)}
        assert last_here(author, TODAY) == posts_to_show(rows, TODAY)[1]
        transaction.set_rollback(True)


@pytest.mark.django_db
def test_e8_a_person_is_former_here_from_the_day_the_last_post_here_ends():
    author = AuthorFactory()
    harbour = InstitutionFactory()
    AppointmentFactory(author=author, title="dean")
    assert last_here(author, TODAY) is None
    AppointmentFactory(
        author=author, title="fellow", organisation="", institution=harbour, until_on=TODAY - 9 * DAY
    )
    AppointmentFactory(author=author, title="director", organisation="", institution=harbour, until_on=TODAY)
    assert last_here(author, TODAY - DAY) is None
    assert last_here(author, TODAY).title == "director"
    AppointmentFactory(author=author, title="chair", organisation="", institution=harbour, from_on=TODAY)
    assert last_here(author, TODAY) is None


@pytest.mark.django_db
@given(st.permutations(["Harbour Police", "Ministry of Tides", "Kingdom of Quay"]), st.data())
def test_bodies_keep_the_order_they_are_named_in_whatever_it_was_before(names, data):
    with transaction.atomic():
        post = AppointmentFactory()
        post.set_bodies(data.draw(st.permutations(names)))
        post.set_bodies(names)
        assert post.body_names == names
        assert post.set_bodies(names) is False
        transaction.set_rollback(True)


@pytest.mark.django_db
def test_the_database_holds_one_order_and_names_no_body_twice():
    body = AppointmentBodyFactory(name="Ministry of Tides", order=1)
    for facts in ({"name": "Harbour Police", "order": 1}, {"name": "Ministry of Tides", "order": 2}):
        with pytest.raises(IntegrityError), transaction.atomic():
            AppointmentBodyFactory(appointment=body.appointment, **facts)
    assert AppointmentBody.objects.get() == body


def test_bodies_are_cleaned_and_empty_lines_left_out():
    assert clean_body_names(["  Harbour   Police ", "", " ", "Ministry\u00adof"], None) == [
        "Harbour Police",
        "Ministryof",
    ]


@pytest.mark.parametrize(
    ("names", "sentence"),
    [
        (["x" * 201], "200 characters at most"),
        (["Navy", "Navy "], "“Navy” is named twice"),
        ([f"Body {n}" for n in range(MOST_BODIES + 1)], f"{MOST_BODIES} at most"),
    ],
)
def test_a_chain_that_cannot_be_printed_is_refused_with_a_sentence(names, sentence):
    with pytest.raises(ValidationError, match=sentence):
        clean_body_names(names, None)


@pytest.mark.django_db
def test_a_text_that_names_bodies_needs_one_and_a_text_that_may_name_them_does_not():
    needs = WordingFactory(text="{author} does not speak for {bodies}.").disclaimer
    may = WordingFactory(text="{author} speaks alone[, not for {bodies}].").disclaimer
    with pytest.raises(ValidationError, match="write at least one"):
        clean_body_names([" "], needs)
    assert clean_body_names([], may) == []
    assert clean_body_names(["Navy"], needs) == ["Navy"]
    assert clean_body_names([], DisclaimerFactory()) == []
