"""Papers of the sample as PDF, set by us: a title, paragraphs, page numbers; tagged, with title and language."""

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

_WIDTH, _HEIGHT, _MARGIN = 595, 842, 72  # points; A4
_TITLE, _TEXT, _LEADING = 20, 11, 16
_CHARS = {_TITLE: 42, _TEXT: 84}
"""Characters that fit into a line of a size."""
_LINES = 32
"""Lines of a page."""


@dataclass(frozen=True)
class SetLine:
    """One line of a page. `part`: the number of its paragraph; the title is 0."""

    text: str
    part: int
    size: int = _TEXT

    @property
    def tag(self) -> str:
        return "H1" if self.size == _TITLE else "P"


def paper(title: str, language: str, paragraphs: Sequence[str], *, author: str = "") -> bytes:
    """A PDF with these words. The same words give the same bytes."""
    pdf = Pdf.new()
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    body = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=root))
    lines = list(_set(title, paragraphs))
    pages = [lines[at : at + _LINES] for at in range(0, len(lines), _LINES)]
    elements = [_page(pdf, number, page, body) for number, page in enumerate(pages)]
    body.K = Array([element for page in elements for element in page])
    root.K = Array([body])
    root.ParentTree = pdf.make_indirect(
        Dictionary(Nums=Array([part for at, page in enumerate(elements) for part in (at, Array(page))]))
    )
    pdf.Root.StructTreeRoot = root
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    pdf.Root.Lang = String(language)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    pdf.docinfo["/Title"] = title
    if author:
        pdf.docinfo["/Author"] = author
    made = BytesIO()
    pdf.save(made, deterministic_id=True)
    return made.getvalue()


def _set(title: str, paragraphs: Sequence[str]) -> Iterator[SetLine]:
    for line in textwrap.wrap(title, _CHARS[_TITLE]):
        yield SetLine(line, 0, _TITLE)
    for part, paragraph in enumerate(paragraphs, start=1):
        yield SetLine("", part)
        for line in textwrap.wrap(paragraph, _CHARS[_TEXT]):
            yield SetLine(line, part)


def _page(pdf: Pdf, number: int, lines: Sequence[SetLine], body: Object) -> list[Object]:
    """Add a page; return its structure elements, one for each paragraph."""
    fonts = Dictionary(F1=_font("Helvetica"), F2=_font("Helvetica-Bold"))
    pdf.add_blank_page(page_size=(_WIDTH, _HEIGHT))
    page = pdf.pages[number].obj
    page.Resources = Dictionary(Font=fonts)
    page.StructParents = number
    page.Tabs = Name.S
    parts = list(dict.fromkeys((line.part, line.tag) for line in lines))
    page.Contents = pdf.make_stream(_content(lines, [part for part, _ in parts], number + 1))
    return [
        pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{tag}"), P=body, Pg=page, K=mark))
        for mark, (_, tag) in enumerate(parts)
    ]


def _font(name: str) -> Dictionary:
    return Dictionary(
        Type=Name.Font, Subtype=Name.Type1, BaseFont=Name(f"/{name}"), Encoding=Name.WinAnsiEncoding
    )


def _content(lines: Sequence[SetLine], parts: Sequence[int], number: int) -> bytes:
    """The operators that draw a page, with the marks that its structure refers to."""
    drawn, down = [], float(_HEIGHT - _MARGIN)
    for part in parts:
        tag = next(line.tag for line in lines if line.part == part)
        drawn.append(f"/{tag} <</MCID {parts.index(part)}>> BDC")
        for line in (line for line in lines if line.part == part):
            down -= line.size + (_LEADING - _TEXT)
            font = "F2" if line.tag == "H1" else "F1"
            drawn.append(_text(line.text, font, line.size, _MARGIN, down))
        drawn.append("EMC")
    foot = _text(str(number), "F1", 9, _WIDTH / 2, _MARGIN / 2)
    return "\n".join([*drawn, f"/Artifact BMC {foot} EMC"]).encode("cp1252")


def _text(text: str, font: str, size: int, across: float, up: float) -> str:
    escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /{font} {size} Tf {across:g} {up:g} Td ({escaped}) Tj ET"
