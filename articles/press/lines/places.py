"""Places where a piece ran, in the house style: dates, labels, sentences, links (docs/wording-rows.md A, B, C, H)."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Literal

from articles.press.facts import Facts
from articles.press.lines import outlet_names, people
from articles.press.lines.dates import dated_phrase, dates_there, day_in
from articles.press.names import author_rows
from articles.press.relations import (
    WHOLE,
    PlaceRow,
    claim,
    places_with_claim,
    provable_claim,
    retracted_there,
    whole_text_is_at,
)
from articles.rights.rule import FULL
from articles.snapshot import Content
from disclaimers.phrases import separators
from outlets.attribution import preposition_for
from prose import printed_line
from prose.dates import day_of, joined_by_precision
from prose.page_phrase import PagePhrase
from prose.printed_line import PrintedLine, language_name, words

SENTENCES = {
    "first": "first_attribution", "original": "attribution", "rerun": "rerun_attribution",
    "excerpted": "excerpted_attribution", "version": "version_attribution", "excerpt": "excerpt_attribution",
    "translation": "translation_attribution", "crossposted": "crossposted_attribution",
    "copublished": "copublished_attribution", "quoted": "quoted_attribution",
    "interviewed": "interviewed_attribution", "also": "also_attribution", "forthcoming": "forthcoming_attribution",
}  # fmt: skip
"""Claim of a place -> position of the sentence that prints it, in the order of the page."""


def attributions(facts: Facts) -> list[PrintedLine]:
    """The sentence written for the piece, else one for each claim with all its outlets; then what they retracted."""
    if is_overridden(facts):
        lines: list[PrintedLine] = [[{"text": facts.content["attribution_override"]}]]
        lines += [retraction_there(facts, row) for row in retracted_there(facts.content)]
    else:
        lines = []
        for claimed in SENTENCES:
            lines += _excerpted(facts) if claimed == "excerpted" else [_sentence_on(facts, claimed)]
            # Before the next claim: "it" is what ran in those outlets, not a translation elsewhere.
            lines += [retraction_there(facts, row) for row in places_with_claim(facts.content, claimed)]
    return [line for line in lines if line]


def attributions_at(facts: Facts) -> str:
    """Where the house has them: "head", "foot" or "both". What an outlet has retracted is said above the text too."""
    usual = facts.names.style.attribution_at
    is_retracted = any(retraction_there(facts, row) for row in retracted_there(facts.content))
    return "both" if is_retracted and usual == "foot" else usual


def retraction_there(facts: Facts, row: PlaceRow) -> PrintedLine:
    """ "The Lantern has since retracted it (May 3, 2021).", linked to their note, else to the page there.

    The one wording of it: page, feeds, JSON-LD and references take it from here. [] of a place that stands by it.
    """
    if not row["is_retracted"]:
        return []
    phrase, day = facts.phrase("outlet_retraction"), day_of(row["retracted_on"])
    there = row | dict.fromkeys(("section", "issue", "page", "medium"), "")
    if note := row["retraction_url"]:
        there |= {"url": note, "is_removed": False, "headline": "", "language": ""}
    at_start = phrase.text.startswith("{outlet}")
    outlet = _place(facts, there, phrase, at_start=at_start, own_day=False)
    return phrase.fill({"outlet": outlet, "date": day_in(phrase, day) if day else []})


def _excerpted(facts: Facts) -> list[PrintedLine]:
    """A sentence for each work of which the piece is an excerpt: "Excerpted from the book The Tides (Gull, 2019)."."""
    phrase = dated_phrase(facts, "excerpted_attribution")
    return [
        phrase.fill(_of_a_work(facts, phrase, row)) for row in places_with_claim(facts.content, "excerpted")
    ]


def _of_a_work(facts: Facts, phrase: PagePhrase, row: PlaceRow) -> dict[str, PrintedLine]:
    language = row["language"] if row["language"] != facts.content["language"] else ""
    href = "" if row["is_removed"] else row["url"]
    title = words(row["headline"], language, href=href)
    publisher = outlet_names.label_of(facts, row)
    known = [part for part in (publisher, dates_there(facts, phrase, row).get("date", [])) if part]
    return {
        "work": facts.phrase(f"work_{row['work']}").line,
        "headline": [span | {"is_title": True} for span in title],
        "writers": facts.name(row["writers"]),
        "editors": facts.name(row["editors"]),
        "chapter": words(row["chapter"]),
        "page": words(row["page"]),
        "publication": printed_line.join(known, separators(facts.phrases.templates)[0]),
    }


def is_overridden(facts: Facts) -> bool:
    """True if the sentence written for the piece prints: it may claim a permission, so all must be settled."""
    return bool(facts.content["attribution_override"]) and facts.allowed.is_settled


def _sentence_on(facts: Facts, claimed: str) -> PrintedLine:
    """The sentence for all places with a claim; [] if there are none."""
    rows = places_with_claim(facts.content, claimed)
    if not rows:
        return []
    phrase = dated_phrase(facts, SENTENCES[claimed])
    days = {(row["published_on"] or row["planned_on"], row["precision"]) for row in rows}
    bylines = _named_bylines(facts, claimed)
    values: dict[str, PrintedLine] = {
        **_words(facts, rows, phrase, own_days=len(days) > 1),
        **(dates_there(facts, phrase, rows[0]) if len(days) == 1 else {}),
        "language": _language(phrase, rows[0]["language"]),
        "headline": words(rows[0]["headline"]),
        "permission": facts.name(_grantor(facts)),
        "names": people.join_names(facts, bylines),
    }
    return phrase.fill(values, authors=len(people.under_one_name(bylines)))


def _named_bylines(facts: Facts, claimed: str) -> list[dict[str, Any]]:
    """The bylines a sentence names: those who are quoted or interviewed if they are credited, else the authors."""
    subjects = people.rows_in_role(facts, "subject") if claimed in ("quoted", "interviewed") else []
    interviewees = people.rows_in_role(facts, "interviewee") if claimed == "interviewed" else []
    return subjects or interviewees or author_rows(facts.content)


def _words(
    facts: Facts, rows: Sequence[PlaceRow], phrase: PagePhrase, *, own_days: bool
) -> dict[str, PrintedLine]:
    """Values for the slots noun, preposition, outlet and institution.

    The preposition is that of the first outlet; an outlet that needs another one brings it along.
    """
    at_start = phrase.text.startswith("{outlet}")
    before = [_preposition(facts, row) for row in rows]
    outlets: list[PrintedLine] = []
    for i, row in enumerate(rows):
        place = _place(facts, row, phrase, at_start=at_start and i == 0, own_day=own_days)
        differs = i and before[i] != before[0] and "preposition" in phrase.slots
        outlets.append([*words(f"{before[i].text} ", before[i].mark), *place] if differs else place)
    return {
        "noun": facts.phrase("attribution_noun").line,
        "preposition": before[0].line,
        "outlet": facts.phrases.join(
            outlets, is_open=facts.content["has_more_places"] and claim(rows[0]) == "also"
        ),
        "institution": institution(facts),
    }


def institution(facts: Facts) -> PrintedLine:
    """The name that the institution had on the day, marked with its language if it is not the page's."""
    return words(facts.names.institution_name, facts.names.languages.get("institution_name", ""))


def _place(facts: Facts, row: PlaceRow, around: PagePhrase, *, at_start: bool, own_day: bool) -> PrintedLine:
    """One outlet inside a sentence, with section, issue and page as far as they are known."""
    naming = outlet_names.naming_of(facts, row)
    phrase = facts.phrase("place")
    phrase = replace(phrase, text=joined_by_precision(phrase.text, phrase.spoken, "own_date"))
    values = {
        "outlet": outlet_names.in_running_text(facts, row, naming, at_start=at_start, language=around.spoken),
        "descriptor": words(naming.descriptor, naming.words_language),
        "gloss": words(naming.gloss, naming.words_language),
        "section": words(row["section"]),
        "issue": words(row["issue"]),
        "page": words(row["page"]),
        "medium": facts.phrase(f"medium_{row['medium']}").line if row["medium"] else [],
    }
    own = dates_there(facts, phrase, row) if own_day else {}
    values |= {"own_date": own.get("date", []), "on_own_date": own.get("on_date", [])}
    return phrase.fill(values) or values["outlet"]


def readable_elsewhere(content: Content) -> list[PlaceRow]:
    """The places with an address at which the whole text can still be read."""
    rows = places_with_claim(content, *WHOLE, "interviewed")
    return [row for row in rows if row["url"] and not row["is_removed"] and whole_text_is_at(content, row)]


def read_more(facts: Facts) -> PrintedLine:
    """A link to the whole text, on a page that may not show it."""
    rows = readable_elsewhere(facts.content)
    if facts.allowed.mode == FULL or not rows:
        return []
    rows.sort(key=lambda row: (*WHOLE, "interviewed").index(provable_claim(facts.content, row)))
    access, phrase = rows[0]["access"], facts.phrase("read_more")
    values = {
        **_words(facts, rows[:1], phrase, own_days=False),
        "access": facts.phrase(f"access_{access}").line if access not in ("", "open") else [],
    }
    return phrase.fill(values)


def translated_from(facts: Facts) -> PrintedLine:
    """The language it was translated from, and the translators if they are known."""
    translators, phrase = people.rows_in_role(facts, "translator"), facts.phrase("translated_from")
    values = {
        "language": _language(phrase, facts.content["source_language"], case="from"),
        "names": people.join_names(facts, translators),
    }
    return phrase.fill(values)


def _preposition(facts: Facts, row: PlaceRow) -> PagePhrase:
    return facts.phrase(f"preposition_{preposition_for(outlet_names.naming_of(facts, row).type)}")


def _language(phrase: PagePhrase, code: str, case: Literal["", "from"] = "") -> PrintedLine:
    """The name of a language as the sentence around it says it; English where that has no name for it."""
    return language_name(code, phrase.spoken, phrase.page, case) if code else []


def _grantor(facts: Facts) -> str:
    granted = (each.granted_by for each in facts.allowed.permissions if each.state == "granted")
    return next(granted, "")
