"""A piece left out of one surface alone: no word and no number of it stands there, and all others have it."""

import re

import pytest

from articles.models import Article
from articles.states import Act, Surface
from tests.conftest import NOW
from tests.factories import published
from tests.leaks.desk import LeakDesk
from tests.leaks.lives import NAMES
from tests.leaks.reading import INDEXES, LISTS, NUMBERED, SEARCHES, STEADY_PAGES, Readers
from tests.leaks.slugs import slugs_of
from tests.leaks.versions import SHARED, first_version
from tests.leaks.words import words_in
from tests.public_addresses import addresses

pytestmark = [pytest.mark.long, pytest.mark.django_db(transaction=True)]
_LANGUAGE = "^(?:/de|/en)?"
WHERE = {
    Surface.HOME: rf"{_LANGUAGE}/$",
    Surface.LISTS: rf"{_LANGUAGE}/(?:archive|authors|topics|series|outlets|kinds|corrections|houses|articles/anchor|"
    r"sitemap-(?:authors|outlets|topics|series|pages))(?:/(?!.*feed)|\.xml|$)",
    Surface.SEARCH: rf"{_LANGUAGE}/(?:search/|missing)",
    Surface.FEEDS: r"feed[^/]*\.(?:rss|atom|json)$",
    Surface.SITEMAP: rf"^/sitemap-(?:news|{NOW:%Y-%m})\.xml$",
}
"""The addresses of each surface."""
OWN_PAGES = re.compile(rf"{_LANGUAGE}/(?:authors|topics|series|outlets|kinds)/")
"""Pages of records, which stay what they are when the one piece that names them is left out of lists."""


def words_of(page, lives):
    """The words on a page without its menu; the address of a piece is one too."""
    page = re.sub('<nav class="menu".*?</nav>', "", page, flags=re.DOTALL)
    for life in lives:
        page = page.replace(f"/articles/{life.article.slug}/", f"{life.public} path ")
    return words_in(page)


def test_a_piece_left_out_of_one_surface_is_on_all_others(desk, clock, monkeypatch):
    monkeypatch.setattr("reading.public_view.now", lambda: NOW)
    leak_desk = LeakDesk(desk)
    lives = [*leak_desk.lives[:3]]
    lives += [first_version(leak_desk.new_word(), NOW, series=SHARED) for _ in range(2)]
    out_of = dict(zip([life.draft for life in lives], WHERE, strict=True))
    for life in lives:
        left_out = {f"is_left_out_of_{out_of[life.draft]}": True}
        Article.objects.filter(pk=life.article.pk).update(**left_out)
        life.article.refresh_from_db()
        published(life.article, at=NOW)
        life.happened(Act.PUBLISH, NOW)
    readers = Readers(leak_desk.readers.client, lives, {"en": 1, "de": 1})
    pages = {
        *LISTS, *INDEXES, *NUMBERED, *SEARCHES, *STEADY_PAGES,
        *(address for life in lives for address in addresses(slugs_of(life))),
        *(f"/search/?q={life.public.upper()}" for life in lives),
        *(f"/search/suggestions/?q={life.public.upper()}" for life in lives),
        *(f"/missing/{life.public}-headline" for life in lives),
    }  # fmt: skip
    found = {
        (out_of[word], surface, address, part)
        for address in sorted(pages)
        for word, part in words_of(readers.read(address), lives) - words_in(address)
        for surface, where in WHERE.items()
        if word in out_of and re.search(where, address)
        if not (part in NAMES and re.search(OWN_PAGES, address))
    }
    assert "\n".join(str(each) for each in found if each[0] == each[1]) == ""
    pairs = {(out, surface) for out, surface, *_ in found}
    assert pairs == {(out, surface) for out in WHERE for surface in WHERE} - {(out, out) for out in WHERE}
    for address in (
        *INDEXES,
        *NUMBERED,
        *(f"/authors/{slug}/" for life in lives for slug in slugs_of(life)["authors"]),
    ):
        readers.has_true_numbers(address)
    assert readers.faults == []
