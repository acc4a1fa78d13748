"""Text that somebody typed and did not save, as it is offered to them: in the form, on a page, on their desk."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from django.http import QueryDict

from articles.models.article import Article
from articles.models.desk import DeskState
from articles.models.revision import Revision
from articles.querysets import User
from articles.snapshot import Content, content_of, empty_content
from articles.states import Work
from desk.manuscript.conflict import says_the_same
from desk.manuscript.nothing_typed import is_blank
from desk.models import Buffer, SentForm
from desk.models.buffer import KEPT_FOR
from desk.pages import DeskPage
from desk.unsaved.typed import Typed

MOST = 20  # of which a form or a desk tells


@dataclass(frozen=True)
class KeptOffer:
    """One buffer that says something else than what is saved. `newest` is None for a piece that never was."""

    buffer: Buffer
    newest: Revision | None

    @cached_property
    def typed(self) -> QueryDict:
        return typed_of(self.buffer).as_post()

    @property
    def saved(self) -> Content:
        return content_of(self.newest) if self.newest else empty_content()

    @property
    def address(self) -> str:
        buffer = self.buffer
        if buffer.article_id:
            return DeskPage.KEPT.address(buffer.article_id, buffer.pk)
        return DeskPage.ADD_KEPT.address(buffer.pk)

    @property
    def gone_at(self) -> dt.datetime:
        return self.buffer.kept_at + KEPT_FOR

    @property
    def is_stale(self) -> bool:
        """True if a version was saved since the form was opened."""
        return self.newest is not None and self.newest.number != self.buffer.base

    def is_needed(self, user: User) -> bool:
        """False if the saved version says the same, or the one that the form was opened on; or nothing is written."""
        if self.newest is None:
            return not is_blank(self.typed, user)
        if says_the_same(self.typed, content_of(self.newest)):
            return False
        base = Revision.objects.filter(article=self.buffer.article_id, number=self.buffer.base).first()
        return not (self.is_stale and base and says_the_same(self.typed, content_of(base)))


def typed_of(buffer: Buffer) -> Typed:
    kept = buffer.typed
    fields = tuple((str(name), str(value)) for name, value in kept["fields"])
    return Typed(kept["address"], fields, tuple(kept["files"]))


def offers_at(article: Article, user: User) -> list[KeptOffer]:
    """Offers of text that the user typed in the form of a piece and did not save, the last first; each text once."""
    buffers = list(Buffer.objects.of(user).filter(article=article)[:MOST])
    newest = newest_version(article.pk) if buffers else None
    if newest is None:
        return []
    return [
        offer
        for offer in _different(KeptOffer(buffer, newest) for buffer in buffers)
        if offer.is_needed(user)
    ]


def offers_of_new_pieces(user: User) -> list[KeptOffer]:
    """Offers of text that the user typed in forms of new pieces that were never saved."""
    made = SentForm.objects.values("key")
    buffers = Buffer.objects.of(user).filter(article=None).exclude(form_key__in=made)
    return [
        offer
        for offer in _different(KeptOffer(buffer, None) for buffer in buffers[:MOST])
        if offer.is_needed(user)
    ]


def offers_on_the_desk(user: User) -> list[KeptOffer]:
    """All of these, for pieces that the user may still open and that are not in the trash."""
    if not Buffer.objects.of(user).exists():
        return []
    mine = Article.objects.visible_to(user).kept().values("pk")
    buffers = Buffer.objects.of(user).filter(article__in=mine).select_related("article")[:MOST]
    of_pieces = [
        KeptOffer(buffer, newest) for buffer in buffers if (newest := newest_version(buffer.article_id))
    ]
    every = [*(offer for offer in of_pieces if offer.is_needed(user)), *offers_of_new_pieces(user)]
    return sorted(every, key=lambda offer: offer.buffer.kept_at, reverse=True)


def is_in_the_trash(article: Article) -> bool:
    return DeskState.objects.filter(article=article, work=Work.SPIKED).exists()


def newest_version(article_id: int | None) -> Revision | None:
    """The version saved last, None for a piece that never was."""
    return Revision.objects.filter(article=article_id).first()


def _different(offers: Iterable[KeptOffer]) -> Iterator[KeptOffer]:
    """Offers whose text no later one has."""
    seen: list[list[list[str]]] = []
    for offer in offers:
        fields = [field for field in offer.buffer.typed["fields"] if field[0] != "base"]
        if fields not in seen:
            seen.append(fields)
            yield offer
