"""The panel beside the form: the lines that the typed text would print around it, and the reason for each.

A script loads it as a fragment after each change; without scripts a button opens it as a page.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from articles.models.revision import Revision
from articles.press.frozen import ExplainedLine, FrozenFacts
from articles.press.proof import make_proof
from articles.press.reasons import explain_amount
from articles.snapshot import content_of
from desk.history.page_lines import lines_of_page
from desk.manuscript.screen import words_of_typed
from desk.pages import draw

PART = "admin/articles/article/_effective.html"
PAGE = "admin/articles/article/effective.html"


def is_part(request: HttpRequest) -> bool:
    """True if the script asks for the panel as a fragment."""
    return "part" in request.GET


def without_repeats(lines: Iterable[ExplainedLine], style: str) -> list[ExplainedLine]:
    """Lines that give each reason once, but always why something is not printed.

    The house style, which the panel names for all of them, is left out.
    """
    given: set[str] = set()
    short = []
    for line in lines:
        why = line.why.removesuffix(style).strip()
        short.append(replace(line, why="" if why in given and line.is_printed else why))
        given.add(why)
    return short


def draw_panel(request: HttpRequest, revision: Revision, at: dt.datetime) -> HttpResponse:
    """The lines of the page that publishing at this instant would make. Nothing is kept."""
    edition = make_proof(revision, at=at).edition
    style = FrozenFacts(edition).house_style
    context = {
        "edition": edition,
        "lines": without_repeats(lines_of_page(edition, at), style),
        "house_style": style,
        "parts": words_of_typed(revision.article) if is_part(request) else {},
        "amount": explain_amount(edition),
        "at": at,
        "is_part": is_part(request),
        "has_no_lead": content_of(revision)["lead_picture_id"] is None,
    }
    title = "What the page says around the text"
    return (
        TemplateResponse(request, PART, context)
        if is_part(request)
        else draw(request, PAGE, context, title=title, article=revision.article)
    ).render()
