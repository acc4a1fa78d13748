"""Where a record is printed: on the pages of centres that have it from above, and in the bios of others too."""

import pytest

from articles.press.where_printed import editions_printing
from disclaimers.models import HouseStyle
from tests.factories import (
    AppointmentFactory,
    AuthorFactory,
    BylineFactory,
    HouseStyleFactory,
    InstitutionFactory,
    published,
)


@pytest.fixture
def gower(desk):
    """An institution with a centre that leaves its copyright holder to it, and one that has its own."""
    house = InstitutionFactory(name="Gower House", short_name="Gower", copyright_holder="Gower House Ltd")
    centres = [
        InstitutionFactory(parent=house, copyright_holder=holder, republication_terms="Ask us.")
        for holder in ("", "Pier Centre")
    ]
    return house, *centres


def test_an_institution_is_printed_where_a_centre_has_its_holder_from_it(gower, now):
    house, silent, speaking = gower
    own, inheriting = (published(institution=each, at=now) for each in (house, silent))
    label_of_none = published(institution=speaking, at=now)
    published(at=now)
    found = set(editions_printing(house))
    assert {own, inheriting} <= found
    assert label_of_none not in found
    assert inheriting.printed["records"]["holder"] == "Gower House Ltd"


def test_an_institution_is_printed_in_the_bio_of_somebody_with_a_post_there(gower, now):
    house = gower[0]
    amara = AuthorFactory(display_name="Amara Dell")
    AppointmentFactory(author=amara, title="a fellow", organisation="", institution=house)
    AppointmentFactory(author=amara, title="a judge", organisation="the Strait Court")
    elsewhere = published(BylineFactory(author=amara).article, at=now)
    other = AuthorFactory(display_name="Bo Cove")
    AppointmentFactory(author=other, title="a fellow", organisation="the Tidal College")
    published(BylineFactory(author=other).article, at=now)
    assert "Gower" in elsewhere.printed["bios"][0]
    assert list(editions_printing(house)) == [elsewhere]


def test_a_house_style_is_printed_on_the_pages_of_centres_without_one(gower, now):
    house, silent, _ = gower
    HouseStyle.objects.filter(institution=house).delete()
    style = HouseStyleFactory(institution=house)
    page = published(institution=silent, at=now)
    published(at=now)
    assert list(editions_printing(style)) == [page]
