"""All lines of a page beside its text, with reasons: printed lines, standing notices, other languages."""

import datetime as dt

from articles.models.edition import Edition
from articles.press.frozen import ExplainedLine
from articles.press.reasons import explain
from articles.states import Form
from disclaimers.standing import SiteNotice
from prose import printed_line
from reading.piece.alongside import load_alongside, other_versions
from reading.site import house_of, load_house_by_key

_REASON = "Shown between its own dates, whatever the page was printed with."


def lines_of_page(edition: Edition, at: dt.datetime) -> list[ExplainedLine]:
    """The lines in the order of the page. Notices and other languages are those of the instant."""
    if edition.form == Form.WITHDRAWAL:
        return explain(edition)
    alongside = load_alongside(edition, load_house_by_key(house_of(edition), at), at)
    above = [_notice_line(edition, notice) for notice in alongside.above]
    below = [_notice_line(edition, notice) for notice in alongside.below]
    versions = printed_line.text(other_versions(edition, alongside.versions)) if alongside.versions else ""
    reason = "Its live versions in other languages, as of that moment."
    languages = [ExplainedLine("Other languages", versions, reason)] if versions else []
    return [*above, *explain(edition), *languages, *below]


def _notice_line(edition: Edition, notice: SiteNotice) -> ExplainedLine:
    language = notice.language if notice.language != edition.language else ""
    return ExplainedLine("Standing notice", notice.text, _REASON, language)
