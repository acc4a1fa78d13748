"""Forms of records on a page: what decides between them, and the forms of an institution's names."""

import datetime as dt
from collections.abc import Mapping

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject

from disclaimers.models import InstitutionName
from prose.names.forms import ChosenForm, NameForms

DAYS = {"language": "language", "from_on": "from_on", "until_on": "until_on"}
"""Members of a JSON row of a `DatedName`, for `prose.names.forms.forms_from_json`."""


class PageForms:
    """What decides between forms: the page's language, its day, and the language that records are in by default."""

    def __init__(self, language: str, on: dt.date, usual_language: str) -> None:
        self.language, self.on, self.usual_language = language, on, usual_language

    def in_language(self, language: str) -> "PageForms":
        """The same for a text in another language on the page."""
        return PageForms(language, self.on, self.usual_language)

    def word(self, name: str, forms: NameForms) -> ChosenForm[str]:
        """One word of a record in the form to print."""
        return forms.word(name, language=self.language, on=self.on)


def languages_of(words: Mapping[str, ChosenForm[str]]) -> dict[str, str]:
    """The languages of words that are not in the page's, by the names of the words."""
    return {name: word.language for name, word in words.items() if word.value and word.language}


def institution_forms(key: str) -> ArraySubquery:
    """Annotation: the names of the institution that a field refers to, as JSON rows for `forms_from_json`."""
    rows = InstitutionName.objects.filter(institution=OuterRef(key)).order_by("language", "from_on", "id")
    words = {name: name for name in ("name", "short_name", "copyright_holder")}
    return ArraySubquery(rows.values(form=JSONObject(**DAYS, **words)))
