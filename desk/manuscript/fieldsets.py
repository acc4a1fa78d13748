"""The article form from top to bottom: one line, the text, and the parts that open on demand."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse_lazy
from django.utils.text import format_lazy

from articles.states import Surface
from desk.manuscript.form import MAY_SAY_SO


@dataclass(frozen=True)
class FormPart:
    """One line of “More about this piece”: fields, rows with this prefix, or both. `says` stands above its fields."""

    code: str
    title: str
    fields: tuple[str, ...] = ()
    rows: str = ""
    says: Any = ""


_OF_THE_LIBRARY: Any = format_lazy(
    'A picture of <a href="{}" target="_blank">the library</a>, or a file of yours, which goes there first. Its credit '
    "and its licence come from its own page and stand beside it wherever it is.",
    reverse_lazy("admin:pictures_picture_changelist"),
)

LEFT_OUT = tuple(f"is_left_out_of_{surface.value}" for surface in Surface)

PARTS: tuple[FormPart, ...] = (
    FormPart(
        "places", "Where else it ran", ("has_more_places", "attribution_override"), rows="appearances",
        says="The sentence is made from the places above. Write another only where theirs cannot say it.",
    ),
    FormPart(
        "lead", "Lead picture",
        ("lead_picture", "lead_alt", "lead_is_decorative", "lead_caption", "lead_crop"), says=_OF_THE_LIBRARY,
    ),
    FormPart("topics", "Topics, series, region", ("tags", "series", "series_place", "region")),
    FormPart("disclosures", "What authors disclose", rows="disclosures"),
    FormPart("files", "Files", rows="attachments"),
    FormPart("notes", "Notes", ("editors_note", "editing_note")),
    FormPart(
        "translation", "Translation", ("source_language", "translation_of", "translation_extent"),
        says="For a text that was translated. Who translated it stands in the byline, with the role of translator.",
    ),
    FormPart(
        "made_from", "Excerpt or new version", ("made_from", "made_as"),
        says="For a text made from another piece of ours. It shows no more than that piece may.",
    ),
    FormPart(
        "copyright", "Copyright and licence",
        (
            "copyright_basis", "copyright_holders", "copyright_year", "copyright_reason", "copyright_line",
            "licence", "has_no_licence", "licence_exceptions",
        ),
        says="The institution holds the copyright of its own texts. Of a text that came from an outlet it claims "
        "nothing: who holds that, and under which licence it came, stands with the permission of its place.",
    ),
    FormPart("disclaimer", "Disclaimer fixed for this piece", rows="pinned_wordings"),
    FormPart("address", "Web address", ("slug",), says="Made from the headline while it is empty."),
    FormPart(
        "left_out", "Where it is shown", LEFT_OUT,
        says="Everywhere, unless it is left out of a place here. Its page, and links to it, stay in any case.",
    ),
    FormPart(
        "archive", "An older piece", ("is_archive", "first_published_on"),
        says="For pieces that readers had before this desk. A day we do not know stays empty.",
    ),
)  # fmt: skip
WITH_FIELDS = tuple(part for part in PARTS if part.fields)
LINE, TEXT = 0, 1  # places in `FIELDSETS`; the parts with fields follow

FIELDSETS: list[Any] = [
    (None, {"fields": ["kind", "institution", "language"], "classes": ["piece-line"]}),
    (None, {"fields": ["headline", "dek", "body"], "classes": ["piece-text"]}),
    *((None, {"fields": list(part.fields), "description": part.says}) for part in WITH_FIELDS),
]


def with_another_piece(adminform: Any) -> None:
    """Show the field `another_piece` above the text of a form refused because another piece has the same original."""
    form = adminform.form
    is_stopped = getattr(form.instance, "is_stopped_by_another", False) or form["another_piece"].value()
    if is_stopped and form.user.has_perm(MAY_SAY_SO):
        line, (name, text), *others = adminform.fieldsets
        text = {**text, "fields": ["another_piece", *text["fields"]]}
        adminform.fieldsets = [line, (name, text), *others]
