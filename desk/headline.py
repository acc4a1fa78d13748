"""Headline to show a user: the working one only if they may open the piece."""

import datetime as dt

from articles.models.article import Article
from articles.models.edition import Edition
from articles.querysets import User
from prose.quotation_marks import in_quotes

UNOPENED = "a piece you may not open"


def may_open(user: User, article: Article) -> bool:
    """True if the user may open the piece on the desk."""
    return Article.objects.visible_to(user).filter(pk=article.pk).exists()


def headline_for(user: User, article: Article, at: dt.datetime) -> str:
    """The working or the live headline in quotation marks, or `UNOPENED`, without them, if the user may see neither."""
    if may_open(user, article):
        return in_quotes(article)
    live = Edition.objects.filter(article=article).live(at).first()
    return in_quotes(live.headline) if live else UNOPENED
