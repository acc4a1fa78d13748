"""A version's content as a person reads it: one line a field, records by their names, in the order of the form."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.template.defaultfilters import linebreaksbr
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from articles.models.appearance import Appearance
from articles.models.article import Article
from articles.models.byline import Byline, Disclosure
from articles.models.edition import Edition
from articles.models.topic import Topic
from articles.snapshot import Content
from authors.models import Author
from disclaimers.models import Institution, Kind, Licence, Wording
from outlets.models import Outlet
from prose.dates import iso
from prose.errors import ProseError
from prose.html.clean import clean_html
from prose.keys import as_key
from prose.languages import BY_CODE

Names = dict[str, dict[str, str]]
_MODELS: dict[str, type[models.Model]] = {
    "institution": Institution,
    "kind": Kind,
    "author_id": Author,
    "outlet_id": Outlet,
    "wording_id": Wording,
    "licence_id": Licence,
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
    rows = ("bylines", "appearances", "disclosures", "pinned_wordings")
    names = _names([content, *(row for name in rows for row in content[name])])
    return [
        Line("headline", "Headline", content["headline"]),
        Line("dek", "Dek", content["dek"]),
        Line("body", "Text", _prose(content["body"])),
        Line("bylines", "Byline", _rows(_byline(row, names) for row in content["bylines"])),
        Line("tags", "Topics", _topics(content["topics"])),
        Line("appearances", "Where else it ran", _rows(_place(row, names) for row in content["appearances"])),
        Line("kind", "Content type", _named(names, "kind", content["kind"])),
        Line("institution", "Institution", _named(names, "institution", content["institution"])),
        Line("language", "Language", _language(content["language"])),
        Line("slug", "Web address", content["slug"]),
        Line("first_published_on", "First published here on", content["first_published_on"] or ""),
        Line("is_archive", "This ran on our old site", "Yes" if content["is_archive"] else ""),
        *_notes(content),
        *_of_translation(content),
        *_of_copyright(content, names),
        Line(
            "disclosures",
            "What authors disclose",
            _rows(_answer(row, names) for row in content["disclosures"]),
        ),
        Line("pinned_wordings", "Disclaimer", _rows(_pin(row, names) for row in content["pinned_wordings"])),
    ]


def _notes(content: Content) -> list[Line]:
    return [
        Line("series", "Series", content["series"]),
        Line("region", "Region", content["region"]),
        Line("editors_note", "Editor’s note above the text", content["editors_note"]),
        Line("editing_note", "How the text was edited", content["editing_note"]),
        Line("has_more_places", "It ran in other places too", _yes(content["has_more_places"])),
        Line("attribution_override", "Where it ran, in other words", content["attribution_override"]),
    ]


def _of_translation(content: Content) -> list[Line]:
    is_one = content["source_language"] or content["translation_of_id"]
    return [
        Line("source_language", "Translated from", _language(content["source_language"])),
        Line("translation_of", "Translation of our own piece", _piece(content["translation_of_id"])),
        Line(
            "translation_extent",
            "How much is translated",
            _label(Article.Extent, content["translation_extent"]) if is_one else "",
        ),
    ]


def _of_copyright(content: Content, names: Names) -> list[Line]:
    basis = content["copyright_basis"]
    is_usual = basis == Article.Copyright.HOUSE
    return [
        Line("copyright_basis", "Copyright", "" if is_usual else _label(Article.Copyright, basis)),
        Line("copyright_holders", "Held by", content["copyright_holders"]),
        Line("copyright_year", "Year of copyright", str(content["copyright_year"] or "")),
        Line("copyright_reason", "Why there is none", content["copyright_reason"]),
        Line("copyright_line", "Its own copyright line", content["copyright_line"]),
        Line("licence", "Licence", _named(names, "licence_id", content["licence_id"])),
        Line("licence_exceptions", "Not covered by it", content["licence_exceptions"]),
    ]


def _label(choices: type[models.TextChoices], value: str) -> str:
    """A choice in words; what is none stands as it is."""
    return str(dict(choices.choices).get(value, value))


def _language(code: str) -> str:
    language = BY_CODE.get(code)
    return language.name if language else code


def _yes(is_so: Any) -> str:
    return "Yes" if is_so else ""


def _piece(pk: Any) -> str:
    """By the headline that readers know: a working headline is for those who may open the piece."""
    key = as_key(pk or "")
    if key is None:
        return ""
    known = Edition.objects.filter(article=key).live(timezone.now()).first()
    return known.headline if known else "a piece that is not before readers"


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
    parts = [
        who,
        _label(Byline.Role, row["role"]) if row["role"] != Byline.Role.AUTHOR else "",
        row["bio"],
        f"wrote the part under “{row['section']}”" if row["section"] else "",
        f"no copyright in their part: {row['no_copyright_reason']}" if row["no_copyright_reason"] else "",
        "does not want it republished" if _is_set(row["no_republication"]) else "",
    ]
    return _listed(parts)


def _place(row: dict[str, Any], names: Names) -> str:
    outlet = _named(names, "outlet_id", row["outlet_id"]) or row["outlet_name"] or "Outlet not known"
    role = row["expert_role"]
    parts = [
        outlet,
        _label(Appearance.Relation, row["relation"]),
        _label(Appearance.ExpertRole, role) if role not in ("", Appearance.ExpertRole.WROTE) else "",
        row["headline"],
        _day(row),
        f"planned for {row['planned_on']}" if row["planned_on"] else "",
        _label(Appearance.Medium, row["medium"]),
        row["section"],
        row["issue"],
        f"p. {row['page']}" if row["page"] else "",
        _language(row["language"]),
        _label(Appearance.Access, row["access"]),
        row["url"],
        "no longer to be found there" if _is_set(row["is_removed"]) else "",
    ]
    return _listed(parts)


def _day(row: dict[str, Any]) -> str:
    """The day as far as it is known; one that makes no sense stands as it was typed."""
    typed = str(row["published_on"] or "")
    try:
        return iso(dt.date.fromisoformat(typed), row["precision"]) if typed else ""
    except ValueError:
        return typed


def _answer(row: dict[str, Any], names: Names) -> str:
    parts = [
        _label(Disclosure.Subject, row["subject"]),
        _named(names, "author_id", row["author_id"]) or "all authors",
        _label(Disclosure.Answer, row["answer"]),
        row["text"],
        row["tool"],
        row["task"],
        f"checked by {row['checked_by']}" if row["checked_by"] else "",
    ]
    return _listed(parts)


def _is_set(value: Any) -> bool:
    """A mark as a version keeps it, or as a form sends it."""
    return value not in (None, "", False, "False")


def _listed(parts: Iterable[str]) -> str:
    return " · ".join(part for part in parts if part)


def _pin(row: dict[str, Any], names: Names) -> str:
    return str(row["own_text"]) or _named(names, "wording_id", row["wording_id"])
