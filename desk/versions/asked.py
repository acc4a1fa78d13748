"""Authors who were asked, in a form that came too late: an answer of all authors is theirs whom its byline had."""

import json
from collections.abc import Iterable, Sequence

from articles.press.answers import answering_role
from desk.versions.form_values import Values
from desk.versions.row_merging import ASKED_AGAIN
from prose.keys import as_key


def with_typed_authors(
    answers: Iterable[Values], base: Sequence[Values], bylines: Iterable[Values]
) -> list[Values]:
    """The typed answers; one that is given anew says whose it is, before others are merged into the byline.

    `base`: the answers that the form was opened with.
    """
    rows = [{"role": "author", **row} for row in bylines]
    role = answering_role(row["role"] for row in rows)
    authors = [
        as_key(row.get("author", "")) or row.get("name", "").strip() for row in rows if row["role"] == role
    ]
    asked = json.dumps([who for who in authors if who], ensure_ascii=False)
    return [
        {**row, "asked": asked, ASKED_AGAIN: ""} if _is_anew(row, base) else {**row, ASKED_AGAIN: ""}
        for row in answers
    ]


def _is_anew(row: Values, base: Sequence[Values]) -> bool:
    if row.get("author"):
        return False
    known = {tuple(old.get(name, "") for name in _SAME) for old in base if not old.get("author")}
    is_known = tuple(row.get(name, "") for name in _SAME) in known
    return bool(row.get(ASKED_AGAIN)) or not is_known


_SAME = ("subject", "answer", "asked")
