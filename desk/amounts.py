"""Amount of a text that an edition shows readers, in words for editors."""

from articles.models.edition import Edition
from articles.press.proof import IS_HIDDEN, Proof
from articles.rights.rule import EXCERPT, FULL, SOURCE_GONE
from prose.html.allowed import NOTE
from prose.html.text import plain_text, word_count
from prose.words import ending

NOTHING = "nothing of it"
"""Amount of a page that may not even say its headline."""
_LAST_WORDS = 60
"""Characters of an excerpt's end that are shown."""


def amount(edition: Edition) -> str:
    """Amount of text in an edition: "the full text", "an excerpt of 150 words" or "headline, dek and link".

    A page that may not show the text has no link either where no place has an address.
    """
    if edition.printed.get(IS_HIDDEN):
        return NOTHING
    if edition.mode == EXCERPT:
        limits = [row["excerpt_words"] for row in edition.printed.get("rights", []) if row["excerpt_words"]]
        return f"an excerpt of {min(limits)} words" if limits else "an excerpt"
    if edition.mode == FULL:
        return "the full text"
    has_link = bool(edition.printed.get("read_more"))
    if any(row["state"] in SOURCE_GONE for row in edition.printed.get("rights", [])):
        return "headline and link" if has_link else "the headline alone"
    return "headline, dek and link" if has_link else "headline and dek, without a link"


def amount_in_words(edition: Edition) -> str:
    """The part of the piece that its permissions let readers have."""
    if edition.printed.get(IS_HIDDEN):
        return NOTHING
    without = "without the text" if edition.printed.get("read_more") else "without text or link"
    rest = f"{amount(edition).removesuffix(', without a link')}, {without},"
    return {FULL: "it", EXCERPT: "its excerpt"}.get(edition.mode, rest)


def part_in_words(proof: Proof) -> str:
    """The part of the text that readers would get, and where it ends, after "readers get"; "" for the whole piece."""
    edition, body = proof.edition, proof.facts.content["body"]
    if edition.mode == FULL:
        return ""
    if edition.mode != EXCERPT:
        return f"{amount(edition).removesuffix(', without a link')}, without the text"
    shown, every = edition.word_count, word_count(body)
    notes = ", without its notes" if NOTE in body else ""
    if shown == every:
        allowed = proof.facts.allowed.words
        return f"all of its text{notes}: {allowed} words of it may be shown, and it has no more"
    end = ending(plain_text(edition.body).rstrip("… \n"), _LAST_WORDS)
    return f"an excerpt: {shown} of its {every} words{notes}, as far as “{end}”"
