"""What a piece is called before somebody: its working headline is for those who may open it."""

import datetime as dt

from articles.models.article import Article
from articles.models.edition import Edition
from articles.querysets import User

UNOPENED = "a piece you may not open"


def may_open(user: User, article: Article) -> bool:
    """Whether the piece is among those this person finds on the desk."""
    return Article.objects.visible_to(user).filter(pk=article.pk).exists()


def called(article: Article, user: User, at: dt.datetime) -> str:
    """In quotation marks, the working headline or the one readers get; without them, that it stays unnamed."""
    if may_open(user, article):
        return f"“{article}”"
    live = Edition.objects.filter(article=article).live(at).first()
    return f"“{live.headline}”" if live else UNOPENED
