"""Reasons for the disclaimers of a page: which text was chosen for which day, and what kept others off it."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from articles.press.frozen import ExplainedLine, FrozenFacts, period_in_words
from disclaimers.models import Disclaimer

_CONDITIONS = {code: str(label) for code, label in Disclaimer.Condition.choices}


def wordings(page: FrozenFacts, at: str) -> Iterator[ExplainedLine]:
    """Texts at the head or the foot, each with the day that chose it."""
    for row in page.lines["wordings"]:
        if row["at"] != at:
            continue
        is_foreign = row["language"] != page.edition.language
        why = _why_chosen(page, row) + (" It has no text in the page’s language." if is_foreign else "")
        yield ExplainedLine("Disclaimer", row["text"], why, row["language"] if is_foreign else "")


def withheld(page: FrozenFacts) -> Iterator[ExplainedLine]:
    """Texts that the page does not print, with the condition that it does not meet."""
    for row in page.lines.get("withheld_wordings", []):
        condition = _CONDITIONS.get(row["condition"], "only where there is somebody of whom it speaks")
        why = f"It prints {condition}. {row['why']}"
        yield ExplainedLine("Disclaimer, not printed", row["text"], why, is_printed=False)


def _why_chosen(page: FrozenFacts, row: dict[str, Any]) -> str:
    """ "Chosen for 10 March 2026, the day of first publication: the text in force from 1 January 2000"."""
    if not row["wording"]:
        return "Written for this piece in place of the institution’s text."
    if not row["chosen_for"]:
        return "Fixed for this piece by hand."
    day = dt.date.fromisoformat(row["chosen_for"])
    period = period_in_words(row["begins"], row["until"])
    text = f"the text in force {period}" if period else "the text that is always in force"
    why = f"Chosen for {page.explain_day(day)}: {text}."
    if above := page.above.get(row["whose"]):
        why += f" It is a disclaimer of {above}, which stands above the institution."
    if condition := row.get("condition"):
        why += f" It prints {_CONDITIONS[condition]}: so it is here."
    person = next((person for person in page.people if person["id"] == row["author"]), None)
    if person is None:
        return why
    applies = row.get("applies_on")
    held = f"on {page.explain_day(dt.date.fromisoformat(applies))}" if applies else "that day"
    return f"{why} It speaks for {person['name']} alone, by the post held {held}."
