"""The picture of the style page, at every place of a page. It is a static file: no edition shows it."""

from django.templatetags.static import static

from reading.pictures.doors import PictureDoor
from reading.pictures.drawing import ShownPicture, figure_html
from reading.pictures.places import IN_LIST, PORTRAIT, PlaceOnPage
from reading.pictures.printed import printed_picture

_KEY = "00000000-0000-4000-8000-000000000000"
_ROW = {
    "file": "", "width": 1920, "height": 1280, "format": "jpeg", "widths": [480, 960, 1440, 1920],
    "credit": [{"text": "Ida Quay/Harbour Pictures"}],
    "licence": [{"text": "CC BY 4.0", "href": "https://licences.example/by/4.0"}],
    "focus": [70, 50], "may_be_passed_on": True, "description": "", "language": "en",
}  # fmt: skip
_ALT = "Three cranes stand over a quay."
_PLACES = ("", ' class="wide"', ' class="full"', ' data-crop="16:9"', ' data-crop="3:2"', ' data-crop="1:1"')

PRINTED = {
    "pictures": {_KEY: _ROW},
    "lead": {"picture": _KEY, "alt": _ALT, "caption": "The quay of Port Osk, at noon.", "crop": "16:9"},
}
"""Members of an edition's `printed`."""

FIGURES = "".join(
    f'<figure data-picture="{_KEY}"{place}><img alt="{_ALT}"><figcaption>The cranes are <em>older</em> than the '
    "timetable.</figcaption></figure><p>Nobody has counted what they lift.</p>\n"
    for place in _PLACES
)
"""Figures of all widths and crops, as the body of an edition has them."""


class _StaticDoor(PictureDoor):
    """All sizes are one static file."""

    def address(self, file: str, width: int, file_format: str) -> str:
        return static(f"desk/style-picture.{file_format}")


ON_THE_STYLE_PAGE = _StaticDoor()


def listed_figure() -> str:
    """The picture beside a piece in a list."""
    return _figure(IN_LIST, "3:2")


def portrait_figure() -> str:
    """The picture in the place of a portrait."""
    return _figure(PORTRAIT, "1:1")


def _figure(place: PlaceOnPage, crop: str) -> str:
    shown = ShownPicture(printed_picture(_ROW), _ALT, crop=crop, place=place)
    return figure_html(shown, "en", ON_THE_STYLE_PAGE)
