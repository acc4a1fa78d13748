"""Pictures in a Word file (ECMA-376 part 1, 20.1 and 20.4)."""

from dataclasses import dataclass

from lxml import etree

from desk.export.word.markup import NAMESPACES, Element, element

_EMU = 9525  # English metric units of a pixel at 96 to the inch
_DECORATIVE = (
    f'<a:extLst xmlns:a="{NAMESPACES["a"]}"><a:ext uri="{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)
_WIDEST = 5_731_200  # of the column of an A4 page with margins of an inch


@dataclass(frozen=True)
class CopiedPicture:
    """A picture that goes with the copy of a piece: its file as JPEG or PNG, and its size in pixels."""

    content: bytes
    ending: str
    width: int
    height: int


def drawing(picture: CopiedPicture, key: str, number: int, name: str, alt: str | None) -> Element:
    """A picture in its line. `key`: of its relation; `alt`: None as long as nobody has written one.

    `name`: of its file, which LibreOffice keeps only here.
    """
    width = min(picture.width * _EMU, _WIDEST)
    size = {"cx": str(width), "cy": str(width * picture.height // picture.width)}
    facts = {"id": str(number), "name": name}
    described = facts | ({"descr": alt} if alt else {})
    inline = element(
        "wp:inline",
        {"distT": "0", "distB": "0", "distL": "0", "distR": "0"},
        element("wp:extent", size),
        _description(described, is_decorative=alt == ""),
        _graphic(facts, size, key),
    )
    return element("w:r", None, element("w:drawing", None, inline))


def _description(facts: dict[str, str], *, is_decorative: bool) -> Element:
    made = element("wp:docPr", facts)
    if is_decorative:
        made.append(etree.fromstring(_DECORATIVE))
    return made


def _graphic(facts: dict[str, str], size: dict[str, str], key: str) -> Element:
    fill = element(
        "pic:blipFill",
        None,
        element("a:blip", {"r:embed": key}),
        element("a:stretch", None, element("a:fillRect")),
    )
    place = element("a:xfrm", None, element("a:off", {"x": "0", "y": "0"}), element("a:ext", size))
    shape = element("a:prstGeom", {"prst": "rect"}, element("a:avLst"))
    picture = element(
        "pic:pic",
        None,
        element("pic:nvPicPr", None, element("pic:cNvPr", facts), element("pic:cNvPicPr")),
        fill,
        element("pic:spPr", None, place, shape),
    )
    data = element("a:graphicData", {"uri": NAMESPACES["pic"]}, picture)
    return element("a:graphic", None, data)
