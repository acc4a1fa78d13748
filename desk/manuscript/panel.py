"""The panel beside an article's form: what a page made from what is typed now would say, line by line, and why.

A script asks for it as a part of the page after each change; without one a button opens it as a page of its own.
"""

import datetime as dt

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from articles.models.revision import Revision
from articles.press.proof import make_proof
from articles.press.reasons import explain_amount
from desk.history.page_lines import lines_of_page
from desk.pages import draw

PART = "admin/articles/article/_effective.html"
PAGE = "admin/articles/article/effective.html"


def is_part(request: HttpRequest) -> bool:
    """Whether the panel is asked for by the script, to stand beside the form."""
    return "part" in request.GET


def effective(request: HttpRequest, revision: Revision, at: dt.datetime) -> HttpResponse:
    """The lines of a page that went out at this instant, printed and not kept."""
    edition = make_proof(revision, at=at).edition
    context = {
        "edition": edition,
        "lines": lines_of_page(edition, at),
        "amount": explain_amount(edition),
        "at": at,
    }
    title = "What the page says around the text"
    return (
        TemplateResponse(request, PART, context)
        if is_part(request)
        else draw(request, PAGE, context, title=title, article=revision.article)
    ).render()
