"""One inheritance rule: a centre has from the nearest house above it whatever it does not state itself."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.press.reasons import explain
from disclaimers.inheritance import Inherited, nearest
from disclaimers.models import Institution, KindLabel
from disclaimers.models.institution import INHERITED
from tests.factories import (
    ArticleFactory,
    DisclaimerFactory,
    HouseStyleFactory,
    InstitutionFactory,
    KindFactory,
    LicenceFactory,
    WordingFactory,
    published,
)

OTHER: dict[str, Any] = {
    "time_zone": "Asia/Seoul",
    "copyright_holder": "Gower Trust",
    "errors_contact": "slips@gower.example",
    "permissions_contact": "rights@gower.example",
    "default_language": "de",
    "missing_wording": "block",
    "offers_republication": True,
    "republication_terms": "Whole or not at all.",
}


def centre_of(parent: Institution | None, **facts: Any) -> Institution:
    silent = {name: None if name == "offers_republication" else "" for name in OTHER}
    return InstitutionFactory(parent=parent, **silent | facts)


@given(st.lists(st.sampled_from([None, "", "own", "other", False])))
def test_the_nearest_house_that_states_something_is_heard(line):
    stated = [value for value in line if value not in (None, "")]
    assert nearest(line, lambda value: value, "default").value == (stated[0] if stated else "default")


def test_a_house_that_says_no_has_said_something():
    assert nearest([None, False, True], lambda value: value, default=True) == Inherited(
        value=False, house=False
    )


@pytest.mark.django_db
@pytest.mark.parametrize("field", OTHER)
def test_inheritance_goes_through_every_floor_and_names_the_house(field):
    top = centre_of(None, **{field: OTHER[field]})
    unit = centre_of(centre_of(top))
    assert unit.inherited(field) == Inherited(OTHER[field], top)
    stranger = centre_of(None)
    assert stranger.inherited(field) == Inherited(INHERITED[field], None)


@pytest.mark.django_db
def test_inheritance_of_a_usual_content_type():
    kind = KindFactory()
    assert centre_of(centre_of(None, default_kind=kind)).inherited("default_kind").value == kind


def test_every_setting_that_may_be_left_open_is_inherited_or_the_houses_own():
    own = {"short_name", "name_language", "parent", "url", "strapline", "about", "slug"}
    optional = {field.name for field in Institution._meta.concrete_fields if field.blank and field.editable}
    assert optional - own - {"id", "is_home"} == set(INHERITED)


@pytest.mark.django_db
def test_a_time_zone_of_the_parent_counts_the_centres_days(desk, clock):
    at = dt.datetime(2026, 3, 10, 3, 0, tzinfo=dt.UTC)
    clock(at)
    edition = published(ArticleFactory(institution=centre_of(desk)), at=at)
    assert edition.first_published_on == dt.date(2026, 3, 9)


@pytest.fixture
def centre(desk: Institution) -> Institution:
    return centre_of(desk, name="Centre for Tides")


def lines(edition: Any) -> dict[str, str]:
    return {line.part: f"{line.text} <- {line.why}" for line in explain(edition)}


def test_a_centres_holder_and_terms_are_its_parents_and_the_reason_says_so(desk, centre, now):
    Institution.objects.filter(pk=desk.pk).update(
        offers_republication=True, republication_terms="Whole or not at all."
    )
    centre.parent.refresh_from_db()
    page = lines(published(ArticleFactory(institution=centre, licence=LicenceFactory()), at=now))
    assert page["Copyright"].startswith(f"© 2026 {desk.name}. <- ")
    assert f"by {desk.name} above it" in page["Copyright"]
    assert page["Terms of republication"].startswith("Whole or not at all.")
    assert f"by {desk.name} above it" in page["Terms of republication"]


def test_a_parents_label_is_the_centres_and_a_strangers_is_not(desk, centre, now):
    kind = KindFactory()
    KindLabel.objects.create(kind=kind, language="en", institution=desk, label="Tide notes")
    page = lines(published(ArticleFactory(institution=centre, kind=kind), at=now))
    assert page["Above the headline"].startswith("Tide notes")
    assert f"by {desk.name} above it" in page["Above the headline"]
    stranger = centre_of(None)
    assert published(ArticleFactory(institution=stranger, kind=kind), at=now).kicker == kind.label


def test_a_style_that_leaves_a_position_open_has_it_from_the_parent(desk, centre, now):
    style = HouseStyleFactory(institution=centre, editor_line="Edits: {names}")
    style.phrases.exclude(position="editor_line").delete()
    printed = published(ArticleFactory(institution=centre), at=now).printed["records"]["style"]
    assert printed["templates"]["editor_line"] == "Edits: {names}"
    assert printed["templates"]["source_line"] == "Source: {outlet}"
    assert printed["of"] == f"Centre for Tides, English; where it says nothing, {desk.name}, English"


def test_a_nearer_style_in_the_language_stands_before_a_farther_one_in_its_regional_form(desk, centre, now):
    HouseStyleFactory(institution=desk, language="en-GB", editor_line="Parent: {names}")
    HouseStyleFactory(institution=centre, language="en", editor_line="Centre: {names}")
    printed = published(ArticleFactory(institution=centre, language="en-GB"), at=now).printed["records"]
    assert printed["style"]["templates"]["editor_line"] == "Centre: {names}"


def test_a_parents_disclaimer_names_the_house_above(desk, centre, now):
    page = lines(published(ArticleFactory(institution=centre), at=now))
    assert f"a disclaimer of {desk.name}, which stands above the institution" in page["Disclaimer"]
    own = lines(published(ArticleFactory(institution=desk), at=now))
    assert "stands above" not in own["Disclaimer"]


def test_two_houses_without_a_common_parent_share_nothing_in_print(desk, now):
    stranger = centre_of(None, name="Mill Pond Society")
    WordingFactory(disclaimer=DisclaimerFactory(institution=stranger), text="The Society has no view.")
    printed = published(ArticleFactory(institution=stranger), at=now).printed
    assert [row["text"] for row in printed["wordings"]] == ["The Society has no view."]
    assert desk.name not in str(printed)
    assert printed["copyright"] == ""
    assert printed["records"]["above"] == {}
