"""What a line beside the text states: where it ran, its notes, rights, languages, disclosures. One reading for all.

A line may hold several sentences: it counts only if every one of them is known, else it is the text's.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from intake.findings import Disclosed, Embargo, Licence, Note, Rights, TranslatedFrom
from intake.knowledge import Knowledge, KnownStyle
from intake.lines.attribution import Mention, mention
from intake.lines.copyright import copyright_line
from intake.lines.disclosures import disclosed, embargo
from intake.lines.licences import licence
from intake.lines.notices import note
from intake.lines.translations import other_versions, translated_from
from intake.patterns import Pattern
from intake.sources.markup import first_link

MAX_SENTENCES = 6
_LONGEST_PARTED = 1500
_SENTENCE_END = Pattern(r"(?<=[.!?])[\"”’)]?\s+(?=[^\W\d_a-zß-öø-ÿ]|[©\"“«(])|(?<=[다요]\.)\s+")
_READ_ON = Pattern(
    r"(?:(?:to\s+)?(?:read|see|view)\s+the\s+(?:full|complete|whole|entire|original)\s+[\w-]+,?\s+(?:please\s+)?(?:click\s+)?here"
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
    """A way to the whole text elsewhere: who may read it there, and its address where the words are a link."""

    access: str = ""
    url: str = ""


@dataclass(frozen=True)
class Statement:
    """One sentence's worth; exactly one member is set."""

    mention: Mention | None = None
    translation: TranslatedFrom | None = None
    note: Note | None = None
    licence: Licence | None = None
    rights: Rights | None = None
    disclosed: Disclosed | None = None
    embargo: Embargo | None = None
    versions: tuple[str, ...] = ()
    read_on: ReadOn | None = None
    permission: str = ""

    @property
    def is_label(self) -> bool:
        """A bare place or picture credit, that counts only where nothing of the text follows."""
        return self.mention is not None and not self.mention.is_sentence


def statements(
    text: str, html: str, knowledge: Knowledge, styles: Sequence[KnownStyle]
) -> tuple[Statement, ...]:
    """All that a line states, sentence by sentence where need be; empty where any of it is the text's."""
    if whole := statement(text, html, knowledge, styles):
        return (whole,)
    if len(text) > _LONGEST_PARTED:
        return ()
    sentences = [part for part in _SENTENCE_END.split(text) if part]
    if not 1 < len(sentences) <= MAX_SENTENCES:
        return ()
    return tuple(_parted(sentences, html, knowledge, styles))


def _parted(
    sentences: list[str], html: str, knowledge: Knowledge, styles: Sequence[KnownStyle]
) -> Iterator[Statement]:
    """The longest runs of sentences that are known, in order; nothing unless the last sentence is reached."""
    said: list[Statement] = []
    place = 0
    while place < len(sentences):
        for end in range(len(sentences), place, -1):
            words = " ".join(sentences[place:end])
            found = statement(words, html, knowledge, styles, follows=any(one.mention for one in said))
            if found and not found.is_label:
                said.append(found)
                place = end
                break
        else:
            return
    yield from said


def statement(
    text: str, html: str, knowledge: Knowledge, styles: Sequence[KnownStyle], *, follows: bool = False
) -> Statement | None:
    """What these words state as a whole, or None. `html` is the line they stand in, for its links."""
    if found := mention([text], knowledge, styles, follows=follows):
        return Statement(mention=found.linked([html]))
    if found_note := note(text):
        return _of_a_note(found_note, html, knowledge, styles)
    if found_translation := translated_from(text, knowledge):
        return Statement(translation=found_translation)
    if versions := other_versions(text):
        return Statement(versions=versions)
    link = first_link(html) if "<a" in html else ""
    if found_licence := licence(text, link):
        return Statement(licence=found_licence)
    if found_rights := copyright_line(text, knowledge):
        return Statement(rights=found_rights)
    if found_disclosed := disclosed(text):
        return Statement(disclosed=found_disclosed)
    if found_embargo := embargo(text):
        return Statement(embargo=found_embargo)
    if found_read_on := _READ_ON.fullmatch(text):
        return Statement(read_on=_read_on(found_read_on, link))
    return Statement(permission=text) if _PERMITTED.fullmatch(text) else None


def _of_a_note(found: Note, html: str, knowledge: Knowledge, styles: Sequence[KnownStyle]) -> Statement:
    """A note of the editors that only says where the piece ran is an attribution."""
    if found.kind == "editor":
        inner = mention([found.text], knowledge, styles)
        if inner and inner.is_sentence:
            return Statement(mention=inner.linked([html]))
        if note_inside := note(found.text):
            return Statement(note=replace(note_inside, day=note_inside.day or found.day))
    return Statement(note=found)


def _read_on(found: re.Match[str], link: str) -> ReadOn:
    how = " ".join((found["how"] or "").lower().split())
    access = _ACCESS.get(how, "")
    if found["is"]:
        access = "paid" if found["is"].lower().startswith("subscription") else "registration"
    return ReadOn(access, link if link.startswith(("http://", "https://")) else "")
