"""The lead picture for programs that show it beside a link: feed readers and link previews."""

from dataclasses import dataclass

from articles.models.edition import Edition
from pictures.today import TodaysPicture
from prose import printed_line
from reading.pictures.doors import IN_A_FEED
from reading.pictures.faces import as_printed
from reading.pictures.figures import lead_picture
from reading.pictures.printed import PrintedPicture


@dataclass(frozen=True)
class SharedPicture:
    """One size of a picture, uncropped, with its words as plain text. `licence` is the address of its licence."""

    address: str
    media_type: str
    width: int
    height: int
    alt: str
    credit: str
    licence: str
    licence_name: str

    @property
    def words(self) -> str:
        """All that a feed says of it."""
        return "".join((self.address, self.alt, self.credit, self.licence, self.licence_name))


def shared_picture(edition: Edition, width: int) -> SharedPicture | None:
    """The lead picture in the size nearest below a width; None if the edition shows none."""
    lead = lead_picture(edition)
    if lead is None:
        return None
    return _shared(lead.picture, lead.alt, width)


def shared_face(face: TodaysPicture | None, alt: str, language: str, width: int) -> SharedPicture | None:
    """A portrait or a logo in the same way; None for none."""
    return _shared(as_printed(face, language), alt, width) if face else None


def _shared(picture: PrintedPicture, alt: str, width: int) -> SharedPicture:
    width = picture.width_up_to(width)
    return SharedPicture(
        address=IN_A_FEED.address(picture.file, width, picture.file_format),
        media_type=f"image/{picture.file_format}",
        width=width,
        height=picture.height_at(width),
        alt=alt,
        credit=printed_line.text(picture.credit),
        licence=next((span["href"] for span in picture.licence if span.get("href")), ""),
        licence_name=printed_line.text(picture.licence),
    )
