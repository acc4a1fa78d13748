"""An outlet's naming: one value from the record to the printed sentence.

The record gives it (`Outlet.naming`), an edition freezes it as JSON, and the functions of `outlets.attribution`
print it.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import KW_ONLY, dataclass, replace
from typing import Any, NamedTuple

from django.db import models

from prose.languages import serves


class ArticleRule(models.TextChoices):
    """Rule for printing the article of an outlet's name."""

    NONE = "none", "None: “Foreign Policy”"
    SEPARABLE = "separable", "Left out in labels: “Hill”, in text “the Hill”"
    INSEPARABLE = "inseparable", "Always kept: “The Hague Review”"
    FOREIGN = "foreign", "Foreign, always kept: “Die Zeit”"

    @classmethod
    def usual_for(cls, article: str) -> "ArticleRule":
        """The rule for most outlets with this article: an English one is left out in labels, others stay."""
        return cls.SEPARABLE if article.casefold() == "the" else cls.FOREIGN


class FormerNaming(NamedTuple):
    """A name from a day until another (exclusive), former or in another language; days are ISO, "" is open."""

    name: str
    article: str
    rule: str
    from_on: str
    until_on: str

    @property
    def full(self) -> str:
        """The name with its article."""
        return OutletNaming(self.name, self.article, self.rule).full

    def is_in_use(self, day: str) -> bool:
        """True on an ISO day; for "", the present, if it has no end."""
        return (
            not self.until_on
            if not day
            else self.from_on <= day and (not self.until_on or day < self.until_on)
        )


@dataclass(frozen=True)
class OutletNaming:
    """An outlet as print names it: `OutletNaming("Hill", "The", ArticleRule.SEPARABLE)`.

    `type` decides the preposition before the name, `descriptor` and `gloss` are the words around it. `id` is 0
    and `slug` empty for an outlet without a record. `forms`: its names in the page's language, the best first.
    `language` of the name and `words_language` of the words around it are empty where they are the page's own.
    Field names are keys of frozen editions.
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
    forms: tuple[FormerNaming, ...] = ()
    language: str = ""
    words_language: str = ""

    @classmethod
    def from_json(cls, row: Mapping[str, Any]) -> "OutletNaming":
        """The naming that an edition froze."""
        dated = {
            key: tuple(FormerNaming(*naming) for naming in row.get(key, ())) for key in ("former", "forms")
        }
        return cls(**{**row, **dated})

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
        for form in self.forms:
            if form.is_in_use(iso):
                return replace(self, name=form.name, article=form.article, rule=form.rule, language="")
        for former in self.former if iso else ():
            if former.is_in_use(iso):
                return replace(self, name=former.name, article=former.article, rule=former.rule)
        return self

    def for_page(self, language: str, own: str, forms: Iterable[tuple[str, FormerNaming]]) -> "OutletNaming":
        """The naming for a page in `language`; `own` is the language of the name, `forms` are (language, name)."""
        is_at_home = serves(own, language)
        serving = [row for row in forms if serves(row[0], language)]
        # On its own language's page a name of that very language is better than the name itself: "en-GB" over "en".
        chosen = [row for row in serving if not is_at_home or row[0] == language != own]
        chosen.sort(key=lambda row: row[0] != language)
        mark = "" if is_at_home else own
        return replace(self, forms=tuple(naming for _, naming in chosen), language=mark, words_language=mark)
