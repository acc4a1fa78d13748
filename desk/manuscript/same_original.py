"""One original, one piece: whether an address of an original is that of another piece in the same language."""

import datetime as dt
from collections.abc import Iterator
from urllib.parse import urlsplit

from django.db.models import Exists, OuterRef
from django.utils.html import format_html

from articles.models.appearance import ORIGINALS, Appearance
from articles.models.article import Article
from articles.models.revision import Revision
from articles.querysets import User
from articles.snapshot import content_of
from desk.headline import called, may_open
from desk.pages import form_address
from prose.links import comparable_url


def same_original(place: Appearance, article: Article, user: User, at: dt.datetime) -> str:
    """The sentence that stops it, with a link to the first piece for those who may open it; else empty.

    What the newest saved version says already stands: it was let through then.
    """
    address = comparable_url(place.url) if place.url else ""
    if not address or address in _said_before(article):
        return ""
    first = next(_pieces_at(address, article), None)
    if first is None:
        return ""
    name = called(first, user, at)
    if may_open(user, first):
        name = format_html('<a href="{}">{}</a>', form_address(first.pk), name)
    return format_html(
        "This is the original of {} already, in the same language. If this is a version, an excerpt or a "
        "translation, choose that; if it is another piece, an editor says why above.",
        name,
    )


def _pieces_at(address: str, article: Article) -> Iterator[Article]:
    """Other pieces in the language with that original, the oldest first. What was never saved counts for nothing."""
    host = urlsplit(address).hostname or address
    saved = Revision.objects.filter(article=OuterRef("article"))
    rows = (
        Appearance.objects.filter(
            Exists(saved), relation__in=ORIGINALS, url__icontains=host, article__language=article.language
        )
        .exclude(article=article.pk)
        .order_by("article_id")
        .values_list("article_id", "url")
    )
    for pk, url in rows.iterator():
        if comparable_url(url) == address:
            yield Article.objects.get(pk=pk)


def _said_before(article: Article) -> set[str]:
    """Addresses of originals in the newest saved version, if it was in the same language."""
    newest = Revision.objects.filter(article=article.pk).first() if article.pk else None
    content = content_of(newest) if newest else None
    if content is None or content["language"] != article.language:
        return set()
    return {comparable_url(row["url"]) for row in content["appearances"] if row["relation"] in ORIGINALS}
