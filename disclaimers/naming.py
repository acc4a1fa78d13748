"""Names of an institution in all their forms, as values for `prose.names.forms`."""

from collections.abc import Iterable, Mapping
from typing import Any

from disclaimers.models.institution import Institution
from prose.names.forms import NameForm, NameForms, WordsOfForm, forms_from_json
from prose.text_language.recognition import language_of_name


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
