"""What stands on the site of the sample desk: its menu, its front page, and the next one, which begins in a week."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from articles.models import Article
from articles.models.topic import Topic
from authors.models import Author
from disclaimers.models import Institution, Kind
from website.models import Arrangement, FrontPlace, Menu, MenuEntry
from website.models.menu import Target

FrontPlaces = tuple[dict[str, Any], ...]
_NOW: FrontPlaces = (
    {"piece": "2026-let-the-bus-wait-for-the-boat"},
    {"shows": "kind", "kind": "commentary", "number": 3},
    {"heading": "Town halls", "shows": "topic", "topic": "Local government", "number": 3},
    {"heading": "Water and its edges", "piece": "2023-insuring-the-last-house-on-the-spit"},
    {"shows": "topic", "topic": "Water", "number": 3},
    {"heading": "By Ines Okonjo-Dahl", "shows": "person", "person": "Ines Okonjo-Dahl", "number": 3},
)
_IN_A_WEEK: FrontPlaces = (
    {"piece": "scheduled-who-signs-for-the-seabed"},
    {"shows": "newest", "number": 3},
    {"heading": "Ships and harbours", "shows": "topic", "topic": "Ports", "number": 6},
)


def arrange_front_pages(articles: Mapping[str, Article], at: dt.datetime) -> None:
    """Arrange the front page of the desk's first house from now on, and another from a week on."""
    home = Institution.objects.home().get()
    for places, begins in ((_NOW, at), (_IN_A_WEEK, at + dt.timedelta(days=7))):
        arrangement = Arrangement.objects.create(institution=home, live_from=begins)
        for order, place in enumerate(places, start=1):
            FrontPlace.objects.create(arrangement=arrangement, order=order, **_with_records(place, articles))


def make_menu(articles: Mapping[str, Article]) -> None:
    """The menu of the desk's first house: the usual ways, and the page about the institute."""
    menu = Menu.objects.create(institution=Institution.objects.home().get())
    ways: tuple[dict[str, Any], ...] = (
        *({"leads_to": target} for target in (Target.TOPICS, Target.PEOPLE, Target.OUTLETS, Target.ARCHIVE)),
        {"leads_to": Target.PIECE, "piece": articles["2026-about"]},
    )
    for order, way in enumerate(ways):
        MenuEntry.objects.create(menu=menu, order=order, **way)


def _with_records(place: Mapping[str, Any], articles: Mapping[str, Article]) -> dict[str, Any]:
    """The place with its records in place of their names."""
    records: Mapping[str, Callable[[str], Any]] = {
        "piece": lambda name: articles[name],
        "kind": lambda code: Kind.objects.get(code=code),
        "topic": lambda name: Topic.objects.get(name=name),
        "person": lambda name: Author.objects.get(display_name=name),
    }
    return {name: records[name](value) if name in records else value for name, value in place.items()}
