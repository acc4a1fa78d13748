"""Two people saved: what one typed beside what the other saved, and the typed form put on the newest version."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from django.db import models
from django.forms.models import model_to_dict
from django.http import QueryDict

from articles.models.appearance import Appearance, Relation
from articles.models.article import Article
from articles.models.revision import Revision
from articles.snapshot import Content, upgraded
from articles.topics import parse
from desk.history.content import Line, in_words
from prose.keys import as_key
from prose.typography import clean_line, clean_text

MAX_ROWS = 200
_LINES = (
    "institution",
    "kind",
    "language",
    "slug",
    "headline",
    "dek",
    "first_published_on",
    "series",
    "region",
    "editing_note",
    "source_language",
    "translation_of",
    "translation_extent",
    "attribution_override",
    "copyright_basis",
    "copyright_year",
    "copyright_reason",
    "copyright_line",
    "licence",
    "licence_exceptions",
)
_PARAGRAPHS = ("editors_note", "copyright_holders")
_MARKS = ("is_archive", "has_more_places")
_ROWS = {
    "bylines": ("role", "author", "name", "bio", "section", "no_copyright_reason", "no_republication"),
    "appearances": (
        "relation", "outlet", "outlet_name", "expert_role", "headline", "url", "is_removed", "access",
        "published_on", "precision", "planned_on", "medium", "section", "issue", "page", "language",
    ),
    "disclosures": ("author", "subject", "answer", "text", "tool", "task", "checked_by"),
    "pinned_wordings": ("wording", "own_text"),
}  # fmt: skip
_RECORDS = frozenset({"author", "outlet", "wording", "translation_of", "licence"})
_ALWAYS_SENT = frozenset({"order", "article"})
_AS_OPENED = {
    "role": "author", "relation": "original", "precision": "day", "expert_role": "wrote", "subject": "funding",
    "answer": "disclosed",
}  # fmt: skip
"""What a new row holds before anything is typed."""


@dataclass(frozen=True)
class Difference:
    """One field on both sides."""

    label: str
    typed: str
    newer: str


@dataclass(frozen=True)
class Conflict:
    """A save that came too late: the sentence, what was typed, and the version saved meanwhile."""

    why: str
    typed: QueryDict
    newest: Revision

    @property
    def sentence(self) -> str:
        return (
            f"Nothing has been saved yet. {self.why} Compare the two above; what you typed stands in the form. "
            "Save again when it says what it should."
        )

    @cached_property
    def differences(self) -> list[Difference]:
        """Fields on which the two sides differ, as a person reads them."""
        typed, newer = in_words(typed_content(self.typed)), in_words(upgraded(self.newest))
        pairs: Iterator[tuple[Line, Line]] = zip(typed, newer, strict=True)
        return [Difference(mine.label, mine.html, its.html) for mine, its in pairs if mine.text != its.text]


def typed_content(post: QueryDict) -> Content:
    """What a form carried, in the shape of a version's content; for showing, never for saving."""
    content: Content = {_key(name): clean_line(post.get(name, "")) for name in _LINES}
    content |= {name: clean_text(post.get(name, "")) for name in _PARAGRAPHS}
    content |= {name: bool(post.get(name)) for name in _MARKS}
    content["body"] = post.get("body", "")
    content["topics"] = sorted(parse(post.get("tags", "")))
    for prefix, fields in _ROWS.items():
        rows = [row for row in _typed_rows(post, prefix) if _is_filled(row) and not _gone(row)]
        rows.sort(key=_place)
        content[prefix] = [{_key(field): clean_text(row.get(field, "")) for field in fields} for row in rows]
    return content


def _key(field: str) -> str:
    """A field's name in a version's content."""
    return f"{field}_id" if field in _RECORDS else field


def rebased(typed: QueryDict, article: Article, prefixes: Iterable[str]) -> QueryDict:
    """The typed form as it must be sent to be saved on the newest version.

    Rows that are still there keep their identity, rows the other person added stand beside them, and rows that
    are gone become new ones, so that nothing typed is lost and no row is sent for a record that does not exist.
    """
    post = typed.copy()
    for prefix in prefixes:
        existing: dict[str, models.Model] = {str(row.pk): row for row in getattr(article, prefix).all()}
        rows = list(_typed_rows(typed, prefix))
        kept = [row for row in rows if row.get("id") in existing]
        theirs = [_as_typed(existing[pk]) for pk in existing.keys() - {row["id"] for row in kept}]
        fresh = [{**row, "id": ""} for row in rows if row.get("id") not in existing and not _gone(row)]
        for key in [key for key in post if key.startswith(f"{prefix}-")]:
            del post[key]
        for number, row in enumerate([*kept, *theirs, *fresh]):
            for field, value in row.items():
                post[f"{prefix}-{number}-{field}"] = value
        counts = {"TOTAL": len(kept) + len(theirs) + len(fresh), "INITIAL": len(kept) + len(theirs)}
        for name, count in {**counts, "MIN_NUM": 0, "MAX_NUM": 1000}.items():
            post[f"{prefix}-{name}_FORMS"] = str(count)
    return post


def _typed_rows(post: QueryDict, prefix: str) -> Iterator[dict[str, str]]:
    for number in range(MAX_ROWS):
        start = f"{prefix}-{number}-"
        if row := {key.removeprefix(start): str(post[key]) for key in post if key.startswith(start)}:
            yield row


def _place(row: dict[str, str]) -> int:
    place = as_key(row.get("order", ""))
    return MAX_ROWS if place is None else place


def _as_typed(row: models.Model) -> dict[str, str]:
    typed = {name: "" if value is None else str(value) for name, value in model_to_dict(row).items()}
    if isinstance(row, Appearance) and not (row.outlet_id or row.outlet_name):
        typed["outlet_unknown"] = str(row.relation != Relation.RERUN)
    return typed


def _is_filled(row: dict[str, str]) -> bool:
    return any(
        value.strip() and value != _AS_OPENED.get(name)
        for name, value in row.items()
        if name not in _ALWAYS_SENT
    )


def _gone(row: dict[str, str]) -> bool:
    return "DELETE" in row
