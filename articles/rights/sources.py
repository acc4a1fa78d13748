"""Sources: the pieces of ours that a piece is made from, with their permissions at an instant.

A translation, an excerpt and a new version show no more than their source, over any number of steps. The source's
version that readers have at that instant counts. Where readers have it no longer, they get no text that is made from
it either. Where they have not had it yet, its newest version and the permissions on record for that count: a
translation may go out first.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Q, Value
from django.db.models.fields.json import KT

from articles.models.article import Article
from articles.models.edition import Edition
from articles.models.revision import Revision
from articles.rights.clearances import clearance_changes
from articles.rights.naming import named_for
from articles.rights.on_record import load_permissions
from articles.rights.rule import SOURCE_HIDDEN, Allowed, Permission, combine_permissions
from articles.snapshot import Content, content_of, empty_content
from articles.states import Form
from disclaimers.models import Institution
from outlets.models.permission import SearchPolicy
from prose.quotation_marks import in_quotes

MADE_FROM = ("translation_of_id", "made_from_id")
"""The members of a version's content that name a piece of ours as its source."""


def source_keys(content: Content) -> list[int]:
    """Keys of the pieces that a version says it is made from."""
    return list(dict.fromkeys(content[name] for name in MADE_FROM if content[name]))


def load_allowed(content: Content, article_id: int, institution: Institution, at: dt.datetime) -> Allowed:
    """How much of a version may be shown at an instant: by its own permissions and by those of its sources."""
    permissions = [*load_permissions(content, article_id, institution)]
    changes = _planned_days_over(content, institution) + clearance_changes(content, article_id, institution)
    for source in _sources(content, article_id, at):
        permissions += source.permissions(at, institution.pk)
        changes += source.changes_after(at)
    return combine_permissions(permissions, at, looked_at_again=changes)


def _planned_days_over(content: Content, institution: Institution) -> list[dt.datetime]:
    """The midnights after the days for which a piece is planned elsewhere: from then on no page prints the day."""
    planned = (row["planned_on"] for row in content["appearances"] if not row["published_on"])
    over = (dt.date.fromisoformat(day) + dt.timedelta(days=1) for day in planned if day)
    zone = ZoneInfo(institution.zone_name)
    return [dt.datetime.combine(day, dt.time(), tzinfo=zone) for day in over]


@dataclass(frozen=True)
class SourcePiece:
    """One source with its editions, oldest first, and its newest version."""

    article: Article
    editions: list[Edition]
    newest: Revision | None

    def changes_after(self, at: dt.datetime) -> list[dt.datetime]:
        """The instants ahead at which readers get another version of it, or none."""
        edges = (edge for each in self.editions for edge in (each.live_from, each.live_until))
        return [edge for edge in edges if edge and edge > at]

    def permissions(self, at: dt.datetime, house: int) -> Iterator[Permission]:
        """Its permissions as bounds of what a house makes from it; one that readers have no longer allows no text."""
        edition = self._edition(at)
        headline = in_quotes(edition.headline) if edition else named_for(house, self.article)
        if edition and self._hides_headline(edition):
            yield Permission("", SOURCE_HIDDEN, source=headline)
        elif edition and _is_over(edition, at):
            yield Permission("", "source_unpublished", source=headline)
        elif edition and edition.form != Form.PIECE:
            yield Permission("", "source_down", source=headline)
        content = self.content(at)
        if content is None:
            return
        for permission in load_permissions(content, self.article.pk, self.article.institution):
            # The outlet's page is in another language or longer: search engines are not sent there from here.
            is_hidden = permission.search_policy == SearchPolicy.NOINDEX
            policy = SearchPolicy.NOINDEX if is_hidden else SearchPolicy.INDEX
            yield replace(permission, source=headline, search_policy=policy, address="")

    def content(self, at: dt.datetime) -> Content | None:
        edition = self._edition(at)
        revision = edition.revision if edition else self.newest
        return content_of(revision) if revision else None

    def _edition(self, at: dt.datetime) -> Edition | None:
        """The edition at an instant, else the last one before it."""
        return next((each for each in reversed(self.editions) if each.live_from <= at), None)

    def _hides_headline(self, edition: Edition) -> bool:
        """True for a notice in its place that does not say the headline of the piece."""
        if edition.form != Form.WITHDRAWAL:
            return False
        earlier = [
            each for each in self.editions if each.form == Form.PIECE and each.live_from < edition.live_from
        ]
        return bool(earlier) and earlier[-1].headline != edition.headline


def _is_over(edition: Edition, at: dt.datetime) -> bool:
    return edition.live_until is not None and edition.live_until <= at


def _sources(content: Content, article_id: int, at: dt.datetime) -> Iterator[SourcePiece]:
    """The sources at an instant, the nearest first, with the sources that these name in turn."""
    ahead, visited = source_keys(content), {article_id}
    while ahead:
        key = ahead.pop(0)
        if key in visited:
            continue
        visited.add(key)
        if source := _load_source(key):
            yield source
            ahead += source_keys(source.content(at) or empty_content())


def _load_source(key: int) -> SourcePiece | None:
    article = Article.objects.select_related("institution").filter(pk=key).first()
    if article is None:
        return None
    columns = ("article_id", "form", "headline", "live_from", "live_until", "revision__content")
    editions = Edition.objects.filter(article=key).not_emptied().select_related("revision").only(*columns)
    return SourcePiece(
        article, list(editions.order_by("live_from")), article.revisions.order_by("-number").first()
    )


def made_from(keys: set[int], at: dt.datetime) -> tuple[set[int], set[int]]:
    """Keys of the pieces that name one of these as their source, in one query.

    First those before readers, or about to be; then those that readers have never had, by their manuscripts.
    """
    names: dict[str, Any] = {f"source_{name}": KT(f"content__{name}") for name in MADE_FROM}
    asked = [str(key) for key in keys]
    versions = Revision.objects.alias(**names).filter(
        Q(source_translation_of_id__in=asked) | Q(source_made_from_id__in=asked)
    )
    public = Edition.objects.not_ended(at).filter(revision__in=versions.values("pk")).order_by()
    named = Article.objects.filter(Q(translation_of__in=keys) | Q(made_from__in=keys)).order_by()
    drafts = named.never_public(at)
    rows = public.values_list("article_id", Value(True)).union(drafts.values_list("pk", Value(False)))
    found: dict[bool, set[int]] = {True: set(), False: set()}
    for key, is_public in rows:
        found[is_public].add(key)
    return found[True], found[False]
