"""A save that came too late: typed fields beside those saved meanwhile, and the typed form on the newest version."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db import models
from django.forms.models import model_to_dict
from django.http import QueryDict

from articles.manuscript_fields import FIELDS, ROWS, ManuscriptField, ManuscriptRows
from articles.models.appearance import Appearance, Relation
from articles.models.article import Article
from articles.models.revision import Revision
from articles.models.topic import parse_topics
from articles.snapshot import Content, content_of
from desk.history.content import LabelledText, labelled_texts
from prose.keys import as_key
from prose.typography import clean_line, clean_text

MAX_ROWS = 200
_ALWAYS_SENT = frozenset({"order", "article"})


@dataclass(frozen=True)
class Difference:
    """One field in the typed form and in the newer version."""

    label: str
    typed: str
    newer: str


@dataclass(frozen=True)
class Conflict:
    """A save that came too late: the sentence, what was typed, and the newest version.

    `is_own`: the user saved all versions in between, in another window.
    """

    why: str
    typed: QueryDict
    newest: Revision
    is_own: bool = False

    @property
    def sentence(self) -> str:
        return (
            f"Nothing has been saved yet. {self.why} Compare the two above; what you typed stands in the form. "
            "Save again when it says what it should."
        )

    @cached_property
    def differences(self) -> list[Difference]:
        """Fields whose texts differ between the two sides."""
        typed, newer = labelled_texts(typed_content(self.typed)), labelled_texts(content_of(self.newest))
        pairs: Iterator[tuple[LabelledText, LabelledText]] = zip(typed, newer, strict=True)
        return [
            Difference(mine.label, mine.html, saved.html) for mine, saved in pairs if mine.text != saved.text
        ]


def typed_content(post: QueryDict) -> Content:
    """A submitted form in the shape of a version's content; for showing, never for saving."""
    content: Content = {field.key: _typed_value(field, post.get(field.name, "")) for field in FIELDS}
    for rows in ROWS:
        typed = [
            row for row in _typed_rows(post, rows.name) if _is_filled(row, rows) and not _is_deleted(row)
        ]
        typed.sort(key=_place)
        content[rows.name] = [
            {field.key: _typed_value(field, row.get(field.name, "")) for field in rows.fields}
            for row in typed
        ]
    return content


def _typed_value(field: ManuscriptField, text: str) -> Any:
    match field.kind:
        case "prose":
            return text
        case "topics":
            return sorted(parse_topics(text))
        case "flag":
            return text not in ("", "False")
        case "paragraphs":
            return clean_text(text)
    return clean_line(text)


def rebase_form(typed: QueryDict, article: Article, prefixes: Iterable[str]) -> QueryDict:
    """The typed form changed so that it can be saved on the newest version.

    Typed rows whose records still exist keep their ids, rows saved meanwhile are added, and typed rows whose records
    are gone become new rows. So nothing typed is lost, and no row names a record that does not exist.
    """
    post = typed.copy()
    for prefix in prefixes:
        existing: dict[str, models.Model] = {str(row.pk): row for row in getattr(article, prefix).all()}
        rows = list(_typed_rows(typed, prefix))
        kept = [row for row in rows if row.get("id") in existing]
        kept_ids = {row["id"] for row in kept}
        added = [_as_typed(row) for pk, row in existing.items() if pk not in kept_ids]
        recreated = [
            {**row, "id": ""} for row in rows if row.get("id") not in existing and not _is_deleted(row)
        ]
        for key in [key for key in post if key.startswith(f"{prefix}-")]:
            del post[key]
        for number, row in enumerate([*kept, *added, *recreated]):
            for field, value in row.items():
                post[f"{prefix}-{number}-{field}"] = value
        counts = {"TOTAL": len(kept) + len(added) + len(recreated), "INITIAL": len(kept) + len(added)}
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


def _is_filled(row: dict[str, str], rows: ManuscriptRows) -> bool:
    """True if the row holds more than a new row holds before anything is typed."""
    defaults = {field.name: field.default for field in rows.fields}
    return any(
        value.strip() and value != defaults.get(name)
        for name, value in row.items()
        if name not in _ALWAYS_SENT
    )


def _is_deleted(row: dict[str, str]) -> bool:
    return "DELETE" in row
