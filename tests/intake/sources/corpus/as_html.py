"""Pieces as HTML: Word's filtered pages and clipboard, Google Docs' downloads and clipboard, LibreOffice's pages."""
# ruff: noqa: E501 (lines as tools write them)

from html import escape

from tests.intake.sources.corpus.pieces import Block, Inline, Piece

MARKS = {
    "Word page": {"strong": "<b>{}</b>", "em": "<i>{}</i>"},
    "Word clipboard": {"strong": "<b style='mso-bidi-font-weight:normal'>{}</b>", "em": "<i>{}</i>"},
    "Google Docs page": {"strong": '<span class="c2">{}</span>', "em": '<span class="c4">{}</span>'},
    "Google Docs clipboard": {
        "strong": '<span style="font-weight:700">{}</span>', "em": '<span style="font-style:italic">{}</span>',
    },
    "LibreOffice page": {"strong": "<b>{}</b>", "em": "<i>{}</i>"},
}  # fmt: skip
SHEET = "<style>.c2{font-weight:700}.c3{vertical-align:super}.c4{font-style:italic}.slip{display:none;mso-hide:all}</style>"


class Writer:
    """Writes one piece as a tool would."""

    def __init__(self, piece: Piece, tool: str) -> None:
        self.piece, self.tool = piece, tool
        self.notes: list[str] = []
        self.comments: list[str] = []

    def page(self) -> str:
        piece = self.piece
        lines = [f'<p class="slip">{piece.slip}</p>'] if piece.slip else []
        lines.append(f"<h1>{escape(piece.headline)}</h1>")
        lines += [f'<p class="Subtitle">{piece.dek}</p>'] if piece.dek else []
        lines += [f"<p>{self._words(line)}</p>" for line in piece.lines]
        body = "\n".join([*lines, *self._blocks(), *self._notes(), *self._comments()])
        if self.tool == "Google Docs clipboard":
            body = f'<b style="font-weight:normal" id="docs-internal-guid-1">{body}</b>'
        maker = (
            "Microsoft Word 15" if "Word" in self.tool else "LibreOffice 24.2" if "Libre" in self.tool else ""
        )
        generator = f'<meta name="Generator" content="{maker}">' if maker else ""
        fragment = f"<!--StartFragment-->{body}<!--EndFragment-->" if "clipboard" in self.tool else body
        direction = f' dir="{piece.direction}"' if piece.direction == "rtl" else ""
        return f"<html><head><meta charset=utf-8>{generator}{SHEET}</head><body{direction}>{fragment}</body></html>"

    def _words(self, words: str) -> str:
        return (
            f"<span>{escape(words)}<o:p></o:p></span>"
            if "Word" in self.tool
            else f"<span>{escape(words)}</span>"
        )

    def _blocks(self) -> list[str]:
        made: list[str] = []
        for number, block in enumerate(self.piece.blocks):
            before = self.piece.blocks[number - 1] if number else None
            if block.kind in ("bullet", "number"):
                made.append(self._item(block, is_first=before is None or before.kind != block.kind))
            else:
                made.append(self._block(block))
        return made

    def _item(self, block: Block, *, is_first: bool) -> str:
        words, level = self._words(str(block.inside[0])), block.level + 1
        marker = f"{block.number}." if block.kind == "number" else "·o§"[block.level]
        gap = "<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span>"
        if self.tool == "Word clipboard":
            listing = f"mso-list:l{int(block.kind == 'number')} level{level} lfo1"
            return f"<p class=MsoListParagraph style='{listing}'><span style='mso-list:Ignore'>{marker}{gap}</span>{words}</p>"
        if self.tool == "Word page":
            return f"<p class=MsoListParagraph style='margin-left:{36 * level}.0pt'><span>{marker}{gap}</span>{words}</p>"
        tag = "ol" if block.kind == "number" else "ul"
        start = f' start="{block.number}"' if tag == "ol" else ""
        if self.tool == "Google Docs page":
            return f'<{tag} class="c1 lst-kix_{tag}-{block.level}"{start}><li class="li-bullet">{words}</li></{tag}>'
        first = start if is_first else f' start="{block.number}"' if tag == "ol" else ""
        return (
            f"<{tag}{first}>"
            + "<ul>" * block.level
            + f"<li><p>{words}</p></li>"
            + "</ul>" * block.level
            + f"</{tag}>"
        )

    def _block(self, block: Block) -> str:
        if block.kind == "table":
            rows = ("".join(f"<td><p>{self._words(words)}</p></td>" for words in row) for row in block.rows)
            return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"
        tag = {"h2": "h2", "quote": "blockquote"}.get(block.kind, "p")
        return f"<{tag}>{''.join(self._inline(part) for part in block.inside)}</{tag}>"

    def _inline(self, part: Inline) -> str:
        if isinstance(part, str):
            return self._words(part)
        kind, words = part[0], escape(part[1])
        if kind in ("strong", "em"):
            return MARKS[self.tool][kind].format(words)
        if kind == "note":
            self.notes.append(words)
            return self._mark(len(self.notes))
        if kind == "link":
            lead = "https://www.google.com/url?q=" if "Google" in self.tool else ""
            target = part[2].replace("&", "%26").replace("?", "%3F") if lead else part[2]
            return f'<a href="{lead}{escape(target)}">{self._words(part[1])}</a>'
        if kind == "comment":
            self.comments.append(words)
            return escape(part[2]) + self._comment_mark(len(self.comments))
        if kind == "field":
            return self._field(part[1], part[2])
        return self._other(kind, words)

    def _other(self, kind: str, words: str) -> str:
        if kind == "deleted":
            return (
                ""
                if "Google" in self.tool
                else f'<del cite="mailto:N" datetime="2026-11-20T10:30">{words}</del>'
            )
        if kind == "inserted":
            return (
                words
                if "Google" in self.tool
                else f'<ins cite="mailto:N" datetime="2026-11-20T10:30">{words}</ins>'
            )
        if kind == "hidden":
            return (
                "" if "Google" in self.tool else f"<span style='display:none;mso-hide:\nall'>{words}</span>"
            )
        return f"<sup>{words}</sup>" if kind == "sup" else words

    def _field(self, code: str, result: str) -> str:
        if "HYPERLINK" in code:
            return f'<a href="{code.split(chr(34))[1]}">{result}</a>'
        if self.tool != "Word clipboard":
            return result
        begin, between, end = (
            f"<span style='mso-element:field-{kind}'></span>" for kind in ("begin", "separator", "end")
        )
        return f"{begin}{escape(code)}{between}{result}{end}"

    def _mark(self, number: int) -> str:
        if "Word" in self.tool:
            sign = f"<span class=MsoFootnoteReference>[{number}]</span>"
            return f'<a style="mso-footnote-id:ftn{number}" href="#_ftn{number}" name="_ftnref{number}">{sign}</a>'
        if "Google" in self.tool:
            return f'<sup><a href="#ftnt{number}" id="ftnt_ref{number}">[{number}]</a></sup>'
        name = f"sdfootnote{number}"
        return f'<a class="sdfootnoteanc" name="{name}anc" href="#{name}sym"><sup>{number}</sup></a>'

    def _notes(self) -> list[str]:
        made = []
        for number, words in enumerate(self.notes, start=1):
            if "Word" in self.tool:
                back = f'<a href="#_ftnref{number}" name="_ftn{number}"><span>[{number}]</span></a>'
                made.append(
                    f'<div style="mso-element:footnote" id=ftn{number}><p class=MsoFootnoteText>{back} {words}</p></div>'
                )
            elif "Google" in self.tool:
                back = f'<a href="#ftnt_ref{number}" id="ftnt{number}">[{number}]</a>'
                made.append(f"<div><p>{back}<span>&nbsp;{words}</span></p></div>")
            else:
                back = f'<a class="sdfootnotesym" name="sdfootnote{number}sym" href="#sdfootnote{number}anc">{number}</a>'
                made.append(f'<div id="sdfootnote{number}"><p class="sdfootnote">{back}{words}</p></div>')
        return ["<hr>", *made] if made else []

    def _comment_mark(self, number: int) -> str:
        if "Word" in self.tool:
            return f'<span class=MsoCommentReference><a class=msocomanchor href="#_msocom_{number}">[N{number}]</a></span>'
        return (
            f'<sup><a href="#cmnt{number}" id="cmnt_ref{number}">[a]</a></sup>'
            if "Google" in self.tool
            else ""
        )

    def _comments(self) -> list[str]:
        if "Word" in self.tool:
            rows = [
                f"<div style='mso-element:comment'><p class=MsoCommentText>{words}</p></div>"
                for words in self.comments
            ]
            return [f"<div style='mso-element:comment-list'>{''.join(rows)}</div>"] if rows else []
        if "Google" in self.tool:
            return [
                f'<div><p><a href="#cmnt_ref{n}" id="cmnt{n}">[a]</a><span>{words}</span></p></div>'
                for n, words in enumerate(self.comments, start=1)
            ]
        return [f"<!-- {words} -->" for words in self.comments]


def page(piece: Piece, tool: str) -> bytes:
    """The piece as a page or a clipboard of a tool."""
    return Writer(piece, tool).page().encode()
