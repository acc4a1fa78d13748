"""How an outlet is named: in a label ("Hill"), inside a sentence ("the Hill") and at its start ("The Hill").

Pure functions over plain values; what a house prefers comes in as a value, so this floor need not know
who prints (wording.md §0 (4, 5), tables A and B; Chicago Manual of Style 8.170 on lower-casing "the").
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal


class ArticleRule(StrEnum):
    """What kind of article an outlet's name carries."""

    NONE = "none"
    SEPARABLE = "separable"
    INSEPARABLE = "inseparable"
    FOREIGN = "foreign"


class SentenceCase(StrEnum):
    """A house's choice for a separable article inside running text."""

    LOWER = "lower-case"
    AS_STYLED = "as-styled"


@dataclass(frozen=True)
class OutletName:
    """An outlet's bare name with its article: `OutletName("Hill", "The", ArticleRule.SEPARABLE)`."""

    name: str
    article: str = ""
    rule: str = ArticleRule.NONE

    @property
    def full(self) -> str:
        """The name as the outlet styles itself: "The Hill", "Die Zeit", "L'Avenir"."""
        if not self.article or self.rule == ArticleRule.NONE:
            return self.name
        return f"{self.article}{_gap(self.article)}{self.name}"


def in_label(outlet: OutletName) -> str:
    """The name standing alone, as in "Source: Hill": a separable article is dropped, any other stays."""
    return outlet.name if outlet.rule == ArticleRule.SEPARABLE else outlet.full


def in_sentence(outlet: OutletName, case: str = SentenceCase.LOWER) -> tuple[str, str]:
    """The name inside running text as (article that is not part of the name, name): ("the ", "Hill").

    Only a separable article under a lower-casing house is no part of the name; a link wraps the second part.
    """
    if outlet.rule == ArticleRule.SEPARABLE and outlet.article and case == SentenceCase.LOWER:
        return f"{outlet.article.lower()}{_gap(outlet.article)}", outlet.name
    return "", outlet.full


def after_descriptor(outlet: OutletName) -> str:
    """The name behind words that say what it is: "the daily newspaper Hill", never "the daily newspaper the Hill"."""
    return in_label(outlet)


def at_start(outlet: OutletName) -> str:
    """The name as a sentence's first words: "The Hill reported …"; a name without an article stays as styled."""
    return outlet.full


Preposition = Literal["in", "on", "by"]

_ON = frozenset({"site", "blog", "broadcaster", "podcast"})
_BY = frozenset({"agency", "think-tank", "book-publisher"})


def preposition_for(type: str) -> Preposition:
    """Which joining word a kind of outlet takes: published in a newspaper, on a site, by a publisher."""
    if type in _ON:
        return "on"
    return "by" if type in _BY else "in"


def _gap(article: str) -> str:
    """An elided article ("L'") joins its name, every other stands apart."""
    return "" if article.endswith(("'", "’")) else " "
