"""Claims: what a source says of itself outside its text, such as a web page's metadata.

A claim is evidence, never a fact: metadata may be the site's instead of the page's, or an editor's account.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Claimed(StrEnum):
    """Facts that a source may state about itself."""

    HEADLINE = "headline"
    HEADING_PART = "part of the heading"
    RIVAL = "rival of the headline"
    AUTHOR = "author"
    DAY = "day"
    UPDATED = "day of an update"
    ADDRESS = "address"
    OUTLET = "outlet"
    LANGUAGE = "language"
    SUMMARY = "summary"


@dataclass(frozen=True)
class Claim:
    """One statement: `where` names its place for an editor ("og:title"), `line` is its line in the source."""

    what: Claimed
    value: str
    where: str
    line: int = 0


def claims_of(claims: Iterable[Claim], what: Claimed) -> tuple[Claim, ...]:
    """The claims about one fact, in their order."""
    return tuple(claim for claim in claims if claim.what is what)
