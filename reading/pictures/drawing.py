"""A figure as HTML: in all sizes on our own pages, in one size on others'."""

import re
from dataclasses import dataclass
from html import unescape

from django.template.loader import get_template

from prose.html.directions import direction_of
from prose.languages import direction, serves
from prose.printed_line import language_attributes
from prose.text_language.recognition import language_to_mark
from reading.pictures.doors import PictureDoor
from reading.pictures.places import COLUMN, PlaceOnPage, setting_of, shape_of
from reading.pictures.printed import AWAY_WIDTH, PrintedPicture

_TAG = re.compile(r"<[^>]*>")
_STEP = 10  # hundredths between two classes of a focal point


@dataclass(frozen=True)
class ShownPicture:
    """One use of a picture. `caption`: inline HTML; `is_first`: the browser loads it at once."""

    picture: PrintedPicture
    alt: str
    caption: str = ""
    crop: str = ""
    place: PlaceOnPage = COLUMN
    is_lead: bool = False
    is_first: bool = False


def figure_html(shown: ShownPicture, language: str, door: PictureDoor) -> str:
    """A figure in a piece in that language; "" where its picture may not go."""
    picture = shown.picture
    if not picture.goes_out_at(door):
        return ""
    image = _away(picture, door) if door.is_away else _here(shown, door)
    words = {
        "alt": shown.alt,
        "alt_marks": language_attributes(_language_of_alt(shown, language)),
        "caption": shown.caption,
        "caption_marks": _marks_of_caption(shown.caption, language),
        "credit": picture.credit,
        "licence": picture.licence,
    }
    return get_template("articles/_figure.html").render(image | words).strip()


def _here(shown: ShownPicture, door: PictureDoor) -> dict[str, object]:
    """The picture in all its sizes. `width` and `height` have the crop's proportions, so that no text jumps."""
    picture = shown.picture
    shape = shape_of(max(picture.widths), picture.height_at(max(picture.widths)), shown.crop)
    setting = setting_of(shown.place, shape)
    classes = ["picture", *(["lead"] if shown.is_lead else []), *setting.classes, *_crop_classes(shown)]
    if picture.file_format == "png":
        classes.append("on-white")
    return {
        "classes": " ".join(classes),
        "avif": picture.srcset(door, "avif"),
        "srcset": picture.srcset(door, picture.file_format),
        "sizes": setting.sizes,
        "address": door.address(picture.file, picture.width_up_to(AWAY_WIDTH), picture.file_format),
        "width": shape.width,
        "height": shape.height,
        "is_lead": shown.is_lead,
        "is_lazy": not shown.is_first,
    }


def _away(picture: PrintedPicture, door: PictureDoor) -> dict[str, object]:
    """The whole picture in one size: others' pages have no style sheet that could crop it."""
    width = picture.width_up_to(AWAY_WIDTH)
    address = door.address(picture.file, width, picture.file_format)
    return {"address": address, "width": width, "height": picture.height_at(width)}


def _crop_classes(shown: ShownPicture) -> list[str]:
    """The crop and, in steps, the point that it keeps: ["crop-16-9", "across-30", "down-70"]."""
    if not shown.crop:
        return []
    across, down = (_STEP * round(part / _STEP) for part in shown.picture.focus)
    return [f"crop-{shown.crop.replace(':', '-')}", f"across-{across}", f"down-{down}"]


def _language_of_alt(shown: ShownPicture, language: str) -> str:
    """The language of a text alternative that is not the piece's; "" for the piece's own."""
    own = shown.picture.language
    if own and shown.alt == shown.picture.description and not serves(own, language):
        return own
    return language_to_mark(shown.alt, language)


def _marks_of_caption(caption: str, language: str) -> str:
    """The attributes of a caption whose letters are not those of the piece's language, or run the other way."""
    text = unescape(_TAG.sub("", caption))
    if own := language_to_mark(text, language):
        return language_attributes(own)
    turned = direction_of(text, direction(language))
    return f' dir="{turned}"' if turned else ""
