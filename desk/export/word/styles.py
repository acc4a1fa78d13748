"""The styles of a Word file: quiet ones, by the names that Word itself gives them, so that templates take them over."""

from typing import NamedTuple

from desk.export.word.markup import Element, element, value

TEXT_FONT, SIZE = "Georgia", 22  # half points
_HEAD_FONT = "Arial"


class ParagraphStyle(NamedTuple):
    """A paragraph style: its name in Word, size in half points, spaces in twentieths of a point."""

    key: str
    name: str
    size: int = SIZE
    before: int = 0
    after: int = 160
    indent: int = 0
    marks: tuple[str, ...] = ()
    font: str = ""
    level: str = ""  # of an outline
    line_below: bool = False


PARAGRAPHS = (
    ParagraphStyle("Title", "Title", 44, after=120, marks=("w:b",), font=_HEAD_FONT),
    ParagraphStyle("Subtitle", "Subtitle", 28, after=240, font=_HEAD_FONT),
    ParagraphStyle("Byline", "Byline", after=320, font=_HEAD_FONT),
    ParagraphStyle("Heading2", "heading 2", 30, 320, 120, marks=("w:b",), font=_HEAD_FONT, level="1"),
    ParagraphStyle("Heading3", "heading 3", 26, 280, 100, marks=("w:b",), font=_HEAD_FONT, level="2"),
    ParagraphStyle("Heading4", "heading 4", 24, 240, 80, marks=("w:i",), font=_HEAD_FONT, level="3"),
    ParagraphStyle("Quote", "Quote", indent=720),
    ParagraphStyle("PullQuote", "Pull Quote", 28, 240, 240, 720, ("w:i",), _HEAD_FONT),
    ParagraphStyle("ListParagraph", "List Paragraph", after=80),
    ParagraphStyle("ListContinue", "List Continue", after=80, indent=720),
    ParagraphStyle("Caption", "caption", 19, after=240, font=_HEAD_FONT),
    ParagraphStyle("MissingPicture", "Missing Picture", marks=("w:i",)),
    ParagraphStyle("MissingCaption", "Caption of a Missing Picture", 19, after=240, font=_HEAD_FONT),
    ParagraphStyle("TableText", "Table Text", 20, after=40),
    ParagraphStyle("TableHeading", "Table Heading", 20, after=40, marks=("w:b",)),
    ParagraphStyle("HTMLPreformatted", "HTML Preformatted", 20, font="Courier New"),
    ParagraphStyle("SectionBreak", "Section Break", 12, 240, 360, line_below=True),
    ParagraphStyle("EndnoteText", "endnote text", 20, after=80),
)


def root() -> Element:
    """The part."""
    usual = element(
        "w:docDefaults",
        None,
        element("w:rPrDefault", None, element("w:rPr", None, *_font(TEXT_FONT), *_size(SIZE))),
        element("w:pPrDefault", None, element("w:pPr", None, _spacing(0, 160))),
    )
    normal = _style("paragraph", "Normal", "Normal", is_default=True)
    plain = _style("table", "TableNormal", "Normal Table", is_default=True)
    return element(
        "w:styles", None, usual, normal, plain, *map(_paragraph, PARAGRAPHS), *_characters(), _grid()
    )


def _style(kind: str, key: str, name: str, *inside: Element, is_default: bool = False) -> Element:
    attributes = {"w:type": kind, "w:styleId": key} | ({"w:default": "1"} if is_default else {})
    return element("w:style", attributes, value("w:name", name), *inside)


def _paragraph(style: ParagraphStyle) -> Element:
    line = element("w:bottom", {"w:val": "single", "w:sz": "6", "w:space": "1", "w:color": "auto"})
    layout = [element("w:keepNext")] if style.level else []
    layout += [element("w:pBdr", None, line)] if style.line_below else []
    layout += [_spacing(style.before, style.after)]
    layout += [element("w:ind", {"w:start": str(style.indent)})] if style.indent else []
    layout += [value("w:outlineLvl", style.level)] if style.level else []
    look = [*_font(style.font), *map(element, style.marks), *_size(style.size)]
    return _style(
        "paragraph",
        style.key,
        style.name,
        value("w:basedOn", "Normal"),
        element("w:qFormat"),
        element("w:pPr", None, *layout),
        element("w:rPr", None, *look),
    )


def _characters() -> list[Element]:
    blue, line = value("w:color", "0B4F9E"), value("w:u", "single")
    raised = value("w:vertAlign", "superscript")
    looks = (
        ("Hyperlink", "Hyperlink", [blue, line]),
        ("HTMLCode", "HTML Code", _font("Courier New")),
        ("EndnoteReference", "endnote reference", [raised]),
    )
    return [_style("character", key, name, element("w:rPr", None, *look)) for key, name, look in looks]


def _grid() -> Element:
    sides = ("w:top", "w:start", "w:bottom", "w:end", "w:insideH", "w:insideV")
    thin = {"w:val": "single", "w:sz": "4", "w:space": "0", "w:color": "auto"}
    borders = element("w:tblBorders", None, *(element(side, thin) for side in sides))
    return _style(
        "table",
        "TableGrid",
        "Table Grid",
        value("w:basedOn", "TableNormal"),
        element("w:tblPr", None, borders),
    )


def _font(name: str) -> list[Element]:
    return [element("w:rFonts", {f"w:{kind}": name for kind in ("ascii", "hAnsi", "cs")})] if name else []


def _size(half_points: int) -> list[Element]:
    return [value("w:sz", str(half_points)), value("w:szCs", str(half_points))]


def _spacing(before: int, after: int) -> Element:
    return element(
        "w:spacing", {"w:before": str(before), "w:after": str(after), "w:line": "288", "w:lineRule": "auto"}
    )
