"""A draft with a text laid over it, part by part: what would change, and what both sides changed."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from articles.addresses import absolute
from articles.manuscript_fields import BYLINES, FIELDS
from articles.press.own_pages import own_addresses
from articles.snapshot import Content, clean_changes
from desk.new_from_a_text.for_a_piece import LaidText
from desk.versions.form_values import values_of
from desk.versions.laid_bodies import LaidBody, laid_body
from desk.versions.merging import merge_value
from prose.three_way import Passage

LINES = ("headline", "dek", "editors_note", "editing_note")
PARTS = (*LINES[:2], "body", "bylines", *LINES[2:])
"""Parts of a piece that a file can bring, in the desk's order: their members in a version's content."""
_BY_NAME = {field.name: field for field in FIELDS}


@dataclass(frozen=True)
class LaidDraft:
    """A draft over which a text was laid. `content`: with all of it taken; `changed`: the parts that differ then.

    `disputed`: parts of one line that the desk changed too since the file was made.
    """

    draft: Content
    content: Content
    changed: tuple[str, ...]
    disputed: frozenset[str]
    body: LaidBody

    def with_parts(self, taken: Collection[str]) -> Content:
        """The draft with only these parts of the text."""
        return self.draft | {name: self.content[name] for name in self.changed if name in taken}


def lay(
    text: LaidText,
    draft: Content,
    base: Content | None,
    *,
    at: dt.datetime,
    giving_way: Collection[Passage] = (),
) -> LaidDraft:
    """Lay a text over a draft. `base`: the version from which the text was made; None if nobody knows it."""
    links = own_addresses(draft["body"], at) | (own_addresses(base["body"], at) if base else {})
    body = laid_body(
        text.body,
        draft["body"],
        base["body"] if base else None,
        addresses={href: absolute(path) for href, path in links.items()},
        pictures=text.pictures,
        giving_way=giving_way,
    )
    values: Content = {"body": clean_changes({"body": body.html})["body"]}
    disputed = set()
    for name in LINES:
        value, is_disputed = _line(name, getattr(text, name), draft, base)
        values[name] = value
        disputed |= {name} if is_disputed else set()
    values["bylines"] = _bylines(text, draft, base)
    content = draft | values
    changed = tuple(name for name in PARTS if content[name] != draft[name])
    return LaidDraft(draft, content, changed, frozenset(disputed), body)


def _line(name: str, typed: str, draft: Content, base: Content | None) -> tuple[str, bool]:
    """The line with the file's words, and True if the desk has changed it differently; the draft's if it has none."""
    value = clean_changes({name: typed})[name]
    if not value:
        return draft[name], False
    field = _BY_NAME[name]
    sides = [values_of([field], side)[name] for side in (base or draft, draft)]
    merged = merge_value(field, sides[0], value, sides[1])
    return clean_changes({name: merged.text})[name], bool(merged.conflicts)


def _bylines(text: LaidText, draft: Content, base: Content | None) -> list[dict[str, Any]]:
    """The draft's bylines with the people of the file in its order; those the file cannot name stay at their place.

    As they are where the file names nobody, or the same as the version from which it was made.
    """
    rows: list[dict[str, Any]] = draft["bylines"]
    if not text.people or (base and _with_people(text, base["bylines"]) == base["bylines"]):
        return rows
    return _with_people(text, rows)


def _with_people(text: LaidText, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    blank = {field.key: field.empty for field in BYLINES.fields}
    left = list(rows)
    named: list[dict[str, Any]] = []
    for person in text.people:
        same = next((row for row in left if _is_same(row, person)), None)
        if same is not None:
            left.remove(same)
        named.append(same or blank | {key: person[key] for key in blank if key in person})
    roles = {row["role"] for row in named}
    return [*named, *(row for row in left if row["role"] not in roles)]


def _is_same(row: dict[str, Any], person: dict[str, Any]) -> bool:
    """True if a row of the draft is this person of the file."""
    if row["author_id"] and row["author_id"] == person["author_id"]:
        return True
    return bool(row["name"]) and row["name"].casefold() in (
        person["name"].casefold(),
        person["printed"].casefold(),
    )
