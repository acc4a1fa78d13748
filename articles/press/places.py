"""Where a piece ran, in the house's words: dates, labels, sentences, links (wording.md tables A, B, C, H).

Everything that names an outlet asks `_naming`, so that all places of a page agree.
"""

import datetime as dt
from collections.abc import Sequence
from typing import Literal

from articles.press import people
from articles.press.facts import Facts
from articles.press.relations import ORIGINALS, WHOLE, PlaceRow, claim, claimed, claiming
from articles.rights.rule import FULL
from disclaimers import joining
from outlets import attribution
from outlets.attribution import SentenceCase, preposition_for
from outlets.naming import OutletNaming
from prose import printed_line
from prose.dates import Precision, in_words, iso, known_day
from prose.languages import name_in
from prose.printed_line import PrintedLine, Span

_SENTENCES = {
    "first": "first_attribution", "original": "attribution", "rerun": "rerun_attribution",
    "version": "version_attribution", "excerpt": "excerpt_attribution",
    "translation": "translation_attribution", "crossposted": "crossposted_attribution",
    "copublished": "copublished_attribution", "quoted": "quoted_attribution",
    "interviewed": "interviewed_attribution", "also": "also_attribution", "forthcoming": "forthcoming_attribution",
}  # fmt: skip
"""What is claimed of a place, and the position of the sentence that says it, in the order of the page."""


def attributions(facts: Facts) -> list[PrintedLine]:
    """The piece's own sentence, or one for each thing claimed; outlets joined, each linked to what it is known by."""
    if is_overridden(facts):
        return [[{"text": facts.content["attribution_override"]}]]
    lines = [_sentence(facts, said, claiming(facts, said)) for said in _SENTENCES]
    return [line for line in lines if line]


def is_overridden(facts: Facts) -> bool:
    """Whether the piece's own sentence prints: only once every permission is settled, for it may claim one."""
    return bool(facts.content["attribution_override"]) and facts.allowed.is_settled


def _sentence(facts: Facts, said: str, rows: Sequence[PlaceRow]) -> PrintedLine:
    if not rows:
        return []
    template = facts.phrase(_SENTENCES[said])
    days = {(row["published_on"] or row["planned_on"], row["precision"]) for row in rows}
    people_named = _our_people(facts, said)
    values: dict[str, PrintedLine] = {
        **_words(facts, rows, template, own_days=len(days) > 1),
        "date": _day(facts, rows[0]) if len(days) == 1 else [],
        "language": _language(facts, rows[0]["language"]),
        "headline": _text(rows[0]["headline"]),
        "permission": _text(_permission(facts)),
        "names": people.named(facts, people_named),
    }
    return printed_line.fill(template, values, authors=len(people_named))


def _our_people(facts: Facts, said: str) -> list[PlaceRow]:
    """Whom a sentence names: the authors; of an interview those who were interviewed, where they are credited."""
    credited: list[PlaceRow] = facts.content["bylines"]
    asked = [row for row in credited if row["role"] == "interviewee"] if said == "interviewed" else []
    return asked or [row for row in credited if row["role"] == "author"]


def _words(
    facts: Facts, rows: Sequence[PlaceRow], template: str, *, own_days: bool
) -> dict[str, PrintedLine]:
    """The noun, the outlets joined, and the preposition before the first; others take their own where it differs."""
    at_start = template.startswith("{outlet}")
    before = [_preposition(facts, row) for row in rows]
    outlets: list[PrintedLine] = []
    for i, row in enumerate(rows):
        place = _place(facts, row, at_start=at_start and i == 0, own_day=own_days)
        differs = i and before[i] != before[0] and "{preposition}" in template
        outlets.append([Span(text=f"{before[i]} "), *place] if differs else place)
    return {
        "noun": _text(facts.phrase("attribution_noun")),
        "preposition": _text(before[0]),
        "outlet": _joined(
            facts, outlets, is_open=facts.content["has_more_places"] and claim(rows[0]) == "also"
        ),
        "institution": _text(facts.names.institution_name),
    }


def _joined(facts: Facts, places: Sequence[PrintedLine], *, is_open: bool = False) -> PrintedLine:
    """ "the Hill and Die Zeit"; an open list ends "the Hill, Die Zeit and others"."""
    between, last = joining.separators(facts.names.style.templates)
    line = printed_line.join(places, between if is_open else last, between=between)
    others = facts.phrase("others_word")
    return [*line, Span(text=f" {others}")] if is_open and others else line


def _place(facts: Facts, row: PlaceRow, *, at_start: bool, own_day: bool) -> PrintedLine:
    """One outlet inside a sentence, with what is known of section, issue and page there."""
    naming = _naming(facts, row)
    values = {
        "outlet": _outlet(facts, row, naming, at_start=at_start),
        "descriptor": _text(naming.descriptor),
        "gloss": _text(naming.gloss),
        "section": _text(row["section"]),
        "issue": _text(row["issue"]),
        "page": _text(row["page"]),
        "medium": _text(facts.phrase(f"medium_{row['medium']}") if row["medium"] else ""),
        "own_date": _day(facts, row) if own_day else [],
    }
    return printed_line.fill(facts.phrase("place"), values) or values["outlet"]


def _outlet(facts: Facts, row: PlaceRow, naming: OutletNaming, *, at_start: bool) -> PrintedLine:
    """An outlet in running text. It links to the original; where that is not known, to its own page here."""
    if naming.descriptor:
        lead, name = "", attribution.after_descriptor(naming)
    elif at_start:
        lead, name = "", attribution.at_start(naming)
    else:
        lead, name = attribution.in_sentence(naming, _case(facts, naming))
    span: Span = {"text": name}
    if row["url"] and not row["is_removed"]:
        span["href"] = row["url"]
        if row["language"]:
            span["hreflang"] = row["language"]
        if row["headline"]:
            span["title"] = row["headline"]
    elif naming.slug:
        span["href"] = f"/outlets/{naming.slug}/"
    if naming.is_italic and facts.names.style.italicises_outlets:
        span["is_title"] = True
    return [Span(text=lead), span] if lead else [span]


def _case(facts: Facts, naming: OutletNaming) -> str:
    """Only English running text lower-cases an English "The"; every other language leaves a name as styled."""
    is_english = facts.content["language"].split("-")[0] == "en"
    foreign = naming.article.lower() in ("the", "a", "an") and not is_english
    return SentenceCase.AS_STYLED if foreign else facts.names.style.outlet_article


def dates(facts: Facts) -> list[PrintedLine]:
    """Our date, then the outlet's; a house may let the outlet's stand in place of ours."""
    language = facts.content["language"]
    theirs = [
        printed_line.fill(
            facts.phrase("outlet_dateline"), {"outlet": _label(facts, row), "date": _day(facts, row)}
        )
        for row in claiming(facts, *ORIGINALS)
    ]
    theirs = [line for line in theirs if line]
    ours: PrintedLine = []
    if (day := facts.first_published_on) and not (theirs and facts.names.style.outlet_date_replaces_ours):
        ours = printed_line.fill(
            facts.phrase("dateline"), {"date": [{"text": in_words(day, language), "datetime": iso(day)}]}
        )
    return [line for line in (ours, *theirs) if line]


def source(facts: Facts) -> PrintedLine:
    """Where it ran first, as a bare label."""
    return printed_line.fill(facts.phrase("source_line"), {"outlet": _labels(facts)})


def _labels(facts: Facts) -> PrintedLine:
    rows = claiming(facts, *ORIGINALS)
    return printed_line.join([_label(facts, row) for row in rows], ", ")


def kicker(facts: Facts) -> PrintedLine:
    """The content type's label, with series, region and outlet where the house wants them above a headline."""
    values = {
        "kind": _text(facts.names.kind_label),
        "outlet": _labels(facts),
        "series": _text(facts.content["series"]),
        "region": _text(facts.content["region"]),
    }
    return printed_line.fill(facts.phrase("kicker"), values)


def in_position(facts: Facts, position: str) -> PrintedLine:
    """The label of the outlets with their date, for lists and for shared cards."""
    rows = claiming(facts, *_SENTENCES)
    labels = printed_line.join([_label(facts, row) for row in rows if claim(row) != "rerun"], ", ")
    return printed_line.fill(
        facts.phrase(position), {"outlet": labels, "date": _day(facts, rows[0]) if len(rows) == 1 else []}
    )


def source_feed(facts: Facts) -> dict[str, str]:
    """The outlet's own feed with its name, where both are known: RSS names a source by its feed's address."""
    for row in claiming(facts, *ORIGINALS):
        naming = _naming(facts, row)
        if naming.feed_url:
            return {"name": attribution.in_label(naming), "url": naming.feed_url}
    return {}


def original_addresses(facts: Facts) -> list[str]:
    """Where the original can be read."""
    return [row["url"] for row in claiming(facts, *ORIGINALS) if row["url"] and not row["is_removed"]]


def read_more(facts: Facts) -> PrintedLine:
    """Where the whole text is, on a page that may not show it."""
    rows = [row for row in claiming(facts, *WHOLE) if row["url"] and not row["is_removed"]]
    if facts.allowed.mode == FULL or not rows:
        return []
    rows.sort(key=lambda row: WHOLE.index(claimed(facts, row)))
    access = rows[0]["access"]
    values = {
        **_words(facts, rows[:1], facts.phrase("read_more"), own_days=False),
        "access": _text(facts.phrase(f"access_{access}") if access not in ("", "open") else ""),
    }
    return printed_line.fill(facts.phrase("read_more"), values)


def translated_from(facts: Facts) -> PrintedLine:
    """The language it was written in, and by whom it was translated where that is known."""
    translators = people.credited(facts, "translator")
    values = {
        "language": _language(facts, facts.content["source_language"], case="from"),
        "names": people.named(facts, translators),
    }
    return printed_line.fill(facts.phrase("translated_from"), values)


def _naming(facts: Facts, row: PlaceRow) -> OutletNaming:
    """The outlet's naming on the day the piece ran there; an outlet without a record has only its name."""
    outlet = facts.names.venues.get(row["outlet_id"])
    if outlet is None:
        return OutletNaming(row["outlet_name"])
    day = (
        known_day(dt.date.fromisoformat(row["published_on"]), row["precision"])
        if row["published_on"]
        else None
    )
    return outlet.on(day)


def _label(facts: Facts, row: PlaceRow) -> PrintedLine:
    return [{"text": attribution.in_label(_naming(facts, row))}]


def _preposition(facts: Facts, row: PlaceRow) -> str:
    return facts.phrase(f"preposition_{preposition_for(_naming(facts, row).type)}")


def _language(facts: Facts, code: str, case: Literal["", "from"] = "") -> PrintedLine:
    return _text(name_in(code, facts.content["language"], case) if code else "")


def _permission(facts: Facts) -> str:
    return next((one.granted_by for one in facts.allowed.permissions if one.state == "granted"), "")


def _day(facts: Facts, row: PlaceRow) -> PrintedLine:
    """The date there, as far as it is known; of what will run there, the planned day."""
    written = row["published_on"] or row["planned_on"]
    if not written:
        return []
    day, precision = (
        dt.date.fromisoformat(written),
        row["precision"] if row["published_on"] else Precision.DAY,
    )
    return [{"text": in_words(day, facts.content["language"], precision), "datetime": iso(day, precision)}]


def _text(text: str) -> PrintedLine:
    return [{"text": text}] if text else []
