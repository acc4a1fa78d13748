"""All that a page says beside its text, pinned or not: the edition's own lines, and what stands around them by date."""

import datetime as dt

from articles.models.edition import Edition
from articles.press.reasons import ExplainedLine, explain
from articles.states import Form
from prose import printed_line
from reading.alongside import load_alongside, other_versions

_WHY = "Shown between its own dates, whatever the page was printed with."


def said(edition: Edition, at: dt.datetime) -> list[ExplainedLine]:
    """In the order of the page; what is pinned to nothing as it stands at the instant."""
    if edition.form != Form.PIECE:
        return explain(edition)
    found = load_alongside(edition, at)
    notices = [
        ExplainedLine(
            "Standing notice", one.text, _WHY, one.language if one.language != edition.language else ""
        )
        for one in found.notices
    ]
    above = [line for line, one in zip(notices, found.notices, strict=True) if one.purpose == "archive"]
    below = [line for line in notices if line not in above]
    versions = printed_line.text(other_versions(edition, found.versions)) if found.versions else ""
    why = "Its live versions in other languages, as of that moment."
    others = [ExplainedLine("Other languages", versions, why)] if versions else []
    return [*above, *explain(edition), *others, *below]
