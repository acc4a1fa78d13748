"""Pages of other pieces that name a piece which is down, and whose headline may not stand any more."""

import datetime as dt
from urllib.parse import urlencode

from django.contrib.auth.models import User
from django.urls import reverse
from django.utils.html import format_html

from articles.models.article import Article
from articles.models.edition import Edition
from articles.models.notice import Notice
from articles.renewed import Renewable
from prose import printed_line
from prose.quotation_marks import in_quotes


def sentence(piece: Edition, by: User, at: dt.datetime) -> str:
    """ "Its headline still stands in notices on 1 other page: “Tides”." with a link to their update; "" if on none."""
    pages = _pages(piece, at)
    if not pages:
        return ""
    count = "1 other page" if len(pages) == 1 else f"{len(pages)} other pages"
    named = ", ".join(in_quotes(page.headline) for page in pages)
    own = Article.objects.visible_to(by).filter(pk__in=[page.article_id for page in pages])
    keys = list(own.values_list("pk", flat=True))
    query = urlencode({"article": keys, "renewed": Renewable.OTHER_PIECES.value}, doseq=True)
    link = format_html(
        ' <a href="{}?{}">Update published pages</a>', reverse("admin:articles_update_pages"), query
    )
    said = "Its headline still stands in notices on {}: {}.{}"
    return format_html(said, count, named, link if keys else "")


def _pages(piece: Edition, at: dt.datetime) -> list[Edition]:
    """Live pages of pieces that it replaces, or that replace it, as far as their notices say its headline."""
    naming = Notice.objects.filter(successor__isnull=False)
    earlier = naming.filter(successor=piece.article_id).values_list("article", flat=True)
    later = naming.filter(article=piece.article_id).values_list("successor", flat=True)
    live = Edition.objects.live(at).filter(article__in={*earlier, *later}).order_by("article")
    return [
        page
        for page in live.only("headline", "article_id", "printed")
        if any(piece.headline in printed_line.text(row["line"]) for row in page.printed["notices"])
    ]
