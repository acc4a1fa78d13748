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
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    f'xmlns:r="{_PART}" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)


def run(text: str) -> str:
    """A run of text; a newline in it is a line break."""
    parts = (f'<w:t xml:space="preserve">{escape(part, quote=False)}</w:t>' for part in text.split("\n"))
    return f"<w:r>{'<w:br/>'.join(parts)}</w:r>"


def paragraph(text: str = "", *, style: str = "", inner: str = "") -> str:
    """A paragraph of plain text, or of `inner` markup."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{inner or run(text)}</w:p>"


def picture(key: str, *, says: str = "", anchored: bool = False) -> str:
    """A run with a picture of `word_file(pictures=…)`, in its line or floating; `says`: its text alternative."""
    kind = "anchor" if anchored else "inline"
    return (
        f'<w:r><w:drawing><wp:{kind}><wp:docPr id="1" name="Picture 1" descr="{says}"/><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:blipFill>'
        f'<a:blip r:embed="{key}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:{kind}></w:drawing></w:r>'
    )


def old_picture(key: str) -> str:
    """A run with a picture as Word wrote it before 2007, and writes it in documents of that time."""
    return f'<w:r><w:pict><v:shape><v:imagedata r:id="{key}" o:title="IMG_0042"/></v:shape></w:pict></w:r>'


def document(body: str, *, before: str = "") -> str:
    """The main part around a body; `before` stands between the XML declaration and the root."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>{before}'
        f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"
    )


def styles(**names: str) -> str:
    """A part that gives style ids their names: `styles(Title="Title")`."""
    rows = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
        for key, name in names.items()
    )
    return f'<?xml version="1.0"?><w:styles {NAMESPACES}>{rows}</w:styles>'


def numbering(*lists: tuple[str, ...], restarts: dict[int, int] | None = None) -> str:
    """A part of lists, each with the formats of its levels: `("bullet", "decimal")`; the first has the number 1.

    `restarts`: number of a further instance of the first list -> where it starts.
    """
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{key}">'
        + "".join(_level(level, *wanted.split(":")) for level, wanted in enumerate(formats))
        + "</w:abstractNum>"
        for key, formats in enumerate(lists)
    )
    instances = "".join(
        f'<w:num w:numId="{key + 1}"><w:abstractNumId w:val="{key}"/></w:num>' for key in range(len(lists))
    )
    instances += "".join(
        f'<w:num w:numId="{key}"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride '
        f'w:val="{start}"/></w:lvlOverride></w:num>'
        for key, start in (restarts or {}).items()
    )
    return f'<?xml version="1.0"?><w:numbering {NAMESPACES}>{abstract}{instances}</w:numbering>'


def _level(level: int, style: str, start: str = "1", label: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="{start}"/><w:numFmt w:val="{style}"/>'
        f'<w:lvlText w:val="{label or f"%{level + 1}."}"/></w:lvl>'
    )


def item(text: str, *, level: int = 0, number: int = 1) -> str:
    """A paragraph in the list `number`."""
    return (
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr></w:pPr>'
        f"{run(text)}</w:p>"
    )


def field(code: str, result: str = "") -> str:
    """The runs of a field with its code; without a result it has no separator."""
    marks = {kind: f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")}
    shown = marks["separate"] + run(result) if result else ""
    instruction = f'<w:r><w:instrText xml:space="preserve">{escape(code)}</w:instrText></w:r>'
    return f"{marks['begin']}{instruction}{shown}{marks['end']}"


def notes(kind: str, **texts: str) -> str:
    """A part of foot- or endnotes by number: `notes("footnote", n1="…")` has the id 1."""
    rows = "".join(f'<w:{kind} w:id="{key[1:]}">{paragraph(text)}</w:{kind}>' for key, text in texts.items())
    return f'<?xml version="1.0"?><w:{kind}s {NAMESPACES}>{rows}</w:{kind}s>'


def packed(**parts: str | bytes) -> bytes:
    """Any parts as a zip."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def parts_of(source: bytes) -> dict[str, bytes]:
    """The parts of a zip by name."""
    with zipfile.ZipFile(io.BytesIO(source)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def word_file(
    body: str,
    *,
    before: str = "",
    links: dict[str, str] | None = None,
    pictures: dict[str, bytes] | None = None,
    **parts: str,
) -> bytes:
    """A .docx. `links`: relationship id -> address; `pictures`: name of a file in it, which is its id -> bytes.

    `parts`: styles, footnotes, numbering, header1, comments …
    """
    relations = "".join(
        f'<Relationship Id="{key}" Type="{_PART}/hyperlink" Target="{escape(url)}" TargetMode="External"/>'
        for key, url in (links or {}).items()
    )
    relations += "".join(
        f'<Relationship Id="part{name}" Type="{_PART}/{name.rstrip("0123456789")}" Target="{name}.xml"/>'
        for name in parts
    )
    relations += "".join(
        f'<Relationship Id="{name}" Type="{_PART}/image" Target="media/{name}"/>' for name in pictures or ()
    )
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _RELS,
        "word/document.xml": document(body, before=before),
        "word/_rels/document.xml.rels": '<?xml version="1.0"?><Relationships xmlns='
        f'"http://schemas.openxmlformats.org/package/2006/relationships">{relations}</Relationships>',
        **{f"word/{name}.xml": content for name, content in parts.items()},
        **{f"word/media/{name}": content for name, content in (pictures or {}).items()},
    }
    return packed(**files)


def word_file_of(text: str) -> bytes:
    """A plain text as a .docx, one paragraph a line, as Word opens it."""
    return word_file("".join(paragraph(line) for line in text.split("\n")))
