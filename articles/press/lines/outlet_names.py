"""Names of outlets on a page: every function that prints one takes it from here, so that all parts of a page agree."""

import datetime as dt

from articles.press.facts import Facts
from articles.press.relations import PlaceRow, day_there
from articles.rights.rule import Permission
from outlets import attribution
from outlets.attribution import SentenceCase
from outlets.naming import OutletNaming
from prose.languages import base, serves
from prose.printed_line import PrintedLine, Span, words
from prose.text_language.recognition import language_to_mark


def in_running_text(
    facts: Facts, row: PlaceRow, naming: OutletNaming, *, at_start: bool, language: str
) -> PrintedLine:
    """An outlet in running text in a `language`, linked to the original, else to the outlet's page here."""
    if naming.descriptor:
        lead, name = "", attribution.after_descriptor(naming)
    elif at_start:
        lead, name = "", attribution.at_start(naming)
    else:
        lead, name = attribution.in_sentence(naming, _case(facts, naming, language))
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
    if naming.language:
        span["lang"] = naming.language
    return [*_lead(facts, lead, language), span]


def _lead(facts: Facts, lead: str, language: str) -> PrintedLine:
    """A lower-case article, which is a word of the sentence and not of the name."""
    return words(lead, "" if serves(language, facts.language) else language)


def _case(facts: Facts, naming: OutletNaming, language: str) -> str:
    """The case of a name's article: an English "The" is lower-cased in English text only."""
    is_english = base(language) == "en"
    foreign = naming.article.lower() in ("the", "a", "an") and not is_english
    return SentenceCase.AS_STYLED if foreign else facts.names.style.outlet_article


def naming_of(facts: Facts, row: PlaceRow) -> OutletNaming:
    """The outlet's naming on the day the piece ran there; an outlet without a record has only its name."""
    outlet = facts.names.venues.get(row["outlet_id"])
    if outlet:
        return outlet.on(_named_on(facts, row))
    return OutletNaming(row["outlet_name"], language=language_to_mark(row["outlet_name"], facts.language))


def _named_on(facts: Facts, row: PlaceRow) -> dt.date | None:
    """The day whose name counts: the day it ran there, else the piece's own; a piece to come has today's name."""
    own = facts.names.on
    return day_there(row) or (dt.date.fromisoformat(own) if own else None)


def permitting_outlet(facts: Facts, permission: Permission, language: str) -> PrintedLine:
    """The outlet of a permission inside a sentence in a `language`, named as the attribution names it: "the Hill"."""
    row = next((row for row in facts.content["appearances"] if row["key"] == permission.appearance), None)
    if row is None:
        return facts.name(permission.outlet)
    naming = naming_of(facts, row)
    lead, name = attribution.in_sentence(naming, _case(facts, naming, language))
    return [*_lead(facts, lead, language), *words(name, naming.language)]


def label_of(facts: Facts, row: PlaceRow) -> PrintedLine:
    """The name of a place standing alone."""
    return label(naming_of(facts, row))


def label(naming: OutletNaming) -> PrintedLine:
    """An outlet's name standing alone, marked with its language if it is not the page's."""
    return words(attribution.in_label(naming), naming.language)
