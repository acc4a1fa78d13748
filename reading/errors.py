"""Pages that say what is wrong with a request, with the face of the house that its address names."""

import datetime as dt

from django.http import HttpRequest, HttpResponse

from reading.addresses.instead import answer_instead
from reading.faces.last import keep_face
from reading.faces.named import face_at
from reading.page import Head, NoPage, draw
from reading.public_view import drawn_now
from reading.search.meant import Meant, meant_by, words_of
from reading.site import Site
from reading.words.page_words import words_for


@drawn_now
def not_found(at: dt.datetime, request: HttpRequest, exception: Exception) -> HttpResponse:
    """A redirect to the page that was meant, or that the page is gone (410); else the 404 page."""
    site = exception.args[0] if isinstance(exception, NoPage) else None
    if answer := answer_instead(request, at, site):
        return answer
    path, site = request.path, site or face_at(request.path, at)
    meant = meant_by(path, request.META.get("QUERY_STRING", ""), at, site)
    return error_page(404, "not_found", path, site, meant=meant)


@drawn_now
def error_page(
    at: dt.datetime, status: int, title: str, path: str, site: Site | None = None, meant: Meant | None = None
) -> HttpResponse:
    """A page that says what is wrong with a request, with the face of the house that its address names.

    `title`: the name of its heading in `reading.words.page_words`. Needs the database.
    """
    site = site or face_at(path, at)
    head = Head(title=words_for(site.language).by_name[title], language=site.language)
    keep_face(site, "", site.language)
    page = draw(f"{status}.html", site=site, head=head, value=words_of(path), meant=meant)
    return HttpResponse(page, status=status, headers={"Cache-Control": "no-cache"})
