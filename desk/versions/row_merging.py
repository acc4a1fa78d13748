"""Three-way merge of a list of rows: bylines, places, disclosures, disclaimers."""

from collections.abc import Sequence
from dataclasses import dataclass

from articles.manuscript_fields import ManuscriptField, ManuscriptRows
from desk.versions.form_values import CHECKED, Values, canonical
from desk.versions.merging import Question, merge_fields
from desk.versions.row_matching import MatchedRow, match_rows

ASKED_AGAIN = "asked_again"
FORM_ONLY = {
    "appearances": (ManuscriptField("outlet_unknown", "flag"),),
    "disclosures": (ManuscriptField(ASKED_AGAIN, "flag"),),
}
"""Fields that only the form of a row has: they follow from others."""

ORDER, DELETED = "ORDER", "DELETE"


@dataclass(frozen=True)
class MergedRows:
    """Rows for the form, those of existing records first, and what has to be asked about them."""

    rows: tuple[Values, ...]
    questions: tuple[Question, ...]


def merge_rows(
    rows: ManuscriptRows, base: Sequence[Values], mine: Sequence[Values], theirs: Sequence[Values]
) -> MergedRows:
    """Merge the rows; `mine` without deleted ones, each list in its order. Rows of `theirs` have ids."""
    matched = match_rows(rows, base, mine, theirs)
    order, their_order = _merged_order(base, mine, theirs, matched)
    places = {id(row): str(place) for place, row in enumerate(order, start=1)}
    matched = [row for row in matched if row.theirs or (row.mine and not _is_removed_by_them(rows, row))]
    matched.sort(key=lambda row: row.theirs is None)  # a formset wants the rows of records first
    merged, questions = [], []
    for number, row in enumerate(matched):
        prefix = f"{rows.name}-{number}-"
        values, asked = _merged_row(rows, row, prefix)
        merged.append({**values, "order": places[id(row)]})
        questions += asked
    if their_order is not None:
        numbers = {id(row): str(number) for number, row in enumerate(matched)}
        sides = [
            ",".join(numbers[id(row)] for row in side if id(row) in numbers) for side in (order, their_order)
        ]
        questions.append(Question(f"{rows.name}-{ORDER}", "", *sides))
    return MergedRows(tuple(merged), tuple(questions))


def _merged_row(rows: ManuscriptRows, row: MatchedRow, prefix: str) -> tuple[Values, list[Question]]:
    """The row for the form. A row that one side removed goes, unless the other side changed it."""
    blank = {field.name: field.default for field in (*rows.fields, *FORM_ONLY.get(rows.name, ()))}
    base = row.base or blank
    if row.mine is None:
        assert row.theirs is not None  # noqa: S101 - a row that nobody has is no row
        if row.base is None:
            return row.theirs, []
        values = {**row.theirs, DELETED: CHECKED}
        changed = not _is_same(rows, base, row.theirs)
        return values, [Question(prefix + DELETED, "", CHECKED, "")] if changed else []
    if row.theirs is None:
        asked = [Question(prefix + DELETED, "", "", CHECKED)] if row.base else []
        return {**row.mine, "id": ""}, asked
    fields = (*rows.fields, *FORM_ONLY.get(rows.name, ()))
    merge = merge_fields(fields, base, row.mine, row.theirs, prefix=prefix)
    return {**merge.values, "id": row.theirs["id"]}, list(merge.questions)


def _is_removed_by_them(rows: ManuscriptRows, row: MatchedRow) -> bool:
    """True if the newest version no longer has the row, and nobody typed anything in it."""
    return bool(row.base and row.mine and row.theirs is None and _is_same(rows, row.base, row.mine))


def _is_same(rows: ManuscriptRows, one: Values, other: Values) -> bool:
    return all(
        canonical(field, one.get(field.name, "")) == canonical(field, other.get(field.name, ""))
        for field in rows.fields
        if field.kind != "row key"
    )


def _merged_order(
    base: Sequence[Values], mine: Sequence[Values], theirs: Sequence[Values], matched: Sequence[MatchedRow]
) -> tuple[list[MatchedRow], list[MatchedRow] | None]:
    """All rows in the merged order, and in the newest version's order if both sides changed the order."""
    of_base, of_mine, of_theirs = (
        [row for values in side for row in matched if getattr(row, name) is values]
        for name, side in (("base", base), ("mine", mine), ("theirs", theirs))
    )
    common = [row for row in of_base if row.mine and row.theirs]
    in_mine, in_theirs = ([row for row in side if row in common] for side in (of_mine, of_theirs))
    first, second = (of_theirs, of_mine) if in_mine == common else (of_mine, of_theirs)
    is_asked = in_mine != common and in_theirs not in (common, in_mine)
    order = _with_others(first, second, matched)
    return order, _with_others(of_theirs, of_mine, matched) if is_asked else None


def _with_others(
    first: Sequence[MatchedRow], second: Sequence[MatchedRow], matched: Sequence[MatchedRow]
) -> list[MatchedRow]:
    """The first list's order; rows that only the second has stand behind the row that they follow there."""
    order = list(first)
    before: MatchedRow | None = None
    for row in second:
        if not any(row is other for other in order):
            order.insert(_place(order, before) + 1, row)
        before = row
    return [*order, *(row for row in matched if not any(row is other for other in order))]


def _place(order: Sequence[MatchedRow], row: MatchedRow | None) -> int:
    return next((place for place, other in enumerate(order) if other is row), -1)
