"""Small Word files, made of the few parts a reader needs."""

import io
import zipfile
from html import escape

_TYPES = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
</Types>"""
_RELS = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Target="word/document.xml"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>
</Relationships>"""
_PART = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    f'xmlns:r="{_PART}" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)


def run(text: str) -> str:
    """A run of text; a newline in it is a line break."""
    parts = (f'<w:t xml:space="preserve">{escape(part, quote=False)}</w:t>' for part in text.split("\n"))
    return f"<w:r>{'<w:br/>'.join(parts)}</w:r>"


def paragraph(text: str = "", *, style: str = "", inner: str = "") -> str:
    """A paragraph of plain text, or of `inner` markup."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{inner or run(text)}</w:p>"


def document(body: str, *, before: str = "") -> str:
    """The main part around a body; `before` stands between the XML declaration and the root."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>{before}'
        f"<w:document {_NAMESPACES}><w:body>{body}</w:body></w:document>"
    )


def styles(**names: str) -> str:
    """A part that gives style ids their names: `styles(Title="Title")`."""
    rows = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
        for key, name in names.items()
    )
    return f'<?xml version="1.0"?><w:styles {_NAMESPACES}>{rows}</w:styles>'


def notes(kind: str, **texts: str) -> str:
    """A part of foot- or endnotes by number: `notes("footnote", n1="…")` has the id 1."""
    rows = "".join(f'<w:{kind} w:id="{key[1:]}">{paragraph(text)}</w:{kind}>' for key, text in texts.items())
    return f'<?xml version="1.0"?><w:{kind}s {_NAMESPACES}>{rows}</w:{kind}s>'


def packed(**parts: str | bytes) -> bytes:
    """Any parts as a zip."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def word_file(body: str, *, before: str = "", links: dict[str, str] | None = None, **parts: str) -> bytes:
    """A .docx. `links`: relationship id -> address. `parts`: styles, footnotes, numbering, header1, comments …"""
    relations = "".join(
        f'<Relationship Id="{key}" Type="{_PART}/hyperlink" Target="{escape(url)}" TargetMode="External"/>'
        for key, url in (links or {}).items()
    )
    relations += "".join(
        f'<Relationship Id="part{name}" Type="{_PART}/{name.rstrip("0123456789")}" Target="{name}.xml"/>'
        for name in parts
    )
    files = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _RELS,
        "word/document.xml": document(body, before=before),
        "word/_rels/document.xml.rels": '<?xml version="1.0"?><Relationships xmlns='
        f'"http://schemas.openxmlformats.org/package/2006/relationships">{relations}</Relationships>',
        **{f"word/{name}.xml": content for name, content in parts.items()},
    }
    return packed(**files)


def word_file_of(text: str) -> bytes:
    """A plain text as a .docx, one paragraph a line, as Word opens it."""
    return word_file("".join(paragraph(line) for line in text.split("\n")))
