"""Columns of the list of pieces: those that can be chosen, and those that an address asks for."""

from dataclasses import dataclass

from django.http import HttpRequest

PARAMETER = "show"
FIRST = "headline_or_none"


@dataclass(frozen=True)
class ChosenColumns:
    """Codes of columns in their order, and a sentence about codes that are none."""

    codes: tuple[str, ...]
    doubt: str = ""


COLUMNS = {
    "standing": "Where it stands",
    "work": "Who has the draft",
    "byline": "Byline",
    "kind": "Content type",
    "house": "Institution",
    "language_in_words": "Language",
    "outlets": "Where else it ran",
    "topics": "Topics",
    "missing": "What is missing",
    "published_on": "First published",
    "saved_at": "Last saved",
}
"""Code of a column, which is its method or field -> its words in the form."""
USUAL = ("standing", "work", "byline", "kind", "house", "saved_at")
PREFETCHED = {"byline": "bylines__author", "outlets": "appearances__outlet", "topics": "tags"}
"""Columns of several rows -> what is loaded for them once a page."""


def columns_of(request: HttpRequest) -> ChosenColumns:
    """The columns that an address asks for, in the order of the form; the usual ones if it asks for none."""
    asked = request.GET.getlist(PARAMETER)
    chosen = tuple(code for code in COLUMNS if code in asked)
    unknown = [code[:40] for code in asked if code not in COLUMNS]
    doubt = f"The list has no column “{unknown[0]}”: it is left out." if unknown else ""
    return ChosenColumns(chosen or USUAL, doubt)
