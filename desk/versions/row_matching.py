"""Which row of one list is which of another: by records' ids, by what identifies a row, or by what it says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from articles.manuscript_fields import ManuscriptRows
from desk.versions.form_values import Values, canonical

IDENTITY: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "attachments": (("document",),),
    "bylines": (("author", "name", "section"), ("author", "name"), ("author",)),
    "appearances": (("key",), ("outlet", "outlet_name", "relation"), ("outlet", "outlet_name"), ("url",)),
    "disclosures": (("subject", "author", "answer"), ("subject", "author")),
    "pinned_wordings": (("wording",), ("own_text",)),
}
"""What makes two rows the same row, the strictest first."""


@dataclass(eq=False)
class MatchedRow:
    """One row as the version started from, the typed form and the newest version have it; None where it is missing."""

    base: Values | None = None
    mine: Values | None = None
    theirs: Values | None = None


def match_rows(
    rows: ManuscriptRows, base: Sequence[Values], mine: Sequence[Values], theirs: Sequence[Values]
) -> list[MatchedRow]:
    """Every row of the three lists once: first the base's, then those only in the newest version, then the typed."""
    matched = [MatchedRow(base=row) for row in base]
    saved = _matches(rows, base, theirs)
    for index, row in enumerate(theirs):
        if index in saved:
            matched[saved[index]].theirs = row
        else:
            matched.append(MatchedRow(theirs=row))
    by_id = {row.theirs["id"]: row for row in matched if row.theirs}
    rest = []
    for row in mine:
        same = by_id.get(row.get("id", ""))
        if same and not same.mine:
            same.mine = row
        else:
            rest.append(row)
    for attribute in ("base", "theirs"):
        free = [row for row in matched if not row.mine and getattr(row, attribute) is not None]
        found = _matches(rows, [getattr(row, attribute) for row in free], rest)
        for index, place in found.items():
            free[place].mine = rest[index]
        rest = [row for index, row in enumerate(rest) if index not in found]
    matched = _with_bases(rows, matched)
    return [*matched, *(MatchedRow(mine=row) for row in rest)]


def _with_bases(rows: ManuscriptRows, matched: list[MatchedRow]) -> list[MatchedRow]:
    """Give a row whose identity one side changed the base that the other side's row still resembles."""
    left = [row for row in matched if row.base and not (row.mine or row.theirs)]
    without = [row for row in matched if row.mine and row.theirs and not row.base]
    found = _matches(rows, [row.base or {} for row in left], [row.mine or {} for row in without])
    for index, place in found.items():
        without[index].base = left[place].base
    taken = [left[place] for place in found.values()]
    return [row for row in matched if row not in taken]


def _matches(rows: ManuscriptRows, old: Sequence[Values], new: Sequence[Values]) -> dict[int, int]:
    """Places in `new` -> places of the same rows in `old`, each once."""
    pairs: dict[int, int] = {}
    for names in (tuple(field.name for field in rows.fields), *IDENTITY[rows.name]):
        for place, row in enumerate(new):
            free = (i for i in range(len(old)) if place not in pairs and i not in pairs.values())
            wanted = _key(rows, row, names)
            match = next((i for i in free if wanted and _key(rows, old[i], names) == wanted), None)
            if match is not None:
                pairs[place] = match
    return pairs


def _key(rows: ManuscriptRows, row: Values, names: tuple[str, ...]) -> tuple[str, ...] | None:
    """What identifies the row; None if that is empty."""
    fields = {field.name: field for field in rows.fields}
    key = tuple(canonical(fields[name], row.get(name, "")) for name in names)
    return key if any(key) else None
