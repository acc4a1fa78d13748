"""Notices on a page, oldest first, and what it says of other pieces of ours (docs/wording-rows.md G)."""

from typing import Any

from articles.press.facts import Facts, NoticeFact
from articles.press.lines.dates import day_in
from prose import printed_line
from prose.printed_line import PrintedLine, Span, words


def editors_note(facts: Facts) -> PrintedLine:
    """The note that introduces the piece."""
    return facts.phrase("note_line").fill({"text": words(facts.content["editors_note"])})


def notices(facts: Facts) -> list[dict[str, Any]]:
    """The notices as rows of `Edition.printed`, oldest first, each with its amendments."""
    return [
        {
            "kind": notice.kind,
            "issued_on": notice.issued_on.isoformat(),
            "line": _notice(facts, notice, f"{notice.kind}_line"),
            "wrong": notice.wrong,
            "right": notice.right,
            "amendments": [
                _notice(facts, amendment, "amendment_line")
                for amendment in facts.notices
                if amendment.amends is not None and amendment.amends == notice.id
            ],
        }
        for notice in facts.notices
        if notice.amends is None
    ]


def _notice(facts: Facts, notice: NoticeFact, position: str) -> PrintedLine:
    theirs: PrintedLine = []
    phrase, of_theirs = facts.phrase(position), facts.phrase("outlet_correction")
    if day := notice.outlet_corrected_on:
        theirs = of_theirs.fill({"date": day_in(of_theirs, day)})
    text = words(" ".join(part for part in (notice.text, notice.wrong, notice.right) if part))
    if notice.href:
        successor: PrintedLine = [Span(text=notice.title, href=notice.href)]
        text = printed_line.join([part for part in (text, successor) if part], " ")
    values = {
        "date": day_in(phrase, notice.issued_on),
        "text": text,
        "wrong": words(notice.wrong),
        "right": words(notice.right),
        "outlet_date": theirs,
        "who": facts.name(notice.issued_by),
    }
    return phrase.fill(values)


def superseded_pieces(facts: Facts) -> list[dict[str, Any]]:
    """A row like a notice's for each earlier piece whose notice names this one as its successor."""
    lines = (
        facts.phrase("supersedes_line").fill(
            {"noun": facts.phrase("attribution_noun").line, "text": [Span(text=title, href=href)]}
        )
        for href, title in facts.supersedes
        if href
    )
    return [
        {"kind": "supersedes", "issued_on": "", "line": line, "wrong": "", "right": "", "amendments": []}
        for line in lines
        if line
    ]


def made_from(facts: Facts) -> PrintedLine:
    """What this is of another piece of ours, with a link to it; [] while readers do not have that piece."""
    href, title = facts.made_from
    if not href:
        return []
    return facts.phrase(f"{facts.content['made_as']}_of").fill({"headline": [Span(text=title, href=href)]})
