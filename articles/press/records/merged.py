"""Records that were merged into another: a page takes the institution, content type or licence that stands for both.

Versions and editions go on naming the record that they name. What is printed from them names the one that stands, so
that the next edition of a piece is of the same type as the one before, and its words stay as they were printed.
"""

from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Value

from articles.models.edition import Edition
from articles.press.answers import Asked
from articles.press.batch_cache import get_or_load
from articles.snapshot import Content
from authors.models import Author
from disclaimers.models import Institution, Kind, Licence


@dataclass(frozen=True)
class MergedRecords:
    """For each merged record, by its key, the key of the one that stands for it."""

    kinds: Mapping[int, int]
    licences: Mapping[int, int]
    people: Mapping[int, int]
    institutions: Mapping[int, int]

    def of_version(self, content: Content) -> Content:
        """The content with the records that stand; who was asked was asked under both names."""
        if self.people and content["disclosures"]:
            answers = [row | {"asked": self._with_merged(row)} for row in content["disclosures"]]
            content = content | {"disclosures": answers}
        kind, licence, house = content["kind"], content["licence_id"], content["institution"]
        return content | {
            "kind": self.kinds.get(kind, kind),
            "licence_id": self.licences.get(licence, licence),
            "institution": self.institutions.get(house, house),
        }

    def _with_merged(self, answer: dict[str, Any]) -> Asked | None:
        """The people who were asked, with the records that stand for them."""
        asked: Asked | None = [answer["author_id"]] if answer["author_id"] else answer["asked"]
        return asked and [*asked, *(self.people[who] for who in asked if who in self.people)]  # type: ignore[index]

    def of_page(self, edition: Edition) -> Edition:
        """The edition as if it had been printed from them, with the words that it was printed with."""
        printed = edition.printed
        records, licence = printed["records"], printed.get("terms", {}).get("licence") or {}
        kind, house = records["kind"], records["institution"]
        stand = {"kind": self.kinds.get(kind, kind), "institution": self.institutions.get(house, house)}
        page = copy(edition)
        page.printed = printed | {"records": records | stand}
        if pictures := printed.get("pictures"):
            page.printed |= {"pictures": {uuid: self._licensed(row) for uuid, row in pictures.items()}}
        if documents := printed.get("documents"):
            page.printed |= {"documents": [self._licensed(row) for row in documents]}
        if licence.get("id") in self.licences:
            stands = licence | {"id": self.licences[licence["id"]]}
            page.printed |= {"terms": printed["terms"] | {"licence": stands}}
        return page

    def _licensed(self, row: dict[str, Any]) -> dict[str, Any]:
        return row | {"licence_id": self.licences.get(row["licence_id"], row["licence_id"])}


def load_merged() -> MergedRecords:
    """All merged institutions, content types, licences and people, with one query."""
    pairs: dict[str, dict[int, int]] = {noun: {} for noun in _MODELS}
    for noun, gone, kept in get_or_load(("merged records",), _rows):
        pairs[noun][gone] = kept
    return MergedRecords(**pairs)


def _rows() -> list[tuple[str, int, int]]:
    first, *others = (
        model._default_manager.filter(merged_into__isnull=False)
        .order_by()
        .values_list(Value(noun), F("pk"), F("merged_into"))
        for noun, model in _MODELS.items()
    )
    return list(first.union(*others, all=True))


_MODELS: dict[str, Any] = {"kinds": Kind, "licences": Licence, "people": Author, "institutions": Institution}
