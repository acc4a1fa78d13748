"""Files of documents, made in the test: whole ones, and those of people or programs who mean harm."""

import io
import zipfile
from collections.abc import Callable, Iterator
from typing import Any

from pikepdf import Array, Dictionary, Encryption, Name, Pdf, Stream, String

ACTION = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def pdf_file(change: Callable[[Pdf], None] = lambda pdf: None, pages: int = 1, **options: Any) -> bytes:
    """A PDF of empty pages, tagged and with a title, with whatever `change` puts into it."""
    pdf = Pdf.new()
    for _ in range(pages):
        pdf.add_blank_page()
    pdf.docinfo["/Title"], pdf.docinfo["/Author"] = "Harbour Dues\x00 in  Winter", "ida"
    pdf.Root.Lang = String("en-GB")
    pdf.Root.MarkInfo, pdf.Root.StructTreeRoot = Dictionary(Marked=True), Dictionary(Type=Name.StructTreeRoot)
    change(pdf)
    made = io.BytesIO()
    pdf.save(made, **options)
    return made.getvalue()


def archive_file(parts: dict[str, str | bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
CORE = (
    '<p:coreProperties xmlns:p="p" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Dues</dc:title>'
    "<dc:creator>ida</dc:creator><dc:language>de-DE</dc:language></p:coreProperties>"
)
LAUGHS = (
    '<!DOCTYPE p [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + "]><p>&i;</p>"
)
"""A billion laughs: entities of entities."""
OPEN = "application/vnd.oasis.opendocument.text"


def word_file(types: str = MAIN, **parts: str | bytes) -> bytes:
    """A Word file; further parts by their names with "__" for "/"."""
    more = {name.replace("__", "/"): content for name, content in parts.items()}
    types = f'<Types><Override PartName="/word/document.xml" ContentType="{types}"/></Types>'
    usual = {"[Content_Types].xml": types, "word/document.xml": "<d/>", "docProps/core.xml": CORE}
    return archive_file({**usual, **more})


def relation(
    kind: str, target: str = "https://elsewhere.example/x", mode: str = "External"
) -> dict[str, str]:
    """The part of a Word file with one relation to what is elsewhere."""
    row = f'<Relationship Id="r1" Type="x/{kind}" Target="{target}" TargetMode="{mode}"/>'
    return {"word___rels__document.xml.rels": f"<Relationships>{row}</Relationships>"}


def open_file(content: str = "<office:text/>", encoding: str = "utf-8", **parts: str | bytes) -> bytes:
    """An OpenDocument text; further parts as in `word_file`."""
    more = {name.replace("__", "/"): text for name, text in parts.items()}
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{end}:1.0"'
        for name, end in (("office", "office"), ("script", "script"), ("x", "script"), ("draw", "drawing"))
    )
    whole = (
        f'<office:document {spaces} xmlns:xlink="http://www.w3.org/1999/xlink">{content}</office:document>'
    )
    return archive_file({"mimetype": OPEN, "content.xml": whole.encode(encoding), **more})


def book_file(text: str = "<p>Once</p>") -> bytes:
    return archive_file({"mimetype": "application/epub+zip", "chapter.xhtml": text})


def _root(**values: Any) -> Callable[[Pdf], None]:
    return lambda pdf: [pdf.Root.__setitem__(f"/{name}", value) for name, value in values.items()] and None


def _note(**values: Any) -> Callable[[Pdf], None]:
    note = Dictionary(Type=Name.Annot, Rect=Array([0, 0, 9, 9]), **values)
    return lambda pdf: pdf.pages[0].obj.__setitem__("/Annots", Array([note]))


def _attached(pdf: Pdf) -> None:
    pdf.attachments["budget.xlsx"] = b"secret"


def _unused(pdf: Pdf) -> None:
    pdf.Root.PieceInfo = pdf.make_indirect(Dictionary(Deep=Array([Array([pdf.make_indirect(ACTION)])])))


def _named_like_actions(pdf: Pdf) -> None:
    """Fonts may have any name, and an empty dictionary of actions does nothing."""
    font = pdf.make_indirect(Dictionary(Type=Name.Font, ToUnicode=Stream(pdf, b"")))
    pdf.pages[0].obj["/Resources"] = Dictionary(Font=Dictionary(AA=font, EF=font, JS=font))
    pdf.Root.AA, pdf.Root.P = Dictionary(), Dictionary(EF=Array([Name.Create]))


def _from_a_file(pdf: Pdf) -> None:
    pdf.pages[0].obj["/Contents"] = Stream(pdf, b"", F=String("/etc/passwd"))


def _bomb() -> bytes:
    made = io.BytesIO()
    with (
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open("xl/sheet.xml", "w") as part,
    ):
        for _ in range(450):
            part.write(bytes(1_000_000))
    return made.getvalue()


WHOLE = {
    "report.pdf": pdf_file,
    "REPORT.PDF": lambda: pdf_file(_root(OpenAction=Dictionary(S=Name.GoTo, D=Array([0])))),
    "fonts.pdf": lambda: pdf_file(_named_like_actions),
    "long.pdf": lambda: pdf_file(pages=12_000),
    "dues.docx": lambda: word_file(word__ctrlProps__list="<formControlPr/>", **relation("hyperlink")),
    "template.docx": lambda: word_file(
        **relation("attachedTemplate", "file:///C:\\Users\\ida\\Dues%20report.dotx")
    ),
    "dues.odt": open_file,
    "book.epub": book_file,
    "dues.csv": lambda: "\ufeffport;dues\nHäfen;-1.5\n=A1;1\n".encode(),
    "mz.csv": lambda: b"MZ;dues\n1;2\n",
    "dues.json": lambda: b'{"dues": [1, 2.5, null, ' + b"9" * 5000 + b"]}",
    "talk.txt": lambda: b"Guten Tag.\n",
    "../../a name of\u202e 300.txt": lambda: b"x",
    f"{'a' * 300}.txt": lambda: b"x",
}
"""Name of an upload -> its content; these are taken."""


def hostile() -> Iterator[tuple[str, bytes, str]]:
    """Names, contents, and a part of the sentence with which each is refused."""
    whole, word = pdf_file(), word_file()
    program, starts = r"program \(JavaScript\)", "opens or sends"
    yield "empty.pdf", b"", "empty"
    yield "large.csv", b"a" * 25_000_001, "25 MB; this one has"
    yield "page.pdf", b"<!doctype html><script>alert(1)</script>", "web page"
    yield "page.csv", b"<html>", "web page"
    yield "tool.pdf", b"MZ\x90", "This is a program"
    yield "old.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Office file"
    yield "a.zip", archive_file({"a": "b"}), "Take the file out of the archive"
    yield "drawing.svg", b"<svg/>", "goes to “Pictures”"
    yield "nothing", whole, "no ending"
    yield "dues.docx", whole, "This is a PDF"
    yield "dues.pdf", word, "an Office file or an archive"
    yield "dues.xlsx", word, "another kind of file"
    yield "locked.pdf", pdf_file(encryption=Encryption(owner="a", user="b")), "locked"
    yield "kept.pdf", pdf_file(encryption=Encryption(owner="a", user="")), "locked"
    yield (
        "a.pdf",
        pdf_file(_root(Names=Dictionary(JavaScript=Dictionary(Names=Array(["a", ACTION]))))),
        program,
    )
    yield "b.pdf", pdf_file(_root(OpenAction=ACTION)), starts
    yield (
        "c.pdf",
        pdf_file(_root(X=Dictionary(S=Name("/JavaScriptXX")))).replace(b"JavaScriptXX", b"J#61vaScript"),
        program,
    )
    yield "d.pdf", pdf_file(_unused), program
    yield "e.pdf", pdf_file(_root(AA=Dictionary(WC=Dictionary(S=Name.Named, N=Name.Print)))), starts
    yield "f.pdf", pdf_file(_root(OpenAction=Dictionary(S=Name.URI, URI=String("https://x.example")))), starts
    then = Dictionary(S=Name.URI, URI=String("https://x.example"))
    yield "f2.pdf", pdf_file(_root(OpenAction=Dictionary(S=Name.GoTo, D=Array([0]), Next=then))), starts
    yield (
        "g.pdf",
        pdf_file(_note(Subtype=Name.Link, A=Dictionary(S=Name.Launch, F=String("calc.exe")))),
        "once it is clicked",
    )
    yield (
        "h.pdf",
        pdf_file(_note(Subtype=Name.Link, A=Dictionary(S=Name.URI, URI=String(" java\nscript:1")))),
        program,
    )
    yield "i.pdf", pdf_file(_attached), "files attached"
    yield "j.pdf", pdf_file(_note(Subtype=Name.FileAttachment)), "files attached"
    yield "k.pdf", pdf_file(_note(Subtype=Name.RichMedia)), "video, sound or 3D"
    yield "l.pdf", pdf_file(_root(AcroForm=Dictionary(XFA=Array([]), Fields=Array([])))), "XFA"
    yield "m.pdf", pdf_file(_from_a_file), "from another file"
    yield "n.pdf", whole[: len(whole) // 2], "damaged or cut off"
    yield "o.pdf", whole + b"<html><script>alert(1)</script>", "Behind the end"
    yield "p.pdf", whole + archive_file({"a": "b"}) + b"\n%%EOF", "Behind the end"
    yield "q.pdf", b"%PDF-1.7\n" + b"[" * 2_000_000 + b"\n%%EOF", "damaged or cut off"
    yield "r.pdf", whole.replace(b"/Kids [", b"/Kids[1 0 R 2 0 R") + b"%%EOF", "damaged|Behind"
    yield "bomb.xlsx", _bomb(), "Unpacked this file may have 400 MB"
    yield "many.docx", archive_file({str(number): "" for number in range(10_001)}), "10,000 parts"
    yield "macro.docx", word_file("application/vnd.ms-word.document.macroEnabled.main+xml"), "macros"
    yield "hidden.docx", word_file(**{"word__vbaProject.bin": b"x"}), "macros"
    yield "ole.docx", word_file(**{"word__embeddings__a.bin": b"x"}), "OLE"
    yield "active.docx", word_file(word__activeX__x=b"x"), "OLE"
    yield "template.docx", word_file(**relation("attachedTemplate")), "template that is elsewhere"
    yield "image.docx", word_file(**relation("image")), "from elsewhere"
    yield "link.docx", word_file(**relation("hyperlink", "javascript:alert(1)")), "link to a file on a disk"
    yield (
        "share.docx",
        word_file(**relation("attachedTemplate", r"\\\\x.example\\a.dotx")),
        "template that is",
    )
    far = {"word/_rels/settings.xml.RELS": next(iter(relation("image").values()))}
    yield "upper.docx", archive_file({**parts_of(word), **far}), "from elsewhere"
    twice = {**parts_of(word), "WORD/document.xml": "<d/>"}
    yield "twice.docx", archive_file(twice), "damaged"
    yield "tool.csv", b"MZ\x90\x00", "not in UTF-8"
    yield "none.pdf", pdf_file(pages=0), "damaged"
    yield "ole2.docx", word_file(**relation("oleObject", "a.doc", mode="Internal")), "OLE"
    yield "inside.docx", archive_file(_with_a_chart(word)), "macros"
    yield "up.docx", archive_file({"../../etc/passwd": "x"}), "damaged"
    yield "tool.docx", archive_file({"word/tool.EXE": "x"}), r"program \(tool.EXE"
    yield "laughs.docx", word_file(**{"docProps__app.xml": LAUGHS}), "damaged"
    yield "cut.docx", word[: len(word) // 2], "damaged"
    yield "macro.odt", open_file(Basic__Standard__module=b"x"), "macros"
    yield "event.odt", open_file('<script:event-listener script:language="x"/>'), "macros"
    yield "renamed.odt", open_file("<x:event-listener/>"), "macros"
    yield "spelled.odt", open_file('<office:a xlink:href="vnd.sun.star.&#115;cript:x"/>'), "macros"
    yield "utf16.odt", open_file("<script:event-listener/>", encoding="utf-16"), "macros"
    yield "laughing.odt", open_file(**{"styles.xml": LAUGHS}), "damaged"
    yield "ole.odt", open_file('<draw:object-ole xlink:href="./a"/>'), "OLE"
    yield "far.odt", open_file('<draw:image xlink:href="https://x.example/a.png"/>'), "from elsewhere"
    yield "locked.odt", open_file(**{"META-INF__manifest.xml": "<encryption-data/>"}), "password"
    yield "script.epub", book_file("<script>alert(1)</script>"), r"program \(chapter.xhtml"
    yield "nul.csv", b"a,b\n1,\x00\n", "Line 2 has a character"
    yield "latin.csv", "a\nHäfen\n".encode("latin-1"), r"not in UTF-8 \(line 2\)"
    yield "wide.csv", "a".encode("utf-16"), "UTF-16"
    yield "command.csv", b"a,b\n1,=cmd|'/c calc'!A0\n", "line 2 tells Excel"
    yield "blank.txt", b" \n", "no text"
    yield "cut.json", b'{"a": [1,', "no JSON: line 1"
    yield "nan.json", b"[NaN]", "NaN is no number"
    yield "deep.json", b"[" * 1_000_000, "nested too deeply"


def _with_a_chart(word: bytes) -> dict[str, str | bytes]:
    inside = archive_file({"[Content_Types].xml": "sheet.macroEnabled.main+xml"})
    return {**parts_of(word), "word/embeddings/numbers.xlsx": inside}


def parts_of(word: bytes) -> dict[str, str | bytes]:
    with zipfile.ZipFile(io.BytesIO(word)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
