"""What goes along when a record is merged: the posts, permissions, pieces and so on that the kept one lacks.

Rows change hands and come back with the undo; the merge keeps their keys in `RecordMerge.moved`.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import models

from articles.models.article import Article
from articles.models.topic import Topic, TopicName
from articles.querysets import with_merged
from authors.models import Appointment, Author, AuthorLink, AuthorName
from disclaimers.models import Disclaimer, Institution, Kind, Licence, UsualLicence
from outlets.models import FormerName, Outlet, OutletAlias, OutletName, StandingPermission
from prose.languages import serves
from prose.names.dated import DatedName
from prose.names.rewording import rewording

Moved = dict[str, list[int]]
"""Keys of the rows by the name of their kind. Under BIOGRAPHY: the key of the record that took the text."""
BIOGRAPHY = "biography"


@dataclass(frozen=True)
class Belonging:
    """One kind of rows: who owns them (`owner`: name of the foreign key), and when two of them say the same.

    `is_counted`: there may be many, which are told by their number.
    """

    model: type[models.Model]
    owner: str
    noun: str
    is_same: Callable[[Any, Any], bool]
    is_counted: bool = False

    def lacking(self, gone: models.Model, kept: models.Model) -> list[Any]:
        """Rows of `gone` of which `kept` has none that says the same."""
        rows = self.model._default_manager
        if self.is_same is _never and self.is_counted:  # there may be thousands, with their texts
            return list(rows.filter(**{self.owner: gone}).only("pk").order_by("pk"))
        own = list(rows.filter(**{self.owner: kept}))
        return [
            row
            for row in rows.filter(**{self.owner: gone}).order_by("pk")
            if not any(self.is_same(row, other) for other in own) and not _replaces_the_name(row, kept)
        ]


def _same_post(one: Appointment, other: Appointment) -> bool:
    """True for the same words at the same place, unless one post ends before the other begins.

    A post with a disclaimer, which its holder's pieces print, is the same only as one that demands the same words.
    """
    words = [(post.title, post.unit, post.organisation) for post in (one, other)]
    first, second = (tuple(word.casefold() for word in row) for row in words)
    apart = any(
        (a.until_on or dt.date.max) <= (b.from_on or dt.date.min) for a, b in ((one, other), (other, one))
    )
    demands = [(post.disclaimer_id, post.body_names) for post in (one, other)]
    is_owed = one.disclaimer_id is None or demands[0] == demands[1]
    return first == second and one.institution_id == other.institution_id and not apart and is_owed


def _same_permission(one: StandingPermission, other: StandingPermission) -> bool:
    names = [field.attname for field in StandingPermission._meta.fields if field.name not in ("id", "outlet")]
    return all(getattr(one, name) == getattr(other, name) for name in names)


def _replaces_the_name(row: models.Model, kept: Any) -> bool:
    """True for a present name in the language of the kept record's own, which would then print no more."""
    if not isinstance(row, DatedName | TopicName) or getattr(row, "until_on", None):
        return False
    home = Institution.objects.home().first()
    return serves(row.language, kept.name_language or (home.usual_language if home else ""))


_NAMES = (DatedName, TopicName, FormerName)


def left_behind(gone: models.Model, kept: models.Model) -> list[str]:
    """Names that stay with `gone`, because `kept` has its own for their language and days, a line each."""
    kinds = [kind for kind in BELONGINGS.get(type(gone), ()) if issubclass(kind.model, _NAMES)]
    return [
        f"{kind.noun}: {row}"
        for kind in kinds
        for row in kind.model._default_manager.filter(**{kind.owner: gone}).order_by("pk")
        if row not in kind.lacking(gone, kept)
    ]


def _same_days(one: DatedName | FormerName, other: DatedName | FormerName) -> bool:
    """True for two names that are in use on the same day: a record has one in a language."""
    return not any(
        (a.until_on or dt.date.max) <= (b.from_on or dt.date.min) for a, b in ((one, other), (other, one))
    )


def _same_name(one: DatedName, other: DatedName) -> bool:
    return one.language == other.language and _same_days(one, other)


def _never(one: Any, other: Any) -> bool:
    return False


BELONGINGS: dict[type[models.Model], tuple[Belonging, ...]] = {
    Author: (
        Belonging(Appointment, "author", "post", _same_post),
        Belonging(AuthorLink, "author", "link", lambda one, other: one.url == other.url),
        Belonging(AuthorName, "author", "name", _same_name),
    ),
    Outlet: (
        Belonging(StandingPermission, "outlet", "permission", _same_permission),
        Belonging(OutletAlias, "outlet", "other name", _never),  # unique among all outlets
        Belonging(OutletName, "outlet", "name in another language", _same_name),
        Belonging(FormerName, "outlet", "former name", _same_days),
    ),
    Topic: (
        Belonging(
            TopicName, "topic", "name in another language", lambda one, other: one.language == other.language
        ),
    ),
    Kind: (
        Belonging(Article, "kind", "manuscript", _never, is_counted=True),
        Belonging(Institution, "default_kind", "usual content type of", _never),
        Belonging(
            Disclaimer.kinds.through,
            "kind",
            "disclaimer",
            lambda one, other: one.disclaimer_id == other.disclaimer_id,
            is_counted=True,
        ),
    ),
    Disclaimer: (Belonging(Appointment, "disclaimer", "post", _never),),
    Licence: (
        Belonging(Article, "licence", "manuscript", _never, is_counted=True),
        Belonging(UsualLicence, "licence", "content type with this usual licence", _never, is_counted=True),
    ),
}


def in_words(gone: models.Model, kept: models.Model) -> list[str]:
    """What `kept` would get, a line each: ["post: senior fellow, Harbour Institute"]."""
    lines: list[str] = []
    for kind in BELONGINGS.get(type(gone), ()):
        rows = kind.lacking(gone, kept)
        if kind.is_counted and rows:
            lines.append(f"{len(rows)} {kind.noun}{'' if len(rows) == 1 else 's'}")
        elif not kind.is_counted:
            lines += [f"{kind.noun}: {row}" for row in rows]
    return [*lines, "the biography"] if _lends_biography(gone, kept) else lines


def move(gone: models.Model, kept: models.Model) -> Moved:
    """Give `kept` what it lacks, and return what moved."""
    moved: Moved = {}
    for kind in BELONGINGS.get(type(gone), ()):
        if keys := [row.pk for row in kind.lacking(gone, kept)]:
            with rewording():
                kind.model._default_manager.filter(pk__in=keys).update(**{kind.owner: kept})
            moved[kind.noun] = keys
    if _lends_biography(gone, kept):
        lent = Author.objects.filter(pk=gone.pk).values("biography", "biography_language")[0]
        Author.objects.filter(pk=kept.pk).update(**lent)
        moved[BIOGRAPHY] = [kept.pk]
    return moved


def give_back(moved: Moved, gone: models.Model, root: models.Model) -> None:
    """Give `gone` back what moved, as far as it is still with `root`, which has stood for it, or merged into that."""
    for kind in BELONGINGS.get(type(gone), ()):
        rows = kind.model._default_manager.filter(with_merged(kind.model, kind.owner, root.pk))
        keys = list(rows.filter(pk__in=moved.get(kind.noun, ())).values_list("pk", flat=True))
        with rewording():
            kind.model._default_manager.filter(pk__in=keys).update(**{kind.owner: gone})
    for key in moved.get(BIOGRAPHY, ()):
        lent = Author.objects.filter(pk=gone.pk).values_list("biography", flat=True).first()
        Author.objects.filter(pk=key, biography=lent).update(biography="", biography_language="")


def _lends_biography(gone: models.Model, kept: models.Model) -> bool:
    return (
        isinstance(gone, Author) and isinstance(kept, Author) and bool(gone.biography) and not kept.biography
    )
