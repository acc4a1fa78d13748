"""Reasons: every line printed beside the text of a page, with the rule and the days that put it there.

Pure: reads what an edition froze when it was printed (`edition.printed` and the content of its version), never today's
records. So the answer is the same in a preview, for the live page and for a page that ended years ago.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from articles.models.edition import Edition
from articles.models.notice import NoticeKind
from articles.press.frozen import FrozenFacts, period_in_words
from articles.press.relations import day_there
from articles.rights.rule import EXCERPT, FULL
from articles.snapshot import Content
from articles.states import Form
from disclaimers.models import Disclaimer
from prose import printed_line
from prose.dates import day_in_words


@dataclass(frozen=True)
class ExplainedLine:
    """One line of a page: its part of the page, its words, and why they print; `language` is "" for the page's own."""

    part: str
    text: str
    why: str
    language: str = ""


def explain(edition: Edition) -> list[ExplainedLine]:
    """All lines beside the text, in the order of the page."""
    page = FrozenFacts(edition)
    if edition.form == Form.WITHDRAWAL:
        return list(_notices(page))
    at = page.lines["attribution_at"]
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
        *_withheld(page),
        *_claims(page),
        *_elsewhere(page),
    )
    return [line for line in lines if line.text]


def explain_amount(edition: Edition) -> ExplainedLine:
    """The amount of text that readers get, with the permissions that allow it."""
    if edition.form != Form.PIECE:
        is_down = edition.form == Form.WITHDRAWAL
        why = f"Taken down ({edition.printed['because']})." if is_down else "Retracted."
        return ExplainedLine("Text", "No text: a notice", why)
    rest = "No text, only a link to it" if edition.printed["read_more"] else "No text"
    amount = {FULL: "The full text", EXCERPT: "An excerpt"}.get(edition.mode, rest)
    permissions = " ".join(f"{row['in_words']}." for row in edition.printed["rights"])
    return ExplainedLine("Text", amount, permissions or "No permission of others is needed.")


def _head(page: FrozenFacts) -> Iterator[ExplainedLine]:
    label, kicker = page.names["kind_label"], page.edition.kicker
    label_of_day = (
        f"“{label}” is what this content type was called on {page.counted_day}{page.by('kind_label')}. "
    )
    has_label = label and label in kicker
    yield ExplainedLine(
        "Above the headline", kicker, f"{label_of_day if has_label else ''}{page.house_style}"
    )
    for line in page.lines["bylines"]:
        text = printed_line.text(line)
        yield ExplainedLine("Byline", text, f"{page.house_style}{_titles(page, text)}")
    for line in page.lines["dates"]:
        yield ExplainedLine("Date", printed_line.text(line), f"{_whose_day(page, line)} {page.house_style}")
    source = printed_line.text(page.lines["source"])
    yield ExplainedLine("Source", source, f"Where it ran originally. {page.house_style}")


def _editors_note(page: FrozenFacts) -> Iterator[ExplainedLine]:
    note = printed_line.text(page.lines["editors_note"])
    yield ExplainedLine("Editor’s note", note, f"Written for this piece. {page.house_style}")


def _titles(page: FrozenFacts, text: str) -> str:
    """Sentences about the titles and posts that a line names, with their days."""
    people = [person for person in page.people if page.is_named(person, text)]
    titles = [person[title] for person in people for title in ("courtesy", "rank")]
    are_worn = any(title and title in text for title in titles)
    posts = [person for person in people if person["appointment"] and person["appointment"] in text]
    worn = f" Titles as worn on {page.counted_day}." if are_worn else ""
    here = "".join(f" {sentence}" for sentence in page.names_here(text))
    return worn + here + "".join(f" {_post(page, person)}" for person in posts)


def _names_post(person: dict[str, Any], text: str) -> bool:
    """True if a line names the person with the post: as a whole, or title and house apart."""
    post, title = person["appointment"], person.get("title", "")
    return bool(post) and (post in text or (bool(title) and title in text and person["name"] in text))


def _post(page: FrozenFacts, person: dict[str, Any]) -> str:
    held = period_in_words(person["since"], person["until"])
    return f"{person['name']}: the post held on {page.counted_day}{f', {held}' if held else ''}."


def _whose_day(page: FrozenFacts, line: printed_line.PrintedLine) -> str:
    first = page.edition.first_published_on
    is_ours = first and any(span.get("datetime") == first.isoformat() for span in line)
    if not is_ours or line != page.lines["dates"][0]:
        return "The outlet’s own date, as precise as it is known."
    if page.content["first_published_on"]:
        return "The day readers first had it, as stated on the piece."
    return "The day readers first got it, by the institution’s clock."


def _notices(page: FrozenFacts) -> Iterator[ExplainedLine]:
    for row in page.lines["notices"]:
        line, kind = printed_line.text(row["line"]), _notice_kind(row["kind"])
        if not line:  # the house style has no line for this kind, so the page prints none
            continue
        if not row["issued_on"]:
            yield ExplainedLine(kind, line, f"By the notice on the other piece. {page.house_style}")
            continue
        issued = day_in_words(dt.date.fromisoformat(row["issued_on"]))
        yield ExplainedLine(kind, line, f"Issued on {issued}; it stays with the page. {page.house_style}")
        for amendment in row["amendments"]:
            why = f"Amends the notice of {issued}. {page.house_style}"
            yield ExplainedLine(kind, printed_line.text(amendment), why)


def _notice_kind(code: str) -> str:
    return str(NoticeKind(code).label) if code in NoticeKind.values else "Supersedes another piece"


def _attributions(page: FrozenFacts) -> Iterator[ExplainedLine]:
    own = "Written for this piece in place of the sentence made from the facts; every permission is settled."
    for line in page.lines["attributions"]:
        text = printed_line.text(line)
        made = f"Made from “Where else it ran”. {page.house_style}{_former_names(page, text)}"
        yield ExplainedLine("Where it ran", text, own if page.lines["has_own_attribution"] else made)


def _text(page: FrozenFacts) -> Iterator[ExplainedLine]:
    """The lines about the text itself."""
    more = printed_line.text(page.lines["read_more"])
    why = f"Not the whole text may be shown. {explain_amount(page.edition).why} {page.house_style}"
    yield ExplainedLine("Link to the text", more, why)
    edited = page.lines["editing_note"]
    yield ExplainedLine("How it was edited", edited, "Written for this piece, word for word.")


def _claims_of_others(page: FrozenFacts) -> Iterator[ExplainedLine]:
    """Translation, source, permission, and the credit that a permission asks for."""
    translated = printed_line.text(page.lines["translated_from"])
    yield ExplainedLine("Translation", translated, f"Its source language and translators. {page.house_style}")
    source = printed_line.text(page.lines.get("made_from", []))
    yield ExplainedLine(
        "Made from", source, f"The piece of ours that this one is made from. {page.house_style}"
    )
    rights = page.lines["rights"]
    granted = " ".join(f"{row['in_words']}." for row in rights if row["state"] == "granted")
    for text in page.lines["credits"]:
        permission = next((row for row in rights if row["credit"] == text), None)
        demanded = f"Words that the permission asks for. {permission['in_words']}." if permission else ""
        yield ExplainedLine("Credit", text, demanded or f"{granted} {page.house_style}")


def _former_names(page: FrozenFacts, text: str) -> str:
    """Sentences about outlets named in a line whose name of the day it ran there has changed since."""
    sentences = []
    for row in page.content["appearances"]:
        venue, day = page.venues.get(row["outlet_id"]), day_there(row)
        if venue is None or day is None:
            continue
        for name, _, _, begins, until in venue["former"]:
            if begins <= day.isoformat() < until and name in text:
                sentences.append(f" “{name}” was the name of {venue['name']} on {day_in_words(day)}.")
    return "".join(dict.fromkeys(sentences))


def _people(page: FrozenFacts) -> Iterator[ExplainedLine]:
    written = {row["bio"] for row in page.content["bylines"] if row["bio"]}
    for text in page.lines["bios"]:
        if text in written:
            yield ExplainedLine("Bio", text, "Written for this piece, word for word.")
            continue
        held = (person for person in page.people if _names_post(person, text))
        posts = (_post(page, person) for person in held)
        yield ExplainedLine("Bio", text, f"{next(posts, 'Made from a post.')} {page.house_style}")
    for text in page.lines["disclosures"]:
        yield ExplainedLine("Disclosure", text, f"What was answered for this piece. {page.house_style}")


def _wordings(page: FrozenFacts, at: str) -> Iterator[ExplainedLine]:
    for row in page.lines["wordings"]:
        if row["at"] != at:
            continue
        is_foreign = row["language"] != page.edition.language
        why = _why_chosen(page, row) + (" It has no text in the page’s language." if is_foreign else "")
        yield ExplainedLine("Disclaimer", row["text"], why, row["language"] if is_foreign else "")


def _withheld(page: FrozenFacts) -> Iterator[ExplainedLine]:
    """Texts that the page does not print, with the condition that it does not meet."""
    for row in page.lines.get("withheld_wordings", []):
        condition = _CONDITIONS.get(row["condition"], "only where there is somebody of whom it speaks")
        why = f"It prints {condition}. {row['why']}"
        yield ExplainedLine("Disclaimer, not printed", row["text"], why)


_CONDITIONS = {code: str(label) for code, label in Disclaimer.Condition.choices}


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


def _claims(page: FrozenFacts) -> Iterator[ExplainedLine]:
    yield ExplainedLine("Copyright", page.lines["copyright"], _why_copyright(page))
    licence = printed_line.text(page.lines["licence"])
    yield ExplainedLine("Licence", licence, f"{_why_licence(page)} {page.house_style}")
    offer = page.lines["republication"]
    why = "Others may republish it: nothing of it belongs to others who would mind, and no author objects."
    yield ExplainedLine("Credit of a republished copy", offer.get("credit", ""), f"{why} {page.house_style}")
    terms = f"As the institution’s record states them{page.by('terms')}."
    yield ExplainedLine("Terms of republication", offer.get("terms", ""), terms)


def _why_licence(page: FrozenFacts) -> str:
    fact = page.lines.get("terms", {}).get("licence") or {}
    match fact.get("chosen_by"):
        case "type":
            whose = f", by the record of {fact['of']}" if fact["of"] else ""
            return f"The usual licence of this content type{whose}; the piece names none."
        case "outlet":
            return f"The licence under which the text came from {fact['of']}."
    return "The licence chosen for this piece."


def _why_copyright(page: FrozenFacts) -> str:
    content, first = page.content, page.edition.first_published_on
    others = [row["holder"] for row in page.lines["rights"] if row.get("holder")]
    if content["copyright_basis"] == "house" and others and not page.lines.get("claims_for_house", True):
        held = f"Held by {' and '.join(others)}, as the permission says; the year is that of the outlet."
        return f"{held} {page.house_style}"
    if content["copyright_line"]:
        return "The piece’s own copyright line, word for word."
    if content["copyright_basis"] == "none":
        return f"The piece says that there is none, and why. {page.house_style}"
    is_named = content["copyright_basis"] == "named"
    ours = f"Held by the institution, as it was named then{page.by('holder')}"
    holder = "Held by those named on the piece" if is_named else ours
    waived = " No claim is made for those who have none." if _waives(content) else ""
    if content["copyright_year"]:
        year = f"; the year {content['copyright_year']} is written on the piece"
    else:
        year = f"; {first.year} is the year of first publication here" if first else "; the year is not known"
    return f"{holder}{year}. {page.house_style}{waived}"


def _waives(content: Content) -> bool:
    return any(row["no_copyright_reason"] for row in content["bylines"])


def _elsewhere(page: FrozenFacts) -> Iterator[ExplainedLine]:
    """The lines of the edition outside its page: in lists and on shared cards."""
    yield ExplainedLine(
        "In lists", page.edition.outlet_line, f"Where it ran, as lists say it. {page.house_style}"
    )
    yield ExplainedLine(
        "On shared cards", page.lines["card"], f"Where it ran, as cards say it. {page.house_style}"
    )
