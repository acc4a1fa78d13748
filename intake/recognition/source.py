"""A source of any kind, read and recognised: the one way in for the command and for "New from a text".

Pure, as all of recognition: it can run in a process of its own, with only the bytes and the desk's knowledge.
"""

import logging
from collections.abc import Callable
from functools import partial

from intake.findings import Recognition
from intake.knowledge import Knowledge
from intake.recognition.own_copy import recognise_copy
from intake.recognition.recognise import recognise
from intake.sources.manuscript import CannotRead, Manuscript
from intake.sources.read import read_file, read_pasted

log = logging.getLogger(__name__)
UNEXPECTED = (
    "Something in this text is of a kind that the desk cannot read yet. "
    "The log tells whoever runs the desk what it was."
)


def recognise_file(
    name: str,
    content: bytes,
    knowledge: Knowledge,
    *,
    institution: str = "",
    kind: str = "",
    refuses: bool = False,
) -> Recognition:
    """Recognise a file by its name and bytes. Raises `CannotRead` with a sentence, whatever is wrong with it.

    `refuses`: changes that a Word file tracks are refused, not taken.
    """
    read = partial(read_file, name, content, refuses=refuses)
    return _recognise(name, read, knowledge, institution, kind)


def recognise_over_a_piece(
    name: str, content: bytes, knowledge: Knowledge, *, institution: str, kind: str, refuses: bool = False
) -> Recognition:
    """The same for a file that is to be laid over a piece: a copy that the desk made is read by its own styles."""
    read = partial(read_file, name, content, refuses=refuses)
    return _recognise(name, read, knowledge, institution, kind, by_styles=True)


def recognise_pasted(
    text: str, knowledge: Knowledge, *, institution: str = "", kind: str = ""
) -> Recognition:
    """Recognise a pasted text or the HTML of one. Raises `CannotRead` with a sentence."""
    return _recognise("a pasted text", lambda: read_pasted(text), knowledge, institution, kind)


def _recognise(
    name: str,
    read: Callable[[], Manuscript],
    knowledge: Knowledge,
    institution: str,
    kind: str,
    *,
    by_styles: bool = False,
) -> Recognition:
    try:
        manuscript = read()
        copy = by_styles and recognise_copy(manuscript, knowledge, institution=institution, kind=kind)
        return copy or recognise(manuscript, knowledge, institution=institution, kind=kind)
    except CannotRead:
        raise
    except Exception as error:
        log.exception("Not read: %s", name)
        raise CannotRead(UNEXPECTED) from error
