"""Renaming asks: a new name from a day on, which keeps the old one, or a slip, which changes it in place.

Names have days, for everybody: one form part for institutions, content types, people and outlets; house styles have
their own day.
"""

import datetime as dt
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from authors.models import AuthorName
from disclaimers.models import HouseStyle, Institution, InstitutionName, KindLabel
from outlets.models import FormerName
from tests.conftest import NOW
from tests.desk.pages import fields_of, text_of
from tests.factories import AuthorFactory, BylineFactory, KindFactory, OutletFactory, published

pytestmark = [pytest.mark.long, pytest.mark.django_db]

DAY = dt.date(2019, 1, 1)


@pytest.fixture
def paul(publisher: User) -> Client:
    client = Client()
    client.force_login(publisher)
    return client


def save(client: Client, record: Any, **typed: str) -> Any:
    meta = record._meta
    address = reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[record.pk])
    form = fields_of(client.get(address), f"{meta.model_name}_form")
    return client.post(address, form | {"_continue": "Save"} | typed, follow=True)


def an_institution() -> Institution:
    home = Institution.objects.get()
    Institution.objects.filter(pk=home.pk).update(
        name="Gower Forum", short_name="Forum", copyright_holder="Gower Forum Ltd"
    )
    home.refresh_from_db()
    return home


def a_kind() -> Any:
    return KindFactory(code="note", label="Note")


def an_author() -> Any:
    return AuthorFactory(display_name="Ida Quay", suffix="Ph.D.")


def an_outlet() -> Any:
    return OutletFactory(name="Beacon", article="The", article_rule="separable")


RECORDS = {
    "institution": (
        an_institution,
        {"name": "Gower House", "short_name": "Gower", "copyright_holder": "Gower House"},
    ),
    "content type": (a_kind, {"label": "Comment"}),
    "person": (an_author, {"display_name": "Ida Holm"}),
    "outlet": (an_outlet, {"name": "Lantern", "article": "", "article_rule": "none"}),
}
FORMER: dict[str, Any] = {
    "institution": (InstitutionName, ("name", "short_name", "copyright_holder")),
    "content type": (KindLabel, ("label",)),
    "person": (AuthorName, ("display_name", "suffix")),
    "outlet": (FormerName, ("name", "article", "article_rule")),
}


@pytest.mark.parametrize("noun", RECORDS)
def test_a_changed_name_is_asked_about_and_nothing_typed_is_lost(paul: Client, desk: Any, noun: str) -> None:
    make, typed = RECORDS[noun]
    record = make()
    page = save(paul, record, **typed)
    assert "Is this a new name from a day on, or was the old one a slip?" in text_of(page)
    assert not any(model.objects.exists() for model, _ in FORMER.values())
    form = fields_of(page, f"{record._meta.model_name}_form")
    assert {name: form.get(name, [""]) for name in typed} == {name: [value] for name, value in typed.items()}
    before = {name: getattr(record, name) for name in typed}
    record.refresh_from_db()
    assert {name: getattr(record, name) for name in typed} == before


@pytest.mark.parametrize("noun", RECORDS)
def test_with_a_day_the_old_name_becomes_a_former_one(paul: Client, desk: Any, noun: str) -> None:
    (make, typed), (model, words) = RECORDS[noun], FORMER[noun]
    record = make()
    old = {name: getattr(record, name) for name in words}
    page = save(paul, record, renaming="day", renamed_on=str(DAY), **typed)
    assert "Kept as a former name" in text_of(page)
    record.refresh_from_db()
    assert {name: getattr(record, name) for name in typed} == typed
    former = model.objects.get()
    assert {name: getattr(former, name) for name in words} == old
    assert (former.from_on, former.until_on) == (None, DAY)
    # And again: the second former name begins where the first one ended.
    name = next(iter(typed))
    again = DAY + dt.timedelta(days=500)
    save(paul, record, renaming="day", renamed_on=str(again), **{name: "Third"})
    second = model.objects.get(until_on=again)
    assert (getattr(second, name), second.from_on) == (typed[name], DAY)


@pytest.mark.parametrize("noun", RECORDS)
def test_a_slip_is_changed_in_place(paul: Client, desk: Any, noun: str) -> None:
    (make, typed), (model, _) = RECORDS[noun], FORMER[noun]
    record = make()
    save(paul, record, renaming="slip", **typed)
    record.refresh_from_db()
    assert {name: getattr(record, name) for name in typed} == typed
    assert not model.objects.exists()


@pytest.mark.parametrize("noun", RECORDS)
def test_contradictions_are_sentences_at_their_field(paul: Client, desk: Any, noun: str) -> None:
    make, typed = RECORDS[noun]
    record = make()
    assert "Write the first day of the new name." in text_of(save(paul, record, renaming="day", **typed))
    save(paul, record, renaming="day", renamed_on=str(DAY), **typed)
    record.refresh_from_db()
    name = next(iter(typed))
    early = {"renaming": "day", "renamed_on": str(DAY - dt.timedelta(days=1)), name: "Third"}
    said = text_of(save(paul, record, **early))
    assert "The old name began on 1 January 2019 only: write a later day." in said


def test_renaming_offers_to_update_the_pages(paul: Client, desk: Any) -> None:
    published(BylineFactory().article, at=NOW)
    page = save(paul, Institution.objects.get(), name="Gower House", renaming="day", renamed_on=str(DAY))
    assert "1 published page keeps the institution’s name as printed. Update published pages" in text_of(page)


def test_renaming_a_content_type_offers_to_update_its_pages(paul: Client, desk: Any) -> None:
    kind = published(at=NOW).article.kind
    page = save(paul, kind, label="Column", renaming="slip")
    assert "1 published page keeps the words as printed. Update published pages" in text_of(page)


def test_names_in_other_languages_are_named_as_not_changed(paul: Client, desk: Any) -> None:
    home = an_institution()
    InstitutionName.objects.create(institution=home, language="ru", name="Форум")
    page = save(paul, home, name="Gower House", renaming="day", renamed_on=str(DAY))
    assert "Its names in Russian were not changed: end them too, if they changed." in text_of(page)


def test_a_copyright_holder_that_still_has_the_old_name_is_named(paul: Client, desk: Any) -> None:
    home = an_institution()
    home.name = home.copyright_holder = "Tide House"
    home.save()
    asked = text_of(save(paul, home, name="Gower House"))
    left = "Copyright holder still says “Tide House”: change it too, unless it keeps that name."
    assert left in asked
    assert left in text_of(save(paul, home, name="Gower House", renaming="slip"))
    both = {"name": "Ebb House", "copyright_holder": "Ebb House", "renaming": "slip"}
    assert "still says" not in text_of(save(paul, home, **both))


def test_a_house_style_keeps_its_old_words_for_the_days_before(paul: Client, desk: Any) -> None:
    style = HouseStyle.objects.get()
    page = save(paul, style, attribution="Seen in {outlet}.", changed_from=str(DAY))
    assert "Kept for the days before" in text_of(page)
    old, new = HouseStyle.objects.get(until_on=DAY), HouseStyle.objects.get(from_on=DAY)
    assert new.pk == style.pk
    assert new.phrases.get(position="attribution").text == "Seen in {outlet}."
    assert old.phrases.get(position="attribution").text.startswith("This {noun} was originally")
    assert old.phrases.count() == new.phrases.count()
    page = save(paul, new, attribution="Found in {outlet}.", changed_from=str(DAY))
    assert "The words of today began on 1 January 2019: write a later day." in text_of(page)
    page = save(paul, new, changed_from="2024-01-01")
    assert "Nothing else is changed: write the new words too." in text_of(page)


def test_a_name_that_was_emptied_is_missing_and_no_new_one_to_ask_about(
    paul: Client, desk: Institution
) -> None:
    words = text_of(save(paul, an_outlet(), name=""))
    assert "This field is required." in words
    assert "becomes" not in words
