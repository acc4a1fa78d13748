import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from hypothesis import given
from hypothesis import strategies as st

from outlets.models import Outlet, OutletAlias
from prose.typography import clean_line
from tests.factories import FormerNameFactory, OutletFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("said", ["Hill", "hill", "the hill", "The  Hill", "HILL", "Capitol paper"])
def test_an_outlet_is_found_by_every_name_it_goes_by(said):
    outlet = OutletFactory(name="Hill", article="The")
    OutletAlias.objects.create(outlet=outlet, name="Capitol Paper")
    OutletFactory(name="Hilltop")
    assert list(Outlet.objects.with_name(said)) == [outlet]


@pytest.mark.parametrize("said", ["Morning Beacon", "the morning beacon", "潮新聞", "Evening Beacon", "Lamp"])
def test_an_outlet_is_found_by_what_it_was_called_and_in_its_own_script(said):
    outlet = OutletFactory(name="Lamp", article="The", native_name="潮新聞")
    FormerNameFactory(outlet=outlet, name="Morning Beacon", article="The")
    FormerNameFactory(
        outlet=outlet, name="Evening Beacon", article="", article_rule="none", from_on="2014-05-01",
        until_on="2016-01-01",
    )  # fmt: skip
    FormerNameFactory(name="Beacon")
    assert list(Outlet.objects.with_name(said)) == [outlet]


@pytest.mark.parametrize("said", ["L'Avenir", "l’avenir", "L’ Avenir", "avenir"])
def test_an_elided_article_joins_its_name_in_either_kind_of_apostrophe(said):
    outlet = OutletFactory(name="Avenir", article="L’", article_rule="foreign")
    assert list(Outlet.objects.with_name(said)) == [outlet]


@given(st.text(max_size=20) | st.sampled_from(["THE\x00 hill", "the\u00a0 Hill\u200b", "hill "]))
def test_any_text_may_be_asked_for_and_none_finds_what_is_not_called_so(said):
    with transaction.atomic():
        OutletFactory(name="Hill", article="The", slug="hill")
        called = clean_line(said).lower() in {"hill", "the hill"}
        assert Outlet.objects.with_name(said).exists() is called
        transaction.set_rollback(True)


@pytest.mark.parametrize(("article", "rule"), [("The", "separable"), ("Die", "foreign"), ("L’", "foreign")])
def test_an_article_without_a_rule_gets_the_usual_one(article, rule):
    facts = {"article": article, "article_rule": "none"}
    for row in (OutletFactory.build(**facts), FormerNameFactory.build(outlet=OutletFactory(), **facts)):
        row.full_clean()
        assert row.article_rule == rule


def test_a_rule_without_an_article_is_refused_at_the_article():
    facts = {"article": "", "article_rule": "separable"}
    for row in (OutletFactory.build(**facts), FormerNameFactory.build(outlet=OutletFactory(), **facts)):
        with pytest.raises(ValidationError) as refused:
            row.full_clean()
        assert list(refused.value.message_dict) == ["article"]


@pytest.mark.parametrize("country", ["USA", "1A", "Ü"])
def test_a_country_is_two_letters(country):
    with pytest.raises(ValidationError, match=r"two letters|at most 2"):
        OutletFactory.build(country=country).full_clean()


def test_outlets_sort_without_their_article():
    for name in ("Hill", "atlantic Tides", "Barron Weekly"):
        OutletFactory(name=name, article="The")
    assert [outlet.name for outlet in Outlet.objects.all()] == ["atlantic Tides", "Barron Weekly", "Hill"]
