"""View of the page about an institution."""

import datetime as dt

from django.http import HttpRequest, HttpResponse

from reading.addresses.leading_on import redirect_for_good
from reading.houses import published_house
from reading.institutions.facts import InstitutionFacts, institution_facts
from reading.institutions.structured import institution_things
from reading.languages.addresses import without_language
from reading.page import Head, draw
from reading.public_view import public_view
from reading.site import Site
from reading.words.page_words import words_for

_ABOUT_CHARS = 300


@public_view
def about(request: HttpRequest, at: dt.datetime, slug: str, language: str = "") -> HttpResponse:
    """The page about a house that has published something; the desk's first house always has one."""
    site = published_house(slug, at, language)
    if slug != site.slug:
        return redirect_for_good(f"{without_language(request.path)[0]}{site.about_path}")
    facts = institution_facts(site, at)
    return HttpResponse(draw("houses/about.html", site=site, head=_head(site, facts), facts=facts))


def _head(site: Site, facts: InstitutionFacts) -> Head:
    words = words_for(site.language)
    title = words.fill("about_named", name=site.name)
    description = facts.about.value[:_ABOUT_CHARS] or site.strapline or title
    return Head(
        title=title,
        path=site.about_path,
        description=description,
        language=site.language,
        structured=institution_things(site, facts, title, description),
        trail=(
            (site.name, site.path),
            (words.by_name["about_house"], site.about_path),
        ),
    )
