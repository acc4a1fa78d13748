"""Positions: every place of a page where the house's words join facts, with the slots a template may use there.

The usual phrases are here in English; `disclaimers.phrases` has them in the page's language. An institution's own
text for a position is a `Phrase` of its house style.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from prose import slots

NOTHING = "-"
"""Text of a phrase that prints nothing at its position."""

_PLACE = "noun outlet date on_date preposition language headline institution permission"
_PLACE_AND_NAMES = f"{_PLACE} names"
_NOTICE = "date text wrong right outlet_date"


@dataclass(frozen=True)
class Position:
    """One place of a page: `slots` are the names that its template may use, `usual` is its English template."""

    name: str
    label: str
    slots: frozenset[str]
    group: str
    usual: str = ""


_TABLE: dict[str, tuple[tuple[str, str, str, str], ...]] = {
    "People": (
        ("byline", "authors", "{names}", "names"),
        (
            "byline_name",
            "one name in a byline",
            "{name}[, {suffix}]",
            "name courtesy rank suffix post native_name",
        ),
        ("bio_name", "a name in a bio line", "{name}[, {suffix}]", "name courtesy rank suffix native_name"),
        (
            "bio_name_here",
            "a name in a bio line, where the byline has another name of theirs",
            "{name} (here as {printed})",
            "name printed",
        ),
        (
            "bio_line",
            "bio line from an appointment",
            "{author} is {a_title}[ {in_unit}][ {in_house}].",
            "author appointment title unit house a_title in_unit in_house",
        ),
        ("retired_word", "after the rank of somebody who has retired", "(ret.)", ""),
        ("editor_line", "editors", "Edited by {names}", "names"),
        ("translator_line", "translators", "Translated by {names}", "names"),
        ("interviewer_line", "interviewers", "Interview by {names}", "names"),
        ("interviewee_line", "interviewees", "With {names}", "names"),
        ("contributor_line", "contributors", "With contributions by {names}", "names"),
        ("signatory_line", "signatories", "Signed by {names}", "names"),
        (
            "subject_line",
            "people whom no sentence below names as quoted or interviewed",
            "Quoting {names}",
            "names",
        ),
        ("and_word", "between the last two names", "and", ""),
        ("name_separator", "between the other names", ",", ""),
        ("or_word", "between two choices", "or", ""),
        ("credit", "credit on a republished copy", "By {names}, {institution}", "names institution"),
    ),
    "Dates and source": (
        ("dateline", "our date", "{date}", "date"),
        ("outlet_dateline", "the outlet’s date", "", "outlet date on_date"),
        ("source_line", "source, as a label", "", "outlet"),
        ("kicker", "above the headline", "{kind}", "kind outlet series region"),
    ),
    "Where it ran": (
        (
            "place",
            "one outlet inside a sentence",
            "[{descriptor} ]{outlet}[ ({gloss})][, {section}][, {issue}][, {medium}][, p. {page}][ ({own_date})]",
            "descriptor outlet gloss section issue medium page own_date on_own_date",
        ),
        (
            "attribution",
            "it ran there originally",
            "This {noun} was originally published {preposition} {outlet}[, {date}].",
            _PLACE,
        ),
        (
            "first_attribution",
            "it ran there first",
            "This {noun} was first published {preposition} {outlet}[, {date}].",
            _PLACE,
        ),
        (
            "version_attribution",
            "a version of it ran there",
            "A version of this {noun} was published {preposition} {outlet}[, {date}].",
            _PLACE,
        ),
        (
            "excerpt_attribution",
            "an excerpt of it ran there",
            "An excerpt of this {noun} was published {preposition} {outlet}[, {date}].",
            _PLACE,
        ),
        (
            "excerpted_attribution",
            "ours is an excerpt of a work",
            "Excerpted from {work} {headline}[, by {writers}][, edited by {editors}][, chapter {chapter}]"
            "[, p. {page}][ ({publication})].",
            "work headline writers editors chapter page publication",
        ),
        (
            "translation_attribution",
            "a translation of it ran there",
            "A translation of this {noun}[ into {language}] was published {preposition} {outlet}[, {date}].",
            _PLACE,
        ),
        ("rerun_attribution", "we ran it before", "Originally published {date}.", _PLACE),
        ("copublished_attribution", "published together", "Published in cooperation with {outlet}.", _PLACE),
        ("crossposted_attribution", "cross-posted", "Cross-posted from {outlet}[, {date}].", _PLACE),
        (
            "forthcoming_attribution",
            "it will run there",
            "This {noun} is forthcoming {preposition} {outlet}[, {date}].",
            _PLACE,
        ),
        (
            "also_attribution",
            "it ran there too",
            "This {noun} was also published {preposition} {outlet}[, {date}].",
            _PLACE,
        ),
        (
            "quoted_attribution",
            "our expert is quoted there",
            "{names} {authors:is|are} quoted {preposition} {outlet}[, {date}].",
            _PLACE_AND_NAMES,
        ),
        (
            "interviewed_attribution",
            "our expert was interviewed there",
            "{names} {authors:was|were} interviewed {preposition} {outlet}[, {date}].",
            _PLACE_AND_NAMES,
        ),
        (
            "outlet_retraction",
            "the outlet has retracted it",
            "{outlet} has since retracted it[ ({date})].",
            "outlet date",
        ),
        (
            "translated_from",
            "a translation’s source",
            "Translated from {language}[ by {names}].",
            "language names",
        ),
        ("excerpt_of", "an excerpt of our own piece", "An excerpt from {headline}", "headline"),
        ("version_of", "a new version of our own piece", "A new version of {headline}", "headline"),
        ("listing", "in lists", "", "outlet date on_date"),
        ("card", "on shared cards", "", "outlet date on_date"),
    ),
    "Words inside those sentences": (
        ("attribution_noun", "what we call a piece there", "article", ""),
        ("preposition_in", "before newspapers, magazines, journals", "in", ""),
        ("preposition_on", "before sites, blogs, broadcasters", "on", ""),
        ("preposition_by", "before agencies, think tanks, book publishers", "by", ""),
        ("others_word", "after a list that is not complete", "and others", ""),
        ("work_book", "an excerpt of a book", "the book", ""),
        ("work_report", "an excerpt of a report", "the report", ""),
        ("work_article", "an excerpt of an article", "the article", ""),
        ("medium_print", "print", "print edition", ""),
        ("medium_online", "online", "online edition", ""),
        ("access_registration", "readers must register there", "registration required", ""),
        ("access_paid", "readers must pay there", "subscription required", ""),
    ),
    "Rights": (
        ("permission_line", "with whose permission", "", "outlet date grantor noun"),
        (
            "licence_line",
            "licence",
            "Licensed under {licence}[. {exceptions}]",
            "licence exceptions",
        ),
        ("copyright_format", "copyright line", "", "year month holder reservation"),
        ("reservation", "reservation of rights", "", ""),
        (
            "no_copyright",
            "no copyright is claimed",
            "No copyright is claimed[ for the contribution of {names}][: {reason}].",
            "names reason",
        ),
        (
            "read_more",
            "link to the whole text",
            "Read the full {noun} {preposition} {outlet}[ ({access})].",
            "noun preposition outlet access",
        ),
    ),
    "Notices": (
        ("correction_line", "correction", "Correction, {date}: {text}[ {outlet_date}]", _NOTICE),
        ("clarification_line", "clarification", "Clarification, {date}: {text}", _NOTICE),
        ("update_line", "update", "Update, {date}: {text}", _NOTICE),
        ("note_line", "editor’s note", "Editor’s note: {text}", _NOTICE),
        ("withdrawal_line", "withdrawal", "{date}: {text}", _NOTICE),
        ("withdrawal_title", "title of a piece taken down", "Taken down: {headline}", "headline"),
        ("retraction_line", "retraction", "Retracted on {date}[ by {who}]: {text}", f"{_NOTICE} who"),
        ("retraction_title", "title of a piece that is retracted", "Retracted: {headline}", "headline"),
        ("unpublished_title", "title of a piece that was unpublished", "No longer published", ""),
        ("unpublished_line", "it was unpublished", "This piece is no longer published.", ""),
        ("superseded_line", "superseded", "{date}: {text}", _NOTICE),
        (
            "supersedes_line",
            "it supersedes another",
            "This {noun} takes the place of an earlier one: {text}",
            "noun text",
        ),
        ("amendment_line", "a notice amended later", "Amended {date}: {text}", _NOTICE),
        (
            "outlet_correction",
            "the outlet’s own correction",
            "The outlet published its correction on {date}.",
            _NOTICE,
        ),
    ),
    "Disclosures": (
        ("funding_line", "funding", "Funding: {text}", "author text"),
        ("interest_line", "an author’s own interest", "Disclosure: {text}", "author text"),
        (
            "ai_line",
            "use of AI",
            "Use of AI by {author}: {tool}, {task}[; checked by {checker}].",
            "author tool task checker text",
        ),
    ),
    "Feeds": (
        (
            "feed_excerpt",
            "only the beginning is in the feed",
            "Shortened for this feed. Read all of it: {headline}",
            "headline",
        ),
    ),
    "Other languages": (
        ("other_versions", "the piece in other languages", "Also available in {languages}", "languages"),
    ),
}

POSITIONS: dict[str, Position] = {
    name: Position(name, label, frozenset(slot_names.split()), group, usual)
    for group, rows in _TABLE.items()
    for name, label, usual, slot_names in rows
}
"""Name -> position, in the order of the form."""

NEEDED = frozenset({"attribution_noun", "preposition_in", "preposition_on", "preposition_by"})
"""Positions that may not be empty: other sentences contain them and would not print."""


def choices() -> list[tuple[str, str]]:
    """Choices of the form; a function, so that a new position needs no migration."""
    return [(position.name, position.label) for position in POSITIONS.values()]


_CORE = ("names", "name", "text")
_SENTENCE_END = re.compile(r"\w.*[.!?…。؟]['\"’”»)\]]*$", re.DOTALL)


def problems(name: str, text: str) -> list[str]:
    """Errors of a template for this position, as sentences for its editor; [] if there are none."""
    position = POSITIONS[name]
    if text.strip() == NOTHING:
        return (
            [f"Sentences are built with this word, so “{NOTHING}” cannot stand here."]
            if name in NEEDED
            else []
        )
    return [*slots.problems(text, position.slots), *_missing_slots(position, text), *_bare_label(text)]


def _missing_slots(position: Position, text: str) -> Iterator[str]:
    """Errors of a line that is printed for names or for a notice's text and has no slot for them."""
    written = slots.names_in(text)
    if "native_name" in written & position.slots:
        written = written | {"name"}  # who has no native name is named by the other one
    for slot in _CORE:
        if slot in slots.required_names(position.usual) and slot not in written:
            yield f"This line is printed for {{{slot}}}, so it must hold {{{slot}}}."


def _bare_label(text: str) -> Iterator[str]:
    """Error of a template that would print a label and nothing else when its slots are empty."""
    if not slots.names_in(text) or slots.required_names(text):
        return
    rest = slots.fill(text, {}).strip()
    if rest and not _SENTENCE_END.search(rest):
        yield f"Without a value for its words in braces this would print “{rest}” with nothing after it."
