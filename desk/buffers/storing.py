"""Storing a buffer and letting it go: one row for each form in each tab."""

import datetime as dt
import re
import uuid
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from django.http import HttpRequest, QueryDict
from django.urls import reverse

from articles.models.article import Article
from articles.querysets import User
from desk.manuscript.questions import ASKED, SINCE
from desk.manuscript.saving import BASE
from desk.models import Buffer, Lease
from desk.pages import form_address
from desk.unsaved.typed import Typed, is_secret
from prose.keys import as_key, as_uuid
from prose.typography import clean_line

TAB = "_tab"  # the hidden field with the tab's name
BROUGHT = "_brought"  # the hidden field with the key of the buffer that the form was filled from
MOST_CHARS = 2_000_000
TOO_LONG = (
    "This is too long to be kept while you type: more than 2 million characters with their markup. "
    "Save it in parts."
)
PURGED_AT_ONCE = 200


class TooLong(Exception):
    """More was typed than a buffer takes."""


@dataclass(frozen=True)
class TypedPlace:
    """The form that is typed in: of a piece, or of a new one by the form's key."""

    article: int | None = None
    form_key: uuid.UUID | None = None

    @property
    def address(self) -> str:
        return form_address(self.article) if self.article else reverse("admin:articles_article_add")

    @property
    def columns(self) -> dict[str, Any]:
        return {"article_id": self.article, "form_key": self.form_key}

    @property
    def row(self) -> dict[str, Any]:
        """The same to filter by."""
        if self.article:
            return {"article": self.article}
        return {"article__isnull": True, "form_key": self.form_key}


def tab_in(post: QueryDict) -> uuid.UUID | None:
    """The tab that a form names; None if it names none that makes sense."""
    return as_uuid(post.get(TAB, ""))


def typed_form(post: QueryDict, place: TypedPlace) -> Typed:
    """The form as it was typed, without buttons, tokens and what no database stores. Raises TooLong."""
    fields = tuple(
        (_clean(name), _clean(value))
        for name, values in post.lists()
        if not name.startswith("_") and not is_secret(name)
        for value in values
    )
    if sum(len(name) + len(value) for name, value in fields) > MOST_CHARS:
        raise TooLong
    return Typed(place.address, fields)


def store(
    post: QueryDict, place: TypedPlace, *, by: User, at: dt.datetime, tab: uuid.UUID, turn: int | None = None
) -> None:
    """Keep what was typed in the place of what the tab sent before, unless that has a higher turn. Raises TooLong."""
    typed = typed_form(post, place)
    row: dict[str, Any] = {
        "typed": asdict(typed),
        "base": min(as_key(post.get(BASE, "")) or 0, 2**31 - 1),
        "headline": clean_line(_clean(post.get("headline", ""))[:1000])[:200],
        "kept_at": at,
    }
    own = Buffer.objects.filter(**place.row, person=by.pk, tab=tab)
    if turn is not None:
        own, row["turn"] = own.filter(turn__lte=turn), turn
    if own.update(**row):
        return
    person: Any = by.pk
    # Nothing there, or something newer, which stays.
    Buffer.objects.bulk_create(
        [Buffer(**place.columns, person_id=person, tab=tab, **row)], ignore_conflicts=True
    )


def retire_brought(post: QueryDict, place: TypedPlace, *, by: User, tab: uuid.UUID) -> None:
    """Let go of the buffer that the form was filled from, once the form's own holds all of its words."""
    if (brought := as_key(post.get(BROUGHT, ""))) is None:
        return
    old = Buffer.objects.filter(**place.row, person=by.pk, pk=brought).exclude(tab=tab).first()
    if old is None or not Buffer.objects.filter(**place.row, person=by.pk, tab=tab).exists():
        return
    if _words(old.typed["fields"]) <= _words(typed_form(post, place).fields):
        old.delete()


def _words(fields: Iterable[Sequence[str]]) -> Counter[str]:
    """How often each word was typed, in whatever field: a row that is moved has all of its own."""
    return Counter(
        word
        for name, value in fields
        if name not in (BASE, ASKED, SINCE)
        for word in re.findall(r"\w+", value)
    )


def buffer_of(request: HttpRequest) -> int | None:
    """The key of the buffer that this form was filled from."""
    return as_key(request.POST.get(BROUGHT, ""))


def purge(at: dt.datetime) -> None:
    """Delete some of what is old: buffers of 30 days, and leases of a day."""
    for old in (Buffer.objects.old(at), Lease.objects.old(at)):
        old.model._default_manager.filter(
            pk__in=list(old.values_list("pk", flat=True)[:PURGED_AT_ONCE])
        ).delete()


def place_of(article: Article | None, form_key: uuid.UUID | None) -> TypedPlace | None:
    """The place of a form; None for one that names neither a piece nor a key."""
    if article:
        return TypedPlace(article=article.pk)
    return TypedPlace(form_key=form_key) if form_key else None


def _clean(text: str) -> str:
    """Without NUL and halves of surrogate pairs, which PostgreSQL does not store."""
    return text.replace("\x00", "").encode("utf-8", "replace").decode()
