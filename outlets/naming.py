"""An outlet's naming: one value from the record to the printed sentence.

The record gives it (`Outlet.naming`), an edition freezes it as JSON, and the functions of `outlets.attribution`
print it.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import KW_ONLY, dataclass, replace
from typing import Any, NamedTuple

from django.db import models


class ArticleRule(models.TextChoices):
    """Rule for printing the article of an outlet's name."""

    NONE = "none", "None: “Foreign Policy”"
    SEPARABLE = "separable", "Left out in labels: “Hill”, in text “the Hill”"
    INSEPARABLE = "inseparable", "Always kept: “The Hague Review”"
    FOREIGN = "foreign", "Foreign, always kept: “Die Zeit”"


class FormerNaming(NamedTuple):
    """A name the outlet had from a day until another (exclusive); days are ISO dates, "" is open."""

    name: str
    article: str
    rule: str
    from_on: str
    until_on: str

    @property
    def full(self) -> str:
        """The name with its article."""
        return OutletNaming(self.name, self.article, self.rule).full


@dataclass(frozen=True)
class OutletNaming:
    """An outlet as print names it: `OutletNaming("Hill", "The", ArticleRule.SEPARABLE)`.

    `type` decides the preposition before the name, `descriptor` and `gloss` are the words around it. `id` is 0
    and `slug` empty for an outlet without a record. Field names are keys of frozen editions.
    """

    name: str
    article: str = ""
    rule: str = ArticleRule.NONE
    _: KW_ONLY
    id: int = 0
    slug: str = ""
    feed_url: str = ""
    type: str = "newspaper"
    descriptor: str = ""
    gloss: str = ""
    is_italic: bool = False
    former: tuple[FormerNaming, ...] = ()

    @classmethod
    def from_json(cls, row: Mapping[str, Any]) -> "OutletNaming":
        """The naming that an edition froze."""
        return cls(**{**row, "former": tuple(FormerNaming(*former) for former in row.get("former", ()))})

    @property
    def full(self) -> str:
        """The name as the outlet styles itself: "The Hill", "Die Zeit", "L'Avenir"."""
        return self.name if self.rule == ArticleRule.NONE else f"{self.article_before_name}{self.name}"

    @property
    def article_before_name(self) -> str:
        """ "The ", "L’" (an elided article joins its name), or ""."""
        return self.article if not self.article or self.article.endswith(("'", "’")) else f"{self.article} "

    def on(self, day: dt.date | None) -> "OutletNaming":
        """The naming under the name that the outlet had on that day; today's name for None."""
        iso = day.isoformat() if day else ""
        for former in self.former:
            if iso and former.from_on <= iso < former.until_on:
                return replace(self, name=former.name, article=former.article, rule=former.rule)
        return self
