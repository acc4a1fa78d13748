"""Each constraint behind a form refuses in words of the desk at a field, never with its own name or a fault of ours."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group, User
from django.db.models import Model
from django.test import Client
from django.urls import reverse
from lxml import html

from articles.models import Article, Batch
from articles.models.grouping.series import Series, series_named
from articles.models.rights import Reprint
from articles.models.topic import Topic, topics_named
from authors.models import Appointment, Author
from desk.admin import ADMINS
from disclaimers.models import Disclaimer, HouseStyle, Institution, Kind, Licence, StandingNotice, Wording
from documents.models import Document
from outlets.models import Outlet
from pictures.models import Picture
from tests.browsers import logged_in
from tests.desk.broken_constraints import BREAKS, UNTYPED
from tests.desk.pages import fields_of
from tests.factories import (
    AppointmentFactory,
    ArticleFactory,
    AuthorFactory,
    DisclaimerFactory,
    DocumentFactory,
    HouseStyleFactory,
    InstitutionFactory,
    KindFactory,
    LicenceFactory,
    OutletFactory,
    PictureFactory,
    StandingNoticeFactory,
    WordingFactory,
)
from website.models import Arrangement, Menu, OldAddress

pytestmark = pytest.mark.long


def guards() -> Iterator[tuple[type[Model], str]]:
    """The name of each constraint, and of each field with a unique value, of models that a page of the desk saves."""
    for model, page in admin.site._registry.items():
        for edited in (model, *(inline.model for inline in page.inlines)):
            yield from ((model, each.name) for each in edited._meta.constraints)
            yield from (
                (model, field.name) for field in edited._meta.fields if field.unique and not field.primary_key
            )


@pytest.fixture
def opened(desk: Institution) -> dict[type[Model], Model]:
    """A record of each kind, beside others with which it could clash."""
    OutletFactory(name="Hill")
    LicenceFactory(code="other", name="Other", version="1")
    AuthorFactory(user=User.objects.get(username="ada"))
    disclaimer = DisclaimerFactory(institution=desk)
    WordingFactory(disclaimer=disclaimer, language="de")
    house = InstitutionFactory()
    InstitutionFactory(code="below", parent=house)
    HouseStyleFactory(institution=house, language="de")
    Menu.objects.create(institution=desk, language="de")
    OldAddress.objects.create(path="/other", is_gone=True)
    Arrangement.objects.create(institution=desk, language="de", live_from="2030-01-07T14:00Z")
    topics_named(["Ports", "Ships"])
    series_named("Slow Ports")
    article = ArticleFactory()
    return {
        Article: article,
        Reprint: Reprint.objects.create(article=article, outlet_name="Lantern"),
        Topic: Topic.objects.get(name="Ships"),
        Series: series_named("Quiet Harbours"),
        Author: AuthorFactory(),
        Appointment: AppointmentFactory(),
        Outlet: OutletFactory(name="Lantern"),
        Picture: PictureFactory(cleared=False),
        Document: DocumentFactory(cleared=False),
        Disclaimer: DisclaimerFactory(institution=desk),
        Wording: WordingFactory(disclaimer=disclaimer, language="en"),
        HouseStyle: HouseStyleFactory(institution=house, language="fr"),
        Institution: house,
        Kind: KindFactory(code="essay"),
        Licence: LicenceFactory(),
        StandingNotice: StandingNoticeFactory(institution=desk),
        Menu: Menu.objects.create(institution=desk),
        OldAddress: OldAddress.objects.create(path="/fax", is_gone=True),
        Arrangement: Arrangement.objects.create(institution=desk),
        User: User.objects.get(username="sam"),
        Group: Group.objects.exclude(name="Editors").first(),
    }


def test_every_constraint_behind_a_form_is_tried_and_has_a_sentence() -> None:
    tried = {name for each in BREAKS.values() for name in each} | UNTYPED.keys()
    assert {name for _, name in guards()} <= tried
    assert set(ADMINS) - {Batch} == set(BREAKS)


@pytest.mark.parametrize("model", BREAKS, ids=lambda model: model.__name__)
def test_refusals_name_the_field_and_never_a_constraint(
    model: Any, opened: dict[type[Model], Any], administrator: User, desk: Institution
) -> None:
    client, record = logged_in(administrator), opened[model]
    keys = {
        "outlet": Outlet.objects.get(name="Hill").pk,
        "article": opened[Article].pk,
        "house": desk.pk,
        "below": Institution.objects.get(code="below").pk,
        "licence": opened[Licence].pk,
        "account": User.objects.get(username="ada").pk,
        "itself": record.pk,
    }
    page = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_change", args=[record.pk])
    filled = fields_of(client.get(page), f"{model._meta.model_name}_form")
    assert {
        name: problem
        for name in BREAKS[model]
        if (problem := _problem(client, page, filled, name, keys, model))
    } == {}


def _problem(
    client: Client, page: str, filled: dict[str, Any], name: str, keys: dict[str, Any], model: Any
) -> str:
    """What is wrong with the answer to a form that breaks a constraint; "" if it says what is wrong, at a field."""
    typed = {
        field: value.format(**keys) if isinstance(value, str) else value
        for field, value in BREAKS[model][name].items()
    }
    try:
        answer = client.post(page, filled | typed)
    except Exception as error:
        return f"a fault: {error!r}"
    text = answer.content.decode()
    if answer.status_code != 200:
        return f"status {answer.status_code}"
    said = [
        " ".join(each.text_content().split())
        for each in html.fromstring(text).xpath("//*[contains(@class, 'errorlist')]")
    ]
    if ("_" in name and name in text) or "onstraint" in text:
        return f"it names the constraint: {said}"
    return "" if said else "no sentence at a field"
