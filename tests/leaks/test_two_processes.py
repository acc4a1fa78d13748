"""What one process keeps in memory ends when another one acts, and none keeps what was taken away."""

import datetime as dt

import pytest

from articles.models import Article
from articles.states import Act
from authors.models import Author
from tests.articles.standings import attempt
from tests.conftest import NOW
from tests.leaks.another_process import another_process, pages_now
from tests.leaks.desk import LeakDesk

pytestmark = [pytest.mark.long, pytest.mark.starts_servers, pytest.mark.django_db(transaction=True)]
LISTS = (
    "/", "/topics/open-water/", "/authors/", "/archive/", "/feed.rss", "/sitemap-authors.xml", "/articles/anchor/",
    "/search/suggestions/?q=QUAY",
)  # fmt: skip
ON_THE_WAY = (
    Act.PUBLISH, Act.CORRECT, Act.WITHDRAW_RIGHTS, Act.SETTLE_RIGHTS, Act.TAKE_DOWN, Act.PUT_BACK, Act.UNPUBLISH,
    Act.PUBLISH, Act.RETRACT,
)  # fmt: skip


def test_what_another_process_keeps_ends_with_each_act_here(desk, clock, monkeypatch, publisher):
    at = NOW
    leak_desk = LeakDesk(desk)
    life, readers = leak_desk.lives[0], leak_desk.readers
    slug = life.article.slug
    addresses = [*LISTS, f"/articles/{slug}/", f"/search/?q={life.draft.upper()}"]
    monkeypatch.setattr("reading.public_view.now", lambda: at)

    def read():
        theirs, ours = other.pages(at, addresses), pages_now(addresses)
        assert [address for address in addresses if theirs[address] != ours[address]] == []
        for address, (status, said) in theirs.items():
            readers._has_no_more_than_it_may(address, said, status)
        assert readers.faults == []
        return theirs

    with another_process() as other:
        before = read()
        for act in ON_THE_WAY:
            at += dt.timedelta(seconds=10)
            clock(at)
            attempt(act, Article.objects.get(pk=life.article.pk), publisher, at)
            life.happened(act, at)
            readers.after = act
            after = read()
            assert after[f"/articles/{slug}/"] != before[f"/articles/{slug}/"], act
            before = after
        person = Author.objects.get(slug="shared")
        person.display_name = "Quay Anew"
        person.save()
        for address in ("/authors/", "/search/suggestions/?q=QUAY"):
            assert "Quay Anew" in read()[address][1], address
