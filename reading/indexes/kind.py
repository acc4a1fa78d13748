"""The page of a content type: its pieces, newest first."""

import datetime as dt

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, F, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse

from articles.models.edition import Edition
from articles.prepared_query import Prepared
from articles.querysets import EditionQuerySet
from articles.states import Surface
from disclaimers.models.kind import Kind
from prose import printed_line
from prose.names.forms import PageForms
from prose.printed_line import words
from reading.addresses.leading_on import redirect_for_good
from reading.kind_labels import label_from_rows, label_rows
from reading.languages.addresses import without_language
from reading.lists.drawing import draw_list, page_of_list
from reading.lists.paging import Listing
from reading.page import Feed, Head, NoPage
from reading.public_view import public_view
from reading.site import load_site
from reading.words.page_words import words_for


def _pieces(at: dt.datetime, code: str) -> EditionQuerySet:
    return Edition.objects.shown_in(Surface.LISTS, at).of_kind(code)


def _kind(at: dt.datetime, code: str) -> QuerySet[Kind]:
    had = Edition.objects.ever_live(at).of_kind(OuterRef("code"), is_merged_too=True).order_by()
    rows: QuerySet[Kind] = Kind.objects.filter(Exists(had), code=code).annotate(
        kept=F("merged_into__code"), label_rows=ArraySubquery(label_rows(OuterRef("pk")))
    )
    return rows


_PIECES = Listing(_pieces, at=dt.datetime, code=str)
_KIND = Prepared(_kind, at=dt.datetime, code=str)


@public_view
def kind(request: HttpRequest, at: dt.datetime, code: str, language: str = "") -> HttpResponse:
    """A content type that readers have had a piece of; one merged into another leads to that one's page."""
    site = load_site(at, language)
    record = _KIND.first(at=at, code=code)
    if record is None:
        raise NoPage(site)
    facts = vars(record)
    if facts["kept"]:
        prefix, _ = without_language(request.path)
        return redirect_for_good(f"{prefix}/kinds/{facts['kept']}/")
    page = PageForms(site.language, at.astimezone(site.zone).date(), site.home_language)
    label = label_from_rows(page, record, facts["label_rows"], site.line)
    name, path = words(label.value, label.language), f"/kinds/{code}/"
    title = printed_line.text(name)
    head = Head(
        title=title,
        path=path,
        description=words_for(site.language).fill("kind_about", name=title),
        language=site.language,
        trail=((site.name, site.path), (title, path)),
        feeds=(Feed(f"{site.name}: {title}", path),),
    )
    listed = page_of_list(request, _PIECES, {"at": at, "code": code}, site)
    return draw_list(request, "indexes/kind.html", site, head, listed, name=name, feed=path)
