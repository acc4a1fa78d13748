"""Uses of a picture: pieces whose manuscript has it, pages that readers have or had with it, portraits and logos."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse

from articles.models.article import Article
from articles.models.edition import Edition, EditionPicture
from articles.models.uses.picture_use import PicturePlace, PictureUse
from authors.models import Author
from desk.pages import form_address
from desk.standing import standing_in_words, with_standing
from pictures.models import Logo, Picture

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
class RecordUse:
    """A record whose portrait or logo a picture is: "portrait of Ida Quay"."""

    label: str
    address: str

    def __str__(self) -> str:
        return f"It is the {self.label}."


@dataclass(frozen=True)
class Uses:
    """The uses in pieces that a user may open, the number of the others, and records whose portrait or logo it is."""

    rows: list[Use]
    others: int
    records: list["RecordUse"]

    @property
    def are_some(self) -> bool:
        return bool(self.rows or self.others or self.records)

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
    others = pieces.count() - visible.count()
    return Uses([_use(row, places[row.pk]) for row in found], others, list(_records(picture)))


def _records(picture: Picture) -> Iterator[RecordUse]:
    logos = picture.logos.select_related("institution", "outlet")
    named: list[tuple[str, Any]] = [("portrait", author) for author in picture.portraits.all()]
    named += [("logo", logo.institution or logo.outlet) for logo in logos]
    for what, record in named:
        address = reverse(
            f"admin:{record._meta.app_label}_{record._meta.model_name}_change", args=[record.pk]
        )
        yield RecordUse(f"{what} of {record}", address)


def uses_in_words(picture: Picture, user: Any, at: dt.datetime) -> list[str]:
    """A sentence for each use that keeps a picture from being deleted; none if it may go."""
    uses = uses_of(picture, user, at)
    others = [uses.others_in_words] if uses.others else []
    return [*map(str, uses.rows), *others, *map(str, uses.records)]


def numbers_of_uses(pictures: Iterable[Picture]) -> dict[int, int]:
    """The number of pieces that use each picture, or showed it once, and of portraits and logos, in four queries."""
    pieces: dict[int, set[int]] = {picture.pk: set() for picture in pictures}
    for rows, article in ((PictureUse.objects, "article"), (EditionPicture.objects, "edition__article")):
        for picture, piece in rows.filter(picture__in=pieces).values_list("picture", article):
            pieces[picture].add(piece)
    records = Counter[int]()
    for key in ("portraits", "logos"):
        records.update(
            Picture.objects.filter(pk__in=pieces, **{f"{key}__isnull": False}).values_list("pk", flat=True)
        )
    return {key: len(found) + records[key] for key, found in pieces.items()}


def in_use() -> Q:
    """Condition for pictures that a piece uses, or showed once, and for portraits and logos."""
    rows: tuple[Any, ...] = (PictureUse.objects, EditionPicture.objects, Logo.objects)
    found = [Exists(each.filter(picture=OuterRef("pk"))) for each in rows]
    return Q(*found, Exists(Author.objects.filter(portrait=OuterRef("pk"))), _connector=Q.OR)


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
