"""Around changes that are no act on a piece: merged and renamed records, places left out, permissions that end."""

import datetime as dt

import pytest

from articles import acts
from articles.acts.rights import Grant
from articles.models import Article, Series, Topic
from articles.states import Act, Surface
from authors.models import Author
from disclaimers.models import Kind
from outlets.models import Outlet
from tests.conftest import NOW
from tests.factories import published
from tests.leaks.desk import LeakDesk

pytestmark = [pytest.mark.long, pytest.mark.django_db(transaction=True)]
HOUR, SECOND = dt.timedelta(hours=1), dt.timedelta(seconds=1)
RECORDS = (
    (Author, "display_name", "author"), (Outlet, "name", "outlet"), (Topic, "name", "topic"),
    (Series, "name", "series"), (Kind, "label", "kind"),
)  # fmt: skip


class Hours:
    """A desk whose clock is moved on by each change."""

    def __init__(self, desk, set_clock, monkeypatch):
        self.desk, self.set_clock, self.at = LeakDesk(desk), set_clock, NOW
        monkeypatch.setattr("reading.public_view.now", lambda: self.at)

    def go_on(self, time=SECOND):
        self.at += time
        self.set_clock(self.at)
        return self.at

    def publish(self, life):
        published(life.article, at=self.go_on())
        life.happened(Act.PUBLISH, self.at)

    def look(self, *lives):
        for life in lives:
            for _ in range(2):  # turns, so that all lists are read
                self.desk.readers.look(life, is_changed=True)
        assert "\n".join(map(str, self.desk.readers.faults)) == ""


@pytest.fixture
def hours(desk, clock, monkeypatch):
    return Hours(desk, clock, monkeypatch)


def named(word):
    """The records that the versions with a word alone name."""
    return [model.objects.get(**{name: f"{word} {part}"}) for model, name, part in RECORDS]


def test_a_record_that_only_a_draft_names_stays_unknown_when_it_is_renamed_or_merged(hours, client):
    public, draft = hours.desk.lives[2:]
    hours.publish(public)
    slugs = [(record, getattr(record, "slug", "") or record.code) for record in named(draft.draft)]
    for record, slug in slugs:
        if hasattr(record, "slug"):
            record.slug = f"{slug}-ii"
            record.save()
    merges = [
        acts.merge(gone, kept, by=None, at=hours.go_on())
        for gone, kept in zip(named(draft.draft), named(public.public), strict=True)
    ]
    nouns = ("authors", "outlets", "topics", "series", "kinds")
    for noun, (_, slug) in zip(nouns, slugs, strict=True):
        for address in (f"/{noun}/{slug}/", f"/{noun}/{slug}-ii/", f"/{noun}/{slug}-ii/feed.rss"):
            assert client.get(address).status_code == 404, address
    hours.look(public, draft)
    hours.publish(draft)
    hours.look(public, draft)
    for merge in merges:
        acts.undo_merge(merge, by=None, at=hours.go_on())
    hours.look(public, draft)


def test_what_is_left_out_everywhere_is_found_at_its_own_address_alone(hours):
    life, other = hours.desk.lives[2], hours.desk.lives[1]
    hours.publish(life)
    hours.publish(other)
    hours.look(life)
    Article.objects.filter(pk=life.article.pk).update(
        **{f"is_left_out_of_{surface.value}": True for surface in Surface}
    )
    life.article.refresh_from_db()
    hours.publish(life)
    life.is_left_out = True
    hours.look(life, other)


def test_a_text_goes_from_every_surface_when_its_permission_ends_and_comes_when_an_embargo_does(hours):
    life = hours.desk.lives[0]
    hours.publish(life)
    tomorrow = NOW.date() + dt.timedelta(days=1)
    grant = Grant(granted_on=NOW.date(), evidence="mail", valid_until=tomorrow)
    acts.grant_rights(life.article.appearances.get(), grant, by=None, at=hours.go_on())
    hours.look(life)
    hours.at = dt.datetime(2026, 3, 11, 4, tzinfo=dt.UTC)  # midnight in New York
    hours.go_on(dt.timedelta())
    life.shows_text = False
    hours.look(life)
    until = hours.at + HOUR
    grant = Grant(granted_on=tomorrow, evidence="mail", embargo_until=until, embargo_zone="Europe/Berlin")
    acts.grant_rights(life.article.appearances.get(), grant, by=None, at=hours.go_on())
    hours.look(life)
    hours.go_on(HOUR)
    life.shows_text = True
    hours.look(life)
