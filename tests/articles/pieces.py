"""Short steps that several tests of pieces take."""

import datetime as dt

from articles.models import Article, Edition

HOUR = dt.timedelta(hours=1)
MINUTE = HOUR / 60


def change(article: Article, **facts) -> Article:
    Article.objects.filter(pk=article.pk).update(**facts)
    return article


def live(at):
    return Edition.objects.live(at)
