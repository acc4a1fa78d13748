"""The page of feeds for people, and the same catalogue as an OPML file."""

import datetime as dt

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from articles.addresses import absolute
from reading.faces.last import keep_face
from reading.feeds.catalogue import catalogue
from reading.feeds.door import feed_view
from reading.feeds.kinds import KINDS
from reading.feeds.opml import MEDIA_TYPE, opml
from reading.languages.addresses import path_in
from reading.page import Head, draw
from reading.public_view import public_view
from reading.site import load_site
from reading.words.page_words import words_for

PATH = "/feeds/"


@public_view
def feeds_page(request: HttpRequest, at: dt.datetime, language: str = "") -> HttpResponse:
    """What a feed is, and the address of each in every format."""
    site = load_site(at, language)
    words = words_for(site.language).by_name
    head = Head(title=words["feeds"], path=PATH, description=words["feeds_about"], language=site.language)
    keep_face(site, path_in(site.language, PATH, site), site.language)
    return HttpResponse(
        draw(
            "feeds/feeds.html",
            site=site,
            head=head,
            groups=[(words[group.heading], group.feeds) for group in catalogue(site, at)],
            kinds=KINDS,
            origin=absolute(""),
        )
    )


@feed_view
def opml_file(request: HttpRequest, at: dt.datetime) -> HttpResponseBase:
    """All feeds of the page in one file."""
    site = load_site(at)
    response = HttpResponse(opml(site, catalogue(site, at)), content_type=f"{MEDIA_TYPE}; charset=utf-8")
    response.headers["Content-Disposition"] = 'inline; filename="feeds.opml"'
    return response
