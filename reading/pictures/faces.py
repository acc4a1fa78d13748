"""Portraits and logos as readers get them: on a profile, in a house's header, in the channel of a feed.

They are no part of an edition: they show today's picture, with its credit and its licence of today.
"""

from dataclasses import dataclass, replace

from django.template.loader import get_template

from authors.models import Author, AuthorType
from pictures.printed_credit import on_page
from pictures.today import TodaysPicture
from prose import printed_line
from prose.printed_line import PrintedLine
from reading.pictures.doors import IN_A_FEED, ON_THE_PAGE, PictureDoor
from reading.pictures.drawing import ShownPicture, figure_html
from reading.pictures.places import PORTRAIT
from reading.pictures.printed import PrintedPicture
from reading.words.page_words import words_for

MOST_WIDE, MOST_HIGH = 240, 48
"""Pixels of a logo on a page."""

FEED_WIDE, FEED_HIGH = 144, 400
"""Pixels of a channel's image, the most that RSS allows."""

FEED_ICON_WIDE = 512
"""Pixels of pictures that JSON Feed advises for icons and avatars."""

_WIDEST = 960  # pixels of the largest file that a face needs, on a sharp screen


@dataclass(frozen=True)
class PlacedLogo:
    """A logo as a page shows it, `width` by `height` pixels. `is_transparent`: it needs a light ground."""

    address: str
    srcset: str
    width: int
    height: int
    is_transparent: bool


@dataclass(frozen=True)
class FeedImage:
    """The image of a channel; 0 for a size of no matter. `credit`: the one that it must have, with its licence.

    `large`: the address of the smallest file whose sides both have `FEED_ICON_WIDE` pixels, "" if none has.
    """

    address: str
    width: int = 0
    height: int = 0
    credit: str = ""
    large: str = ""


def portrait_alt(author: Author, name: str, language: str) -> str:
    """The words for who cannot see a portrait: its own, else "Portrait of Ida Quay"; a body's name alone."""
    if author.portrait_alt or author.form == AuthorType.BODY:
        return author.portrait_alt or name
    return words_for(language).fill("portrait_of", name=name)


def portrait_html(face: TodaysPicture, alt: str, language: str) -> str:
    """A portrait on a page in a language: a square, with its credit and licence."""
    picture = as_printed(face, language)
    return figure_html(
        ShownPicture(picture, alt, crop="1:1", place=PORTRAIT, is_first=True), language, ON_THE_PAGE
    )


def logo_html(face: TodaysPicture, name: str, language: str) -> str:
    """An outlet's logo on its page, with the credit that it must have."""
    context = {"logo": header_logo(face), "alt": name, "credit": logo_credit(face, language)}
    return get_template("outlets/_logo_figure.html").render(context)


def header_logo(face: TodaysPicture | None, door: PictureDoor = ON_THE_PAGE) -> PlacedLogo | None:
    """A logo in the size in which pages show it."""
    if face is None:
        return None
    picture = as_printed(face, "")
    width, height = _fitting(face, MOST_WIDE, MOST_HIGH)
    return PlacedLogo(
        address=door.address(face.file, min(picture.widths), face.file_format),
        srcset=picture.srcset(door, face.file_format),
        width=width,
        height=height,
        is_transparent=face.file_format == "png",
    )


def logo_credit(face: TodaysPicture | None, language: str) -> PrintedLine:
    """The credit that a logo must have, and its licence; [] for most, who own theirs.

    Who drew a logo is printed beside a licence alone, which asks for it.
    """
    if face is None:
        return []
    credit = face.credit if face.licence else face.required_credit
    lines = on_page(credit, language), _licence(face, language)
    return printed_line.join([line for line in lines if line], ", ", between=", ")


def feed_image(face: TodaysPicture | None, language: str) -> FeedImage | None:
    """A logo as the image of a feed's channel, with its credit and the address of its licence in words."""
    if face is None:
        return None
    width, height = _fitting(face, FEED_WIDE, FEED_HIGH)
    address = IN_A_FEED.address(face.file, min(face.widths), face.file_format)
    line = logo_credit(face, language)
    parts = filter(None, (printed_line.text(line), face.licence_url))
    credit = f"{words_for(language).by_name['logo']} {', '.join(parts)}" if line else ""
    return FeedImage(address, width, height, credit, _large(face))


def _large(face: TodaysPicture) -> str:
    """Programs that draw a square cut it from the middle: the shorter side counts."""
    shorter = min(1.0, face.height / face.width)
    wide = [width for width in face.widths if width * shorter >= FEED_ICON_WIDE]
    return IN_A_FEED.address(face.file, min(wide), face.file_format) if wide else ""


def as_printed(face: TodaysPicture, language: str) -> PrintedPicture:
    """The picture as figures of a page in a language take it, in the sizes that a face needs."""
    picture = PrintedPicture(
        file=face.file,
        width=face.width,
        height=face.height,
        file_format=face.file_format,
        widths=face.widths,
        credit=on_page(face.credit, language),
        licence=_licence(face, language),
        focus=face.focus,
        may_be_passed_on=False,
        description=face.description,
        language=face.language,
    )
    return replace(picture, widths=tuple(width for width in face.widths if width <= _WIDEST) or face.widths)


def _licence(face: TodaysPicture, language: str) -> PrintedLine:
    return on_page(face.licence, language, href=face.licence_url)


def _fitting(face: TodaysPicture, wide: int, high: int) -> tuple[int, int]:
    """Width and height of the picture, as large as fits."""
    scale = min(wide / face.width, high / face.height)
    return max(1, round(face.width * scale)), max(1, round(face.height * scale))
