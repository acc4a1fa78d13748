"""Names on a profile: today's, in the page's language, with the titles of bylines and the articles of sentences.

A form that is not in the page's language is marked with its own.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from articles.models.topic import Topic
from authors.models import Appointment, Author
from authors.naming import native_language, person_forms, post_forms
from disclaimers.naming import house_forms
from outlets import attribution
from outlets.models import Outlet
from outlets.naming import FormerNaming, OutletNaming
from prose import printed_line
from prose.languages import base, serves
from prose.names.forms import NameForm, NameForms, WordsOfForm, forms_from_json
from prose.printed_line import PrintedLine, words
from prose.text_language.recognition import language_of_name
from reading.site import Site


@dataclass(frozen=True)
class ProfileNames:
    """What decides between forms: the house whose face the page shows, today, and the language of names by default."""

    site: Site
    today: dt.date
    usual_language: str

    def person(self, author: Author, rows: list[dict[str, Any]]) -> PrintedLine:
        """The name with the titles that the house's bylines print: "Ambassador Ida Quay, Ph.D." """
        forms = person_forms(author, rows, self.usual_language)
        values = {name: self._word(forms, name) for name in ("name", "suffix", "rank", "courtesy")}
        if not author.courtesy_on(self.today):
            values["courtesy"] = []
        retired = self.site.retired_word
        if values["rank"] and retired and author.is_retired(self.today):
            values["rank"] = [*values["rank"], *words(f" {retired.text}", retired.mark)]
        if author.native_name and author.native_name != printed_line.text(values["name"]):
            language = native_language(author)
            mark = "" if serves(language, self.site.language) else language
            values["native_name"] = words(author.native_name, mark)
        return self.site.byline_name.fill(values) or values["name"]

    def post(self, post: Appointment, rows: Mapping[str, Any]) -> PrintedLine:
        """ "senior adviser, Office of the Tides Chair, Harbour"; `rows`: its words and its house's names, as JSON."""
        forms = post_forms(post, rows["words"], self.usual_language)
        parts = [self._word(forms, "title"), self._word(forms, "unit")]
        if post.institution:
            house = house_forms(post.institution, rows["house_names"], self.usual_language)
            parts.append(self._word(house, "short_name"))
        else:
            parts.append(self._word(forms, "organisation"))
        return printed_line.join([part for part in parts if part], ", ")

    def outlet(self, outlet: Outlet, former: list[Any], rows: list[Any]) -> tuple[PrintedLine, str]:
        """The name as the outlet styles itself, and as a sentence says it: "The Hill", "the Hill"."""
        forms = [(row["language"], _naming(row)) for row in rows]
        if outlet.native_name and outlet.language:
            forms.append((outlet.language, FormerNaming(outlet.native_name, "", "none", "", "")))
        own = language_of_name(outlet.name_language, outlet.name, self.usual_language)
        naming = OutletNaming(
            outlet.name, outlet.article, outlet.article_rule, former=tuple(map(_naming, former))
        ).for_page(self.site.language, own, forms)
        today = naming.on(self.today)
        sentence = "".join(attribution.in_sentence(today, self._case))
        return words(attribution.at_start(today), today.language), sentence

    def topic(self, topic: Topic, rows: list[dict[str, Any]]) -> PrintedLine:
        own: NameForm[WordsOfForm] = NameForm(
            {"name": topic.name}, language_of_name(topic.name_language, topic.name, self.usual_language)
        )
        return self._word(NameForms(own, forms_from_json(rows)), "name")

    @property
    def _case(self) -> str:
        is_english = base(self.site.language) == "en"
        return attribution.SentenceCase.LOWER if is_english else attribution.SentenceCase.AS_STYLED

    def _word(self, forms: NameForms, name: str) -> PrintedLine:
        word = forms.word(name, language=self.site.language, on=self.today)
        return words(word.value, word.language)


def _naming(row: Mapping[str, Any]) -> FormerNaming:
    return FormerNaming(
        row["name"], row["article"], row["rule"], row.get("from_on") or "", row.get("until_on") or ""
    )
