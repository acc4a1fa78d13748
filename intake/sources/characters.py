"""Characters of a file: its bytes decoded, whatever encoding they are in or say they are in.

Labels mean what they mean to browsers (encoding.spec.whatwg.org): a page that calls itself Latin-1 is Windows-1252.
"""

import codecs
from dataclasses import dataclass

from intake.patterns import Pattern
from intake.sources.manuscript import CannotRead

# The longer marks first: UTF-32's little-endian mark begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LABELS = {
    **dict.fromkeys(
        ("ascii", "us-ascii", "iso-8859-1", "iso8859-1", "latin1", "latin-1", "l1", "x-cp1252", "windows-1252",
         "cp1252"),
        "cp1252",
    ),
    **dict.fromkeys(("iso-8859-9", "latin5", "windows-1254"), "cp1254"),
    **dict.fromkeys(("shift_jis", "shift-jis", "sjis", "x-sjis", "windows-31j"), "cp932"),
    **dict.fromkeys(("euc-kr", "ks_c_5601-1987", "ks_c_5601", "korean", "windows-949"), "cp949"),
    **dict.fromkeys(("gb2312", "gbk", "x-gbk", "gb_2312-80", "chinese"), "gb18030"),
    **dict.fromkeys(("big5", "big5-hkscs", "x-x-big5"), "big5hkscs"),
    **dict.fromkeys(("iso-8859-11", "tis-620", "windows-874"), "cp874"),
    "x-mac-roman": "mac-roman",
    "macintosh": "mac-roman",
}  # fmt: skip
_WITH_ESCAPES = frozenset(("iso-2022-jp", "iso-2022-kr", "hz-gb-2312"))
_DECLARED = Pattern(r"<meta[^>]{0,300}charset\s*=\s*[\"']?\s*([\w:.-]{2,30})", 2)
_XML_DECLARED = Pattern(r"\s*<\?xml[^>]{0,100}encoding\s*=\s*[\"']([\w.-]{2,30})")
_BINARY = Pattern("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_FOREIGN = Pattern("[\x80-\xff]")
_MOST_NAMED, _MOST_BAD = 5, 200
_NO_SENSE = "This file is not a text: its bytes make no sense as characters."


@dataclass(frozen=True)
class Decoded:
    """A text with what had to be assumed (`remarks`) and what an editor must look at (`doubts`)."""

    text: str
    remarks: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


def declared_encoding(source: bytes) -> str:
    """Name of the encoding that a web page declares, anywhere in it; "" for none."""
    text = source.decode("latin-1")
    found = _XML_DECLARED.match(text) or _DECLARED.search(text)
    return found[1].lower() if found else ""


def decode(source: bytes, declared: str = "") -> Decoded:
    """The text of these bytes. Raises `CannotRead` for other data."""
    if not source.strip(b" \t\r\n\x0b\x0c\x00"):
        raise CannotRead(
            "This file is empty." if not source.strip() else "This file is not a text: it holds binary data."
        )
    for mark, encoding in _MARKS:
        if source.startswith(mark):
            return _with_bad_bytes(source[len(mark) :], encoding)
    if encoding := _unmarked_utf_16(source):
        return _with_bad_bytes(source, encoding)
    if declared in _WITH_ESCAPES and (text := _strictly(source, declared)) is not None:
        return Decoded(_checked(text))
    if (text := _strictly(source, "utf-8")) is not None:
        return Decoded(_checked(text))
    if _is_mostly_utf_8(source):
        return _with_bad_bytes(source, "utf-8")
    if declared and not declared.startswith("utf"):
        encoding = _LABELS.get(declared, declared)
        if encoding != "cp1252" and (text := _strictly(source, encoding)) is not None:
            return Decoded(_checked(text))
    return _as_windows_1252(source, is_declared=_LABELS.get(declared) == "cp1252")


def _strictly(source: bytes, encoding: str) -> str | None:
    try:
        return source.decode(encoding)
    except (LookupError, UnicodeDecodeError, UnicodeError):
        return None  # a page may name an encoding that is not its own, or none that exists


def _checked(text: str) -> str:
    # One stray control character may be a slip; a file full of them is not a text.
    if "\x00" in text or len(_BINARY.findall(text)) * 50 > len(text):
        raise CannotRead("This file is not a text: it holds binary data.")
    return text


def _unmarked_utf_16(source: bytes) -> str:
    """The kind of UTF-16 of a text in letters of the West, half of whose bytes are zero; else "" """
    sample = source[:4096]
    for encoding, zeros in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        if len(sample) > 3 and zeros.count(0) > 0.7 * len(zeros) and sample.count(0) < 0.6 * len(sample):
            return encoding
    return ""


def _is_mostly_utf_8(source: bytes) -> bool:
    """True if characters of several bytes are right at least twice as often as bytes are wrong."""
    text = source.decode("utf-8", "replace")
    wrong = text.count("\ufffd")
    right = sum(character > "\x7f" for character in text) - wrong
    return right >= 2 * wrong


def _with_bad_bytes(source: bytes, encoding: str) -> Decoded:
    """The text in an encoding; single wrong bytes are read as Windows-1252, and named."""
    parts: list[str] = []
    bad: list[str] = []
    at = 0
    while at < len(source) or not parts:
        try:
            parts.append(source[at:].decode(encoding))
            break
        except UnicodeDecodeError as error:
            wrong = source[at + error.start : at + error.end]
            wrong = wrong[:1] if encoding == "utf-8" else wrong
            sign = (_strictly(wrong, "cp1252") if encoding == "utf-8" else None) or "\ufffd"
            bad.append(_named(wrong, source.count(b"\n", 0, at + error.start) + 1, sign))
            parts += [source[at : at + error.start].decode(encoding), sign]
            at += error.start + len(wrong)
            if len(bad) > _MOST_BAD:
                raise CannotRead(_NO_SENSE) from error
    text = "".join(parts)
    if len(bad) * 2 > len(text):
        raise CannotRead(_NO_SENSE)
    more = len(bad) - _MOST_NAMED
    unnamed = (f"{more} more bytes are no characters of this text.",) if more > 0 else ()
    return Decoded(_checked(text), (), (*bad[:_MOST_NAMED], *unnamed))


def _named(wrong: bytes, line: int, sign: str) -> str:
    code = wrong[:1].hex().upper()
    return f"The byte {code} in line {line} is no character of this text; it was read as “{sign}”."


def _as_windows_1252(source: bytes, *, is_declared: bool) -> Decoded:
    text = source.decode("cp1252", "replace")
    unread = text.count("\ufffd")
    if unread * 100 > len(text):
        raise CannotRead(_NO_SENSE)
    _checked(text)
    doubts = (
        [f"{unread} of its bytes are no characters; they stand in the text as “\ufffd”."] if unread else []
    )
    if len(_FOREIGN.findall(text)) * 4 > sum(map(str.isalpha, text)):
        doubts.append("It may be in another encoding, since its letters look strange: save it as UTF-8.")
    remarks = () if is_declared else ("This text is not in UTF-8; it was read as Windows-1252.",)
    return Decoded(text, remarks, tuple(doubts))
