"""Reasons: every line printed beside the text of a page, with the rule and the days that put it there.

Pure: reads what an edition froze when it was printed (`edition.printed` and the content of its version), never today's
records. So the answer is the same in a preview, for the live page and for a page that ended years ago.
"""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.utils.text import get_text_list

from articles.models.edition import Edition
from articles.models.notice import NoticeKind
from articles.press import why_disclaimers, why_rights
from articles.press.frozen import ExplainedLine, FrozenFacts, period_in_words
from articles.press.relations import day_there
from articles.rights.rule import EXCERPT, FULL
from articles.states import Form, Surface
from prose import printed_line
from prose.dates import day_in_words


def explain(edition: Edition) -> list[ExplainedLine]:
    """All lines beside the text, in the order of the page."""
    page = FrozenFacts(edition)
    if edition.form == Form.WITHDRAWAL:
        return list(_notices(page))
    at = page.lines["attribution_at"]
    lines = (
        *_head(page),
        *_notices(page),
        *why_disclaimers.wordings(page, "head"),
        *_editors_note(page),
        *(_attributions(page) if at in ("head", "both") else ()),
        *_text(page),
        *(_attributions(page) if at != "head" else ()),
        *_claims_of_others(page),
        *_people(page),
        *why_disclaimers.wordings(page, "foot"),
        *why_disclaimers.withheld(page),
        *why_rights.claims(page),
        *_pictures(page),
        *_documents(page),
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
        is_own = page.lines["has_own_attribution"] and text == page.content["attribution_override"]
        yield ExplainedLine("Where it ran", text, own if is_own else made)


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


_OWN_NAME = (
    "The file’s own name in the library. It stays as printed until the page is printed again with today’s."
)
_CREDIT = (
    "From the {0}’s page in the library. It stays as printed until the page is printed again with today’s."
)
_LICENCE = (
    "The licence under which the {0} is shown, from the {0}’s page. Its name stays as printed until the page is "
    "printed again with today’s."
)


def _pictures(page: FrozenFacts) -> Iterator[ExplainedLine]:
    """Caption of the lead picture, and the lines beside all pictures."""
    caption = page.lines.get("lead", {}).get("caption", "")
    yield ExplainedLine("Caption", caption, "Written for this piece, word for word.")
    for row in page.lines.get("pictures", {}).values():
        yield from _beside("picture", row)


def _documents(page: FrozenFacts) -> Iterator[ExplainedLine]:
    """The files below the text, and the lines beside them."""
    for row in page.lines.get("documents", ()):
        title = printed_line.text(row["title"])
        is_own = title == row["own_title"]
        yield ExplainedLine("File", title, _OWN_NAME if is_own else "Its name as written for this piece.")
        yield from _beside("file", row)


def _beside(what: str, row: dict[str, Any]) -> Iterator[ExplainedLine]:
    """The lines beside a picture or a file."""
    yield ExplainedLine(f"Credit of a {what}", printed_line.text(row["credit"]), _CREDIT.format(what))
    yield ExplainedLine(f"Licence of a {what}", printed_line.text(row["licence"]), _LICENCE.format(what))


def _elsewhere(page: FrozenFacts) -> Iterator[ExplainedLine]:
    """The lines of the edition outside its page: in lists and on shared cards."""
    yield ExplainedLine(
        "In lists", page.edition.outlet_line, f"Where it ran, as lists say it. {page.house_style}"
    )
    left_out = get_text_list([Surface(code).in_words for code in page.edition.left_out_of], "and")
    yield ExplainedLine("Not shown in", left_out, "Chosen for this piece, under “Where it is shown”.")
    yield ExplainedLine(
        "On shared cards", page.lines["card"], f"Where it ran, as cards say it. {page.house_style}"
    )
