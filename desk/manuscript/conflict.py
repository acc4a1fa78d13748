"""A save that came too late: its form merged with what was saved meanwhile, and what has to be asked about it."""

from dataclasses import dataclass
from functools import cached_property

from django.db.models import Max
from django.http import QueryDict

from articles.manuscript_fields import BYLINES, DISCLOSURES, FIELDS, ROWS, ManuscriptRows
from articles.models.appearance import NEEDS_NO_OUTLET
from articles.models.article import Article
from articles.models.revision import Revision
from articles.press.answers import authors_of
from articles.snapshot import Content, content_of, empty_content
from desk.versions.asked import with_typed_authors
from desk.versions.comparison import ComparedField, compared_contents
from desk.versions.form_values import (
    CHECKED,
    Values,
    canonical,
    is_filled,
    place_of,
    typed_rows,
    values_of,
)
from desk.versions.merging import Question, merge_fields
from desk.versions.row_merging import ASKED_AGAIN, DELETED, merge_rows
from desk.versions.topic_merging import are_topics, merge_topics


@dataclass(frozen=True)
class Conflict:
    """A save that came too late: the sentence, the version it started from, and the newest one.

    `base` is None if the form names no version that exists. `is_own`: the user saved all versions in between, in
    another window.
    """

    why: str
    base: Revision | None
    newest: Revision
    is_own: bool = False

    @property
    def sentence(self) -> str:
        side = "in only one of the two windows" if self.is_own else "by only one of you"
        return (
            f"Nothing has been saved yet. {self.why} What was changed {side} stands in the form below; save again "
            "when it says what it should."
        )

    @cached_property
    def changes(self) -> list[ComparedField]:
        """What the newest version changed; nothing if the form names no version to compare with."""
        return compared_contents(content_of(self.base), content_of(self.newest)) if self.base else []


def merge_forms(typed: QueryDict, article: Article, conflict: Conflict) -> tuple[QueryDict, list[Question]]:
    """The typed form with what others changed since it was opened, ready to be saved on the newest version.

    The questions are those on places that both sides changed differently.
    """
    base = content_of(conflict.base) if conflict.base else empty_content()
    saved = content_of(conflict.newest)
    post = typed.copy()
    mine = {field.name: str(typed[field.name]) for field in FIELDS if field.name in typed}
    merge = merge_fields(FIELDS, values_of(FIELDS, base), mine, values_of(FIELDS, saved))
    for name, value in merge.values.items():
        post[name] = value
    if "tags" in typed:
        post["tags"] = merge_topics(base["topics"], str(typed["tags"]), saved["topics"])
    questions = list(merge.questions)
    bylines = typed_rows_of(typed, BYLINES)
    for rows in ROWS:
        questions += _merge_rows_of(post, rows, base, saved, article, bylines)
    return post, questions


def form_of_version(revision: Revision, article: Article, base: Revision) -> QueryDict:
    """A version as a form that was opened on `base` and in which all of the version's content was typed."""
    return form_of_content(content_of(revision), article, base)


def form_of_content(content: Content, article: Article, base: Revision) -> QueryDict:
    """A content as a form that was opened on `base` and in which all of it was typed."""
    typed = typed_out(content)
    if base.number != newest_number(article.pk):
        return typed  # the conflict page gives the rows their ids
    return merge_forms(typed, article, Conflict("", base, base))[0]


def typed_out(content: Content) -> QueryDict:
    """The form of a new piece in which this content was typed."""
    typed = QueryDict(mutable=True)
    typed.update(values_of(FIELDS, content))
    typed["tags"] = merge_topics([], "", content["topics"])
    for rows in ROWS:
        typed.update({f"{rows.name}-{name}_FORMS": "0" for name in ("INITIAL", "MIN_NUM", "MAX_NUM")})
        typed[f"{rows.name}-TOTAL_FORMS"] = str(len(content[rows.name]))
        for number, row in enumerate(content[rows.name]):
            values = {**_row(rows, row), "order": str(number + 1)}
            typed.update({f"{rows.name}-{number}-{name}": value for name, value in values.items()})
    return typed


def newest_number(article_id: int) -> int:
    """The number of an article's newest saved version; 0 before the first."""
    newest = Revision.objects.filter(article_id=article_id).aggregate(newest=Max("number"))["newest"]
    return newest or 0


def says_the_same(typed: QueryDict, content: Content) -> bool:
    """True if a submitted form would save this content. Rows are compared in their order."""
    saved = values_of(FIELDS, content)
    for field in FIELDS:
        value = str(typed.get(field.name, ""))
        if field.kind == "topics":
            is_same = are_topics(value, content["topics"])
        else:
            is_same = canonical(field, value) == canonical(field, saved[field.name])
        if not is_same:
            return False
    return all(_has_same_rows(typed, rows, content) for rows in ROWS)


def _has_same_rows(typed: QueryDict, rows: ManuscriptRows, content: Content) -> bool:
    fields = [field for field in rows.fields if field.kind not in ("row key", "people")]
    sides = (typed_rows_of(typed, rows), [values_of(rows.fields, row) for row in content[rows.name]])
    one, other = (
        [[canonical(field, row.get(field.name, "")) for field in fields] for row in side] for side in sides
    )
    return one == other


def typed_rows_of(typed: QueryDict, rows: ManuscriptRows) -> list[Values]:
    """Filled rows that are not marked for removal, in the order of their places."""
    filled = (row for row in typed_rows(typed, rows.name) if is_filled(row, rows) and DELETED not in row)
    return sorted(filled, key=place_of)


def _merge_rows_of(
    post: QueryDict,
    rows: ManuscriptRows,
    base: Content,
    saved: Content,
    article: Article,
    bylines: list[Values],
) -> tuple[Question, ...]:
    """Put the merged rows into the form; return what has to be asked about them. `bylines`: as typed."""
    if f"{rows.name}-TOTAL_FORMS" not in post:
        return ()
    ids = [str(pk) for pk in getattr(article, rows.name).order_by("order", "id").values_list("pk", flat=True)]
    theirs = [{**_row(rows, row), "id": pk} for row, pk in zip(saved[rows.name], ids, strict=True)]
    mine, before = typed_rows_of(post, rows), [_row(rows, row) for row in base[rows.name]]
    if rows is DISCLOSURES:
        mine = with_typed_authors(mine, before, bylines, authors_of(base))
    merge = merge_rows(rows, before, mine, theirs)
    for key in [key for key in post if key.startswith(f"{rows.name}-")]:
        del post[key]
    for number, row in enumerate(merge.rows):
        for name, value in row.items():
            post[f"{rows.name}-{number}-{name}"] = value
    counts = {"TOTAL": len(merge.rows), "INITIAL": len(theirs), "MIN_NUM": 0, "MAX_NUM": 1000}
    for name, count in counts.items():
        post[f"{rows.name}-{name}_FORMS"] = str(count)
    return merge.questions


def _row(rows: ManuscriptRows, row: Content) -> Values:
    """A row of a version as the form shows it."""
    values = values_of(rows.fields, row)
    if rows.name == "appearances":
        is_unknown = not (row["outlet_id"] or row["outlet_name"]) and row["relation"] not in NEEDS_NO_OUTLET
        values["outlet_unknown"] = CHECKED if is_unknown else ""
    if rows is DISCLOSURES:
        values[ASKED_AGAIN] = ""
    return values
