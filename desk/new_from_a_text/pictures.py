"""Pictures of a brought text: read and kept beside it, shown on the confirmation page, taken into the draft."""

import uuid
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from django.contrib.auth.models import User

from desk.models import BroughtPicture, BroughtText
from desk.pages import DeskPage
from intake.drafts.new_piece import CannotTake
from intake.drafts.pictures import DraftPicture, draft_picture, read_source_picture
from intake.sources.manuscript import SourcePicture
from pictures.acts.adding import digest_of
from pictures.models import Picture, PictureFile
from prose.html.figures import Figure, with_figures

GONE = (
    "The pictures of this text were kept for a day and are gone. Bring the text once more, or leave them out."
)


@dataclass(frozen=True)
class CarriedPicture:
    """A picture on the confirmation page, as the form carries it, signed: no field of it is an editor's."""

    key: str
    number: int
    digest: str
    file_name: str
    caption: str
    beside: str
    width: int
    height: int


@dataclass(frozen=True)
class ReadPictures:
    """The pictures of a text that were read, what is offered in their forms, and sentences on the others."""

    carried: list[dict[str, Any]]
    initial: list[dict[str, Any]]
    problems: list[str]


def read_pictures(
    text: BroughtText, sources: Sequence[SourcePicture], before: Callable[[], None]
) -> ReadPictures:
    """Read the pictures one after the other and keep them beside the text. `before` is called before each."""
    result, rows = ReadPictures([], [], []), _kept_unread(text, sources)
    for source in sources:
        row, read = rows.popleft(), read_source_picture(source, before)
        row.keep(read)
        if isinstance(read, str):
            result.problems.append(read)
            continue
        carried = CarriedPicture(
            source.key,
            row.number,
            row.digest,
            row.file_name,
            source.caption,
            source.beside,
            read.width,
            read.height,
        )
        result.carried.append(asdict(carried))
        offer = draft_picture(source, read)
        result.initial.append(
            {"alt": offer.alt or "", "is_decorative": offer.alt == "", "credit": offer.credit}
        )
    return result


def _kept_unread(text: BroughtText, sources: Sequence[SourcePicture]) -> deque[BroughtPicture]:
    """Rows of all pictures, so that the page of the line can say how many there are."""
    BroughtPicture.objects.filter(text=text).delete()
    rows = [
        BroughtPicture(
            text=text,
            key=source.key,
            number=number,
            digest=digest_of(source.content),
            file_name=source.file_name[-255:],
            content=source.content,
        )
        for number, source in enumerate(sources, start=1)
    ]
    return deque(BroughtPicture.objects.bulk_create(rows))


def known_pictures(carried: Iterable[CarriedPicture], user: User) -> dict[str, Picture]:
    """Pictures of the library that the user sees, by the digest of a file that they have already."""
    files = PictureFile.objects.filter(digest__in=[each.digest for each in carried])
    visible = files.filter(picture__in=Picture.objects.visible_to(user)).select_related("picture")
    return {file.digest: file.picture for file in visible}


def draft_pictures(
    text: str, kept: Sequence[tuple[CarriedPicture, dict[str, Any]]], user: User
) -> Iterator[DraftPicture]:
    """The pictures for the draft, one after the other, with the answers of their forms.

    Raises CannotTake for one that is gone.
    """
    for carried, answers in kept:
        rows = BroughtPicture.objects.filter(text__brought_by=user, facts__isnull=False)
        row = rows.filter(text=uuid.UUID(text), key=carried.key).first()
        if row is None:
            raise CannotTake(GONE)
        yield DraftPicture(
            carried.key,
            carried.digest,
            row.read(),
            carried.file_name,
            "" if answers["is_decorative"] else answers["alt"] or None,
            carried.caption,
            answers.get("credit", ""),
        )


def address_of(text: str, number: int) -> str:
    return DeskPage.BROUGHT_PICTURE.address(text, number)


def body_with_pictures(body: str, text: str, carried: Iterable[CarriedPicture]) -> str:
    """The body for the confirmation page: each figure with its picture, as small as it is kept."""
    numbers = {each.key: each.number for each in carried}

    def drawn(figure: Figure) -> str:
        caption = f"<figcaption>{figure.caption_html}</figcaption>" if figure.caption_html else ""
        if figure.uuid not in numbers:
            return f"<p>{figure.caption_html}</p>" if caption else ""
        return f'<figure><img src="{address_of(text, numbers[figure.uuid])}" alt="" loading="lazy">{caption}</figure>'

    return with_figures(body, drawn)
