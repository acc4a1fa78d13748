"""A form that the browser drew anew after its piece was made: what it lost is no deletion.

Going back, a browser puts typed text into the form again, but no picked records, no topics and no added rows.
"""

from django.http import QueryDict

from articles.manuscript_fields import FIELDS, ROWS, ManuscriptRows
from desk.versions.form_values import Values, is_filled, typed_rows
from desk.versions.row_merging import DELETED

_NOT_PUT_BACK = ("reference", "topics")


def with_unshown(typed: QueryDict, made: QueryDict) -> QueryDict:
    """The typed form, completed from the one that made the piece (`made`) where the browser can have lost something.

    A row with a checked "Remove" stays deleted.
    """
    post = typed.copy()
    for field in FIELDS:
        if field.kind in _NOT_PUT_BACK and field.name in post and not str(post[field.name]).strip():
            post[field.name] = str(made[field.name])
    for rows in ROWS:
        if f"{rows.name}-TOTAL_FORMS" in post:
            _complete_rows(post, made, rows)
    return post


def _complete_rows(post: QueryDict, made: QueryDict, rows: ManuscriptRows) -> None:
    shown = list(typed_rows(post, rows.name))
    kept = list(typed_rows(made, rows.name))
    for number, row in enumerate(kept):
        typed = shown[number] if number < len(shown) else {}
        for name, value in _completed(typed, row, rows).items():
            post[f"{rows.name}-{number}-{name}"] = value
    post[f"{rows.name}-TOTAL_FORMS"] = str(max(len(shown), len(kept)))


def _completed(typed: Values, made: Values, rows: ManuscriptRows) -> Values:
    """The typed row; where its record is not picked any more, with what the made row holds in its empty fields."""
    if DELETED in typed:
        return typed
    if not is_filled(typed, rows):
        return {**typed, **made}
    references = [field.name for field in rows.fields if field.kind == "reference"]
    if any(made.get(name) and not typed.get(name) for name in references):
        return {**typed, **{name: value for name, value in made.items() if not typed.get(name)}}
    return typed
