"""Rows that go along when a record is merged: the posts, permissions, pieces and so on that the kept one lacks.

Rows change hands and come back with the undo; the merge keeps their keys in `RecordMerge.moved`.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db import models

from articles.acts.merging import words
from articles.acts.merging.sameness import (
    is_post_twice,
    is_repeated,
    is_same_disclaimer,
    is_same_link,
    is_same_post,
    is_same_style,
    rivals,
)
from articles.models.article import Article
from articles.models.grouping.named import NameInALanguage
from articles.models.grouping.series import Series, SeriesName
from articles.models.topic import Topic, TopicName
from articles.querysets import with_merged
from authors.models import Appointment, Author, AuthorLink, AuthorName
from disclaimers.models import (
    Disclaimer,
    FooterLink,
    HouseMember,
    HouseStyle,
    Institution,
    InstitutionName,
    Kind,
    KindLabel,
    Licence,
    StandingNotice,
    UsualLicence,
)
from documents.models import Document, DocumentClearance
from outlets.models import FormerName, Outlet, OutletAlias, OutletName, StandingPermission
from pictures.models import Clearance, Logo, Picture
from prose.languages import serves
from prose.names.dated import DatedName
from prose.names.rewording import rewording

Moved = dict[str, list[Any]]
"""Keys of the rows by the name of their kind, and what `words` keeps of texts that went along."""
Test = Callable[[Any, Any], bool]
"""A test of a row of the record that goes and one of the record that stays."""


def _never(one: Any, other: Any) -> bool:
    return False


def _always(one: Any, other: Any) -> bool:
    return True


@dataclass(frozen=True)
class Belonging:
    """One kind of rows. `owner`: name of the foreign key to their record.

    `is_same`: the kept record has it already (by default: the same values). `clashes`: both cannot be true. Such a row
    stays behind and is named, or keeps two institutions from being merged. `is_counted`: there may be many, which are
    told by their number. `in_words`: a row for a reader.
    """

    model: type[models.Model]
    owner: str
    noun: str
    is_same: Test | None = None
    clashes: Test = _never
    is_counted: bool = False
    in_words: Callable[[Any], str] = str

    def lacking(self, gone: models.Model, kept: models.Model) -> list[Any]:
        """Rows of `gone` of which `kept` has none that says the same, or something else for the same days."""
        if (self.is_same, self.clashes) == (_never, _never) and self.is_counted:
            return list(self._of(gone).only("pk"))  # there may be thousands, with their texts
        own = list(self._of(kept))
        return [
            row
            for row in self._of(gone)
            if not any(self._says(row, other) or self.clashes(row, other) for other in own)
            and not _takes_the_place(row, kept)
        ]

    def staying(self, gone: models.Model, kept: models.Model) -> list[Any]:
        """Rows of `gone` that say something else than `kept`, which has its own."""
        if self.clashes is _never and self.model is not FooterLink:
            return []
        own = list(self._of(kept))
        return [
            row
            for row in self._of(gone)
            if not any(self._says(row, other) for other in own)
            and (any(self.clashes(row, other) for other in own) or _takes_the_place(row, kept))
        ]

    def rivals(self, gone: models.Model, kept: models.Model) -> Iterator[tuple[Any, Any]]:
        """Pairs of which only one can be true."""
        own = list(self._of(kept)) if self.clashes is not _never else []
        for row in self._of(gone) if own else ():
            if not any(self._says(row, other) for other in own):
                yield from ((row, other) for other in own if self.clashes(row, other))

    def _of(self, record: models.Model) -> Any:
        return self.model._default_manager.filter(**{self.owner: record}).order_by("pk")

    def _says(self, one: Any, other: Any) -> bool:
        return self.is_same(one, other) if self.is_same else is_repeated(one, other, self.owner)


def _takes_the_place(row: models.Model, kept: Any) -> bool:
    """True for what would print instead of words of the kept record's own, or of the institution above it."""
    if isinstance(row, FooterLink):
        return (
            any(house.footer_links.exists() for house in kept.lineage()[1:])
            and not kept.footer_links.exists()
        )
    is_for_all = isinstance(kept, Kind) and isinstance(row, KindLabel) and row.institution_id is None
    if not (is_for_all or isinstance(row, DatedName | NameInALanguage)) or getattr(row, "until_on", None):
        return False
    home = Institution.objects.home().first()
    language = kept.name_language or (home.usual_language if home else "")
    return serves(row.language, language)  # type: ignore[attr-defined]


BELONGINGS: dict[type[models.Model], tuple[Belonging, ...]] = {
    Author: (
        Belonging(Appointment, "author", "post", is_same_post),
        Belonging(AuthorLink, "author", "link", lambda one, other: one.url == other.url),
        Belonging(AuthorName, "author", "name", _never, rivals("language")),
    ),
    Outlet: (
        Belonging(StandingPermission, "outlet", "permission"),
        Belonging(OutletAlias, "outlet", "other name", _never),  # unique among all outlets
        Belonging(OutletName, "outlet", "name in another language", _never, rivals("language")),
        Belonging(FormerName, "outlet", "former name", _never, rivals()),
        Belonging(Logo, "outlet", "logo", _always),
    ),
    Topic: (Belonging(TopicName, "topic", "name in another language", _never, rivals("language")),),
    Series: (Belonging(SeriesName, "series", "name in another language", _never, rivals("language")),),
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
        Belonging(
            KindLabel, "kind", "label", clashes=rivals("language", "institution_id"), in_words=words.of_label
        ),
        Belonging(
            UsualLicence,
            "kind",
            "usual licence",
            clashes=rivals("institution_id"),
            in_words=words.of_usual_licence,
        ),
    ),
    Disclaimer: (Belonging(Appointment, "disclaimer", "post", _never),),
    Licence: (
        Belonging(Article, "licence", "manuscript", _never, is_counted=True),
        Belonging(UsualLicence, "licence", "content type with this usual licence", _never, is_counted=True),
        Belonging(Clearance, "licence", "picture under it", _never, is_counted=True),
        Belonging(DocumentClearance, "licence", "file under it", _never, is_counted=True),
    ),
    Institution: (
        Belonging(Article, "institution", "manuscript", _never, is_counted=True),
        Belonging(Picture, "institution", "picture", _never, is_counted=True),
        Belonging(Document, "institution", "file", _never, is_counted=True),
        Belonging(Institution, "parent", "centre", _never),
        Belonging(
            Appointment, "institution", "post", _never, is_post_twice, is_counted=True, in_words=words.of_post
        ),
        Belonging(HouseMember, "institution", "account", in_words=lambda row: row.user.get_username()),
        Belonging(InstitutionName, "institution", "name", clashes=rivals("language")),
        Belonging(HouseStyle, "institution", "house style", is_same_style, rivals("language")),
        Belonging(
            KindLabel,
            "institution",
            "content type’s label",
            clashes=rivals("kind_id", "language"),
            in_words=words.of_label,
        ),
        Belonging(
            UsualLicence,
            "institution",
            "content type’s usual licence",
            clashes=rivals("kind_id"),
            in_words=words.of_usual_licence,
        ),
        Belonging(Disclaimer, "institution", "disclaimer", is_same_disclaimer, in_words=words.of_disclaimer),
        Belonging(StandingNotice, "institution", "standing notice"),
        Belonging(FooterLink, "institution", "footer link", is_same_link),
        Belonging(Logo, "institution", "logo", _always),
    ),
}


def left_behind(gone: models.Model, kept: models.Model) -> list[str]:
    """A line for each fact that stays with `gone` and prints no more: `kept` has its own or says nothing of it."""
    kinds = BELONGINGS.get(type(gone), ())
    rows = [f"{kind.noun}: {kind.in_words(row)}" for kind in kinds for row in kind.staying(gone, kept)]
    return [*rows, *words.left_behind(gone, kept)]


def contradiction(gone: models.Model, kept: models.Model) -> str:
    """The first two rows that say different things of two institutions for the same days; "" if there are none."""
    for kind in BELONGINGS[type(gone)]:
        for one, other in kind.rivals(gone, kept):
            return (
                f"For the same days “{gone}” has the {kind.noun} “{kind.in_words(one)}” and “{kept}” the {kind.noun} "
                f"“{kind.in_words(other)}”. Delete the one that is wrong, or give it other days; then merge them."
            )
    return ""


def in_words(gone: models.Model, kept: models.Model) -> list[str]:
    """A line for each row that `kept` would get: ["post: senior fellow, Harbour Institute"]."""
    lines: list[str] = []
    for kind in BELONGINGS.get(type(gone), ()):
        rows = kind.lacking(gone, kept)
        if kind.is_counted and rows:
            lines.append(f"{len(rows)} {kind.noun}{'' if len(rows) == 1 else 's'}")
        elif not kind.is_counted:
            lines += [f"{kind.noun}: {kind.in_words(row)}" for row in rows]
    return [*lines, *words.that_go_along(gone, kept)]


def move(gone: models.Model, kept: models.Model) -> Moved:
    """Give `kept` what it lacks, and return what moved."""
    moved: Moved = words.move(gone, kept)
    for kind in BELONGINGS.get(type(gone), ()):
        if keys := [row.pk for row in kind.lacking(gone, kept)]:
            with rewording():
                kind.model._default_manager.filter(pk__in=keys).update(**{kind.owner: kept})
            moved[kind.noun] = keys
    return moved


def give_back(moved: Moved, gone: models.Model, root: models.Model) -> None:
    """Give `gone` back what moved, as far as it is still with `root`, which has stood for it, or merged into that."""
    for kind in BELONGINGS.get(type(gone), ()):
        rows = kind.model._default_manager.filter(with_merged(kind.model, kind.owner, root.pk))
        keys = list(rows.filter(pk__in=moved.get(kind.noun, ())).values_list("pk", flat=True))
        with rewording():
            kind.model._default_manager.filter(pk__in=keys).update(**{kind.owner: gone})
    words.give_back(moved, gone)
