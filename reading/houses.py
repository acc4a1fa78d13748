"""Houses of a desk: a house's address, the pieces on its front page, the face of pages about several houses' pieces."""

import datetime as dt
from typing import Any

from django.db.models import Exists, F, OuterRef, Q
from django.db.models.fields.json import KT
from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseRedirectBase

from articles.models.edition import Edition
from articles.prepared_query import Prepared
from articles.querysets import EditionQuerySet
from articles.states import Surface
from disclaimers.lineage import Lineage
from disclaimers.models.institution import Institution
from prose.printed_line import words
from reading.addresses.leading_on import redirect_for_good
from reading.addresses.moved import slug_now
from reading.kept import while_marked
from reading.languages.addresses import without_language
from reading.lists.paging import Listing
from reading.page import NoPage
from reading.profiles.subjects import Profile
from reading.site import Site, load_house, load_house_by_key, load_site


def at_its_address(request: HttpRequest, site: Site) -> HttpResponseRedirectBase | None:
    """A redirect from "/houses/gower/?before=…" to the same page of the house at its own address; None if it is there.

    That of the desk's first house is "/"; that of a house which was merged into another is the other's, for good, and
    so is that of a house which has another slug now.
    """
    language, here = without_language(request.get_full_path())
    _, _, slug, rest = here.split("/", 3)
    if site.path == f"/houses/{slug}/":
        return None
    if site.path == "/":
        return HttpResponseRedirect(f"{language}/{rest}")
    return redirect_for_good(f"{language}{site.path}{rest}")


def has_published(site: Site, at: dt.datetime) -> bool:
    """True if readers have ever had a piece of the house or of a centre of it."""
    return bool(_ever_published(at=at, house=site.house))


def published_house(slug: str, at: dt.datetime, language: str = "") -> Site:
    """The house at an address, or formerly there, that has published something; or the desk's first. Raises NoPage."""
    site = load_house(slug, at, language)
    if site is None and (now := slug_now("houses", slug, at)):
        site = load_house(now, at, language)
    if site is None or not (site.path == "/" or has_published(site, at)):
        raise NoPage(load_site(at, language))
    return site


def front_page_listing(site: Site) -> tuple[Listing, dict[str, Any]]:
    """The list of a front page, and what it is called with beside `at`."""
    return (_LATEST, {}) if site.is_whole_desk else (_LATEST_UNDER, {"house": site.house})


def face_of(profile: Profile, site: Site, at: dt.datetime, language: str = "") -> Site:
    """The house whose face a profile shows: the one above all whose pieces it lists, else the desk's first house.

    `language`: that in which it is read, "" for the usual one of that house.
    """
    if site.is_whole_desk:
        return site
    key = ("house of", profile.path, site.house)
    (top,) = while_marked(at, key, lambda: (_house_of(profile, site),))
    return load_house_by_key(top, at, language) if top else site


def _house_of(profile: Profile, site: Site) -> int:
    """The key of the house above all whose pieces a profile lists; 0 if there are several, or if it is the site's."""
    listed = profile.listing.build(**profile.of).order_by().filter(house=OuterRef("pk"))
    houses = Institution.objects.annotate(is_listed=Exists(listed)).filter(
        Q(is_listed=True) | Q(pk=site.house)
    )
    rows = list(houses.order_by().values_list("pk", "is_listed", Lineage(F("pk"))))
    tops = {line[-1] for _, is_listed, line in rows if is_listed}
    own = {line[-1] for key, _, line in rows if key == site.house}
    return 0 if len(tops) != 1 or tops & own else tops.pop()


def with_houses(rows: list[dict[str, Any]], site: Site) -> None:
    """Give each row of a list the name of its house, as printed, where that is not the page's own; [] else."""
    foreign = [row["id"] for row in rows if row["house"] not in site.keys]
    records = "printed__records"
    name, language = KT(f"{records}__institution_name"), KT(f"{records}__languages__institution_name")
    named = Edition.objects.filter(pk__in=foreign).values_list("pk", name, language) if foreign else ()
    names = {key: words(text or "", code or "") for key, text, code in named}
    for row in rows:
        row["house_name"] = names.get(row["id"], [])


def _latest(at: dt.datetime) -> EditionQuerySet:
    return Edition.objects.shown_in(Surface.HOME, at)


def _latest_under(at: dt.datetime, house: int) -> EditionQuerySet:
    return _latest(at).published_under(house)


_LATEST = Listing(_latest, at=dt.datetime)
_LATEST_UNDER = Listing(_latest_under, at=dt.datetime, house=int)
_ever_published = Prepared(
    lambda at, house: Edition.objects.ever_live(at).published_under(house).order_by().values("pk")[:1],
    at=dt.datetime,
    house=int,
)
