"""Pieces as Word files, in the XML of Word, of LibreOffice and of Google Docs."""

from itertools import count

from tests.intake import word_files as word
from tests.intake.sources.corpus.pieces import Block, Inline, Piece

NAMES = {
    "Word": {
        "title": "Title",
        "dek": "Subtitle",
        "h2": "heading 1",
        "quote": "Quote",
        "item": "List Paragraph",
    },
    "LibreOffice": {
        "title": "Title",
        "dek": "Subtitle",
        "h2": "Heading 1",
        "quote": "Quotations",
        "item": "Text body",
    },
    "Google Docs": {
        "title": "Title",
        "dek": "Subtitle",
        "h2": "heading 1",
        "quote": "Normal",
        "item": "Normal",
    },
    "template": {
        "title": "Headline",
        "dek": "Standfirst",
        "h2": "Crosshead",
        "quote": "Quote",
        "item": "Body",
    },
}
"""Tool -> its names of styles."""


def _run(words: str, properties: str = "") -> str:
    return (
        word.run(words).replace("<w:r>", f"<w:r><w:rPr>{properties}</w:rPr>")
        if properties
        else word.run(words)
    )


class Writer:
    """Writes one piece; gathers its notes, comments and links."""

    def __init__(self, piece: Piece, tool: str) -> None:
        self.piece, self.tool = piece, tool
        self.notes: dict[str, str] = {}
        self.comments: list[str] = []
        self.links: dict[str, str] = {}
        self._numbers = count(2)

    def file(self) -> bytes:
        names = NAMES["template" if self.piece.template else self.tool]
        styles = word.styles(**names, slip="Internal Slip").replace(
            '<w:name w:val="Internal Slip"/>', '<w:name w:val="Internal Slip"/><w:rPr><w:vanish/></w:rPr>'
        )
        lines = [word.paragraph(self.piece.slip, style="slip")] if self.piece.slip else []
        lines.append(word.paragraph(self.piece.headline, style="title"))
        lines += [word.paragraph(self.piece.dek, style="dek")] if self.piece.dek else []
        lines += [word.paragraph(line) for line in self.piece.lines]
        body = "".join([*lines, *(self._block(block) for block in self.piece.blocks)])
        kind = "endnote" if self.tool == "LibreOffice" else "footnote"
        parts = {
            "styles": styles,
            "numbering": word.numbering(("bullet", "bullet", "bullet"), ("decimal:3",)),
        }
        parts |= {f"{kind}s": word.notes(kind, **self.notes)} if self.notes else {}
        if self.comments:
            rows = "".join(
                f'<w:comment w:id="{n}">{word.paragraph(c)}</w:comment>' for n, c in enumerate(self.comments)
            )
            parts["comments"] = f'<?xml version="1.0"?><w:comments {word.NAMESPACES}>{rows}</w:comments>'
        return word.word_file(body, links=self.links, **parts)

    def _block(self, block: Block) -> str:
        if block.kind == "table":
            cell = "<w:tc>{}</w:tc>"
            rows = ("".join(cell.format(word.paragraph(words)) for words in row) for row in block.rows)
            return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"
        if block.kind in ("bullet", "number"):
            return word.item(
                str(block.inside[0]), level=block.level, number=1 if block.kind == "bullet" else 2
            )
        inner = "".join(self._inline(part) for part in block.inside)
        style = {"h2": "h2", "quote": "quote"}.get(block.kind, "")
        made = word.paragraph(style=style, inner=inner)
        return (
            made.replace("<w:p>", "<w:p><w:pPr><w:bidi/></w:pPr>", 1)
            if self.piece.direction == "rtl"
            else made
        )

    def _inline(self, part: Inline) -> str:
        if isinstance(part, str):
            half = len(part) // 2  # Word cuts runs anywhere
            return (
                _run(part[:half]) + '<w:proofErr w:type="spellStart"/>' + _run(part[half:])
                if half
                else _run(part)
            )
        kind, words = part[0], part[1]
        if kind == "note":
            key = next(self._numbers)
            self.notes[f"n{key}"] = words
            name = "endnoteReference" if self.tool == "LibreOffice" else "footnoteReference"
            return f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:{name} w:id="{key}"/></w:r>'
        if kind == "link":
            key = f"link{next(self._numbers)}"
            self.links[key] = part[2]
            shown = _run(words, '<w:u w:val="single"/>')
            return f'<w:hyperlink r:id="{key}">{shown}</w:hyperlink>'
        if kind == "comment":
            number = len(self.comments)
            self.comments.append(words)
            mark = f'<w:r><w:commentReference w:id="{number}"/></w:r>'
            return f'<w:commentRangeStart w:id="{number}"/>{_run(part[2])}<w:commentRangeEnd w:id="{number}"/>{mark}'
        if kind == "field":
            return word.field(words, part[2])
        return {
            "strong": _run(words, "<w:b/>"),
            "em": _run(words, "<w:i/><w:iCs/>"),
            "sup": _run(words, '<w:vertAlign w:val="superscript"/>'),
            "hidden": _run(words, "<w:vanish/>"),
            "inserted": f'<w:ins w:id="8" w:author="N">{_run(words)}</w:ins>',
            "deleted": f'<w:del w:id="9" w:author="N"><w:r><w:delText>{words}</w:delText></w:r></w:del>',
            "equation": f"<m:oMath><m:r><m:t>{words}</m:t></m:r></m:oMath>",
        }[kind]


def word_file(piece: Piece, tool: str) -> bytes:
    """The piece as a .docx of a tool."""
    return Writer(piece, tool).file()
