"""Find another piece in the same language whose original has the same address."""

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
from articles.states import Work
from desk.headline import headline_for, may_open
from desk.pages import form_address
from prose.links import comparable_url


def same_original(place: Appearance, article: Article, user: User, at: dt.datetime) -> str:
    """An error sentence that names the oldest such piece, or "".

    An address that the newest saved version has already is not checked again.
    """
    address = comparable_url(place.url) if place.url else ""
    if not address or address in _saved_originals(article):
        return ""
    first = next(_pieces_at(address, article), None)
    if first is None:
        return ""
    name = headline_for(user, first, at)
    if may_open(user, first):
        name = format_html('<a href="{}">{}</a>', form_address(first.pk), name)
    return format_html(
        "This is the original of {} already, in the same language. If this is a version, an excerpt or a "
        "translation, choose that; if it is another piece, an editor says why above.",
        name,
    )


def _pieces_at(address: str, article: Article) -> Iterator[Article]:
    """Other saved pieces in the language with that original, oldest first."""
    host = urlsplit(address).hostname or address
    saved = Revision.objects.filter(article=OuterRef("article"))
    rows = (
        Appearance.objects.filter(
            Exists(saved), relation__in=ORIGINALS, url__icontains=host, article__language=article.language
        )
        .exclude(article=article.pk)
        .exclude(article__desk__work=Work.SPIKED)
        .order_by("article_id")
        .values_list("article_id", "url")
    )
    for pk, url in rows.iterator():
        if comparable_url(url) == address:
            yield Article.objects.get(pk=pk)


def _saved_originals(article: Article) -> set[str]:
    """Original addresses in the newest saved version, if that was in the same language."""
    newest = Revision.objects.filter(article=article.pk).first() if article.pk else None
    content = content_of(newest) if newest else None
    if content is None or content["language"] != article.language:
        return set()
    return {comparable_url(row["url"]) for row in content["appearances"] if row["relation"] in ORIGINALS}
