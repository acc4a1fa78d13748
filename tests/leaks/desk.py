"""The desk of the sweeps: pieces that go through the acts beside two that stay, and pages arranged around them."""

from typing import Any

from django.test import Client

from articles.models import Article, Topic
from authors.models import Author
from disclaimers.models import Institution
from tests.conftest import NOW
from tests.factories import ArticleFactory, AuthorFactory, BylineFactory, published
from tests.leaks.reading import Readers
from tests.leaks.versions import SHARED, first_version
from tests.leaks.words import new_word
from website.models import Arrangement, FrontPlace, Menu, MenuEntry
from website.models.old_address import OldAddress


class LeakDesk:
    """`lives`: two pieces of one series, one with series of its own, and a German translation of a piece that stays.

    All have the author, the topic and the outlets that no other has, and an author and a topic that all share.
    """

    def __init__(self, house: Institution) -> None:
        self.house, self._words = house, 0
        AuthorFactory(display_name="Shared Quay", slug="shared")
        anchor = _steady(slug="anchor", headline="Anchor headline", series=SHARED)
        _steady(slug="zwei", headline="Zwei headline", language="de")
        german = {"language": "de", "translation_of": anchor, "source_language": "en"}
        self.facts: tuple[dict[str, Any], ...] = ({"series": SHARED}, {"series": SHARED}, {}, german)
        self.lives = [first_version(self.new_word(), NOW, **facts) for facts in self.facts]
        for life in self.lives[::2]:
            life.keeps_headline = True
        self._arrange()
        self.readers = Readers(Client(), self.lives, {"en": 1, "de": 1})

    def number(self) -> int:
        """A number that was not used before."""
        self._words += 1
        return self._words

    def new_word(self) -> str:
        return new_word(self.number())

    def _arrange(self) -> None:
        """A menu, a front page and old addresses that lead to the pieces, whether readers have them or not."""
        menu, topic = Menu.objects.create(institution=self.house), Topic.objects.get(name=SHARED)
        MenuEntry.objects.create(menu=menu, leads_to="piece", piece=self.lives[0].article)
        MenuEntry.objects.create(menu=menu, leads_to="topic", topic=topic, order=1)
        front = Arrangement.objects.create(institution=self.house, live_from=NOW)
        places: list[dict[str, Any]] = [
            {"piece": self.lives[1].article},
            {"shows": "topic", "topic": topic, "heading": "On water", "number": 2},
            {"piece": self.lives[3].article},
        ]
        for order, place in enumerate(places):
            FrontPlace.objects.create(arrangement=front, order=order, **place)
        for life in self.lives:
            OldAddress.objects.create(path=f"/old/{life.article.slug}", piece=life.article)


def _steady(**facts: Any) -> Article:
    article = ArticleFactory(topics=[SHARED], **facts)
    BylineFactory(article=article, author=Author.objects.get(slug="shared"))
    published(article, at=NOW)
    return article
