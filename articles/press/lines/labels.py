"""Labels around a piece, in the house style: its dates, its source, what stands above the headline and in lists."""

from articles.models.appearance import NEEDS_NO_OUTLET
from articles.press.facts import Facts
from articles.press.lines import outlet_names
from articles.press.lines.dates import dated_phrase, dates_there, day_in
from articles.press.lines.places import SENTENCES
from articles.press.relations import claim, originals, places_with_claim
from outlets import attribution
from prose import printed_line
from prose.printed_line import PrintedLine, words


def dates(facts: Facts) -> list[PrintedLine]:
    """Our date, then the outlet's; a house style may print the outlet's in place of ours."""
    phrase, own = dated_phrase(facts, "outlet_dateline"), facts.phrase("dateline")
    theirs = [
        phrase.fill({"outlet": outlet_names.label_of(facts, row), **dates_there(facts, phrase, row)})
        for row in originals(facts.content)
    ]
    theirs = [line for line in theirs if line]
    ours: PrintedLine = []
    if (day := facts.first_published_on) and not (theirs and facts.names.style.outlet_date_replaces_ours):
        ours = own.fill({"date": day_in(own, day)})
    return [line for line in (ours, *theirs) if line]


def source(facts: Facts) -> PrintedLine:
    """The outlets where it ran originally, as a bare label."""
    return facts.phrase("source_line").fill({"outlet": _labels(facts)})


def _labels(facts: Facts) -> PrintedLine:
    return printed_line.join([outlet_names.label_of(facts, row) for row in originals(facts.content)], ", ")


def kicker(facts: Facts) -> PrintedLine:
    """The content type's label, with series, region and outlet if the house style prints them above a headline."""
    values = {
        "kind": words(facts.names.kind_label, facts.names.languages.get("kind_label", "")),
        "outlet": _labels(facts),
        "series": words(facts.content["series"]),
        "region": words(facts.content["region"]),
    }
    return facts.phrase("kicker").fill(values)


def in_position(facts: Facts, position: str) -> PrintedLine:
    """The outlets as labels with their date, for the position "listing" or "card"."""
    rows = places_with_claim(facts.content, *SENTENCES)
    labels = printed_line.join(
        [outlet_names.label_of(facts, row) for row in rows if claim(row) not in NEEDS_NO_OUTLET], ", "
    )
    phrase = dated_phrase(facts, position)
    dates = dates_there(facts, phrase, rows[0]) if len(rows) == 1 else {}
    return phrase.fill({"outlet": labels, **dates})


def source_feed(facts: Facts) -> dict[str, str]:
    """Name and feed of the original's outlet, {} if it has none: RSS names a source by the address of its feed."""
    for row in originals(facts.content):
        naming = outlet_names.naming_of(facts, row)
        if naming.feed_url:
            return {"name": attribution.in_label(naming), "url": naming.feed_url}
    return {}


def original_addresses(facts: Facts) -> list[str]:
    """Addresses of the original that can still be read."""
    return [row["url"] for row in originals(facts.content) if row["url"] and not row["is_removed"]]
