"""Addresses spell letters as readers of the piece's language do; what is named without a language, as the desk's."""

import pytest
from django.urls import reverse

from articles.models.topic import Topic, topics_named
from authors.models import Author
from disclaimers.models import Institution
from intake.drafts.new_records import make_author
from outlets.models import Outlet
from tests.conftest import NOW
from tests.desk.pages import fields_of
from tests.factories import ArticleFactory, published

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("language", "path"),
    [
        ("de", "/articles/muellers-weisse-groesse/"),
        ("da", "/articles/mullers-weisse-groesse/"),
        ("en", "/articles/mullers-weisse-grosse/"),
    ],
)
def test_a_piece_is_addressed_in_its_own_language(language, path, desk):
    headline = "Müllers weiße Größe" if language != "da" else "Müllers weisse Grøsse"
    assert published(ArticleFactory(language=language, headline=headline), at=NOW).permalink.path == path


def test_a_person_is_addressed_in_the_language_of_the_desk(desk, editor, client):
    Institution.objects.update(default_language="de")
    assert make_author("Jörg Groß").slug == "joerg-gross"
    client.force_login(editor)
    add = reverse("admin:authors_author_add")
    client.post(add, fields_of(client.get(add), "author_form") | {"display_name": "Jürgen Weiß"})
    assert Author.objects.get(display_name="Jürgen Weiß").slug == "juergen-weiss"


def test_an_outlet_is_addressed_in_its_own_language(desk, editor, client):
    client.force_login(editor)
    add = reverse("admin:outlets_outlet_add")
    form = fields_of(client.get(add), "outlet_form")
    client.post(add, form | {"name": "Süddeutsche Tide", "language": "de"})
    assert Outlet.objects.get(name="Süddeutsche Tide").slug == "sueddeutsche-tide"


@pytest.mark.parametrize(
    ("usual", "of_piece", "name", "language", "slug"),
    [
        ("en", "de", "Häfen und Größen", "de", "haefen-und-groessen"),
        ("de", "en", "Häfen", "", "haefen"),
        ("en", "fr", "Café", "", "cafe"),
        ("en", "de", "Ports", "", "ports"),
        ("en", "ru", "Café", "", "cafe"),
        ("en", "uk", "Гавані", "uk", "havani"),
        ("en", "ru", "Северные порты", "ru", "severnye-porty"),
    ],
)
def test_a_topic_is_addressed_in_the_language_of_its_name(usual, of_piece, name, language, slug, desk):
    Institution.objects.update(default_language=usual)
    [topic] = topics_named([name], language=of_piece)
    assert (topic.name_language, topic.slug) == (language, slug)


def test_a_topic_made_in_the_admin_is_addressed_in_the_language_of_its_name(desk, editor, client):
    client.force_login(editor)
    add = reverse("admin:articles_topic_add")
    form = fields_of(client.get(add), "topic_form")
    client.post(add, form | {"name": "Häfen", "name_language": "de"})
    assert Topic.objects.get(name="Häfen").slug == "haefen"
