"""One disclaimer text on a page, with its slots filled and the days and the rule that chose it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from articles.models.edition import Edition
from articles.press.names import Names, author_rows, person_on_page
from articles.snapshot import Content
from disclaimers.choice import WordingChoice
from disclaimers.phrases import usual_phrases
from prose import slots
from prose.languages import serves


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


_ASKED = {
    "no_funding": ("funding", "funding"),
    "no_interest": ("interest", "interests of their own"),
    "no_ai": ("ai", "their use of AI"),
}
"""Condition -> the subject of the disclosures that meet it, and its words."""


def why_withheld(condition: str, content: Content) -> str:
    """A sentence on why a piece does not meet a condition (disclaimers.Disclaimer.Condition); "" if it does."""
    authors = [row["author_id"] for row in author_rows(content)]
    if condition == "authors":
        return "" if authors else "The byline names no author."
    if condition == "no_authors":
        return "The byline names authors." if authors else ""
    if condition not in _ASKED:
        return ""
    subject, in_words = _ASKED[condition]
    answers = [row for row in content["disclosures"] if row["subject"] == subject]
    if any(row["answer"] == "disclosed" for row in answers):
        return f"Something is disclosed about {in_words}."
    answered = {row["author_id"] for row in answers}
    if not answers:
        return f"Nobody has asked the authors about {in_words}."
    if None in answered or (authors and all(author in answered for author in authors)):
        return ""
    return f"Not all authors were asked about {in_words}."


def why_not_printed(wording: PrintedWording, content: Content) -> str:
    """A sentence on why a text may not stand on a piece: its condition, or authors whom nobody is; "" if it may."""
    if why := why_withheld(wording.condition, content):
        return why
    speaks_of_nobody = speaks_of_authors(wording.template) and not author_rows(content)
    return "It speaks of the authors, and the byline names none." if speaks_of_nobody else ""


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
    values: dict[str, str] = {"kind": names.label_in(language)}
    if author:
        person = person_on_page(names, content, author)
        listed = _list_bodies(bodies, names, language)
        values |= {"author": person.name_in(language) if person else "", "bodies": listed}
    return slots.fill(template, values, authors=len(author_rows(content)))


def _list_bodies(bodies: tuple[str, ...], names: Names, language: str) -> str:
    """ "the Navy, the Ministry or the Government": the bodies in their order."""
    if len(bodies) < 2:
        return "".join(bodies)
    is_at_home = serves(language, names.language)
    words: Mapping[str, Any] = names.style.templates if is_at_home else usual_phrases(language)
    separator = f"{words['name_separator']} "
    return f"{separator.join(bodies[:-1])} {words['or_word']} {bodies[-1]}"
