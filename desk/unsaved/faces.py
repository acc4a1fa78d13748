"""Pages that say what went wrong at the desk: in English, with the face of the house that the account works for.

An account of all houses sees the desk's first one. A page that may not ask the database takes the face that this
process showed last; where there is none, and where the face fails, the page goes without.
"""

from typing import Any

import structlog
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.cache import add_never_cache_headers

from disclaimers.models import HouseMember
from reading.faces.last import keep_face, last_face
from reading.page import Head, draw
from reading.site import Site, load_house_by_key, load_site
from reading.words.page_words import words_for

log = structlog.get_logger()


def page_with_face(
    request: HttpRequest, template: str, title: str, status: int, **context: Any
) -> HttpResponse:
    """A page with the face of the user's house, for that user alone; `title`: what it says in short."""
    try:
        site = _house_of(request)
        keep_face(site, "", site.language)
        page = HttpResponse(_drawn(template, site, title, context), status=status)
    except Exception:  # whatever went wrong before may go wrong here once more
        log.exception("the page has no face", page=template)
        page = page_from_memory(template, title, status, **context)
    add_never_cache_headers(page)
    return page


def page_from_memory(template: str, title: str, status: int, **context: Any) -> HttpResponse:
    """The same without a query."""
    site, _ = last_face("/")
    if site:
        return HttpResponse(_drawn(template, site, title, context), status=status)
    plain = {"say": words_for("en").by_name, **context}
    return HttpResponse(render_to_string(template, plain), status=status)


def _drawn(template: str, site: Site, title: str, context: dict[str, Any]) -> str:
    return draw(template, site=site, head=Head(title=title, language="en"), **context)


def _house_of(request: HttpRequest) -> Site:
    at, user = timezone.now(), getattr(request, "user", None)
    own = HouseMember.objects.filter(user=user.pk).values_list("institution", flat=True) if user else ()
    houses = set(own[:2]) if user and not user.is_superuser else set()
    return load_house_by_key(houses.pop(), at) if len(houses) == 1 else load_site(at)
