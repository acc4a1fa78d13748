"""Views of citations: the page that shows them, and a file for each work and format."""

import datetime as dt

from django.http import HttpRequest, HttpResponse

from articles.models.edition import Edition
from articles.states import LISTED
from reading.citing.files import FORMATS
from reading.citing.styles import STYLES
from reading.citing.work import CitedWork, originals, our_page
from reading.page import Head, NoPage, draw
from reading.piece.views import live_edition, site_of_edition
from reading.public_view import public_view
from reading.site import Site, load_site
from reading.words.page_words import words_for

OF = "of"
"""The parameter of a file that asks for an original: "1" for the first."""


@public_view
def cite(request: HttpRequest, at: dt.datetime, slug: str) -> HttpResponse:
    """The citations of a piece, in the language of its page."""
    edition = _cited_edition(slug, at)
    return HttpResponse(cite_document(edition, site_of_edition(edition, at)))


@public_view
def citation(request: HttpRequest, at: dt.datetime, slug: str, ending: str) -> HttpResponse:
    """A citation as a file: of our page, or with `?of=1` of the first place where it ran."""
    edition = _cited_edition(slug, at)
    work, form = _work(edition, request.GET.get(OF, "")), FORMATS.get(ending)
    if work is None or form is None:
        raise NoPage(site_of_edition(edition, at))
    headers = {
        "Content-Disposition": f'attachment; filename="{work.key}.{ending}"',
        "X-Robots-Tag": "noindex",
    }
    return HttpResponse(form.write(work), content_type=form.media_type, headers=headers)


def cite_document(edition: Edition, site: Site) -> str:
    """The page with the citations of our page and of the originals."""
    words = words_for(edition.language)
    path = edition.permalink.path
    works = [(words.by_name["cite_ours"], our_page(edition), "")]
    works += [
        (words.fill("cite_there", name=work.within), work, f"?{OF}={number}")
        for number, work in enumerate(originals(edition), start=1)
    ]
    title = words.fill("cite_named", quoted=edition.headline)
    about = f"{words.by_name['cite']}: {', '.join(STYLES)}"
    return draw(
        "articles/cite.html",
        site=site,
        head=Head(title=title, description=about, language=edition.language),
        page={"path": path, "headline": edition.headline, "language": edition.language},
        works=[
            {
                "title": title,
                "citations": [(name, write(work)) for name, write in STYLES.items()],
                "files": [(form.name, f"{path}citation.{ending}{query}") for ending, form in FORMATS.items()],
            }
            for title, work, query in works
        ],
    )


def _cited_edition(slug: str, at: dt.datetime) -> Edition:
    """The live edition at an address, unless it was taken down."""
    edition = live_edition(slug, at)
    if edition is None or edition.form not in LISTED:
        raise NoPage(load_site(at))
    return edition


def _work(edition: Edition, of: str) -> CitedWork | None:
    works = {"": our_page(edition)} | {
        str(number): work for number, work in enumerate(originals(edition), start=1)
    }
    return works.get(of)
