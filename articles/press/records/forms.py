"""Forms of records on a page: the queries for them, and the languages of those that were chosen."""

from collections.abc import Mapping

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject

from disclaimers.models import InstitutionName
from prose.names.forms import ChosenForm

DAYS = {"language": "language", "from_on": "from_on", "until_on": "until_on"}
"""Members of a JSON row of a `DatedName`, for `prose.names.forms.forms_from_json`."""


def languages_of(words: Mapping[str, ChosenForm[str]]) -> dict[str, str]:
    """The languages of words that are not in the page's, by the names of the words."""
    return {name: word.language for name, word in words.items() if word.value and word.language}


def institution_forms(key: str) -> ArraySubquery:
    """Annotation: the names of the institution that a field refers to, as JSON rows for `forms_from_json`."""
    rows = InstitutionName.objects.filter(institution=OuterRef(key)).order_by("language", "from_on", "id")
    words = {name: name for name in ("name", "short_name", "copyright_holder")}
    return ArraySubquery(rows.values(form=JSONObject(**DAYS, **words)))
