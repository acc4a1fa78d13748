"""Translations beside the rows of a list: a list has one entry for a piece, and offers its other languages there."""

from typing import Any

from django.db.models import Q

from articles.models.edition import Edition
from articles.states import Form, Surface
from prose.languages import base, marks
from reading.languages.own_names import own_name
from reading.site import Site


def with_versions(rows: list[dict[str, Any]], site: Site) -> None:
    """Give each row the other languages of its piece, on a desk with several: `versions`; one query."""
    groups = {row["translation_group"] or row["uuid"] for row in rows}
    if not site.has_other_languages or not groups or site.at is None:
        return
    listed = Edition.objects.shown_in(Surface.LISTS, site.at).with_text().filter(form=Form.PIECE)
    versions = listed.filter(Q(translation_group__in=groups) | Q(article__uuid__in=groups)).order_by(
        "language"
    )
    found: dict[Any, list[tuple[str, str]]] = {}
    for group, piece, language, path in versions.values_list(
        "translation_group", "uuid", "language", "permalink__path"
    ):
        found.setdefault(group or piece, []).append((language, path))
    for row in rows:
        others = dict(found.get(row["translation_group"] or row["uuid"], ()))
        row["versions"] = [
            {"language": code, "path": path, "name": own_name(code), "marks": marks(code, row["language"])}
            for code, path in others.items()
            if base(code) != base(row["language"])
        ]
