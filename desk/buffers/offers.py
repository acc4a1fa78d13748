"""Text that somebody typed and did not save, as it is offered to them: in the form, on a page, on their desk."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from django.db.models import Q
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
    """One buffer that says something else than what is saved. `newest` is None for a piece that never was.

    `base`: the version that the form was opened on, where it is another one. `is_earlier`: a later one stands above it
    that looks the same.
    """

    buffer: Buffer
    newest: Revision | None
    base: Revision | None = None
    is_earlier: bool = False

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
        return not (self.base and says_the_same(self.typed, content_of(self.base)))


def typed_of(buffer: Buffer) -> Typed:
    kept = buffer.typed
    fields = tuple((str(name), str(value)) for name, value in kept["fields"])
    return Typed(kept["address"], fields, tuple(kept["files"]))


def offers_at(article: Article, user: User) -> list[KeptOffer]:
    """Offers of text that the user typed in the form of a piece and did not save, the last first; each text once."""
    buffers = list(Buffer.objects.of(user).filter(article=article)[:MOST])
    return list(_in_their_order(offer for offer in _different(offers_of(buffers)) if offer.is_needed(user)))


def offers_of(buffers: list[Buffer]) -> list[KeptOffer]:
    """Offers of buffers of pieces, with the versions to compare them with: two queries, however many there are."""
    if not buffers:
        return []
    saved = Revision.objects.filter(article__in={buffer.article_id for buffer in buffers})
    last = saved.order_by("article_id", "-number").distinct("article_id")
    newest: dict[int | None, Revision] = {each.article_id: each for each in last}
    known = [buffer for buffer in buffers if buffer.article_id in newest]
    stale = [each for each in known if each.base != newest[each.article_id].number]
    opened_on = Q(*[Q(article=each.article_id, number=each.base) for each in stale], _connector=Q.OR)
    bases: dict[tuple[int | None, int], Revision] = (
        {(each.article_id, each.number): each for each in saved.filter(opened_on)} if stale else {}
    )
    return [
        KeptOffer(buffer, newest[buffer.article_id], bases.get((buffer.article_id, buffer.base)))
        for buffer in known
    ]


def offer_of(buffer: Buffer) -> KeptOffer:
    """The offer of one buffer, of a piece or of a new one."""
    of_pieces = offers_of([buffer]) if buffer.article_id else []
    return of_pieces[0] if of_pieces else KeptOffer(buffer, None)


def offers_of_new_pieces(user: User) -> list[KeptOffer]:
    """Offers of text that the user typed in forms of new pieces that were never saved."""
    made = SentForm.objects.values("key")
    buffers = Buffer.objects.of(user).filter(article=None).exclude(form_key__in=made)
    every = _different(KeptOffer(buffer, None) for buffer in buffers[:MOST])
    return list(_in_their_order(offer for offer in every if offer.is_needed(user)))


def offers_on_the_desk(user: User) -> list[KeptOffer]:
    """All of these, for pieces that the user may still open and that are not in the trash."""
    if not Buffer.objects.of(user).exists():
        return []
    mine = Article.objects.visible_to(user).kept().values("pk")
    buffers = Buffer.objects.of(user).filter(article__in=mine).select_related("article")[:MOST]
    of_pieces = [offer for offer in offers_of(list(buffers)) if offer.is_needed(user)]
    every = [*of_pieces, *offers_of_new_pieces(user)]
    return list(_in_their_order(sorted(every, key=lambda offer: offer.buffer.kept_at, reverse=True)))


def is_in_the_trash(article: Article) -> bool:
    return DeskState.objects.filter(article=article, work=Work.SPIKED).exists()


def _in_their_order(offers: Iterable[KeptOffer]) -> Iterator[KeptOffer]:
    """The same offers, the last first; of those with the same name, the others are called earlier."""
    seen: set[object] = set()
    for offer in offers:
        name = offer.buffer.article_id or offer.buffer.headline
        yield replace(offer, is_earlier=name in seen)
        seen.add(name)


def _different(offers: Iterable[KeptOffer]) -> Iterator[KeptOffer]:
    """Offers whose text no later one has."""
    seen: list[list[list[str]]] = []
    for offer in offers:
        fields = [field for field in offer.buffer.typed["fields"] if field[0] != "base"]
        if fields not in seen:
            seen.append(fields)
            yield offer
