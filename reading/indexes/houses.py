"""The houses of a desk and their centres that have published something, each with the number of its pieces."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Case, Count, F, OuterRef, Subquery, When
from django.http import HttpRequest, HttpResponse

from articles.models.edition import Edition
from articles.shown_profiles import is_house_shown
from articles.states import Surface
from disclaimers.lineage import Lineage
from disclaimers.models.institution import Institution
from prose.languages import marks
from reading.indexes.letters import sort_key
from reading.kept import days_everywhere, while_marked
from reading.page import Head, draw
from reading.public_view import public_view
from reading.site import Site, load_houses, load_site
from reading.words.page_words import words_for


@dataclass(frozen=True)
class HouseEntry:
    """A house in the list. `depth`: how many houses that are listed stand above it."""

    path: str
    name: str
    marks: str
    strapline: str
    strapline_marks: str
    number: int
    depth: int
    about_path: str


@public_view
def houses(request: HttpRequest, at: dt.datetime, language: str = "") -> HttpResponse:
    """All houses, a centre below the house that it belongs to."""
    site = load_site(at, language)
    words = words_for(site.language).by_name
    head = Head(
        title=words["houses"], path="/houses/", description=words["houses_about"], language=site.language
    )
    # Names have days, those of each house in its own zone: then they are made anew, even if nothing was published.
    key = ("houses", site.house, site.language, days_everywhere(at))
    entries = while_marked(at, key, lambda: _entries(at, site))
    return HttpResponse(draw("indexes/houses.html", site=site, head=head, houses=entries))


def _entries(at: dt.datetime, site: Site) -> list[HouseEntry]:
    listed = Edition.objects.shown_in(Surface.LISTS, at).order_by().in_language(site.read_in)
    published = listed.filter(house=OuterRef("pk"))
    number = Subquery(published.values("house").annotate(number=Count("pk")).values("number"))
    houses = Institution.objects.annotate(is_shown=Case(When(is_house_shown(at), then=True), default=False))
    rows = list(houses.order_by().values_list("pk", "is_shown", Lineage(F("pk")), number))
    lines = {key: line for key, is_shown, line, _ in rows if is_shown}
    numbers = {key: number or 0 for key, _, _, number in rows}
    faces = load_houses(lines, at)
    entries = []
    for key in sorted(lines, key=lambda key: _place(key, lines, faces, site)):
        face, above = faces[key], [house for house in lines[key] if house in faces and house != key]
        name = face.in_languages.on_page(site.language)
        below = [house for house, line in lines.items() if key in line]
        own = {number for house in below for number in faces[house].keys}
        entries.append(
            HouseEntry(
                path=face.path,
                name=name.value,
                marks=marks(name.language, site.language) if name.language else "",
                strapline=face.strapline,
                strapline_marks=marks(face.usual_language, site.language),
                number=sum(numbers.get(house, 0) for house in own),
                depth=min(len(above), 3),
                about_path=face.about_path,
            )
        )
    return entries


def _place(key: int, lines: dict[int, list[int]], faces: dict[int, Site], site: Site) -> list[object]:
    """Below the house to which it belongs; the desk's first house before all."""
    above = [house for house in reversed(lines[key]) if house in faces]
    return [(house != site.house, sort_key(faces[house].name, site.language)) for house in above]
