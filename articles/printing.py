"""The press: facts of a revision -> the fields of an edition. Pure: same facts in, same page out.

Order and wording of what a page says around a text follow the institution's house style (wording.md tables A-F);
what is not known is printed nowhere.
"""

import datetime as dt
from dataclasses import asdict, dataclass
from typing import Any

from articles import runs
from articles.facts import Facts
from articles.records import Venue, frozen
from articles.runs import Line, Run
from articles.snapshot import Content
from disclaimers import joining
from outlets import attribution
from outlets.attribution import OutletName
from prose.dates import in_words, iso, noon
from prose.endnotes import print_body
from prose.text import plain_text, word_count

UNDATED = dt.datetime(1900, 1, 1, tzinfo=dt.UTC)  # where lists place a piece of which no date is known: last
_ROLES = ("author", "interviewer", "interviewee", "editor", "translator", "contributor")
_TEMPLATES = {role: "byline" if role == "author" else f"{role}_line" for role in _ROLES}
_ATTRIBUTIONS = {"original": "attribution", "version": "version_attribution", "also": "also_attribution"}


@dataclass(frozen=True)
class Printed:
    """An edition's printed fields. `columns` by the names of models.Edition; `plain_text` feeds search."""

    columns: dict[str, Any]
    plain_text: str


def print_(facts: Facts) -> Printed:
    """Print a page. The result is stored as it is and drawn by one template for readers and preview alike."""
    content, records = facts.content, facts.records
    body = print_body(content["body"])
    bylines, dates = _bylines(facts), _dates(facts)
    printed = {
        "bylines": bylines,
        "dates": dates,
        "source": _source(facts),
        "source_feed": _source_feed(facts),
        "attributions": _attributions(facts),
        "originals": [row["url"] for row in _shown(facts.content, "original") if row["url"]],
        "bios": _bios(facts),
        "wordings": [asdict(wording) for wording in facts.wordings],
        "copyright": _copyright(facts),
        "topics": [{"name": name, "slug": slug} for name, slug in facts.topics],
        "names": _names(facts),
        "records": frozen(records),
    }
    columns = {
        "language": content["language"],
        "kicker": records.kind_label,
        "headline": content["headline"],
        "dek": content["dek"],
        "byline": " · ".join(runs.text(line) for line in bylines),
        "dateline": " · ".join(runs.text(line) for line in dates),
        "body": body.body,
        "endnotes": body.endnotes,
        "word_count": word_count(content["body"]),
        "first_published_on": facts.first_published_on,
        "first_published_at": facts.first_published_at,
        "modified_at": facts.modified_at,
        "ordered_at": _ordered_at(facts),
        "printed": printed,
    }
    text = "\n\n".join(
        part for part in (content["headline"], content["dek"], plain_text(content["body"])) if part
    )
    return Printed(columns, text)


def _bylines(facts: Facts) -> list[Line]:
    """One line for each role, in the order roles are first credited; names keep their order."""
    groups: dict[str, list[Line]] = {}
    for row in facts.content["bylines"]:
        groups.setdefault(row["role"], []).append([_name(facts, row)])
    style = facts.records.style
    _, last = joining.separators(style.templates)
    lines = (
        runs.fill(style.templates[_TEMPLATES[role]], {"names": runs.joined(names, last)})
        for role, names in groups.items()
    )
    return [line for line in lines if line]


def _name(facts: Facts, row: dict[str, Any]) -> Run:
    person = facts.records.people.get(row["author_id"])
    if person is None:
        return {"text": row["name"]}
    return {"text": person.name, "href": f"/authors/{person.slug}/"}


def _names(facts: Facts) -> list[dict[str, str]]:
    """Who wrote it, for feeds and metadata: names without templates, authors only."""
    rows = [row for row in facts.content["bylines"] if row["role"] == "author"]
    return [{"name": run["text"], "href": run.get("href", "")} for run in (_name(facts, row) for row in rows)]


def _dates(facts: Facts) -> list[Line]:
    """Our date, then the outlet's; a house may let the outlet's stand in place of ours."""
    style, language = facts.records.style, facts.content["language"]
    theirs = [
        runs.fill(
            style.templates["outlet_dateline"],
            {"outlet": [{"text": attribution.in_label(_naming(facts, row))}], "date": _day(row, language)},
        )
        for row in _shown(facts.content, "original")
    ]
    theirs = [line for line in theirs if line]
    ours: Line = []
    if (day := facts.first_published_on) and not (theirs and style.outlet_date_replaces_ours):
        ours = runs.fill(
            style.templates["dateline"], {"date": [{"text": in_words(day, language), "datetime": iso(day)}]}
        )
    return [line for line in (ours, *theirs) if line]


def _source(facts: Facts) -> Line:
    """Where it ran first, as a bare label."""
    labels: list[Line] = [
        [{"text": attribution.in_label(_naming(facts, row))}] for row in _shown(facts.content, "original")
    ]
    return runs.fill(facts.records.style.templates["source_line"], {"outlet": runs.joined(labels, ", ")})


def _source_feed(facts: Facts) -> dict[str, str]:
    """The outlet's own feed with its name, where both are known: RSS names a source by its feed's address."""
    for row in _shown(facts.content, "original"):
        venue = facts.records.venues.get(row["outlet_id"])
        if venue and venue.feed_url:
            return {"name": attribution.in_label(_naming(facts, row)), "url": venue.feed_url}
    return {}


def _attributions(facts: Facts) -> list[Line]:
    """One sentence for each relation that an appearance has; outlets joined, each linked to what it is known by."""
    style, language = facts.records.style, facts.content["language"]
    lines = []
    for relation, template in _ATTRIBUTIONS.items():
        rows = _shown(facts.content, relation)
        at_start = style.templates[template].startswith("{outlet}")
        outlets = [_outlet(facts, row, at_start=at_start and i == 0) for i, row in enumerate(rows)]
        values = {
            "noun": [Run(text=style.templates["attribution_noun"])],
            "preposition": [Run(text=style.templates["preposition_in"])],
            "outlet": runs.joined(outlets, joining.separators(style.templates)[1]),
            "date": _day(rows[0], language) if len(rows) == 1 else [],
        }
        lines.append(runs.fill(style.templates[template], values))
    return [line for line in lines if line]


def _outlet(facts: Facts, row: dict[str, Any], *, at_start: bool) -> Line:
    """An outlet in running text. It links to the original; where that is not known, to its own page here."""
    naming = _naming(facts, row)
    lead, name = (
        ("", attribution.at_start(naming))
        if at_start
        else attribution.in_sentence(naming, facts.records.style.outlet_article)
    )
    run: Run = {"text": name}
    if row["url"]:
        run["href"] = row["url"]
        if row["language"]:
            run["hreflang"] = row["language"]
    elif venue := facts.records.venues.get(row["outlet_id"]):
        run["href"] = f"/outlets/{venue.slug}/"
    if row["headline"]:
        run["title"] = row["headline"]
    return [Run(text=lead), run] if lead else [run]


def _shown(content: Content, relation: str) -> list[dict[str, Any]]:
    """Appearances of one relation whose outlet is known."""
    return [
        row for row in content["appearances"]
        if row["relation"] == relation and (row["outlet_id"] or row["outlet_name"])
    ]  # fmt: skip


def _naming(facts: Facts, row: dict[str, Any]) -> OutletName:
    venue: Venue | None = facts.records.venues.get(row["outlet_id"])
    return OutletName(venue.name, venue.article, venue.rule) if venue else OutletName(row["outlet_name"])


def _day(row: dict[str, Any], language: str) -> Line:
    if not row["published_on"]:
        return []
    day = dt.date.fromisoformat(row["published_on"])
    return [{"text": in_words(day, language, row["precision"]), "datetime": iso(day, row["precision"])}]


def _bios(facts: Facts) -> list[str]:
    """What is written for this piece, word for word; else the post held when it was published."""
    lines = []
    for row in facts.content["bylines"]:
        person = facts.records.people.get(row["author_id"])
        if row["bio"]:
            lines.append(row["bio"])
        elif person and person.appointment:
            values = {"author": [Run(text=person.name)], "appointment": [Run(text=person.appointment)]}
            lines.append(runs.text(runs.fill(facts.records.style.templates["bio_line"], values)))
    return [line for line in lines if line]


def _copyright(facts: Facts) -> str:
    """The piece's own line, else the house's; none is composed where the house has no format for one."""
    if own := facts.content["copyright_line"]:
        return str(own)
    year = str(facts.first_published_on.year) if facts.first_published_on else ""
    reservation = facts.records.style.templates["reservation"]
    known = {"year": year, "holder": facts.records.holder, "reservation": reservation}
    values = {name: [Run(text=value)] if value else [] for name, value in known.items()}
    return runs.text(runs.fill(facts.records.style.templates["copyright_format"], values))


def _ordered_at(facts: Facts) -> dt.datetime:
    """Lists go by our first date; where it is not known, by the outlet's; a piece without dates comes last."""
    if facts.first_published_at:
        return facts.first_published_at
    return noon(facts.outlet_on, facts.time_zone) if facts.outlet_on else UNDATED
