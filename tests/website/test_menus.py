"""The menu in the header: what the desk gave the house, in the language of the page, and no way without a page."""

import datetime as dt
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from lxml import html

from articles import acts
from articles.models import Series, Topic
from disclaimers.models import Institution
from tests.conftest import NOW
from tests.factories import ArticleFactory, InstitutionFactory, KindFactory, KindLabelFactory, published
from website.models import Menu, MenuEntry
from website.models.menu import CHOSEN, Target

SECOND = dt.timedelta(seconds=1)


def ways(client: Any, path: str = "/") -> list[tuple[str, str]]:
    """(label, address) of each entry of a page's menu."""
    page = html.fromstring(client.get(path).content.decode())
    return [(link.text_content(), link.get("href")) for link in page.xpath("//nav[@class='menu']//a")]


def menu(house: Institution, *entries: dict[str, Any], language: str = "") -> Menu:
    made = Menu.objects.create(institution=house, language=language)
    for order, values in enumerate(entries):
        MenuEntry.objects.create(menu=made, order=order, **values)
    return made


def test_a_house_without_a_menu_offers_the_usual_ways(site):
    assert ways(site) == [
        ("Topics", "/topics/"),
        ("People", "/authors/"),
        ("Outlets", "/outlets/"),
        ("Archive", "/archive/"),
    ]


def test_an_entry_waits_until_there_is_a_page_behind_it(site, desk, reading_at):
    kind = KindFactory(code="memo", label="Memo")
    piece = ArticleFactory(
        headline="About us", kind=kind, topics=["Harbours"], series="Slow Ports", institution=desk
    )
    topic = Topic.objects.get(name="Harbours")
    menu(
        desk,
        {"leads_to": "topic", "topic": topic},
        {"leads_to": "one-series", "series": Series.objects.get()},
        {"leads_to": "kind", "kind": kind},
        {"leads_to": "piece", "piece": piece},
        {"leads_to": "archive", "label": "All years"},
    )
    assert ways(site) == [("All years", "/archive/")]
    published(piece, at=NOW, live_from=NOW + SECOND)
    assert ways(site) == [("All years", "/archive/")]
    reading_at(NOW + 2 * SECOND)
    assert ways(site) == [
        ("Harbours", "/topics/harbours/"),
        ("Slow Ports", "/series/slow-ports/"),
        ("Memo", "/kinds/memo/"),
        ("About us", "/articles/about-us/"),
        ("All years", "/archive/"),
    ]
    acts.unpublish(piece, by=None, at=NOW + 2 * SECOND, reason="So.")
    reading_at(NOW + 3 * SECOND)
    assert "About us" not in dict(ways(site))
    acts.take_down(piece, because="legal", sentence="Gone.", by=None, at=NOW + 3 * SECOND, reason="So.")
    reading_at(NOW + 4 * SECOND)
    assert "/articles/about-us/" not in dict(ways(site)).values()


def test_a_page_has_the_menu_of_its_language_and_of_its_nearest_house(site, desk):
    centre = InstitutionFactory(parent=desk, code="weir", name="Weir Unit")
    menu(desk, {"leads_to": "web", "url": "https://desk.example/", "label": "Everywhere"})
    menu(desk, {"leads_to": "people"}, language="de")
    menu(centre, {"leads_to": "feeds"})
    kind = KindFactory(label="Memo")
    for house, language, slug in ((desk, "en", "one"), (desk, "de", "two"), (centre, "en", "three")):
        published(ArticleFactory(institution=house, language=language, headline=slug, kind=kind), at=NOW)
    assert ways(site, "/articles/one/") == [("Everywhere", "https://desk.example/")]
    assert ways(site, "/articles/two/") == [("Personen", "/de/authors/")]
    assert ways(site, "/articles/three/") == [("Feeds", "/feeds/")]


def test_a_piece_in_a_menu_is_the_version_in_the_language_of_the_page(site, desk):
    about, other = (
        ArticleFactory(slug="about-us", headline="About us"),
        ArticleFactory(slug="two", language="de"),
    )
    german = ArticleFactory(
        slug="ueber-uns", headline="Über uns", language="de", translation_of=about, source_language="en"
    )
    menu(desk, {"leads_to": "piece", "piece": about})
    published(other, at=NOW)
    assert ways(site) == []
    published(about, at=NOW)
    assert ways(site) == ways(site, "/articles/two/") == [("About us", "/articles/about-us/")]
    published(german, at=NOW)
    assert ways(site) == [("About us", "/articles/about-us/")]
    assert ways(site, "/articles/two/") == [("Über uns", "/articles/ueber-uns/")]


def test_a_label_is_the_nearest_houses_in_the_language_of_the_page(site, desk):
    kind = KindFactory(code="memo", label="Memo")
    KindLabelFactory(kind=kind, language="de", label="Vermerk")
    menu(desk, {"leads_to": "kind", "kind": kind})
    published(ArticleFactory(institution=desk, language="de", headline="Zwei", kind=kind), at=NOW)
    assert ways(site, "/articles/zwei/") == [("Vermerk", "/de/kinds/memo/")]
    assert ways(site) == [("Memo", "/kinds/memo/")]


@pytest.mark.parametrize("target", Target.values)
def test_an_entry_names_what_it_leads_to_and_nothing_else(desk, target):
    made = menu(desk)
    values = {
        "topic": Topic.objects.create(name="Harbours"),
        "series": Series.objects.create(name="Slow Ports", slug="slow-ports"),
        "kind": KindFactory(),
        "piece": ArticleFactory(),
        "url": "https://desk.example/",
    }
    own = CHOSEN.get(target)
    entry = MenuEntry(menu=made, leads_to=target, label="x", **({own: values[own]} if own else {}))
    entry.full_clean()
    entry.save()
    for name, value in values.items():
        wrong = MenuEntry(menu=made, leads_to=target, label="x", **({own: values[own]} if own else {}))
        setattr(wrong, name, value if name != own else (None if name != "url" else ""))
        with pytest.raises(ValidationError):
            wrong.full_clean()
        with pytest.raises(IntegrityError), transaction.atomic():
            wrong.save()
