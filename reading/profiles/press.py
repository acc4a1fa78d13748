"""The page for the press about a person: a biography in two lengths, and a portrait with its credit."""

import datetime as dt
from dataclasses import dataclass, replace

from django.http import HttpRequest, HttpResponse

from reading.houses import face_of
from reading.page import Head, NoPage, draw
from reading.pictures.doors import IN_A_COPY
from reading.pictures.faces import as_printed
from reading.profiles import subjects
from reading.profiles.person_facts import has_press
from reading.profiles.subjects import Profile, lead_on, named
from reading.profiles.views import trail_of_profile
from reading.public_view import public_view
from reading.site import Site, load_site
from reading.words.page_words import words_for

_WIDTH = 1600
"""Pixels of the widest portrait that is offered: it prints well in the width of a column."""


@dataclass(frozen=True)
class PortraitFile:
    """The portrait to take along, whole and as large as there is need for. `words`: the text of its link."""

    address: str
    words: str


@public_view
def press(request: HttpRequest, at: dt.datetime, slug: str, language: str = "") -> HttpResponse:
    """The page for the press, of a person who has pieces that readers can see and a biography."""
    site = load_site(at, language)
    profile = subjects.author(slug, at, at.astimezone(site.zone).date())
    if profile is None:
        return lead_on(request, site)
    site = face_of(profile, site, at, language)
    profile = named(profile, site)
    if not (has_press(profile) and profile.has_pieces):
        raise NoPage(site)
    title = words_for(site.language).fill("press_about", name=profile.name)
    path = f"{profile.path}press/"
    head = Head(
        title=title,
        path=path,
        description=title,
        language=site.language,
        is_indexed=False,
        trail=(*trail_of_profile(profile, site), (words_for(site.language).by_name["for_press"], path)),
    )
    return HttpResponse(
        draw(
            "authors/press.html",
            site=site,
            head=head,
            profile=replace(profile, links=()),
            short=profile.subject.short_biography,
            portrait=_portrait(profile, site),
        )
    )


def _portrait(profile: Profile, site: Site) -> PortraitFile | None:
    """The file, if others may have the portrait from us."""
    face = profile.face
    if face is None or not face.may_be_passed_on:
        return None
    picture = replace(as_printed(face, site.language), widths=face.widths)
    width = picture.width_up_to(_WIDTH)
    words = words_for(site.language).fill(
        "portrait_file", width=str(width), height=str(picture.height_at(width))
    )
    return PortraitFile(IN_A_COPY.address(face.file, width, face.file_format), words)
