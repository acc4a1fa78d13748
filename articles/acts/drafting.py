"""Saving a manuscript: every save that changes the content appends one revision."""

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType

from django.db import transaction

from articles.acts.errors import StaleBase
from articles.acts.following import follow
from articles.acts.ledger import Actor, enter, record, work_before_the_trash
from articles.acts.locks import lock_records_to_print, lock_sources
from articles.models.article import Article
from articles.models.byline import Disclosure
from articles.models.desk import DeskState
from articles.models.revision import Revision
from articles.press.answers import with_asked
from articles.rights.sources import source_keys
from articles.snapshot import SCHEMA, Content, compose, content_hash, content_of, empty_content, keep_keys
from articles.states import Act, Work
from articles.used_pictures import uses_pictures, write_uses


@transaction.atomic
def save_draft(
    article: Article,
    *,
    by: Actor,
    at: dt.datetime,
    base: int | None = None,
    label: str = "",
    after: Mapping[str, object] = MappingProxyType({}),
) -> Revision:
    """Append the manuscript's content as a revision; if the hash is equal, return the newest one instead.

    A piece in the trash is put back by it: nobody works on what is thrown away. Pages that are made from a piece that
    readers have never had are bounded by its newest version: they are printed again.

    `base`: the number of the version that was edited (0 for a new piece), None for a program. Raises StaleBase if
    another version was saved meanwhile. `after`: facts for the history beside the version's number.
    """
    timeline = enter(Act.SAVE_DRAFT, article, by=by, at=at)
    desk = timeline.desk or DeskState.objects.create(article=article)
    if base is not None and base != desk.head_number:
        raise StaleBase(base, desk.head_number)
    versions = Revision.objects.filter(article=article, number=desk.head_number)
    newest = versions.first() if desk.head_number else None
    content = _with_asked(article, compose(Article.objects.get(pk=article.pk)), newest)
    if newest and newest.content_hash == content_hash(content):
        keep_keys(article, content_of(newest))
        return newest
    revision = append(article, content, parent=newest, by=by, at=at, label=label, desk=desk)
    entry = record(
        Act.SAVE_DRAFT, article, timeline, by=by, revision=revision, after={"version": revision.number, **after},
        work=work_before_the_trash(timeline) if timeline.work == Work.SPIKED else None,
    )  # fmt: skip
    if newest and timeline.first is None and _bounds(content) != _bounds(content_of(newest)):
        lock_sources(revision, at)
        lock_records_to_print()
        follow(entry)
    return revision


def _bounds(content: Content) -> object:
    """The parts of a version that readers have never had on which the rights of pages made from it depend."""
    return source_keys(content), content["appearances"], content["institution"]


def _with_asked(article: Article, content: Content, newest: Revision | None) -> Content:
    """The content in which each answer of all authors says whose it is; the manuscript's rows then say so too."""
    named = with_asked(content, content_of(newest) if newest else empty_content())
    if named != content:
        keys = article.disclosures.order_by("order", "id").values_list("pk", flat=True)
        for key, row in zip(keys, named["disclosures"], strict=True):
            Disclosure.objects.filter(pk=key).update(asked=row["asked"])
    return named


def append(
    article: Article,
    content: Content,
    *,
    parent: Revision | None,
    by: Actor,
    at: dt.datetime,
    label: str = "",
    desk: DeskState | None = None,
) -> Revision:
    """Create the next revision of an article: the only place where revisions are made.

    `desk`: the state of the work, where it was read once the article was locked.
    """
    desk = desk or DeskState.objects.get(article=article)
    revision = Revision.objects.create(
        article=article,
        number=desk.head_number + 1,
        parent=parent,
        saved_by=by,
        saved_at=at,
        label=label,
        schema=SCHEMA,
        content=content,
        content_hash=content_hash(content),
    )
    if uses_pictures(content) or (parent and uses_pictures(content_of(parent))):
        write_uses(article.pk, content)
    desk.head_number, desk.saved_at = revision.number, at
    desk.save(update_fields=["head_number", "saved_at"])
    return revision
