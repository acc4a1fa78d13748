"""The page with all previews of a saved version, and the picture of its link."""

import datetime as dt
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone

from articles.acts.versions.labelling import labels_of
from articles.models.article import Article
from articles.models.edition import Edition
from articles.models.revision import Revision
from articles.press.proof import make_proof
from articles.timeline import load_timeline
from desk.pages import DeskPage, draw, find_article, find_version, pictures_here
from desk.previews.looks import drawn_card, feed_document, in_a_search, on_a_card, where_indexed
from reading.cards.keeping import has_card
from reading.feeds.credited import with_avatars
from reading.feeds.formats import item_source
from reading.feeds.items import feed_item
from reading.feeds.kinds import KINDS
from reading.pictures.figures import lead_picture
from reading.pictures.printed import SHARED_WIDTH
from reading.piece.article import article_page
from reading.site import house_of, load_house_by_key

SCHEDULED = "scheduled"
"""Stands for a version's number in the address: the page that waits for its hour."""
TEMPLATE = "admin/articles/article/previews.html"


def previews(request: HttpRequest, object_id: int) -> HttpResponse:
    """Show the newest version, `?version=3` or `?version=scheduled` in every form in which people meet it."""
    article, at = find_article(request, object_id), timezone.now()
    edition, version = shown_edition(request, article, at)
    every = Revision.objects.filter(article=article).select_related("saved_by").defer("content")
    chosen = version if version == SCHEDULED else edition.revision.number
    frame = DeskPage.PREVIEW.address(article.pk)
    context = {
        **looks_of(edition, at),
        "chosen": chosen,
        "every": every,
        "labels": labels_of(article.pk),
        "coming": load_timeline(article.pk, at).coming,
        "page_address": _scheduled_page(edition) if version == SCHEDULED else f"{frame}?version={chosen}",
        "card_address": f"{DeskPage.PREVIEW_CARD.address(article.pk)}?version={chosen}",
    }
    return draw(request, TEMPLATE, context, title="Previews", article=article)


def typed_previews(request: HttpRequest, edition: Edition, at: dt.datetime, page: str) -> TemplateResponse:
    """The same page for a form that is not saved: its frames carry the bytes themselves."""
    context = {**looks_of(edition, at), "page_bytes": page, "is_popup": True}
    return draw(request, TEMPLATE, context, title="Previews of what is typed")


def preview_card(request: HttpRequest, object_id: int) -> HttpResponse:
    """The share card that sites show beside a link to the version."""
    edition, _ = shown_edition(request, find_article(request, object_id), timezone.now())
    if not (card := drawn_card(edition)):
        raise Http404
    return HttpResponse(card, content_type="image/png", headers={"Cache-Control": "no-store"})


def shown_edition(request: HttpRequest, article: Article, at: dt.datetime) -> tuple[Edition, str]:
    """The edition that the address asks for, stored or a proof, and the version's word in it."""
    version = request.GET.get("version", "")
    if version == SCHEDULED:
        coming = load_timeline(article.pk, at).coming
        if coming is None:
            raise Http404
        return coming, version
    return make_proof(find_version(article, version), at=at).edition, version


def looks_of(edition: Edition, at: dt.datetime) -> dict[str, Any]:
    """What the page shows beside the public page itself."""
    begins = max(edition.live_from, at)
    page = article_page(edition, pictures_here())
    house = load_house_by_key(house_of(edition), begins)
    (item,) = with_avatars([feed_item(edition, house, begins)], begins, house.zone)
    lead = lead_picture(edition)
    return {
        "item": item,
        "item_document": feed_document(item),
        "item_sources": [(kind.name, item_source(item, kind.ending, house.language)) for kind in KINDS],
        "card": on_a_card(edition, page.title),
        "search": in_a_search(edition, page.title),
        "not_indexed": where_indexed(edition),
        "language": page.language,
        "direction": page.direction,
        "has_card": has_card(edition),
        "lead_address": _lead_address(lead.picture) if lead else "",
        "lead_alt": lead.alt if lead else "",
    }


def _lead_address(picture: Any) -> str:
    return pictures_here().address(picture.file, picture.width_up_to(SHARED_WIDTH), picture.file_format)


def _scheduled_page(edition: Edition) -> str:
    return DeskPage.STOOD_PAGE.address(edition.article_id, edition.pk)
