"""What a page claims and owns up to: copyright, licence, credit, notices, disclosures (wording.md tables F, G, I)."""

import datetime as dt
from typing import Any

from articles.press import people
from articles.press.facts import Facts, NoticeFact
from articles.rights.rule import FULL
from disclaimers import joining
from prose import printed_line, slots
from prose.dates import in_words, iso
from prose.printed_line import PrintedLine, Span

_USUAL_COPYRIGHT = "© {year} {holder}[. {reservation}]"
"""For a holder who is named on the piece, in a house that prints no copyright line of its own."""


def copyright_line(facts: Facts) -> str:
    """The piece's own line, else the claim made from its facts; never a year that is not known."""
    if own := facts.content["copyright_line"]:
        return str(own)
    waived = [row for row in facts.content["bylines"] if row["no_copyright_reason"]]
    authors = [row for row in facts.content["bylines"] if row["role"] == "author"]
    all_waive = bool(authors) and all(row["no_copyright_reason"] for row in authors)
    lines = [_claim(facts)] if not all_waive and _is_claimed(facts) else []
    if facts.content["copyright_basis"] == "none":
        lines.append(_no_claim(facts, facts.content["copyright_reason"], []))
    for reason in dict.fromkeys(row["no_copyright_reason"] for row in waived):
        theirs = [row for row in waived if row["no_copyright_reason"] == reason]
        lines.append(_no_claim(facts, reason, [] if all_waive and len(theirs) == len(authors) else theirs))
    return " ".join(line for line in lines if line)


def _is_claimed(facts: Facts) -> bool:
    """What may not be shown whole is not the house's own, and it claims nothing in it; who is named is named."""
    basis = facts.content["copyright_basis"]
    return basis == "named" or (basis == "house" and facts.allowed.mode == FULL)


def _claim(facts: Facts) -> str:
    """Year, holder and reservation in the house's form."""
    content, first = facts.content, facts.first_published_on
    is_named = content["copyright_basis"] == "named"
    template = facts.phrase("copyright_format") or (_USUAL_COPYRIGHT if is_named else "")
    year = content["copyright_year"] or (first.year if first else None)
    is_month_known = first and first.year == year
    values = {
        "year": str(year or ""),
        "month": in_words(first, content["language"], "month") if first and is_month_known else "",
        "holder": _holders(facts) if is_named else facts.names.holder,
        "reservation": "" if facts.licence else facts.phrase("reservation"),
    }
    if facts.licence and "reservation" in slots.required_names(template):
        # A licence and "all rights reserved" contradict each other; the rest of the line stands.
        template = template.replace("{reservation}", "").strip()
    return printed_line.text(
        printed_line.fill(template, {slot: _text(text) for slot, text in values.items()})
    )


def _holders(facts: Facts) -> str:
    between, last = joining.separators(facts.names.style.templates)
    names: list[PrintedLine] = [
        [Span(text=name)] for name in facts.content["copyright_holders"].split("\n") if name
    ]
    return printed_line.text(printed_line.join(names, last, between=between))


def _no_claim(facts: Facts, reason: str, rows: list[dict[str, Any]]) -> str:
    values = {
        "reason": _text(reason.rstrip(".")),
        "names": _text(printed_line.text(people.named(facts, rows))),
    }
    return printed_line.text(printed_line.fill(facts.phrase("no_copyright"), values))


def licence(facts: Facts) -> PrintedLine:
    """The piece's licence with its version, linked to its text, and what it does not cover."""
    if not (found := facts.licence):
        return []
    span = Span(text=found.name, href=found.url) if found.url else Span(text=found.name)
    exceptions = _text(facts.content["licence_exceptions"])
    return printed_line.fill(facts.phrase("licence_line"), {"licence": [span], "exceptions": exceptions})


def credits(facts: Facts) -> list[str]:
    """With whose permission it stands here, and the words that permission asks for: only what was granted."""
    lines = []
    for one in facts.allowed.permissions:
        if one.state == "granted":
            values = {
                "outlet": _text(one.outlet),
                "grantor": _text(one.granted_by),
                "noun": _text(facts.phrase("attribution_noun")),
                "date": _day(facts, one.granted_on) if one.granted_on else [],
            }
            lines += [
                printed_line.text(printed_line.fill(facts.phrase("permission_line"), values)),
                one.credit,
            ]
        elif one.state == "by_licence":
            lines.append(one.credit)
    return [line for line in dict.fromkeys(lines) if line]


def editors_note(facts: Facts) -> PrintedLine:
    """What introduces the piece."""
    return printed_line.fill(facts.phrase("note_line"), {"text": _text(facts.content["editors_note"])})


def notices(facts: Facts) -> list[dict[str, Any]]:
    """Dated public words about the piece, oldest first, each with what was later said of it."""
    return [
        {
            "kind": one.kind,
            "issued_on": one.issued_on.isoformat(),
            "line": _notice(facts, one, f"{one.kind}_line"),
            "wrong": one.wrong,
            "right": one.right,
            "amendments": [
                _notice(facts, later, "amendment_line")
                for later in facts.notices
                if later.amends is not None and later.amends == one.id
            ],
        }
        for one in facts.notices
        if one.amends is None
    ]


def _notice(facts: Facts, notice: NoticeFact, position: str) -> PrintedLine:
    theirs: PrintedLine = []
    if day := notice.outlet_corrected_on:
        theirs = printed_line.fill(facts.phrase("outlet_correction"), {"date": _day(facts, day)})
    text: PrintedLine = _text(" ".join(part for part in (notice.text, notice.wrong, notice.right) if part))
    if notice.href:
        successor: PrintedLine = [Span(text=notice.title, href=notice.href)]
        text = printed_line.join([part for part in (text, successor) if part], " ")
    values = {
        "date": _day(facts, notice.issued_on),
        "text": text,
        "wrong": _text(notice.wrong),
        "right": _text(notice.right),
        "outlet_date": theirs,
    }
    return printed_line.fill(facts.phrase(position), values)


def replaced(facts: Facts) -> list[dict[str, Any]]:
    """Which earlier pieces this one supersedes: the other end of their notices."""
    lines = (
        printed_line.fill(
            facts.phrase("supersedes_line"),
            {"noun": _text(facts.phrase("attribution_noun")), "text": [Span(text=title, href=href)]},
        )
        for href, title in facts.replaced
        if href
    )
    return [
        {"kind": "supersedes", "issued_on": "", "line": line, "wrong": "", "right": "", "amendments": []}
        for line in lines
        if line
    ]


def disclosures(facts: Facts) -> list[str]:
    """What authors disclosed; who was asked and had nothing to disclose is not named."""
    lines = []
    for row in facts.content["disclosures"]:
        if row["answer"] != "disclosed":
            continue
        person = facts.names.people.get(row["author_id"])
        values = {
            "author": _text(person.name if person else _all_authors(facts)),
            "text": _text(row["text"]),
            "tool": _text(row["tool"]),
            "task": _text(row["task"]),
            "checker": _text(row["checked_by"]),
        }
        template = facts.phrase(f"{row['subject']}_line")
        said = printed_line.text(printed_line.fill(template, values))
        lines.append(said if said and "text" in slots.names_in(template) else f"{said} {row['text']}".strip())
    return [line for line in lines if line]


def _all_authors(facts: Facts) -> str:
    rows = [row for row in facts.content["bylines"] if row["role"] == "author"]
    return printed_line.text(people.named(facts, rows)) or facts.names.institution_name


def republication(facts: Facts) -> dict[str, str]:
    """Whether others may republish it, and on what terms: only where we hold the right and no author objects."""
    objects = any(row["no_republication"] for row in facts.content["bylines"])
    offered = facts.offers_republication or bool(facts.licence and facts.licence.allows_republication)
    is_ours = facts.content["copyright_basis"] != "named" or bool(facts.licence)
    if (
        not offered
        or objects
        or not is_ours
        or not facts.allowed.may_be_passed_on
        or facts.allowed.mode != FULL
    ):
        return {}
    rows = people.credited(facts, "author") or facts.content["bylines"]
    values = {"names": people.named(facts, rows), "institution": _text(facts.names.institution_name)}
    credit = printed_line.fill(facts.phrase("credit"), values)
    return {
        "credit": printed_line.text(credit) or facts.names.institution_name,
        "terms": facts.republication_terms,
    }


def _day(facts: Facts, day: dt.date) -> PrintedLine:
    return [{"text": in_words(day, facts.content["language"]), "datetime": iso(day)}]


def _text(text: str) -> PrintedLine:
    return [{"text": text}] if text else []
