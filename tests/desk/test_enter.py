"""Enter in a field presses the first button of its form, and that one saves: no other button acts unasked."""

from typing import Any

from django.test import Client
from django.urls import reverse
from lxml import html

from articles.models import Article
from authors.models import Author
from tests.desk.manuscript.test_misfits import TEXTS
from tests.desk.pages import ADD, change_page, fields_of
from tests.factories import ArticleFactory, AuthorFactory, LicenceFactory, saved

SENDS = "//form[contains(@id, '_form')]//*[self::button[@type='submit'] or self::input[@type='submit']][not(@form)]"


def buttons(page: Any) -> list[str]:
    """The names of a form's buttons, in the order of the page."""
    return [str(each.get("name")) for each in html.fromstring(page.content.decode()).xpath(SENDS)]


def test_enter_presses_no_button_that_changes_something_else(paul: Client, now: Any) -> None:
    author, piece = AuthorFactory(biography=TEXTS["de"]), ArticleFactory(body=f"<p>{TEXTS['de']}</p>")
    saved(piece, at=now)
    of_author = paul.get(reverse("admin:authors_author_change", args=[author.pk]))
    of_piece = paul.get(change_page(piece))
    assert (buttons(of_author)[0], buttons(of_piece)[0], buttons(paul.get(ADD))[0]) == ("_enter",) * 3
    assert "_in_language" in buttons(of_author)
    assert {"_set", "_effective"} <= set(buttons(of_piece))
    sent = fields_of(of_author, "author_form") | {"_enter": "Save"}
    assert paul.post(of_author.wsgi_request.path, sent).status_code == 302
    assert Author.objects.get().biography_language != "de"
    answer = paul.post(change_page(piece), fields_of(of_piece) | {"_enter": "Save", "headline": "Tides"})
    assert answer.url == change_page(piece), "the form stays"
    assert Article.objects.get().headline == "Tides"


def test_who_may_only_look_has_no_button(eve: Client, desk: Any) -> None:
    page = eve.get(reverse("admin:disclaimers_licence_change", args=[LicenceFactory().pk]))
    assert buttons(page) == []
