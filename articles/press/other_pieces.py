"""Other pieces of ours that a page names: by their address and headline, as far as readers have had them."""

import datetime as dt

from django.db.models import DateTimeField, Func

from articles.models.article import Article
from articles.models.edition import Edition
from articles.snapshot import Content


def superseded_pieces(article_id: int) -> tuple[tuple[str, str], ...]:
    """(address, headline) of the pieces whose notices name this one as successor."""
    rows = Article.objects.filter(notices__successor=article_id).distinct()
    return tuple(map(address_and_headline, rows))


def live_source(content: Content, at: dt.datetime) -> tuple[str, str]:
    """(address, headline) of the piece of which this one is an excerpt or a new version; empty if it is not live."""
    if not content["made_from_id"]:
        return "", ""
    live = Edition.objects.listed(at).filter(article=content["made_from_id"]).select_related("permalink")
    edition = live.first()
    return (edition.permalink.path, edition.headline) if edition else ("", "")


def address_and_headline(article: Article | None) -> tuple[str, str]:
    """Address and headline of the newest edition of a piece that readers have had; empty if there is none."""
    if article is None:
        return "", ""
    now = Func(function="desk_now", output_field=DateTimeField())
    begun = article.editions.not_emptied().filter(live_from__lte=now).select_related("permalink")
    edition = begun.order_by("-live_from").first()
    return (edition.permalink.path, edition.headline) if edition else ("", "")


def translation_group(content: Content) -> str | None:
    """The uuid of the piece at the start of the chain of translations; None for a piece that is no translation."""
    key = content["translation_of_id"]
    origin = Article.objects.filter(pk=key).first() if key else None
    visited: set[int] = set()
    while origin and origin.translation_of_id and origin.pk not in visited:
        visited.add(origin.pk)
        origin = origin.translation_of
    return str(origin.uuid) if origin else None
