"""Names on a profile: today's, in the page's language, with the titles of bylines and the articles of sentences.

A form that is not in the page's language is marked with its own.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from articles.models.grouping.named import NamedInLanguages
from authors.models import Appointment, Author
from authors.naming import person_words, post_words
from outlets import attribution
from outlets.models import Outlet
from outlets.naming import FormerNaming, OutletNaming
from prose import printed_line
from prose.languages import base
from prose.names.forms import ChosenForm, PageForms
from prose.printed_line import PrintedLine, words
from prose.text_language.recognition import language_of_name
from reading.site import Site


@dataclass(frozen=True)
class ProfileNames:
    """What decides between forms: the house whose face the page shows, its language, and today."""

    site: Site
    today: dt.date

    @property
    def usual_language(self) -> str:
        """The language of names whose records say none."""
        return self.site.home_language

    @property
    def page(self) -> PageForms:
        """Language and day by which the profile chooses among the forms of names."""
        return PageForms(self.site.language, self.today, self.usual_language)

    def person(self, author: Author, rows: list[dict[str, Any]]) -> PrintedLine:
        """The name with the titles that the house's bylines print: "Ambassador Ida Quay, Ph.D." """
        values = {name: _line(word) for name, word in person_words(self.page, author, rows).items()}
        retired = self.site.retired_word
        if values["rank"] and retired and author.is_retired(self.today):
            values["rank"] = [*values["rank"], *words(f" {retired.text}", retired.mark)]
        return self.site.byline_name.fill(values) or values["name"]

    def plain_person(self, author: Author, rows: list[dict[str, Any]]) -> ChosenForm[str]:
        """The name without titles."""
        return person_words(self.page, author, rows)["name"]

    def post(self, post: Appointment, rows: Mapping[str, Any]) -> PrintedLine:
        """ "senior adviser, Office of the Tides Chair, Harbour"; `rows`: its words and its house's names, as JSON."""
        parts = map(_line, post_words(self.page, post, rows["words"], rows["house_names"]).values())
        return printed_line.join([part for part in parts if part], ", ")

    def past_post(self, post: Appointment, rows: Mapping[str, Any]) -> PrintedLine:
        """A post that has ended, with its years: "dean, Tidal College, 2011–2015"."""
        last = (post.until_on or self.today) - dt.timedelta(days=1)
        first = post.from_on.year if post.from_on else ""
        years = str(last.year) if first == last.year else f"{first}–{last.year}"
        return printed_line.join([self.post(post, rows), _line(ChosenForm(years, ""))], ", ")

    def outlet(self, outlet: Outlet, former: list[Any], rows: list[Any]) -> tuple[PrintedLine, str]:
        """The name as the outlet styles itself, and as a sentence says it: "The Hill", "the Hill"."""
        forms = [(row["language"], _naming(row)) for row in rows]
        naming = outlet.naming_among(
            OutletNaming(
                outlet.name, outlet.article, outlet.article_rule, former=tuple(map(_naming, former))
            ),
            forms,
            self.site.language,
            self.usual_language,
        )
        today = naming.on(self.today)
        sentence = "".join(attribution.in_sentence(today, self._case))
        return words(attribution.at_start(today), today.language), sentence

    def former(self, outlet: Outlet, rows: list[Any]) -> tuple[PrintedLine, ...]:
        """The names that an outlet no longer has, the last one first."""
        names = [_naming(row).full for row in rows if row["until_on"] <= self.today.isoformat()]
        languages = (language_of_name(outlet.name_language, name, self.usual_language) for name in names)
        return tuple(_line(self.page.original(*pair)) for pair in zip(names, languages, strict=True))

    def grouping(self, record: NamedInLanguages, rows: list[dict[str, Any]]) -> PrintedLine:
        """The name of a topic or a series."""
        return _line(record.name_on(self.page, rows))

    def introduction(self, record: NamedInLanguages, rows: list[dict[str, Any]]) -> PrintedLine:
        """The introduction of a topic or a series."""
        return _line(record.introduction_on(self.page, rows))

    @property
    def _case(self) -> str:
        is_english = base(self.site.language) == "en"
        return attribution.SentenceCase.LOWER if is_english else attribution.SentenceCase.AS_STYLED


def _line(word: ChosenForm[str]) -> PrintedLine:
    return words(word.value, word.language)


def _naming(row: Mapping[str, Any]) -> FormerNaming:
    return FormerNaming(
        row["name"], row["article"], row["rule"], row.get("from_on") or "", row.get("until_on") or ""
    )
