"""Amount of a text that an edition shows readers, in words for editors."""

from articles.models.edition import Edition
from articles.press.proof import IS_HIDDEN
from articles.rights.rule import EXCERPT, FULL, SOURCE_GONE

NOTHING = "nothing of it"
"""Amount of a page that may not even say its headline."""


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
