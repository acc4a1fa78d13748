import pytest
from django.core.exceptions import ValidationError

from outlets.models import Outlet, OutletAlias
from tests.factories import OutletFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("said", ["Hill", "hill", "the hill", "The  Hill", "HILL", "Capitol paper"])
def test_an_outlet_is_found_by_every_name_it_goes_by(said):
    outlet = OutletFactory(name="Hill", article="The")
    OutletAlias.objects.create(outlet=outlet, name="Capitol Paper")
    OutletFactory(name="Hilltop")
    assert list(Outlet.objects.named(said)) == [outlet]


@pytest.mark.parametrize(
    "facts", [{"article": "", "article_rule": "separable"}, {"article": "The", "article_rule": "none"}]
)
def test_an_article_and_its_rule_go_together(facts):
    outlet = OutletFactory.build(**facts)
    with pytest.raises(ValidationError, match="fill in both or neither"):
        outlet.full_clean()


@pytest.mark.parametrize("country", ["USA", "1A", "Ü"])
def test_a_country_is_two_letters(country):
    with pytest.raises(ValidationError, match=r"two letters|at most 2"):
        OutletFactory.build(country=country).full_clean()


def test_outlets_sort_without_their_article():
    for name in ("Hill", "atlantic Tides", "Barron Weekly"):
        OutletFactory(name=name, article="The")
    assert [outlet.name for outlet in Outlet.objects.all()] == ["atlantic Tides", "Barron Weekly", "Hill"]
