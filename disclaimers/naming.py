"""Names of an institution in all their forms, as values for `prose.names.forms`."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from disclaimers.models.institution import Institution
from prose.names.forms import ChosenForm, NameForm, NameForms, WordsOfForm, choose_form, forms_from_json
from prose.text_language.recognition import language_of_name


@dataclass(frozen=True)
class HouseName:
    """The names of a house in all languages and of all days, the own form first, and its web site.

    `on`: the day of reading; None stands for the present names.
    """

    forms: tuple[NameForm[str], ...]
    url: str = ""
    on: dt.date | None = None

    def on_page(self, language: str) -> ChosenForm[str]:
        """The form for a page in a language."""
        return choose_form(self.forms[0], self.forms[1:], language=language, on=self.on)


def house_forms(
    institution: Institution, rows: Iterable[Mapping[str, Any]], usual_language: str
) -> NameForms:
    """Name, short name and copyright holder; `rows` are its `InstitutionName`s as JSON.

    A former name without a holder was itself the holder, if there is one today.
    """
    own: NameForm[WordsOfForm] = NameForm(
        {
            "name": institution.name,
            "short_name": institution.short_label,
            "copyright_holder": institution.copyright_holder,
        },
        language_of_name(institution.name_language, institution.name, usual_language),
    )
    completed = []
    for row in rows:
        former_holder = (
            row["name"] if institution.copyright_holder and row["language"] == own.language else ""
        )
        holder = row["copyright_holder"] or former_holder
        completed.append({**row, "short_name": row["short_name"] or row["name"], "copyright_holder": holder})
    return NameForms(own, forms_from_json(completed))
