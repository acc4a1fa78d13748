"""Authors who were asked, in a form that came too late: an answer of all authors is theirs whom its byline had."""

import json
from collections.abc import Iterable, Sequence

from articles.press.answers import Asked, answering_role
from desk.versions.form_values import Values
from desk.versions.row_merging import ASKED_AGAIN
from prose.keys import as_key


def with_typed_authors(
    answers: Iterable[Values], base: Sequence[Values], bylines: Iterable[Values], named: Asked
) -> list[Values]:
    """The typed answers; one that is given anew says whose it is, before others are merged into the byline.

    `base`: the answers that the form was opened with. `named`: the authors of that version, of whom the form asked
    whether they were asked too.
    """
    rows = [{"role": "author", **row} for row in bylines]
    role = answering_role(row["role"] for row in rows)
    authors = [
        as_key(row.get("author", "")) or row.get("name", "").strip() for row in rows if row["role"] == role
    ]
    typed = [who for who in authors if who]
    return [{**row, **_whose(row, base, typed, named), ASKED_AGAIN: ""} for row in answers]


def _whose(row: Values, base: Sequence[Values], typed: Asked, named: Asked) -> Values:
    """The field that says whose an answer is; none for that of one author, and for one that stays as it was."""
    if row.get("author"):
        return {}
    known = {tuple(old.get(name, "") for name in _SAME) for old in base if not old.get("author")}
    if tuple(row.get(name, "") for name in _SAME) not in known:
        return {"asked": json.dumps(typed, ensure_ascii=False)}
    return {"asked": json.dumps(named, ensure_ascii=False)} if row.get(ASKED_AGAIN) else {}


_SAME = ("subject", "answer", "asked")
