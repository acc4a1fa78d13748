"""Views of the indexes by letters: people, outlets, topics, series."""

import datetime as dt
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse

from reading.indexes import making
from reading.indexes.making import Maker, kept_index
from reading.page import Head, NoPage, draw
from reading.profiles.names import ProfileNames
from reading.public_view import public_view
from reading.site import load_site
from reading.words.page_words import words_for


@public_view
def people(request: HttpRequest, at: dt.datetime, language: str = "") -> HttpResponse:
    """People from A to Z."""
    return _index(request, at, language, "people", "/authors/", making.people)


@public_view
def outlets(request: HttpRequest, at: dt.datetime, language: str = "") -> HttpResponse:
    """Outlets from A to Z."""
    return _index(request, at, language, "outlets", "/outlets/", making.outlets)


@public_view
def topics(request: HttpRequest, at: dt.datetime, language: str = "") -> HttpResponse:
    """Topics with introductions."""
    return _index(request, at, language, "topics", "/topics/", making.topics)


@public_view
def series(request: HttpRequest, at: dt.datetime, language: str = "") -> HttpResponse:
    """Series with introductions."""
    return _index(request, at, language, "series", "/series/", making.series)


def _index(
    request: HttpRequest, at: dt.datetime, language: str, title: str, path: str, make: Maker
) -> HttpResponse:
    site = load_site(at, language)
    names = ProfileNames(site, at.astimezone(site.zone).date())
    index = kept_index(make, at, names)
    chosen = request.GET.get("letter") if index.has_page_per_letter else None
    letters = index.letters_on(chosen)
    if letters is None:
        raise NoPage(site)
    words = words_for(site.language)
    head = Head(
        title=words.by_name[title] + (f": {chosen}" if chosen else ""),
        path=f"{path}?letter={quote(chosen)}" if chosen else path,
        description=words.by_name[f"{title}_about"],
        language=site.language,
        is_indexed=bool(letters),
        trail=((site.name, site.path), (words.by_name[title], path)),
    )
    number = words.fill("in_number", total=str(len(index))) if letters else ""
    page = draw(
        "indexes/letters.html",
        site=site,
        head=head,
        index=index,
        letters=letters,
        title=words.by_name[title],
        number=number,
    )
    return HttpResponse(page)
