"""One disclaimer text on a page, with its slots filled and the days and the rule that chose it."""

import datetime as dt
from dataclasses import asdict, dataclass
from typing import Any

from articles.models.edition import Edition
from articles.press.answers import SUBJECTS, is_answer_of_others, not_asked
from articles.press.names import Names, author_rows, person_on_page
from articles.snapshot import Content
from disclaimers.choice import WordingChoice
from disclaimers.phrases import usual_on_page
from prose import printed_line, slots
from prose.languages import serves
from prose.page_phrase import PagePhrase
from prose.printed_line import PrintedLine, words
from prose.text_language.recognition import language_to_mark


@dataclass(frozen=True)
class PrintedWording:
    """One disclaimer's text with its slots filled; `wording` is None for words written for the piece.

    `author`: the key of the person for whom an employment disclaimer is printed, `bodies`: the bodies it names.
    `template`: the text with its slots, "" for words written for the piece and in editions of earlier releases.
    `whose`, `begins`, `until`, `chosen_for` and `applies_on` give the reason: the institution, the days in force (ISO,
    `until` exclusive), the day for which the text was chosen, and, where it is another, the day for which it was
    decided that the disclaimer applies.
    """

    text: str
    language: str
    wording: int | None = None
    disclaimer: str = ""
    placement: str = "foot"
    author: int = 0
    whose: str = ""
    begins: str = ""
    until: str = ""
    chosen_for: str = ""
    applies_on: str = ""
    template: str = ""
    bodies: tuple[str, ...] = ()
    condition: str = ""

    def as_json(self) -> dict[str, Any]:
        """A row of `Edition.printed["wordings"]`, without the place where it stands."""
        return asdict(self) | {"bodies": list(self.bodies)}

    @property
    def decided_for(self) -> dt.date:
        """The day for which it was decided that the disclaimer applies."""
        return dt.date.fromisoformat(self.applies_on or self.chosen_for)


@dataclass(frozen=True)
class Days:
    """The day that decides which disclaimers apply to a piece, and the day whose texts are printed."""

    counted: dt.date
    of_texts: dt.date


def wordings_of(edition: Edition) -> list[PrintedWording]:
    """The texts on a stored page, read back."""
    return _read_back(edition.printed["wordings"])


def withheld_of(edition: Edition) -> list[PrintedWording]:
    """The texts that a stored page did not print, because the piece did not meet their conditions."""
    return _read_back(edition.printed.get("withheld_wordings", []))


def _read_back(rows: list[dict[str, Any]]) -> list[PrintedWording]:
    texts = [{key: value for key, value in row.items() if key not in ("at", "why")} for row in rows]
    return [PrintedWording(**text | {"bodies": tuple(text.get("bodies", ()))}) for text in texts]


def print_wording(
    chosen: WordingChoice,
    names: Names,
    content: Content,
    days: Days,
    *,
    author: int = 0,
    bodies: tuple[str, ...] = (),
) -> PrintedWording:
    """The text of a choice; for an employment disclaimer with its author and bodies."""
    text, fact = chosen.wording, chosen.disclaimer
    assert text is not None  # noqa: S101 - callers leave out what is owed
    return PrintedWording(
        fill(text.text, names, content, text.language, author, bodies),
        text.language,
        text.id,
        fact.code,
        placement=fact.placement,
        author=author,
        whose=fact.institution,
        begins=text.begins.isoformat() if text.begins else "",
        until=text.until.isoformat() if text.until else "",
        chosen_for=days.of_texts.isoformat(),
        applies_on=days.counted.isoformat() if days.counted != days.of_texts else "",
        template=text.text,
        bodies=bodies,
        condition=fact.condition,
    )


SUBJECT_OF_CONDITION = {"no_funding": "funding", "no_interest": "interest", "no_ai": "ai"}
"""Condition -> the subject of the disclosures that meet it."""


def why_withheld(condition: str, content: Content) -> str:
    """A sentence on why a piece does not meet a condition (disclaimers.Disclaimer.Condition); "" if it does."""
    authors = author_rows(content)
    if condition == "authors":
        return "" if authors else "The byline names no author."
    if condition == "no_authors":
        return "The byline names authors." if authors else ""
    if condition not in SUBJECT_OF_CONDITION:
        return ""
    subject = SUBJECT_OF_CONDITION[condition]
    in_words = SUBJECTS[subject]
    answers = [row for row in content["disclosures"] if row["subject"] == subject]
    if any(row["answer"] == "disclosed" for row in answers):
        return f"Something is disclosed about {in_words}."
    if not answers:
        return f"Nobody has asked the authors about {in_words}."
    if is_answer_of_others(content, subject):
        return f"Nobody who was asked about {in_words} is in the byline any more."
    return f"Not all authors were asked about {in_words}." if not_asked(content, subject) else ""


def why_not_printed(wording: PrintedWording, content: Content) -> str:
    """A sentence on why a text may not stand on a piece: its condition, or authors whom nobody is; "" if it may."""
    return why_withheld(wording.condition, content) or why_of_nobody(wording, content)


def why_of_nobody(wording: PrintedWording, content: Content) -> str:
    """A sentence where a text speaks of authors and the piece has none; else ""."""
    is_of_nobody = speaks_of_authors(wording.template) and not author_rows(content)
    return "It speaks of the authors, and the byline names none." if is_of_nobody else ""


def speaks_of_authors(template: str) -> bool:
    """True if words of a text follow the number of authors: without any it would be a claim on somebody."""
    return slots.AUTHORS in slots.names_in(template)


def fill(
    template: str,
    names: Names,
    content: Content,
    language: str,
    author: int = 0,
    bodies: tuple[str, ...] = (),
) -> str:
    """The text of a template on this page, filled with names in its own language.

    `author` and `bodies`: for an employment disclaimer.
    """
    values = _values(names, content, language, author, bodies)
    plain = {name: printed_line.text(line) for name, line in values.items()}
    return slots.fill(template, plain, authors=len(author_rows(content)))


def line_of(wording: PrintedWording, names: Names, content: Content) -> PrintedLine:
    """The text of a disclaimer with the names in it that are in another language than it is marked."""
    values = _values(names, content, wording.language, wording.author, wording.bodies)
    line = PagePhrase(wording.template).fill(values, authors=len(author_rows(content)))
    return line if printed_line.text(line) == wording.text else words(wording.text)


def _values(
    names: Names, content: Content, language: str, author: int, bodies: tuple[str, ...]
) -> dict[str, PrintedLine]:
    """Values of the slots of a text in `language`."""
    label = names.label_in(language)
    values = {
        "kind": words(
            label, _mark(label, names.kind_label, names.languages.get("kind_label"), names, language)
        )
    }
    if author:
        person = person_on_page(names, content, author)
        name = person.name_in(language) if person else ""
        mark = _mark(name, person.name, person.languages.get("name"), names, language) if person else ""
        values |= {"author": words(name, mark), "bodies": _list_bodies(bodies, names, language)}
    return values


def _mark(word: str, on_page: str, its_language: str | None, names: Names, language: str) -> str:
    """The language of a word in a text in `language`: that of the page's own form, where the text has no other."""
    own = its_language or names.language
    return own if word == on_page and not serves(own, language) else ""


def _list_bodies(bodies: tuple[str, ...], names: Names, language: str) -> PrintedLine:
    """ "the Navy, the Ministry or the Government": the bodies in their order."""
    phrases = names.phrases if serves(language, names.language) else usual_on_page(language)
    return phrases.join([words(body, language_to_mark(body, language)) for body in bodies], word="or_word")
