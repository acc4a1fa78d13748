"""Claims of a page: copyright, licence, credits, terms of republication (docs/wording-rows.md F)."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from articles.press.facts import Facts
from articles.press.lines import outlet_names, people, places
from articles.press.lines.dates import day_in
from articles.press.names import author_rows
from articles.press.relations import is_by_others
from articles.rights.rule import FULL, LINK
from disclaimers.reservations import without_reservation
from prose import printed_line, slots
from prose.dates import in_words
from prose.page_phrase import PagePhrase
from prose.printed_line import PrintedLine, Span, words

_USUAL_COPYRIGHT = PagePhrase("© {year} {holder}[. {reservation}]")
"""For holders named on the piece or with its permission, if the house style prints no copyright line."""
_WITHOUT_YEAR = PagePhrase("© {holder}")
"""For holders of a text of which no year is known."""


def copyright_line(facts: Facts) -> PrintedLine:
    """The line written for the piece, else one made from its facts; a year that is not known is left out."""
    if own := facts.content["copyright_line"]:
        return words(own)
    waived = [row for row in facts.content["bylines"] if row["no_copyright_reason"]]
    authors = author_rows(facts.content)
    all_waive = _all_waive(facts)
    lines = [] if all_waive else [_claim(facts)]
    if facts.content["copyright_basis"] == "none":
        lines.append(_no_claim(facts, facts.content["copyright_reason"], []))
    for reason in dict.fromkeys(row["no_copyright_reason"] for row in waived):
        theirs = [row for row in waived if row["no_copyright_reason"] == reason]
        lines.append(_no_claim(facts, reason, [] if all_waive and len(theirs) == len(authors) else theirs))
    return printed_line.join([line for line in lines if line], " ", between=" ")


def claims_for_house(facts: Facts) -> bool:
    """True if the line claims the whole text for the institution, and no licence gives any of it away."""
    return (
        not facts.content["copyright_line"]
        and not facts.licence
        and not _all_waive(facts)
        and _is_the_houses(facts)
    )


def _is_the_houses(facts: Facts) -> bool:
    """True if the house claims a text that may be shown whole: one of its own, or one of which the piece says so."""
    content = facts.content
    is_its_own = facts.allowed.is_our_own and not is_by_others(content)
    basis = content["copyright_basis"]
    return facts.allowed.mode == FULL and (basis == "ours" or (basis == "house" and is_its_own))


def _all_waive(facts: Facts) -> bool:
    authors = author_rows(facts.content)
    return bool(authors) and all(row["no_copyright_reason"] for row in authors)


def copyright_claim(facts: Facts) -> tuple[int | None, list[PrintedLine]]:
    """The year and the holders that the line claims it for; none where it is written by hand or claims nothing."""
    if facts.content["copyright_line"] or _all_waive(facts):
        return None, []
    basis, year = facts.content["copyright_basis"], _own_year(facts)
    if basis == "named":
        return year, _each(facts, facts.content["copyright_holders"].split("\n"))
    if _is_the_houses(facts):
        return year, [words(facts.names.holder, facts.names.languages.get("holder", ""))]
    return _held_by_others(facts) if basis == "house" else (None, [])


def _own_year(facts: Facts) -> int | None:
    first = facts.first_published_on
    return facts.content["copyright_year"] or (first.year if first else None)


def _held_by_others(facts: Facts) -> tuple[int | None, list[PrintedLine]]:
    """Those who hold what ran elsewhere, as their permissions name them, and the year in which it ran."""
    held = [each for each in facts.allowed.in_force if each.holder]
    if not held or facts.allowed.mode == LINK:
        return None, []
    years = {each.ran_in for each in held}
    year = facts.content["copyright_year"] or (years.pop() if len(years) == 1 else None)
    return year, _each(facts, [each.holder for each in held])


def _claim(facts: Facts) -> PrintedLine:
    """Year, holder and reservation: of those named on the piece, of the house, or of whom the text came from."""
    year, holders = copyright_claim(facts)
    if not holders:
        return []
    basis, first, own = (
        facts.content["copyright_basis"],
        facts.first_published_on,
        facts.phrase("copyright_format"),
    )
    is_ours = _is_the_houses(facts)
    is_reserved = basis == "named" or is_ours
    month = first if is_reserved and first and first.year == year else None
    template = own if is_ours and basis != "named" else own or _USUAL_COPYRIGHT
    if not is_reserved and not year:
        template = _WITHOUT_YEAR
    return _line(facts, template, facts.phrases.join(holders), year, month, is_reserved=is_reserved)


def _line(
    facts: Facts,
    phrase: PagePhrase,
    holder: PrintedLine,
    year: int | None,
    month: dt.date | None,
    *,
    is_reserved: bool = True,
) -> PrintedLine:
    """The house style's line. Beside a licence nothing is reserved, whatever words the style has for it."""
    reserves = is_reserved and not facts.licence
    values = {
        "year": words(str(year or "")),
        "month": words(in_words(month, phrase.spoken, "month") if month else "", phrase.mark),
        "holder": holder,
        "reservation": facts.phrase("reservation").line if reserves else [],
    }
    if not reserves and "reservation" in slots.required_names(phrase.text):
        without = phrase.text.replace("{reservation}", "").strip()  # the rest of the line prints without it
        phrase = replace(phrase, text=without)
    line = phrase.fill(values)
    if reserves:
        return line
    cut = [Span(**span | {"text": without_reservation(span["text"])}) for span in line]
    return [span for span in cut if span["text"]]


def _each(facts: Facts, holders: Iterable[str]) -> list[PrintedLine]:
    return [facts.name(name) for name in dict.fromkeys(holders)]


def _no_claim(facts: Facts, reason: str, rows: list[dict[str, Any]]) -> PrintedLine:
    values = {
        "reason": words(reason.rstrip(".")),
        "names": printed_line.without_links(people.join_names(facts, rows)),
    }
    return facts.phrase("no_copyright").fill(values)


def licence(facts: Facts) -> PrintedLine:
    """The licence with its version, linked to its text, and its exceptions; [] without a licence."""
    if facts.licence is None:
        return []
    name, url = facts.licence.name, facts.licence.url
    exceptions = words(facts.content["licence_exceptions"])
    licence = facts.name(name, href=url)
    return facts.phrase("licence_line").fill({"licence": licence, "exceptions": exceptions})


def credits(facts: Facts) -> list[PrintedLine]:
    """For each permission that was granted: a sentence that names it, and the credit that it demands."""
    lines: list[PrintedLine] = []
    phrase = facts.phrase("permission_line")
    for permission in facts.allowed.permissions:
        if permission.state == "granted":
            values = {
                "outlet": outlet_names.permitting_outlet(facts, permission, phrase.spoken),
                "grantor": facts.name(permission.granted_by),
                "noun": facts.phrase("attribution_noun").line,
                "date": day_in(phrase, permission.granted_on) if permission.granted_on else [],
            }
            lines += [phrase.fill(values), words(permission.credit)]
        elif permission.state == "by_licence":
            lines.append(words(permission.credit))
    by_text = {printed_line.text(line): line for line in reversed(lines) if line}
    return list(reversed(by_text.values()))


def republication(facts: Facts) -> dict[str, Any]:
    """Credit and terms for others who republish it; {} unless we hold the right and no author objects."""
    objects = any(row["no_republication"] for row in facts.content["bylines"])
    offered = facts.offers_republication or bool(facts.licence and facts.licence.allows_republication)
    is_ours = facts.content["copyright_basis"] != "named" or bool(facts.licence)
    is_ours &= not is_by_others(facts.content)
    if (
        not offered
        or objects
        or not is_ours
        or not facts.allowed.may_be_passed_on
        or facts.allowed.mode != FULL
    ):
        return {}
    credit = _credit(facts)
    return {
        "credit": printed_line.text(credit),
        "line": credit,
        "terms": facts.republication_terms,
    }


def _credit(facts: Facts) -> PrintedLine:
    """ "By Ida Quay, Harbour"; of a letter or an interview, which has no author, its people with their roles."""
    whose = places.institution(facts)
    if authors := author_rows(facts.content):
        names = printed_line.without_links(people.join_names(facts, authors))
        return facts.phrase("credit").fill({"names": names, "institution": whose}) or whose
    lines = people.makers_by_role(facts, with_parts=True).values()
    return printed_line.join([*map(printed_line.without_links, lines), whose], " · ", between=" · ")
