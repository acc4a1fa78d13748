"""Word files with shapes of their own: citations of reference managers, foot- and endnotes in one file, Pages' export."""
# ruff: noqa: E501 (lines as tools write them)

from tests.intake import word_files as word
from tests.intake.sources.corpus.pieces import FIRST, LAST

_CITATION = ' ADDIN ZOTERO_ITEM CSL_CITATION {"citationID":"a1B2","properties":{"noteIndex":1},"citationItems":[{"id":7}]} '
_REFERENCES = ' ADDIN ZOTERO_BIBL {"uncited":[]} CSL_BIBLIOGRAPHY '


def _reference(kind: str, key: int) -> str:
    return f'<w:r><w:rPr><w:rStyle w:val="Reference"/></w:rPr><w:{kind}Reference w:id="{key}"/></w:r>'


def _notes(kind: str, **inside: str) -> str:
    """A part of notes with runs of their own, after the separators with which Word begins it."""
    lines = (("separator", -1), ("continuationSeparator", 0))
    rows = "".join(
        f'<w:{kind} w:type="{name}" w:id="{key}"><w:p><w:r><w:{name}/></w:r></w:p></w:{kind}>'
        for name, key in lines
    )
    mark = f"<w:r><w:{kind}Ref/></w:r>" + word.run(" ")
    rows += "".join(
        f'<w:{kind} w:id="{key[1:]}">{word.paragraph(inner=mark + runs)}</w:{kind}>'
        for key, runs in inside.items()
    )
    return f'<?xml version="1.0"?><w:{kind}s {word.NAMESPACES}>{rows}</w:{kind}s>'


def _opening(headline: str, byline: str) -> str:
    return word.paragraph(headline, style="Title") + word.paragraph(byline) + word.paragraph(FIRST)


def _zotero() -> bytes:
    """Citations in the notes, one in the text, and the list of works that the manager keeps at the end."""
    body = _opening("Who Measured the Deep?", "By Ida Quay")
    cited = word.field(_CITATION, "(Lund 1911)")
    body += word.paragraph(
        inner=word.run("The deep was measured")
        + _reference("footnote", 2)
        + word.run(" with a rope ")
        + cited
        + word.run(".")
    )
    body += word.paragraph(LAST) + word.paragraph("Works", style="Heading1")
    body += word.paragraph(inner=word.field(_REFERENCES, "Lund, Asa. Tides of Paper. Harbour Press, 1911."))
    notes = _notes("footnote", n2=word.field(_CITATION, "Asa Lund, Tides of Paper, 4."))
    return word.word_file(body, styles=word.styles(Title="Title", Heading1="heading 1"), footnotes=notes)


def _citation_in_a_control() -> bytes:
    """Word's own citations, which stand in content controls, and both kinds of notes."""
    body = _opening("Two Kinds of Rope", "By Mats Holm")
    cited = word.field(" CITATION Lun11 \\l 2057 ", "(Lund, 1911)")
    control = f'<w:sdt><w:sdtPr><w:id w:val="7"/><w:citation/></w:sdtPr><w:sdtContent>{cited}</w:sdtContent></w:sdt>'
    body += word.paragraph(
        inner=word.run("Hemp holds")
        + _reference("footnote", 2)
        + word.run(" and cotton does not ")
        + control
        + _reference("endnote", 2)
        + word.run(".")
    )
    body += word.paragraph(LAST)
    parts = {
        "footnotes": _notes("footnote", n2=word.run("In salt water.")),
        "endnotes": _notes("endnote", n2=word.run("Tried in 1911.")),
    }
    return word.word_file(body, styles=word.styles(Title="Title"), **parts)


def _pages() -> bytes:
    """Pages' export: numbered names of styles, properties on every run, links in a style of its own."""

    def runs(words: str, more: str = "") -> str:
        return f'<w:r><w:rPr><w:rtl w:val="0"/><w:lang w:val="en-US"/>{more}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'

    def line(words: str, style: str = "BodyA") -> str:
        return word.paragraph(style=style, inner=runs(words))

    link = '<w:hyperlink r:id="rope"><w:r><w:rPr><w:rStyle w:val="Hyperlink.0"/></w:rPr><w:t>the ropewalk</w:t></w:r></w:hyperlink>'
    body = line("The Last Ropewalk", "Title") + line("By Nora Quill") + line(FIRST)
    body += word.paragraph(
        style="BodyA",
        inner=runs("It is ")
        + runs("long", '<w:b w:val="1"/><w:bCs w:val="1"/>')
        + runs(", says ")
        + link
        + _reference("footnote", 1)
        + runs("."),
    )
    body += word.item("Spinning") + word.item("Hackling first", level=1) + word.item("Laying") + line(LAST)
    return word.word_file(
        body, links={"rope": "https://example.org/ropewalk"}, styles=word.styles(Title="Title", BodyA="Body A"),
        numbering=word.numbering(("bullet", "bullet")), footnotes=_notes("footnote", n1=runs("Closed in 1911.")),
    )  # fmt: skip


def _captioned_table() -> bytes:
    """A table with Word's caption above it, whose number is a field, and a nested list that restarts."""
    body = _opening("What the Lock Keeps", "By Ben Ashby")
    body += word.paragraph(
        style="Caption",
        inner=word.run("Table ") + word.field(" SEQ Table \\* ARABIC ", "1") + word.run(": Water by lock"),
    )
    rows = (("Lock", "Water"), ("East", "7"))
    cells = ("".join(f"<w:tc>{word.paragraph(words)}</w:tc>" for words in row) for row in rows)
    body += f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"
    body += word.item("Close") + word.item("Slowly", level=1) + word.item("Open") + word.paragraph(LAST)
    return word.word_file(
        body, styles=word.styles(Title="Title", Caption="caption"), numbering=word.numbering(("decimal", "lowerLetter"))
    )  # fmt: skip


FILES = {
    "zotero.docx": _zotero,
    "word-citation.docx": _citation_in_a_control,
    "pages.docx": _pages,
    "captioned-table.docx": _captioned_table,
}
