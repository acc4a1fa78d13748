"""A version's content as a person reads it: one line a field, records by their names, in the order of the form."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.template.defaultfilters import linebreaksbr
from django.utils.safestring import SafeString, mark_safe

from articles.admin.keys import as_key
from articles.models.appearance import Appearance
from articles.models.byline import Byline
from articles.models.topic import Topic
from articles.snapshot import Content
from authors.models import Author
from disclaimers.models import Institution, Kind, Wording
from outlets.models import Outlet
from prose.clean import clean_html
from prose.errors import ProseError
from prose.languages import BY_CODE

Names = dict[str, dict[str, str]]
_MODELS: dict[str, type[models.Model]] = {
    "institution": Institution,
    "kind": Kind,
    "author_id": Author,
    "outlet_id": Outlet,
    "wording_id": Wording,
}


@dataclass(frozen=True)
class Line:
    """One field: `text` is a safe string where it is prose, a plain one elsewhere."""

    name: str
    label: str
    text: str

    @property
    def html(self) -> str:
        """As a page shows it: prose as it is, plain text escaped with its lines."""
        return self.text if isinstance(self.text, SafeString) else linebreaksbr(self.text)


def in_words(content: Content) -> list[Line]:
    """All fields of a version's content. Values that make no sense (typed, never saved) stand as they are."""
    names = _names([content, *content["bylines"], *content["appearances"], *content["pinned_wordings"]])
    language = BY_CODE.get(content["language"])
    return [
        Line("headline", "Headline", content["headline"]),
        Line("dek", "Dek", content["dek"]),
        Line("body", "Text", _prose(content["body"])),
        Line("bylines", "Byline", _rows(_byline(row, names) for row in content["bylines"])),
        Line("tags", "Topics", _topics(content["topics"])),
        Line("appearances", "Where else it ran", _rows(_place(row, names) for row in content["appearances"])),
        Line("kind", "Content type", _named(names, "kind", content["kind"])),
        Line("institution", "Institution", _named(names, "institution", content["institution"])),
        Line("language", "Language", language.name if language else content["language"]),
        Line("slug", "Web address", content["slug"]),
        Line("first_published_on", "First published here on", content["first_published_on"] or ""),
        Line("is_archive", "This ran on our old site", "Yes" if content["is_archive"] else ""),
        Line("copyright_line", "Its own copyright line", content["copyright_line"]),
        Line("pinned_wordings", "Disclaimer", _rows(_pin(row, names) for row in content["pinned_wordings"])),
    ]


def _names(rows: Iterable[dict[str, Any]]) -> Names:
    """What the records named in these rows are called today: one query a kind of record."""
    wanted: dict[str, set[int]] = {}
    for row in rows:
        for key in _MODELS.keys() & row.keys():
            if (pk := as_key(row[key])) is not None:
                wanted.setdefault(key, set()).add(pk)
    return {
        key: {str(pk): str(found) for pk, found in _MODELS[key]._default_manager.in_bulk(pks).items()}
        for key, pks in wanted.items()
    }


def _topics(said: Iterable[str]) -> str:
    """By today's names; what was typed and names no topic yet stands as it is."""
    wanted = list(said)
    names = dict(Topic.objects.filter(slug__in=wanted).values_list("slug", "name"))
    return ", ".join(sorted(names.get(one, one) for one in wanted))


def _named(names: Names, key: str, pk: Any) -> str:
    return names.get(key, {}).get(str(pk), "") if pk else ""


def _prose(html: str) -> str:
    try:
        return SafeString(mark_safe(clean_html(html)))  # noqa: S308 - the allow-list's own output
    except ProseError:
        return html


def _rows(lines: Iterable[str]) -> str:
    return "\n".join(line for line in lines if line)


def _byline(row: dict[str, Any], names: Names) -> str:
    who = _named(names, "author_id", row["author_id"]) or row["name"]
    role = dict(Byline.Role.choices).get(row["role"], row["role"])
    parts = [who, str(role) if row["role"] != Byline.Role.AUTHOR else "", row["bio"]]
    return " · ".join(part for part in parts if part)


def _place(row: dict[str, Any], names: Names) -> str:
    outlet = _named(names, "outlet_id", row["outlet_id"]) or row["outlet_name"] or "Outlet not known"
    relation = dict(Appearance.Relation.choices).get(row["relation"], row["relation"])
    parts = [outlet, str(relation), row["headline"], row["published_on"] or "", row["url"]]
    return " · ".join(part for part in parts if part)


def _pin(row: dict[str, Any], names: Names) -> str:
    return str(row["own_text"]) or _named(names, "wording_id", row["wording_id"])
