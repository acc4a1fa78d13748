"""An outlet's name in a label ("Hill"), inside a sentence ("the Hill") and at its start ("The Hill").

Pure functions over plain values: what a house prefers comes in as a value, so that this app need not know house
styles (docs/wording-rows.md A, B; Chicago Manual of Style 8.170 on lower-casing "the").
"""

from enum import StrEnum
from typing import Literal

from outlets.naming import ArticleRule, OutletNaming


class SentenceCase(StrEnum):
    """A house's choice for a separable article inside running text."""

    LOWER = "lower-case"
    AS_STYLED = "as-styled"


def in_label(outlet: OutletNaming) -> str:
    """The name standing alone, as in "Source: Hill": a separable article is dropped, any other stays."""
    return outlet.name if outlet.rule == ArticleRule.SEPARABLE else outlet.full


def in_sentence(outlet: OutletNaming, case: str = SentenceCase.LOWER) -> tuple[str, str]:
    """The name inside running text as (article outside the link, linked name): ("the ", "Hill").

    Only a house that lower-cases separable articles leaves one outside the link.
    """
    if outlet.rule == ArticleRule.SEPARABLE and case == SentenceCase.LOWER:
        return outlet.article_before_name.lower(), outlet.name
    return "", outlet.full


def after_descriptor(outlet: OutletNaming) -> str:
    """The name after words that describe it: "the daily newspaper Hill", never "the daily newspaper the Hill"."""
    return in_label(outlet)


def at_start(outlet: OutletNaming) -> str:
    """The name as the first words of a sentence: "The Hill reported …"."""
    return outlet.full


Preposition = Literal["in", "on", "by"]

_ON = frozenset({"site", "blog", "broadcaster", "podcast"})
_BY = frozenset({"agency", "think-tank", "book-publisher"})


def preposition_for(type: str) -> Preposition:
    """The preposition before an outlet of this type: published in a newspaper, on a site, by a publisher."""
    if type in _ON:
        return "on"
    return "by" if type in _BY else "in"
