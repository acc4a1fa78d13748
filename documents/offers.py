"""Facts that a file offers for its record: an editor reads them over."""

import re
from pathlib import PurePath

from disclaimers.models import Institution
from documents.acts.adding import DocumentFacts
from documents.files.kinds import ENDINGS
from documents.files.read import ReadDocument
from prose.languages import BY_CODE, base
from prose.typography import clean_line

MAX_TITLE_CHARS = 200
_GAPS = re.compile(r"[_\s]+")
_BY_PROGRAM = re.compile(
    rf"^(?:microsoft word|untitled|presentation|document\d*$)|\.(?:doc|{'|'.join(ENDINGS)})$", re.IGNORECASE
)
"""Titles that a program gives, because nobody did: "Microsoft Word - dues_v3.docx"."""
_USUAL = "File"


def facts_of(read: ReadDocument, upload_name: str, institution: Institution | None) -> DocumentFacts:
    """The facts with which a document is added: its own title, else the name of its file, and its language."""
    stated = clean_line(str(read.statements.get("title", "")))
    stem = clean_line(_GAPS.sub(" ", PurePath(upload_name).stem))
    title = stem if not stated or _BY_PROGRAM.search(stated) else stated
    return DocumentFacts(
        title=(title or _USUAL)[:MAX_TITLE_CHARS].strip(),
        language=known_language(str(read.statements.get("language", ""))),
        institution=institution,
    )


def known_language(tag: str) -> str:
    """The desk's code for the language of a tag that a file has ("de-DE", "en_GB"); "" if it has none."""
    tag = tag.replace("_", "-")
    codes = {code.lower(): code for code in BY_CODE}
    return codes.get(tag.lower()) or codes.get(base(tag).lower(), "")
