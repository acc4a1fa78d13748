"""Where to look at a piece: its page while it is live, else its place on the desk."""

import datetime as dt

from django.urls import reverse

from articles.addresses import absolute
from articles.models.article import Article
from articles.models.edition import Edition


def address_of(article: Article, at: dt.datetime) -> str:
    """An address in full."""
    live = Edition.objects.filter(article=article).live(at).select_related("permalink").first()
    if live:
        return absolute(live.permalink.path)
    return absolute(reverse("admin:articles_article_change", args=[article.pk]))
