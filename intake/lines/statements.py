"""Statements: sentences beside the text on where it ran, its notes, rights, languages and disclosures.

A line may hold several sentences: it counts only if every one of them is known, else it belongs to the text.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from intake.findings import Embargo, FoundCopyright, FoundDisclosure, FoundLicence, Note, TranslatedFrom
from intake.knowledge import Knowledge, KnownStyle
from intake.lines.attribution import Mention, mention_in
from intake.lines.copyright import copyright_in
from intake.lines.disclosures import disclosure_in, embargo_in
from intake.lines.licences import licence_in
from intake.lines.notices import note_in
from intake.lines.translations import other_versions_in, translation_in
from intake.patterns import Pattern
from intake.sources.markup import first_link

MAX_SENTENCES = 6
_LONGEST_PARTED = 1500
_SENTENCE_END = Pattern(r"(?<=[.!?])[\"”’)]?\s+(?=[^\W\d_a-zß-öø-ÿ]|[©\"“«(])|(?<=[다요]\.)\s+")
_READ_ON = Pattern(
    r"(?:(?:to\s+)?(?:read|see|view)\s+the\s+(?:full|complete|whole|entire|original)\s+[\w-]+(?:,?\s+(?:please\s+)?(?:click\s+)?here)?"
    r"|(?:to\s+)?(?:continue|keep)\s+reading,?\s+(?:please\s+)?(?P<how>register|subscribe|log\s+in|sign\s+in|click\s+here)(?:\s+now|\s+here)?"
    r"|read\s+(?:more|on|the\s+rest)(?:\s+here)?|(?P<is>(?:registration|subscription)\s+(?:is\s+)?required))\s*[.:>»→]*",
    re.IGNORECASE,
)
_ACCESS = {
    "register": "registration",
    "subscribe": "paid",
    "log in": "registration",
    "sign in": "registration",
}
_PERMITTED = Pattern(
    r"(?:(?:it|this\s+\w+)\s+is\s+)?re-?(?:published|printed|produced|posted)\s+(?:here\s+)?(?:with|by)\s+(?:the\s+|kind\s+|their\s+|its\s+)*"
    r"permission(?:\s+of\s+the\s+(?:author|publisher|outlet|editors?)s?)?\.?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class ReadOn:
    """A way to the full text elsewhere: Appearance.Access there, and its address if the words are a link."""

    access: str = ""
    url: str = ""


@dataclass(frozen=True)
class Statement:
    """One statement; exactly one member is set."""

    mention: Mention | None = None
    translation: TranslatedFrom | None = None
    note: Note | None = None
    licence: FoundLicence | None = None
    copyright: FoundCopyright | None = None
    disclosure: FoundDisclosure | None = None
    embargo: Embargo | None = None
    versions: tuple[str, ...] = ()
    read_on: ReadOn | None = None
    permission: str = ""

    @property
    def is_label(self) -> bool:
        """True for a bare place or picture credit, which counts only where no text follows."""
        return self.mention is not None and not self.mention.is_sentence


def statements_in(
    text: str, html: str, knowledge: Knowledge, styles: Sequence[KnownStyle]
) -> tuple[Statement, ...]:
    """The statements of a line, sentence by sentence if need be; empty if any of it belongs to the text."""
    if statement := statement_in(text, html, knowledge, styles):
        return (statement,)
    if len(text) > _LONGEST_PARTED:
        return ()
    sentences = [part for part in _SENTENCE_END.split(text) if part]
    if not 1 < len(sentences) <= MAX_SENTENCES:
        return ()
    statements = _sentence_by_sentence(sentences, html, knowledge, styles)
    return tuple(statement for statement in statements if not _is_answered(statement, statements))


def _is_answered(statement: Statement, statements: Sequence[Statement]) -> bool:
    """True for "Read the original article." behind a sentence that names its place and has taken the link."""
    read_on = statement.read_on
    return bool(read_on and not read_on.access and any(each.mention for each in statements))


def _sentence_by_sentence(
    sentences: list[str], html: str, knowledge: Knowledge, styles: Sequence[KnownStyle]
) -> list[Statement]:
    """Statements of the longest runs of sentences that are one; empty if a sentence is left over."""
    statements: list[Statement] = []
    start = 0
    while start < len(sentences):
        follows = any(statement.mention for statement in statements)
        for end in range(len(sentences), start, -1):
            words = " ".join(sentences[start:end])
            statement = statement_in(words, html, knowledge, styles, follows=follows)
            if statement and not statement.is_label:
                statements.append(statement)
                start = end
                break
        else:
            return []
    return statements


def statement_in(
    text: str, html: str, knowledge: Knowledge, styles: Sequence[KnownStyle], *, follows: bool = False
) -> Statement | None:
    """The statement that these words are, or None. `html` is their line, for its links."""
    if mention := mention_in([text], knowledge, styles, follows=follows):
        return Statement(mention=mention.with_link([html]))
    if note := note_in(text):
        return _of_a_note(note, html, knowledge, styles)
    if translation := translation_in(text, knowledge):
        return Statement(translation=translation)
    if versions := other_versions_in(text):
        return Statement(versions=versions)
    link = first_link(html) if "<a" in html else ""
    if licence := licence_in(text, link):
        return Statement(licence=licence)
    if claim := copyright_in(text, knowledge):
        return Statement(copyright=claim)
    if disclosure := disclosure_in(text):
        return Statement(disclosure=disclosure)
    if embargo := embargo_in(text):
        return Statement(embargo=embargo)
    if match := _READ_ON.fullmatch(text):
        return Statement(read_on=_read_on(match, link))
    return Statement(permission=text) if _PERMITTED.fullmatch(text) else None


def _of_a_note(note: Note, html: str, knowledge: Knowledge, styles: Sequence[KnownStyle]) -> Statement:
    """A note; one of the editors that only says where the piece ran is an attribution."""
    if note.kind == "editor":
        mention = mention_in([note.text], knowledge, styles)
        if mention and mention.is_sentence:
            return Statement(mention=mention.with_link([html]))
        if note_inside := note_in(note.text):
            return Statement(note=replace(note_inside, day=note_inside.day or note.day))
    return Statement(note=note)


def _read_on(match: re.Match[str], link: str) -> ReadOn:
    access = _ACCESS.get(" ".join((match["how"] or "").lower().split()), "")
    if match["is"]:
        access = "paid" if match["is"].lower().startswith("subscription") else "registration"
    return ReadOn(access, link if link.startswith(("http://", "https://")) else "")
