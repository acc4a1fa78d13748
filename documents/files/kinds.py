"""The kind of a file: by its ending and by how it begins; the two must agree."""

from pictures.files.errors import NotTaken

TEXTS = ("csv", "txt", "json")
ENDINGS = ("pdf", "docx", "xlsx", "pptx", "odt", "ods", "odp", "epub", *TEXTS)
TAKEN = "PDF, Word, Excel, PowerPoint, OpenDocument, CSV, text, JSON and EPUB are taken."
_ZIP, _OLD_OFFICE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_TWO_LETTERS = b"MZ"
"""A program begins so, and many a table: the reader of texts looks what follows."""
_BEGINNINGS = (  # how a file begins, and what to say of it
    (
        _OLD_OFFICE,
        "This is an old Office file, or one with a password. Save it in today’s format, without a password.",
    ),
    (b"%PDF", "This is a PDF: give its name the ending .pdf."),
    (b"{\\rtf", "This is an RTF. Save it as Word or PDF."),
    (_TWO_LETTERS, "This is a program. Programs are not taken."),
    (b"\x7fELF", "This is a program. Programs are not taken."),
    (b"#!", "This is a program. Programs are not taken."),
    (b"\x89PNG", "This is a picture: it goes to “Pictures”."),
    (b"\xff\xd8\xff", "This is a picture: it goes to “Pictures”."),
    (b"GIF8", "This is a picture: it goes to “Pictures”."),
    (b"7z\xbc\xaf", "This is an archive. Take the file out of it first."),
    (b"Rar!", "This is an archive. Take the file out of it first."),
    (b"\x1f\x8b", "This is a packed file. Unpack it first."),
)
_BY_ENDING = {
    **dict.fromkeys(("doc", "dot", "rtf", "odm"), "Save it as Word (.docx) or PDF."),
    **dict.fromkeys(("xls", "xlsb", "tsv"), "Save it as Excel (.xlsx) or CSV."),
    **dict.fromkeys(("ppt", "ppsx", "key"), "Save it as PowerPoint (.pptx) or PDF."),
    **dict.fromkeys(
        ("docm", "xlsm", "pptm", "dotm"),
        "It can hold macros: save it without them, as .docx, .xlsx or .pptx.",
    ),
    **dict.fromkeys(("zip", "7z", "rar", "gz", "tar"), "Take the file out of the archive first."),
    **dict.fromkeys(("jpg", "jpeg", "png", "gif", "webp", "avif", "svg"), "A picture goes to “Pictures”."),
    **dict.fromkeys(("html", "htm", "xml", "mhtml"), "Print the page as PDF."),
    **dict.fromkeys(
        ("mp3", "mp4", "m4a", "wav", "mov"), "Put it where you have audio and video, and link to it."
    ),
}


def of_another_kind(ending: str) -> str:
    """The sentence about a file with an ending that is not taken."""
    if not ending:
        return f"The name of this file has no ending such as .pdf, so nobody can tell what it is. {TAKEN}"
    instead = _BY_ENDING.get(ending, "")
    return " ".join(filter(None, (f"Files ending in .{ending[:20]} are not taken.", instead, TAKEN)))


def check_beginning(content: bytes, ending: str) -> None:
    """Compare how a file begins with its ending. Raises `NotTaken`."""
    expected = {"pdf": b"%PDF-", **dict.fromkeys(TEXTS, b"")}.get(ending, _ZIP)
    if content.startswith(expected) and expected:
        return
    for beginning, sentence in _BEGINNINGS:
        if content.startswith(beginning) and (expected or beginning != _TWO_LETTERS):
            raise NotTaken(f"This file is named .{ending}, but it is something else. {sentence}")
    if content.startswith(_ZIP):
        raise NotTaken(
            f"This file is named .{ending}, but it is an Office file or an archive. Give it its right ending."
        )
    start = content[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype", b"<html", b"<svg", b"<script", b"<?xml")):
        raise NotTaken(f"This file is named .{ending}, but it is a web page or a drawing. Print it as PDF.")
    if expected:
        raise NotTaken(f"This file is named .{ending}, but no file of that kind begins like this. {TAKEN}")
