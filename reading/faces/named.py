"""The house whose face an error page shows: that of the piece, the house or the profile that its address names."""

import datetime as dt
import re

from articles.addresses import article_path
from articles.models.edition import Edition
from reading.houses import face_of, has_published
from reading.languages.addresses import without_language
from reading.profiles import subjects
from reading.site import Site, has_been_read_in, load_house, load_house_by_key, load_site


def face_at(path: str, at: dt.datetime) -> Site:
    """The face for the page that says what is wrong with an address; the desk's first house where it names none.

    Only what readers have had counts, so that no address tells of a draft or of a house that has yet to publish.
    """
    prefix, here = without_language(path)
    language = prefix[1:] if has_been_read_in(prefix[1:], at) else ""
    named = _NAMED.match(here)
    site = _FACES[named["noun"]](named["name"], at, language) if named else None
    return site or load_site(at, language)


def _of_house(slug: str, at: dt.datetime, language: str) -> Site | None:
    site = load_house(slug, at, language)
    return site if site and has_published(site, at) else None


def _of_article(slug: str, at: dt.datetime, language: str) -> Site | None:
    begun = Edition.objects.ever_live(at).filter(permalink__path=article_path(slug))
    house = begun.order_by("-live_from").values_list("house", flat=True).first()
    return load_house_by_key(house, at) if house else None


def _of_author(slug: str, at: dt.datetime, language: str) -> Site | None:
    home = load_site(at, language)
    profile = subjects.author(slug, at, at.astimezone(home.zone).date())
    return face_of(profile, home, at, language) if profile else home


def _of_outlet(slug: str, at: dt.datetime, language: str) -> Site | None:
    home = load_site(at, language)
    profile = subjects.outlet(slug, at, at.astimezone(home.zone).date())
    return face_of(profile, home, at, language) if profile else home


def _of_topic(slug: str, at: dt.datetime, language: str) -> Site | None:
    home, profile = load_site(at, language), subjects.topic(slug, at)
    return face_of(profile, home, at, language) if profile else home


def _of_series(slug: str, at: dt.datetime, language: str) -> Site | None:
    home, profile = load_site(at, language), subjects.series(slug, at)
    return face_of(profile, home, at, language) if profile else home


_FACES = {
    "houses": _of_house,
    "articles": _of_article,
    "authors": _of_author,
    "outlets": _of_outlet,
    "topics": _of_topic,
    "series": _of_series,
}
_NAMED = re.compile(rf"/(?P<noun>{'|'.join(_FACES)})/(?P<name>[-a-zA-Z0-9_]{{1,200}})/")
