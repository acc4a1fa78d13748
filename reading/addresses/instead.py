"""The answer in the place of 404: a redirect to the page that was meant, or that an old address is gone.

One hop to a page that answers, and never to a place that the request names.
"""

import datetime as dt
import re

from django.http import HttpRequest, HttpResponse

from reading.addresses.leading_on import redirect_for_good, redirect_to_path
from reading.addresses.spelled import spellings
from reading.addresses.standing import final_path, view_of
from reading.page import Head, draw
from reading.site import Site, load_site
from reading.words.page_words import words_for
from website.models.old_address import OldAddress
from website.old_paths import asked_paths

_BEHIND_PATH = re.compile("(?=[?#])")


def answer_instead(request: HttpRequest, at: dt.datetime, site: Site | None = None) -> HttpResponse | None:
    """The answer to a request for whose path no view has a page; None if there is none but 404."""
    if request.method not in ("GET", "HEAD"):
        return None
    if path := rightly_spelled(request.path):
        return redirect_to_path(request, path)
    return _of_an_earlier_site(request, at, site)


def rightly_spelled(path: str) -> str | None:
    """The address of the page that a path means, if it is spelled otherwise; None if there is none."""
    meant = [form for form in spellings(path) if view_of(form)]
    if not meant or (view_of(path) and final_path(path)):  # what is wrong then is its query
        return None
    return next((found for form in meant if (found := final_path(form))), None)


def _of_an_earlier_site(request: HttpRequest, at: dt.datetime, site: Site | None) -> HttpResponse | None:
    paths = asked_paths(request.path, request.META.get("QUERY_STRING", ""))
    row = OldAddress.objects.for_request(paths, at) if paths else None
    if row is None:
        return None
    if row["is_gone"]:
        return _gone(site or load_site(at))
    new = row["address"] or row["piece_path"] or ""
    if not new.startswith("/"):
        return redirect_for_good(new) if new else None
    path, *behind = _BEHIND_PATH.split(new, maxsplit=1)
    found = final_path(path)
    return redirect_for_good("".join((found, *behind))) if found else None


def _gone(site: Site) -> HttpResponse:
    """The page of an old address that is gone for good, with the search."""
    words = words_for(site.language)
    head = Head(title=words.by_name["gone"], language=site.language)
    page = draw("gone.html", site=site, head=head)
    return HttpResponse(page, status=410, headers={"Cache-Control": "no-cache"})
