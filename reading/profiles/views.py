"""Views of profiles: a person, an outlet, a topic, a series, with the pieces that name it."""

import datetime as dt

from django.http import HttpRequest, HttpResponse

from reading.houses import face_of, with_houses
from reading.lists.drawing import draw_list, page_of_list, read_page
from reading.page import Feed, Head
from reading.pictures.figures import with_listed_pictures
from reading.profiles import subjects
from reading.profiles.person_facts import person_facts
from reading.profiles.structured import profile_description, profile_picture, profile_things
from reading.profiles.subjects import Profile, lead_on, named
from reading.profiles.writers import writers_below
from reading.public_view import public_view
from reading.site import Site, load_site
from reading.words.page_words import words_for

QUOTED = "quoted"
"""Value of `?list=` for a person's second list: pieces that quote or interview them."""


@public_view
def author(request: HttpRequest, at: dt.datetime, slug: str, language: str = "") -> HttpResponse:
    """A person's page."""
    site = load_site(at, language)
    profile = subjects.author(slug, at, at.astimezone(site.zone).date())
    return _profile(request, "authors/author.html", site, profile, language)


@public_view
def outlet(request: HttpRequest, at: dt.datetime, slug: str, language: str = "") -> HttpResponse:
    """An outlet's page."""
    site = load_site(at, language)
    profile = subjects.outlet(slug, at, at.astimezone(site.zone).date())
    return _profile(request, "outlets/outlet.html", site, profile, language)


@public_view
def topic(request: HttpRequest, at: dt.datetime, slug: str, language: str = "") -> HttpResponse:
    """A topic's page."""
    return _profile(request, "topics/topic.html", load_site(at, language), subjects.topic(slug, at), language)


@public_view
def series(request: HttpRequest, at: dt.datetime, slug: str, language: str = "") -> HttpResponse:
    """A series' page: its parts from the first on."""
    return _profile(
        request, "series/series.html", load_site(at, language), subjects.series(slug, at), language
    )


def _profile(
    request: HttpRequest, template: str, site: Site, profile: Profile | None, language: str
) -> HttpResponse:
    if profile is None:
        return lead_on(request, site)
    site = face_of(profile, site, profile.of["at"], language)
    profile = named(profile, site)
    is_apart = profile.apart is not None and request.GET.get("list") == QUOTED
    listing = profile.apart if is_apart and profile.apart else profile.listing
    page = page_of_list(request, listing, profile.of, site)
    apart = None
    if profile.apart and page.is_first and not is_apart:
        apart = read_page(profile.apart, profile.of, site)
        with_houses(apart.editions, site)
        with_listed_pictures(apart.editions)
    facts = person_facts(profile, site, profile.of["at"], page.total)
    if page.is_first and not any(some.editions or some.languages for some in (page, apart) if some):
        profile, facts = profile.name_only, None
    description = profile_description(profile, site)
    head = Head(
        title=profile.name,
        path=profile.path,
        description=description,
        image=profile_picture(profile, site),
        structured=profile_things(profile, site, description),
        trail=trail_of_profile(profile, site),
        type="profile" if template.startswith("authors/") else "website",
        language=site.language,
        feeds=(Feed(f"{site.name}: {profile.name}", profile.path),),
    )
    query = f"list={QUOTED}&" if is_apart else ""
    return draw_list(
        request,
        template,
        site,
        head,
        page,
        profile=profile,
        facts=facts,
        apart=apart,
        is_apart=is_apart,
        query=query,
        writers=writers_below(profile, site, page),
    )


def trail_of_profile(profile: Profile, site: Site) -> tuple[tuple[str, str], ...]:
    """From the front page over the index to the profile."""
    noun = profile.path.split("/")[1]
    index = words_for(site.language).by_name["people" if noun == "authors" else noun]
    return (site.name, site.path), (index, f"/{noun}/"), (profile.name, profile.path)
