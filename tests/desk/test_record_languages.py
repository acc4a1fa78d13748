"""A biography or a disclaimer in another language than its field says: a warning, with one click that changes it."""

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html

from authors.models import Author
from disclaimers.models import Institution, Wording
from tests.desk.manuscript.test_misfits import TEXTS
from tests.desk.pages import fields_of, text_of
from tests.factories import AuthorFactory, BylineFactory, DisclaimerFactory, WordingFactory, published

pytestmark = [pytest.mark.django_db, pytest.mark.long]


def change_of(record) -> str:
    meta = record._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[record.pk])


def click(client: Client, record) -> None:
    """Press the button beside the first doubt on a record's page, with the form as it stands."""
    page = client.get(change_of(record))
    [button] = html.fromstring(page.content.decode()).xpath("//button[@name='_in_language']")
    sent = fields_of(page, f"{record._meta.model_name}_form") | {"_in_language": button.get("value")}
    answer = client.post(change_of(record), sent)
    assert answer.status_code == 302, text_of(answer)
    assert answer.url == change_of(record)


def test_a_biography_in_another_language_is_warned_of_and_one_click_names_it(
    eve: Client, now, client
) -> None:
    author = AuthorFactory(biography=TEXTS["de"], slug="ida-quay")
    published(BylineFactory(author=author).article, at=now)
    sentence = "The biography is in German, and is said to be in English."
    assert sentence in text_of(eve.get(change_of(author)))
    click(eve, author)
    assert Author.objects.get().biography_language == "de"
    assert sentence not in text_of(eve.get(change_of(author)))
    page = html.fromstring(client.get("/authors/ida-quay/").content.decode())
    assert page.find_class("biography")[0].get("lang") == "de"


def test_a_biography_in_the_usual_language_of_the_desk_is_not_warned_of(
    eve: Client, desk: Institution
) -> None:
    desk.default_language = "de"
    desk.save()
    author = AuthorFactory(biography=TEXTS["de"])
    assert "is said to be in" not in text_of(eve.get(change_of(author)))
    short = AuthorFactory(biography="Sie zählt Schiffe.")
    assert "is said to be in" not in text_of(eve.get(change_of(short)))


def test_saving_a_disclaimer_in_another_language_says_so_and_its_row_is_changed_by_one_click(
    paul: Client, desk: Institution
) -> None:
    disclaimer = DisclaimerFactory(institution=desk)
    WordingFactory(disclaimer=disclaimer, text="We speak for nobody but ourselves.")
    wrong = WordingFactory(disclaimer=disclaimer, text=TEXTS["fr"], in_force_from=None, language="de")
    page = paul.get(change_of(disclaimer))
    saved = paul.post(change_of(disclaimer), fields_of(page, "disclaimer_form"), follow=True)
    assert "The text is in French, and is said to be in German. Look at it" in text_of(saved)
    click(paul, disclaimer)
    wrong.refresh_from_db()
    assert wrong.language == "fr"


def test_a_text_that_readers_have_had_is_warned_of_without_a_click(
    paul: Client, desk: Institution, now
) -> None:
    Wording.objects.update(text=TEXTS["fr"])
    published(at=now)
    page = paul.get(change_of(Wording.objects.get()))
    assert "The text is in French, and is said to be in English." in text_of(page)
    assert b"_in_language" not in page.content
