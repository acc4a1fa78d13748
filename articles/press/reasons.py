"""Why a page says what it says: every line printed beside the text, with the rule and the days that put it there.

Pure: reads what an edition froze when it was printed (`edition.printed` and its version's content), never today's
records. So it answers alike for what is being typed, for the live page and for one that ended years ago.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from articles.models.edition import Edition
from articles.models.notice import Notice
from articles.press.frozen import FrozenFacts, day_there, on, stretch
from articles.rights.rule import EXCERPT, FULL
from articles.snapshot import Content
from articles.states import Form
from prose import printed_line


@dataclass(frozen=True)
class ExplainedLine:
    """One thing a page says: in which part, the words as readers get them, and why they stand there.

    `language` is empty where the words are in the page's own.
    """

    part: str
    text: str
    why: str
    language: str = ""


def explain(edition: Edition) -> list[ExplainedLine]:
    """In the order of the page; what is not printed is not listed."""
    page = FrozenFacts(edition)
    if edition.form != Form.PIECE:
        return list(_notices(page))
    at = page.printed.get("attribution_at", "foot")
    lines = (
        *_head(page),
        *_notices(page),
        *_wordings(page, "head"),
        *_editors_note(page),
        *(_attributions(page) if at in ("head", "both") else ()),
        *_text(page),
        *(_attributions(page) if at != "head" else ()),
        *_claims_of_others(page),
        *_people(page),
        *_wordings(page, "foot"),
        *_claims(page),
        *_elsewhere(page),
    )
    return [line for line in lines if line.text]


def explain_amount(edition: Edition) -> ExplainedLine:
    """How much of the text readers get, by which permissions."""
    said = {FULL: "The full text", EXCERPT: "An excerpt"}.get(edition.mode, "No text, only a link to it")
    standing = [f"{row['in_words']}." for row in edition.printed.get("rights", []) if row.get("in_words")]
    if edition.form != Form.PIECE:
        because = edition.printed.get("because", "")
        return ExplainedLine(
            "Text", "No text: a notice", f"Taken down ({because})." if because else "Taken down."
        )
    return ExplainedLine("Text", said, " ".join(standing) or "No permission of others is needed.")


def _head(page: FrozenFacts) -> Iterator[ExplainedLine]:
    label = page.records.get("kind_label", "")
    yield ExplainedLine(
        "Above the headline",
        page.edition.kicker,
        f"“{label}” is what this content type was called on {page.on_that_day}. {page.words}"
        if label and label in page.edition.kicker else page.words,
    )  # fmt: skip
    for line in page.printed["bylines"]:
        yield ExplainedLine(
            "Byline", printed_line.text(line), f"{page.words}{_titles(page, printed_line.text(line))}"
        )
    for line in page.printed["dates"]:
        yield ExplainedLine("Date", printed_line.text(line), f"{_whose_day(page, line)} {page.words}")
    yield ExplainedLine(
        "Source", printed_line.text(page.printed["source"]), f"Where it ran originally. {page.words}"
    )


def _editors_note(page: FrozenFacts) -> Iterator[ExplainedLine]:
    note = page.printed.get("editors_note", [])
    yield ExplainedLine("Editor’s note", printed_line.text(note), f"Written for this piece. {page.words}")


def _titles(page: FrozenFacts, text: str) -> str:
    """Posts and titles that a line names, with their days."""
    said = [person for person in page.people if person["name"] in text]
    titles = [person.get(title) for person in said for title in ("courtesy", "rank")]
    worn = f" Titles as worn on {page.on_that_day}." if any(one and one in text for one in titles) else ""
    posts = [one for one in said if one.get("appointment") and one["appointment"] in text]
    return worn + "".join(f" {_post(page, one)}" for one in posts)


def _post(page: FrozenFacts, person: dict[str, Any]) -> str:
    held = stretch(person.get("since", ""), person.get("until", ""))
    return f"{person['name']}: the post held on {page.on_that_day}{f', {held}' if held else ''}."


def _whose_day(page: FrozenFacts, line: printed_line.PrintedLine) -> str:
    first = page.edition.first_published_on
    is_ours = first and any(run.get("datetime") == first.isoformat() for run in line)
    if not is_ours or line != page.printed["dates"][0]:
        return "The outlet’s own date, as precise as it is known."
    if page.content["first_published_on"]:
        return "The day readers first had it, as stated on the piece."
    return "The day readers first got it, by the institution’s clock."


def _notices(page: FrozenFacts) -> Iterator[ExplainedLine]:
    for row in page.printed.get("notices", []):
        if not row["line"]:  # the house has no line for it: the page says nothing of it either
            continue
        part = _kind(row["kind"])
        if not row["issued_on"]:
            yield ExplainedLine(
                part, printed_line.text(row["line"]), f"By the notice on the other piece. {page.words}"
            )
            continue
        issued = on(dt.date.fromisoformat(row["issued_on"]))
        yield ExplainedLine(
            part, printed_line.text(row["line"]), f"Issued on {issued}; it stays with the page. {page.words}"
        )
        for line in row.get("amendments", []):
            yield ExplainedLine(part, printed_line.text(line), f"Amends the notice of {issued}. {page.words}")


def _kind(code: str) -> str:
    return str(Notice.Kind(code).label) if code in Notice.Kind.values else "Supersedes another piece"


def _attributions(page: FrozenFacts) -> Iterator[ExplainedLine]:
    own = "Written for this piece in place of the sentence made from the facts; every permission is settled."
    for line in page.printed["attributions"]:
        text = printed_line.text(line)
        made = f"Made from “Where else it ran”. {page.words}{_former_names(page, text)}"
        yield ExplainedLine("Where it ran", text, own if page.printed.get("has_own_attribution") else made)


def _text(page: FrozenFacts) -> Iterator[ExplainedLine]:
    """What is said of the text itself."""
    more = printed_line.text(page.printed.get("read_more", []))
    why = f"Not the whole text may be shown. {explain_amount(page.edition).why} {page.words}"
    yield ExplainedLine("Link to the text", more, why)
    edited = page.printed.get("editing_note", "")
    yield ExplainedLine("How it was edited", edited, "Written for this piece, word for word.")


def _claims_of_others(page: FrozenFacts) -> Iterator[ExplainedLine]:
    """Translation, permission and the words a permission asks for."""
    translated = printed_line.text(page.printed.get("translated_from", []))
    yield ExplainedLine("Translation", translated, f"Its source language and translators. {page.words}")
    rights = page.printed.get("rights", [])
    for text in page.printed.get("credits", []):
        asked = next((row for row in rights if row.get("credit") == text), None)
        said = f"Words that the permission asks for. {asked['in_words']}." if asked else ""
        yield ExplainedLine("Credit", text, said or f"{_given(rights)} {page.words}")


def _former_names(page: FrozenFacts, text: str) -> str:
    """What an outlet was called on the day it ran there, where that is not its name any more."""
    said = []
    for row in page.content["appearances"]:
        venue = page.venues.get(row["outlet_id"], {})
        day = day_there(row)
        for name, _, _, begins, until in venue.get("former", ()):
            if day and begins <= day.isoformat() < until and name in text:
                said.append(f" “{name}” was the name of {venue['name']} on {on(day)}.")
    return "".join(dict.fromkeys(said))


def _people(page: FrozenFacts) -> Iterator[ExplainedLine]:
    written = {row["bio"] for row in page.content["bylines"] if row["bio"]}
    for text in page.printed["bios"]:
        if text in written:
            yield ExplainedLine("Bio", text, "Written for this piece, word for word.")
            continue
        posts = (
            _post(page, one) for one in page.people if one.get("appointment") and one["appointment"] in text
        )
        yield ExplainedLine("Bio", text, f"{next(posts, 'Made from a post.')} {page.words}")
    for text in page.printed.get("disclosures", []):
        yield ExplainedLine("Disclosure", text, f"What was answered for this piece. {page.words}")


def _wordings(page: FrozenFacts, at: str) -> Iterator[ExplainedLine]:
    for row in page.printed["wordings"]:
        if row.get("at", "foot") != at:
            continue
        is_foreign = row["language"] != page.edition.language
        why = _why_chosen(page, row) + (" It has no text in the page’s language." if is_foreign else "")
        yield ExplainedLine("Disclaimer", row["text"], why, row["language"] if is_foreign else "")


def _why_chosen(page: FrozenFacts, row: dict[str, Any]) -> str:
    """ "Chosen for 10 March 2026, the day of first publication: text of “position-0” in force from 1 January 2000"."""
    if not row.get("wording"):
        return "Written for this piece in place of the institution’s text."
    if not row.get("disclaimer"):
        return "Printed before reasons were kept: the text in force when the page was made."
    if not row.get("chosen_for"):
        return f"Fixed for this piece by hand: a text of “{row['disclaimer']}”."
    day = dt.date.fromisoformat(row["chosen_for"])
    force = stretch(row.get("begins", ""), row.get("until", ""))
    why = f"Chosen for {page.called(day)}: text of “{row['disclaimer']}” in force {force}."
    person = next((one for one in page.people if one["id"] == row.get("author")), None)
    return f"{why} It speaks for {person['name']} alone, by the post held that day." if person else why


def _claims(page: FrozenFacts) -> Iterator[ExplainedLine]:
    yield ExplainedLine("Copyright", page.printed["copyright"], _why_copyright(page))
    licence = printed_line.text(page.printed.get("licence", []))
    yield ExplainedLine("Licence", licence, f"The licence chosen for this piece. {page.words}")
    offer = page.printed.get("republication") or {}
    why = "Others may republish it: nothing of it belongs to others who would mind, and no author objects."
    yield ExplainedLine("Credit of a republished copy", offer.get("credit", ""), f"{why} {page.words}")
    yield ExplainedLine(
        "Terms of republication", offer.get("terms", ""), "As the institution’s record states them."
    )


def _given(rights: Iterable[dict[str, Any]]) -> str:
    return " ".join(f"{row['in_words']}." for row in rights if row.get("state") == "granted")


def _why_copyright(page: FrozenFacts) -> str:
    content, first = page.content, page.edition.first_published_on
    if content["copyright_line"]:
        return "The piece’s own copyright line, word for word."
    if content["copyright_basis"] == "none":
        return f"The piece says that there is none, and why. {page.words}"
    is_named = content["copyright_basis"] == "named"
    holder = (
        "Held by those named on the piece" if is_named else "Held by the institution, as it was named then"
    )
    waived = " No claim is made for those who have none." if _waives(content) else ""
    if content["copyright_year"]:
        year = f"; the year {content['copyright_year']} is written on the piece"
    else:
        year = f"; {first.year} is the year of first publication here" if first else "; the year is not known"
    return f"{holder}{year}. {page.words}{waived}"


def _waives(content: Content) -> bool:
    return any(row["no_copyright_reason"] for row in content["bylines"])


def _elsewhere(page: FrozenFacts) -> Iterator[ExplainedLine]:
    """What the same edition says where it is not a page."""
    yield ExplainedLine("In lists", page.edition.outlet_line, f"Where it ran, as lists say it. {page.words}")
    yield ExplainedLine(
        "On shared cards", page.printed.get("card", ""), f"Where it ran, as cards say it. {page.words}"
    )
