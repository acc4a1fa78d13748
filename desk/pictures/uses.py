"""Uses of a picture: pieces whose manuscript has it, and pages that readers have or had with it."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from articles.models.article import Article
from articles.models.edition import Edition, EditionPicture
from articles.models.picture_use import PicturePlace, PictureUse
from desk.pages import form_address
from desk.standing import standing_in_words, with_standing
from pictures.models import Picture

MOST_SHOWN = 50
CLOSED = "{} more that your account may not open"


@dataclass(frozen=True)
class Use:
    """A piece with a picture: at which places, where it stands, and if readers have the picture with it."""

    headline: str
    address: str
    places: str
    standing: str
    is_shown: bool
    was_shown: bool

    @property
    def readers(self) -> str:
        if self.is_shown:
            return "; readers have it"
        return "; readers had it" if self.was_shown else ""

    def __str__(self) -> str:
        return f"{self.headline}: {self.places}; {self.standing}{self.readers}"


@dataclass(frozen=True)
class Uses:
    """The uses in pieces that a user may open, and the number of the others."""

    rows: list[Use]
    others: int

    @property
    def others_in_words(self) -> str:
        return CLOSED.format(self.others) if self.others else ""


def uses_of(picture: Picture, user: Any, at: dt.datetime) -> Uses:
    """The pieces that use a picture now, or showed it once, those that were saved last first."""
    pieces = _with(picture)
    visible = pieces.filter(pk__in=Article.objects.visible_to(user).values("pk"))
    shown = EditionPicture.objects.filter(picture=picture, edition__article=OuterRef("pk"))
    editions = Edition.objects.all()
    rows = with_standing(visible, at).annotate(
        readers_have=Exists(shown.filter(edition__in=editions.live(at).order_by().values("pk"))),
        readers_had=Exists(shown.filter(edition__in=editions.ever_live(at).order_by().values("pk"))),
    )
    places: dict[int, list[str]] = defaultdict(list)
    for article, place in picture.uses.order_by("-place").values_list(
        "article", "place"
    ):  # lead before figure
        places[article].append(str(PicturePlace(place).label).lower())
    found = rows.select_related("desk").order_by("-desk__saved_at", "-pk")[:MOST_SHOWN]
    return Uses([_use(row, places[row.pk]) for row in found], pieces.count() - visible.count())


def uses_in_words(picture: Picture, user: Any, at: dt.datetime) -> list[str]:
    """A sentence for each use that keeps a picture from being deleted; none if it may go."""
    uses = uses_of(picture, user, at)
    return [str(use) for use in uses.rows] + ([uses.others_in_words] if uses.others else [])


def numbers_of_uses(pictures: Iterable[Picture]) -> dict[int, int]:
    """The number of pieces that use each picture, or showed it once, in two queries."""
    pieces: dict[int, set[int]] = {picture.pk: set() for picture in pictures}
    for rows, article in ((PictureUse.objects, "article"), (EditionPicture.objects, "edition__article")):
        for picture, piece in rows.filter(picture__in=pieces).values_list("picture", article):
            pieces[picture].add(piece)
    return {key: len(found) for key, found in pieces.items()}


def in_a_piece() -> Q:
    """Condition for pictures that a piece uses, or showed once."""
    rows = (PictureUse.objects, EditionPicture.objects)
    return Q(*(Exists(each.filter(picture=OuterRef("pk"))) for each in rows), _connector=Q.OR)


def _with(picture: Picture) -> QuerySet[Article]:
    drafts = PictureUse.objects.filter(picture=picture).values("article")
    printed = EditionPicture.objects.filter(picture=picture).values("edition__article")
    return Article.objects.filter(Q(pk__in=drafts) | Q(pk__in=printed))


def _use(article: Any, places: list[str]) -> Use:
    return Use(
        headline=str(article),
        address=form_address(article.pk),
        places=" and ".join(places) or "no longer in its draft",
        standing=standing_in_words(article),
        is_shown=article.readers_have,
        was_shown=article.readers_had,
    )
