"""The label of a content type on a page: the nearest house's own of the day, in the page's language if there is one."""

from collections.abc import Sequence

from disclaimers.inheritance import Inherited, nearest
from disclaimers.models.institution import Institution
from disclaimers.models.kind import Kind, KindLabel
from prose.languages import serves
from prose.names.forms import ChosenForm, PageForms
from prose.text_language.recognition import language_of_name

KindLabelForm = Inherited[ChosenForm[str], Institution]
"""A label with the institution that has it; None where every institution has."""


def label_of_kind(
    page: PageForms, kind: Kind, rows: Sequence[KindLabel], lineage: Sequence[Institution]
) -> KindLabelForm:
    """The label of the nearest institution among rows of the day, else of every one, else the type's own."""
    own = language_of_name(kind.name_language, kind.label, page.usual_language)
    foreign = "" if serves(own, page.language) else own
    served = [row.language for row in rows if serves(row.language, page.language)]
    for language in dict.fromkeys((page.language, own if not foreign else "", *served, own)):
        label = _nearest([row for row in rows if row.language == language], lineage)
        if label.value or language == own:
            mark = foreign if language == own else ""
            return Inherited(ChosenForm(label.value or kind.label, mark), label.house)
    return Inherited(ChosenForm(kind.label, foreign))


def _nearest(rows: Sequence[KindLabel], lineage: Sequence[Institution]) -> Inherited[str, Institution]:
    labels = {row.institution_id: row.label for row in rows}
    return nearest(lineage, lambda house: labels.get(house.pk), labels.get(None, ""))
