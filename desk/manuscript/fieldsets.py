"""Fieldsets of the article form, from top to bottom: the text is open, all others open on demand."""

from typing import Any

from django.urls import reverse_lazy
from django.utils.text import format_lazy

from desk.manuscript.form import MAY_SAY_SO


def _part(*fields: Any, says: str = "") -> dict[str, Any]:
    return {"fields": list(fields), "classes": ["collapse"], "description": says}


_OF_THE_LIBRARY: Any = format_lazy(
    'A picture of <a href="{}" target="_blank">the library</a>, or a file of yours, which goes there first. Its credit '
    "and its licence come from its own page and stand beside it wherever it is.",
    reverse_lazy("admin:pictures_picture_changelist"),
)

FIELDSETS: list[Any] = [
    (None, {"fields": ["kind", "headline", "dek", "body", "tags"]}),
    (
        "Lead picture",
        _part(
            "lead_picture",
            "lead_alt",
            "lead_is_decorative",
            "lead_caption",
            "lead_crop",
            says=_OF_THE_LIBRARY,
        ),
    ),
    (
        "Series, region, notes",
        _part("series", "region", "editors_note", "editing_note"),
    ),
    (
        "Where it ran, in other words",
        _part(
            "has_more_places",
            "attribution_override",
            says="The sentence is made from the places above. Write another only where theirs cannot say it.",
        ),
    ),
    (
        "A translation",
        _part(
            "source_language",
            "translation_of",
            "translation_extent",
            says="For a text that was translated. Who translated it stands in the byline, with the role of translator.",
        ),
    ),
    (
        "An excerpt or a new version",
        _part(
            "made_from",
            "made_as",
            says="For a text made from another piece of ours. It shows no more than that piece may.",
        ),
    ),
    (
        "Copyright and licence",
        _part(
            "copyright_basis",
            "copyright_holders",
            "copyright_year",
            "copyright_reason",
            "copyright_line",
            "licence",
            "has_no_licence",
            "licence_exceptions",
            says="The institution holds the copyright of its own texts. Of a text that came from an outlet it claims "
            "nothing: who holds that, and under which licence it came, stands with the permission of its place.",
        ),
    ),
    (
        "Institution, language and web address",
        _part(
            "institution",
            "language",
            "slug",
            says="Filled in from the home institution. The web address is made from the headline.",
        ),
    ),
    (
        "An older piece",
        _part(
            "is_archive",
            "first_published_on",
            says="For pieces that readers had before this desk. A day we do not know stays empty.",
        ),
    ),
]


def with_another_piece(adminform: Any) -> None:
    """Show the field `another_piece` at the top of a form refused because another piece has the same original."""
    form = adminform.form
    is_stopped = getattr(form.instance, "is_stopped_by_another", False) or form["another_piece"].value()
    if is_stopped and form.user.has_perm(MAY_SAY_SO):
        (name, text), *others = adminform.fieldsets
        adminform.fieldsets = [(name, {**text, "fields": ["another_piece", *text["fields"]]}), *others]
