"""Pieces of each relation and role: every word in the language and direction that it states.

In six languages, and in two for which nobody has words: what joins the facts there is English and says so.
"""

import datetime as dt
from typing import Any

import pytest
from lxml import etree, html

from articles import acts
from articles.acts import NoticeDraft
from articles.models import Article
from articles.models.appearance import Relation
from disclaimers.models import Institution
from tests.conftest import NOW
from tests.factories import FormerNameFactory, published
from tests.reading.foreign_words import strangers
from tests.reading.six_languages import LANGUAGES, ROLES, WORD, Records, piece, records

pytestmark = pytest.mark.long


def of_each_kind(made: Records, language: str) -> list[Article]:
    """A piece of people in each role, one for each relation to an outlet and for each role of our expert there."""
    pieces = [piece(made, language, roles=ROLES)]
    for relation in Relation:
        place: dict[str, Any] = {"relation": relation}
        if relation == Relation.FORTHCOMING:
            place |= {"published_on": None}
        if relation == Relation.RERUN:
            place |= {"outlet": None}
        pieces.append(piece(made, language, roles=("author", "translator"), **place))
    for expert in ("quoted", "interviewed"):
        pieces.append(piece(made, language, roles=("interviewee",), expert_role=expert))
    return pieces


def wrong(root: html.HtmlElement, language: str, where: str) -> list[str]:
    return [f"{where}: {each}" for each in strangers(root, language)]


def of_the_page(site: Any, path: str, language: str) -> list[str]:
    answer = site.get(path)
    if answer.status_code == 404:
        return []
    page = html.fromstring(answer.content.decode())
    looks = page.xpath("//textarea")
    copies = [html.fragment_fromstring(each.text or "", create_parent="div") for each in looks]
    return [fault for root in (page.find("body"), *copies) for fault in wrong(root, language, path)]


def lists(made: Records) -> list[str]:
    """The front page, the profiles and the page of an address that does not exist, in the desk's own language."""
    people = [f"/authors/{person.slug}/" for person in made.people.values()]
    return ["/", "/nothing/", *people, f"/outlets/{made.outlet.slug}/", f"/topics/{made.topic.slug}/"]


def of_the_feed(site: Any, made: Records, own: str, language: str) -> list[str]:
    feed = etree.fromstring(site.get(f"/houses/{made.house.code}/feed.rss").content)
    lang = "{http://www.w3.org/XML/1998/namespace}lang"
    assert {item.get(lang, own) for item in feed.iter("item")} == {language}
    contents = [
        html.fragment_fromstring(each.text or "", create_parent="div")
        for each in feed.iter("{http://purl.org/rss/1.0/modules/content/}encoded")
    ]
    assert contents
    return [fault for content in contents for fault in wrong(content, own, "feed")]


@pytest.mark.parametrize(
    ("language", "in_every_language"),
    [
        *((language, True) for language in LANGUAGES if language != "tr"),
        *((language, False) for language in LANGUAGES if language not in ("en", "he")),
    ],
)
def test_no_word_on_a_page_is_of_another_language_than_it_states(
    site: Any, language: str, in_every_language: bool
) -> None:
    made = records(in_every_language=in_every_language)
    own = "he" if language == "he" else "en"  # of the desk, its lists and profiles
    Institution.objects.update(default_language=own)
    FormerNameFactory(outlet=made.outlet, name="Lamp of the Night", until_on=dt.date(2019, 1, 1))
    pieces = of_each_kind(made, language)
    for article in pieces:
        published(article, at=NOW)
    told = NoticeDraft("correction", wrong=WORD[language], right=WORD[language])
    acts.correct(pieces[0], changes={}, notice=told, by=None, at=NOW)
    word = WORD[language]
    acts.retract(pieces[-2], text=word, issued_by=word, by=None, at=NOW)
    acts.take_down(pieces[-1], because="legal", sentence=WORD[language], by=None, at=NOW, reason="A letter")
    faults = [
        fault
        for article in pieces
        for path in (f"/articles/{article.slug}/", f"/articles/{article.slug}/republish/")
        for fault in of_the_page(site, path, language)
    ]
    faults += of_the_feed(site, made, own, language)
    faults += [fault for path in lists(made) for fault in of_the_page(site, path, own)]
    assert not faults, "\n".join(dict.fromkeys(faults))
