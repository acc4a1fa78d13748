"""When an instant comes without an act: pages kept in memory are those of a process that has just begun."""

import datetime as dt

import pytest
from django.test import Client

from articles import acts
from articles.acts.rights import Grant
from articles.models import Article, Topic
from articles.states import Act
from authors.models import Author, AuthorName
from disclaimers.models import Institution, InstitutionName
from tests.conftest import NOW, examples
from tests.factories import (
    FormerNameFactory,
    KindLabelFactory,
    PictureFactory,
    StandingNoticeFactory,
    published,
)
from tests.leaks.desk import LeakDesk
from tests.leaks.memory import forget_all, number_kept
from tests.leaks.reading import INDEXES, LISTS, NUMBERED, SEARCHES, STEADY_PAGES
from tests.leaks.slugs import slugs_of
from tests.leaks.versions import SHARED, next_version
from tests.public_addresses import addresses
from website.models import Arrangement, FrontPlace, Menu, MenuEntry

pytestmark = [pytest.mark.long, pytest.mark.django_db(transaction=True)]
HOUR, SECOND = dt.timedelta(hours=1), dt.timedelta(seconds=1)
TOMORROW = NOW.date() + dt.timedelta(days=1)
MIDNIGHT = dt.datetime(2026, 3, 11, 4, tzinfo=dt.UTC)
"""In New York, where the house counts its days."""
DAY = dt.timedelta(days=1)
LATER = TOMORROW + DAY
"""A day on which no version of a piece begins or ends."""
ASKED = (
    "/", "/topics/open-water/", "/archive/2026/03/", "/feed.rss", "/feed.json", "/de/feed.rss", "/authors/",
    "/authors/shared/", "/outlets/", "/houses/", "/articles/anchor/", "/search/?q=HEADLINE", "/search/?q=SHARED+QUAY",
    "/search/suggestions/?q=SHARED",
)  # fmt: skip
"""Pages that are read around each instant."""
SHARE = 16
"""Of all other pages the part that is read around an instant."""


class Passing:
    """A desk on which nobody does anything, while what was arranged before comes by itself."""

    def __init__(self, house: Institution, set_clock, monkeypatch) -> None:
        self.house, self.at, self.set_clock, self.turn = house, NOW, set_clock, 0
        self.desk = LeakDesk(house)
        self.readers = self.desk.readers
        monkeypatch.setattr("reading.public_view.now", lambda: self.at)
        self.scheduled, self.replaced, self.ending, self.embargoed = self.desk.lives
        own = [f"/articles/{life.article.slug}/" for life in self.desk.lives]
        self.asked = [*ASKED, f"/houses/{house.slug}/about/", *own]
        self.plan_pieces()
        self.plan_a_front_page()
        self.plan_a_day()

    def plan_pieces(self) -> None:
        """A first version in an hour, another in two, a text in four and none any more tomorrow."""
        coming = self.scheduled
        published(coming.article, at=NOW, live_from=NOW + HOUR)
        coming.happened(Act.SCHEDULE, NOW)
        coming.coming_at = NOW + HOUR
        for life in self.desk.lives[1:]:
            published(life.article, at=NOW)
            life.happened(Act.PUBLISH, NOW)
        next_version(self.replaced, self.desk.new_word(), NOW, series=SHARED)
        published(self.replaced.article, at=NOW, live_from=NOW + 2 * HOUR)
        self.replaced.happened(Act.SCHEDULE, NOW)
        self.grant(self.ending.article, valid_until=TOMORROW)
        self.grant(self.embargoed.article, embargo_until=NOW + 4 * HOUR, embargo_zone="Europe/Berlin")
        self.embargoed.shows_text = False

    def grant(self, piece: Article, **terms) -> None:
        terms = Grant(granted_on=NOW.date(), evidence="mail", **terms)
        acts.grant_rights(piece.appearances.get(), terms, by=None, at=NOW)

    def plan_a_front_page(self) -> None:
        """Another front page in three hours, and a menu with an entry whose name changes on a day."""
        front = Arrangement.objects.create(institution=self.house, live_from=NOW + 3 * HOUR)
        place = {"shows": "topic", "topic": Topic.objects.get(name=SHARED)}
        FrontPlace.objects.create(arrangement=front, order=0, heading="From now on", number=2, **place)
        menu = Menu.objects.get()
        MenuEntry.objects.create(menu=menu, leads_to="kind", kind=self.house.default_kind, order=2)

    def plan_a_day(self) -> None:
        """Later people, houses, outlets and content types have other names, a notice goes and another comes."""
        shared = Author.objects.get(slug="shared")
        portrait = PictureFactory(cleared={"until_on": LATER})
        Author.objects.filter(pk=shared.pk).update(portrait=portrait, portrait_alt="A face")
        from_on = {"language": "en", "from_on": LATER}
        AuthorName.objects.create(author=shared, display_name="Shared Quay the Younger", **from_on)
        InstitutionName.objects.create(institution=self.house, name="Harbour of Later", **from_on)
        outlet = self.ending.article.appearances.get().outlet
        FormerNameFactory(outlet=outlet, name="Elder Sheet", until_on=LATER)
        KindLabelFactory(kind=self.house.default_kind, label="Opinion of later", from_on=LATER)
        StandingNoticeFactory(institution=self.house, text="Gone later.", shown_until=LATER)
        StandingNoticeFactory(institution=self.house, text="Here later.", shown_from=LATER)

    def addresses(self) -> list[str]:
        """Pages that other tests of time ask for, and of all others some each time, the next ones the next time."""
        self.turn += 1
        share = SHARE if examples(1) == 1 else 1
        of_pieces = {address for life in self.desk.lives for address in addresses(slugs_of(life))}
        lists = {
            language + each for language in ("", "/de") for each in (*LISTS, *INDEXES, *NUMBERED, *SEARCHES)
        }
        others = sorted({*of_pieces, *lists, *STEADY_PAGES} - {*self.asked})
        some = [each for place, each in enumerate(others) if (place + self.turn) % share == 0]
        return [*self.asked, *some]

    def pages(self, at: dt.datetime, of: list[str]) -> dict[str, str]:
        """What addresses answer at an instant, with what is in memory."""
        self.at = at
        client = Client()
        return {address: _said(client.get(address)) for address in of}

    def comes(self, instant: dt.datetime) -> tuple[dict[str, str], dict[str, str]]:
        """The pages just before an instant and at it. Whatever was read before, they are those of a new process."""
        of = self.addresses()
        forget_all()
        self.set_clock(instant - SECOND)
        before = self.pages(instant - SECOND, of)
        assert number_kept() > 100
        self.has_no_more_than_it_may(before)
        self.set_clock(instant)
        kept = self.pages(instant, of)
        of_an_older_request = self.pages(instant - SECOND, self.asked)
        forget_all()
        after = self.pages(instant, of)
        for life in self.desk.lives:
            life.go_to(instant)
        self.embargoed.shows_text = instant >= NOW + 4 * HOUR
        self.ending.shows_text = instant < MIDNIGHT
        self.has_no_more_than_it_may(after)
        assert changed(kept, after) == []
        assert changed(of_an_older_request, before) == []
        return before, after

    def has_no_more_than_it_may(self, pages: dict[str, str]) -> None:
        for address, text in pages.items():
            self.readers._has_no_more_than_it_may(address, text, int(text[:3]))
        assert "\n".join(map(str, self.readers.faults)) == ""


def _said(answer) -> str:
    return f"{answer.status_code} {dict(answer.headers)} {answer.content.decode(errors='replace')}"


def changed(one: dict[str, str], other: dict[str, str]) -> list[str]:
    return [address for address in one if one[address] != other[address]]


def test_what_is_kept_in_memory_ends_with_the_instant_for_which_it_was_made(desk, clock, monkeypatch):
    passing = Passing(desk, clock, monkeypatch)
    scheduled, replaced, ending, embargoed = passing.desk.lives
    page = "/articles/{}/".format
    lists = ("/", "/topics/open-water/", "/archive/2026/03/", "/feed.rss", "/search/?q=HEADLINE")

    def comes(instant, *, new=(), old=()):
        """`new`, `old`: words with an address at which they stand from the instant on, or no longer."""
        before, after = passing.comes(instant)
        for word, address in new:
            assert (word in before[address], word in after[address]) == (False, True), (word, address)
        for word, address in old:
            assert (word in before[address], word in after[address]) == (True, False), (word, address)

    word = f"{scheduled.draft} headline"
    own = page(scheduled.article.slug)
    comes(NOW + HOUR, new=[(word, address) for address in (*lists, own)])
    word, past = (f"{each} headline" for each in (replaced.draft, replaced.public))
    own = page(replaced.article.slug)
    places = (*lists, own)
    comes(
        NOW + 2 * HOUR,
        new=[(word, address) for address in places],
        old=[(past, address) for address in places],
    )
    comes(NOW + 3 * HOUR, new=[("From now on", "/")], old=[("On water", "/")])
    own = page(embargoed.article.slug)
    text = f"{embargoed.public} body"
    comes(NOW + 4 * HOUR, new=[(text, own), (text, "/de/feed.rss")])
    text, own = f"{ending.public} body", page(ending.article.slug)
    comes(MIDNIGHT, old=[(text, own), (text, "/feed.rss")])
    comes(
        MIDNIGHT + DAY,
        new=[
            ("Shared Quay the Younger", "/authors/"),
            ("Shared Quay the Younger", "/authors/shared/"),
            ("Shared Quay the Younger", "/search/suggestions/?q=SHARED"),
            ("Shared Quay the Younger", "/search/?q=SHARED+QUAY"),
            ("Shared Quay the Younger", "/search/?q=HEADLINE"),
            ("Shared Quay the Younger", f"/houses/{desk.slug}/about/"),
            ("Opinion of later", "/"),
            ("Opinion of later", "/articles/anchor/"),
            ("Harbour of Later", "/"),
            ("Harbour of Later", "/houses/"),
            ("Harbour of Later", "/feed.json"),
            ("Here later.", "/articles/anchor/"),
            ("Here later.", "/feed.rss"),
        ],
        old=[
            ("Gone later.", "/articles/anchor/"),
            ("Gone later.", "/feed.rss"),
            ("A face", "/authors/shared/"),
            ("Elder Sheet", "/outlets/"),
            ('"avatar"', "/feed.json"),
        ],
    )
