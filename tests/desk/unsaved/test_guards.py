"""A guard of the database refuses: its own sentence, with what was typed, and never a fault."""

import datetime as dt
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.models import Article, Topic
from articles.models.topic import topics_named
from desk.unsaved.guards import refusal_of
from desk.updates.admin import PrintedWordingForm
from disclaimers.models import Institution, Kind, Wording
from tests.browsers import logged_in
from tests.desk.pages import change_page, row, rows, text_of
from tests.desk.unsaved.forms import TypedForm
from tests.factories import (
    ArticleFactory,
    InstitutionFactory,
    KindFactory,
    KindLabelFactory,
    published,
    saved,
)

SCRIPT = {"Sent-By": "script"}
STAYS = "Readers have had these words: their record stays."


@pytest.fixture
def printed(desk: Institution, now: dt.datetime) -> Wording:
    """A disclaimer's text that readers have had."""
    published(at=now)
    return Wording.objects.get()


def test_a_text_printed_while_it_is_saved_stays_and_what_was_typed_stands_in_the_form(
    paul: Client, printed: Wording, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PrintedWordingForm, "is_printed", lambda self: False)  # asked a moment too early
    typed = TypedForm(reverse("admin:disclaimers_wording_change", args=[printed.pk]), "text", "Other words.")
    form = typed.filled(paul)
    refused, by_script = paul.post(typed.address, form), paul.post(typed.address, form, headers=SCRIPT)
    assert (refused.status_code, by_script.status_code) == (409, 409)
    sentence = "Readers have had this text: begin another one on a day, or correct a slip on record."
    assert f"{sentence} Nothing has been saved yet" in text_of(refused)
    assert typed.value_in(refused) == "Other words."
    assert by_script.json() == {"sentence": f"{sentence} Nothing has been changed."}
    assert Wording.objects.get().text == printed.text


def test_a_deletion_that_would_take_a_printed_label_along_says_what_stands_in_its_way(
    administrator: Any, printed: Wording
) -> None:
    ann, kind, other = logged_in(administrator), Kind.objects.get(), InstitutionFactory()
    KindLabelFactory(kind=kind, institution=other, label=kind.label)
    delete = reverse("admin:disclaimers_institution_delete", args=[other.pk])
    refused = ann.post(delete, {"post": "yes"})
    assert refused.status_code == 409
    assert f"Nothing has been changed {STAYS}" in text_of(refused)
    assert f'href="{delete}"' in refused.content.decode()
    assert STAYS in ann.post(delete, {"post": "yes"}, headers=SCRIPT).json()["sentence"]
    assert Institution.objects.filter(pk=other.pk).exists()


@pytest.mark.parametrize(
    ("model", "values", "sentence"),
    [
        (Topic, {"name": "Talks, treaties"}, "A topic has no comma and no semicolon: they separate topics."),
        (Kind, {"code": "commentary"}, "Another content type with this code was saved at the same moment."),
        (
            Article,
            {"kind": 999},
            "Something that this names, or that names this, was changed at the same moment.",
        ),
        (Kind, {"label": None}, None),  # a form that forgot a value is a bug
    ],
)
def test_what_two_forms_broke_together_has_a_sentence_and_a_bug_has_none(
    model: Any, values: dict[str, Any], sentence: str | None, desk: Institution
) -> None:
    KindFactory(code="essay")
    topics_named(["Ports"])
    ArticleFactory()
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    with pytest.raises(IntegrityError) as plain, transaction.atomic():
        model._default_manager.exclude(**values).update(**values)
    refusal = refusal_of(plain.value)
    assert (refusal and refusal.sentence) == sentence


def test_a_save_that_an_act_refuses_comes_back_with_its_sentence_and_what_was_typed(
    eve: Client, desk: Institution, now: dt.datetime
) -> None:
    """Readers get less of what is made from the draft, and at that moment another act changes that page."""
    draft = ArticleFactory(headline="Tides")
    saved(draft, at=now)
    made = ArticleFactory(made_from=draft, made_as="excerpt", headline="Nets")
    published(made, at=timezone.now() + dt.timedelta(hours=1))
    typed = TypedForm(change_page(draft), "dek", "About ships.")
    place = rows("appearances", 1) | row(
        "appearances", 0, order="0", relation="original", expert_role="wrote", precision="day", work="book",
        outlet_name="Lamp",
    )  # fmt: skip
    refused = eve.post(typed.address, typed.filled(eve) | place)
    assert refused.status_code == 409
    assert "“Nets” is made from this piece. Something else happened to this piece" in text_of(refused)
    assert typed.value_in(refused) == "About ships."
    assert draft.revisions.count() == 1


def test_a_guard_is_known_by_its_name(printed: Wording) -> None:
    with pytest.raises(IntegrityError) as guarded, transaction.atomic():
        Kind.objects.all()._raw_delete("default")
    refusal = refusal_of(guarded.value)
    assert refusal is not None
    assert (refusal.guard, refusal.sentence) == ("printed_kinds_are_not_deleted", STAYS)
