"""PDF files: what they say of themselves, and what in them could run, open something or bring another file along.

Every object is looked at, used or not. Few hold one of the names below, so that objects are searched as bytes first;
qpdf writes names one way, however the file spells them ("/J#61vaScript").
"""

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from pikepdf import Array, Dictionary, Name, Object, PasswordError, Pdf, PdfError, Stream, String

from documents.files.words import lines_of
from pictures.files.errors import NotTaken

SCRIPT = "This PDF holds a program (JavaScript). Print it as PDF once more, and choose the new one."
STARTS = "This PDF opens or sends something by itself. Print it as PDF once more, and choose the new one."
LEADS = (
    "Something in this PDF opens another file or a program, or sends what is typed into it, once it is clicked. "
    "Print it as PDF once more, and choose the new one."
)
ATTACHED = "This PDF has other files attached. Take them out, and add each as a file of its own."
MEDIA = "This PDF holds video, sound or 3D. Save it without them, or print it as PDF."
XFA = "This PDF is a form of an old kind (XFA) that browsers cannot show. Print it as PDF."
ELSEWHERE = "This PDF takes a part of itself from another file. Print it as PDF once more."
LOCKED = "This PDF is locked by a password or by restrictions. Save it without them."
DAMAGED = "This PDF is damaged or cut off. Open it and save it again, or print it as PDF."
MORE_BEHIND = (
    "Behind the end of this PDF there is something that is no part of it. Save it again, or print it as PDF."
)
_SUSPECT = re.compile(
    rb"/(?:JS|JavaScript|Launch|OpenAction|AA|EF|EmbeddedFile|XFA|RichMedia|Movie|Sound|Screen|Rendition|3D"
    rb"|FileAttachment|GoToE|GoToR|ImportData|SubmitForm|F|FFilter|URI|Popup|Text)\b"
)
_ACTIONS = {
    "/JavaScript": SCRIPT,
    **dict.fromkeys(("/Launch", "/ImportData", "/SubmitForm", "/GoToE", "/GoToR"), LEADS),
    **dict.fromkeys(("/Rendition", "/RichMediaExecute"), MEDIA),
}
_NOTES = dict.fromkeys(("/RichMedia", "/Movie", "/Sound", "/Screen", "/3D"), MEDIA) | {
    "/FileAttachment": ATTACHED
}
_MAY_OPEN = ("/GoTo", "/Named")
_OF_A_FILE = ("/F", "/UF", "/DOS", "/Mac", "/Unix")
_BLANK = re.compile(r"[\x00-\x20]+")
_SPACE = b" \t\r\n\f\x00"


def read(content: bytes, ending: str) -> dict[str, Any]:
    """Pages and statements. Raises `NotTaken`."""
    _check_ends(content)
    try:
        with Pdf.open(io.BytesIO(content), attempt_recovery=False, suppress_warnings=True) as pdf:
            if pdf.is_encrypted:
                raise NotTaken(LOCKED)
            if not pdf.pages:
                raise NotTaken(DAMAGED)
            along = _look_through(pdf)
            return {"pages": len(pdf.pages), "statements": _statements(pdf, along)}
    except PasswordError as error:
        raise NotTaken(LOCKED) from error
    except NotTaken:
        raise
    except (PdfError, RuntimeError, ValueError, TypeError, KeyError, IndexError) as error:
        raise NotTaken(DAMAGED) from error


def _check_ends(content: bytes) -> None:
    """Nothing stands behind the file: a web page or an archive there would be served along."""
    end = content.rfind(b"%%EOF")
    if end < 0:
        raise NotTaken(DAMAGED)
    if content[end + 5 :].strip(_SPACE) or zipfile.is_zipfile(io.BytesIO(content)):
        raise NotTaken(MORE_BEHIND)


def _look_through(pdf: Pdf) -> list[str]:
    """What the file holds beside its text. Raises `NotTaken`."""
    along = set()
    for each in pdf.objects:
        is_stream = isinstance(each, Stream)
        top: Any = each.stream_dict if is_stream else each
        if not isinstance(top, Dictionary | Array) or not _SUSPECT.search(top.unparse(resolved=True)):
            continue
        if is_stream and ("/F" in top or "/FFilter" in top):
            raise NotTaken(ELSEWHERE)
        for part in _dictionaries(top):
            if sentence := _fault(part):
                raise NotTaken(sentence)
            if part.get("/Subtype") in ("/Text", "/Popup") and "/Rect" in part:
                along.add("comments")
    return sorted(along)


def _dictionaries(top: Any) -> Iterator[Any]:
    """A dictionary and those inside it; what it names by number is looked at elsewhere."""
    ahead = [top]
    while ahead:
        each = ahead.pop()
        if isinstance(each, Dictionary):
            yield each
            ahead += [value for value in each.values() if not _is_elsewhere(value)]
        elif isinstance(each, Array):
            ahead += [value for value in each if not _is_elsewhere(value)]


def _is_elsewhere(value: Any) -> bool:
    return not isinstance(value, Object) or value.is_indirect


def _fault(part: Any) -> str:
    """The sentence about a dictionary that is not taken; "" for any other.

    A name alone says little: fonts are called "/AA" and "/EF" too, so that it is looked at what is under it.
    """
    if isinstance(part.get("/JS"), String | Stream):
        return SCRIPT
    if _holds_a_file(part.get("/EF")) or part.get("/Type") == Name("/EmbeddedFile"):
        return ATTACHED
    if "/XFA" in part:
        return XFA
    if _starts_something(part.get("/AA")) or not _opens_quietly(part.get("/OpenAction")):
        return STARTS
    if _BLANK.sub("", str(part.get("/URI", ""))).lower().startswith(("javascript:", "vbscript:", "data:")):
        return SCRIPT
    return _ACTIONS.get(_name(part, "/S")) or _NOTES.get(_name(part, "/Subtype")) or ""


def _name(part: Any, key: str) -> str:
    value = part.get(key)
    return str(value) if isinstance(value, Name) else ""


def _opens_quietly(action: Any) -> bool:
    """True for a file that opens at a page at most, with no further action after it."""
    return not isinstance(action, Dictionary) or (_name(action, "/S") in _MAY_OPEN and "/Next" not in action)


def _starts_something(actions: Any) -> bool:
    """True for actions that come with opening, closing, seeing or changing something."""
    return isinstance(actions, Dictionary) and any(
        isinstance(each, Dictionary) and "/S" in each for each in actions.values()
    )


def _holds_a_file(files: Any) -> bool:
    return isinstance(files, Dictionary) and any(name in files for name in _OF_A_FILE)


def _statements(pdf: Pdf, along: list[str]) -> dict[str, Any]:
    about = pdf.docinfo
    marks: Any = pdf.Root.get("/MarkInfo")
    is_tagged = isinstance(marks, Dictionary) and bool(marks.get("/Marked")) and "/StructTreeRoot" in pdf.Root
    stated = {
        "title": about.get("/Title") or _title_in_xmp(pdf),
        "language": pdf.Root.get("/Lang"),
        "author": about.get("/Author"),
        "program": about.get("/Creator") or about.get("/Producer"),
    }
    return {**lines_of(stated), "is_tagged": is_tagged, **({"along": along} if along else {})}


def _title_in_xmp(pdf: Pdf) -> str:
    try:
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
            return str(xmp.get("dc:title") or "")
    except Exception:  # parsers of metadata raise what they like, and a title is no reason to refuse a file
        return ""
