"""A version's content as labelled texts: one text for each field, with the names of records in place of keys."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.db import models
from django.template.defaultfilters import linebreaksbr
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from articles.manuscript_fields import MANUSCRIPT, ROWS, ManuscriptField, ManuscriptRows
from articles.models.article import Article
from articles.models.edition import Edition
from articles.models.topic import Topic
from articles.snapshot import Content
from authors.models import Author
from desk.linking.shown import UNSEEN_PIECE
from disclaimers.models import Institution, Kind, Licence, Wording
from documents.models import Document
from outlets.models import Outlet
from pictures.models import Picture
from prose.dates import iso
from prose.errors import ProseError
from prose.html.clean import clean_html
from prose.html.compared.figures import with_figures_in_words
from prose.html.targets.own_links import with_own_links
from prose.keys import as_key
from prose.languages import BY_CODE
from prose.models.former_slugs import lasting_slug, with_slug

BETWEEN = " · "
"""Stands between the facts of a row."""

RecordNames = dict[str, dict[str, str]]
"""Names of records by the field that refers to them and their key as text: {"author": {"7": "Ida Quay"}}."""

_REFERENCES: dict[str, type[models.Model]] = {
    "institution": Institution,
    "kind": Kind,
    "author": Author,
    "outlet": Outlet,
    "wording": Wording,
    "licence": Licence,
    "lead_picture": Picture,
    "document": Document,
}
_PHRASES = {
    "attachments.title": "printed as “{}”",
    "bylines.section": "wrote the part under “{}”",
    "bylines.no_copyright_reason": "no copyright in their part: {}",
    "bylines.no_republication": "does not want it republished",
    "appearances.counted_on": "names and posts as of {}",
    "appearances.planned_on": "planned for {}",
    "appearances.page": "p. {}",
    "appearances.writers": "by {}",
    "appearances.editors": "edited by {}",
    "appearances.chapter": "chapter {}",
    "appearances.is_removed": "no longer to be found there",
    "appearances.is_retracted": "retracted there",
    "appearances.retracted_on": "retracted on {}",
    "appearances.retraction_url": "their note: {}",
    "disclosures.checked_by": "checked by {}",
    "disclosures.asked": "asked: {}",
}
"""Words around the value of a field in the text of its row. Values of other fields have none."""
_DELETED = {"lead_picture": "a picture that was deleted", "document": "a file that was deleted"}
"""The text of a record that is no longer in the library: versions keep nothing from being deleted there."""
_OMITTED_DEFAULTS = frozenset(
    {"attachments.kind", "bylines.role", "appearances.expert_role", "appearances.work", "copyright_basis"}
)
"""Choices that are left out if they have their default value."""


@dataclass(frozen=True)
class LabelledText:
    """Label and text of one field. `text` is a SafeString if it is HTML, else plain text."""

    name: str
    label: str
    text: str

    def with_addresses(self, pages: Mapping[str, str]) -> "LabelledText":
        """The same with the addresses of our own pages in place of their names, or plain words where there are none."""
        if not isinstance(self.text, SafeString):
            return self
        linked = with_own_links(self.text, pages)
        return replace(self, text=SafeString(mark_safe(linked)))  # noqa: S308 - cleaned, and paths of ours

    @property
    def html(self) -> str:
        """The text as a page shows it: prose with its pictures in words, plain text escaped with its line breaks."""
        if not isinstance(self.text, SafeString):
            return linebreaksbr(self.text)
        return mark_safe(with_figures_in_words(self.text))  # noqa: S308 - cleaned


def labelled_texts(content: Content) -> list[LabelledText]:
    """All fields of a version's content. A value that makes no sense (typed, never saved) is shown unchanged."""
    names = _names(content)
    return [
        LabelledText(part.name, part.label, _rows_text(part, content[part.name], names))
        if isinstance(part, ManuscriptRows)
        else LabelledText(part.name, part.label, _field_text(part, content, names))
        for part in MANUSCRIPT
    ]


def row_texts(rows: ManuscriptRows, content: Content) -> list[str]:
    """One line for each row of a version's content."""
    return [_row_text(rows, row, _names(content)) for row in content[rows.name]]


def value_text(field: ManuscriptField, value: str, rows: ManuscriptRows | None = None) -> str:
    """The text of one value as a form sends it: the label of a choice, the name of a record."""
    if field.name in ("translation_of", "made_from"):
        return _piece(value)
    key, record = as_key(value), _REFERENCES.get(field.name)
    found = record._default_manager.filter(pk=key).first() if record and key is not None else None
    place = f"{rows.name}.{field.name}" if rows else field.name
    named = {field.name: {value: str(found)}} if found else {}
    return _text(field, value, place, rows.model if rows else Article, named) or value


def _field_text(field: ManuscriptField, content: Content, names: RecordNames) -> str:
    """The text of one of the article's own fields."""
    value = content[field.key]
    match field.kind:
        case "prose":
            return _prose(value)
        case "topics":
            return _topics(value)
        case "flag":
            return "Yes" if value else ""
    if field.name in ("translation_of", "made_from"):
        return _piece(value)
    if field.name == "lead_crop" and not content["lead_picture_id"]:
        return ""
    if field.name == "translation_extent" and not (
        content["source_language"] or content["translation_of_id"]
    ):
        return ""
    return _text(field, value, field.name, Article, names)


def _rows_text(rows: ManuscriptRows, values: Iterable[dict[str, Any]], names: RecordNames) -> str:
    """One line for each row."""
    return "\n".join(filter(None, (_row_text(rows, row, names) for row in values)))


def _row_text(rows: ManuscriptRows, row: dict[str, Any], names: RecordNames) -> str:
    return BETWEEN.join(filter(None, (_part(rows, field, row, names) for field in rows.fields)))


def _part(rows: ManuscriptRows, field: ManuscriptField, row: dict[str, Any], names: RecordNames) -> str:
    """The part of one field in the line of its row."""
    place = f"{rows.name}.{field.name}"
    text = _text(field, row[field.key], place, rows.model, names)
    match place:
        case "bylines.author":
            return f"{text} (here as {row['name']})" if text and row["name"] else text or row["name"]
        case "disclosures.author":
            return text or "all authors"
        case "appearances.outlet":
            return text or row["outlet_name"] or "Outlet not known"
        case "appearances.published_on":
            return _day(row)
        case "pinned_wordings.wording":
            return row["own_text"] or text
        case (
            "bylines.name" | "appearances.outlet_name" | "appearances.precision" | "pinned_wordings.own_text"
        ):
            return ""  # part of the text of the field before it
    return _PHRASES.get(place, "{}").format(text) if text else ""


def _text(
    field: ManuscriptField, value: Any, place: str, model: type[models.Model], names: RecordNames
) -> str:
    """Text of a value, by the kind of its field. `place`: "rows.field", or only the name of an article's field."""
    match field.kind:
        case "reference":
            gone = _DELETED.get(field.name, "")
            return names.get(field.name, {}).get(str(value), gone) if value else ""
        case "choice" if field.name in ("language", "source_language"):
            return BY_CODE[value].name if value in BY_CODE else value
        case "choice" if place in _OMITTED_DEFAULTS and value == field.default:
            return ""
        case "choice":
            labels = dict(model._meta.get_field(field.name).flatchoices)  # type: ignore[union-attr]
            return str(labels.get(value, value))
        case "flag":
            return "Yes" if value else ""
        case "row key":
            return ""
        case "people":
            people = {int(key): name for key, name in names.get("author", {}).items()}
            return ", ".join(people.get(who, str(who)) for who in value or ())
    return str(value or "")


def _names(content: Content) -> RecordNames:
    """Today's names of all records that the content refers to: one query for each kind of record."""
    wanted: dict[str, set[int]] = {}
    fields = [(field, content) for field in MANUSCRIPT if isinstance(field, ManuscriptField)]
    fields += [(field, row) for rows in ROWS for row in content[rows.name] for field in rows.fields]
    for field, values in fields:
        if field.name in _REFERENCES and (pk := as_key(values[field.key])) is not None:
            wanted.setdefault(field.name, set()).add(pk)
        if field.kind == "people":
            wanted.setdefault("author", set()).update(_keys_among(values[field.key]))
    return {
        name: {str(pk): str(record) for pk, record in _REFERENCES[name]._default_manager.in_bulk(pks).items()}
        for name, pks in wanted.items()
    }


def _keys_among(asked: Iterable[int | str] | None) -> set[int]:
    return {who for who in asked or () if isinstance(who, int)}


def _piece(pk: Any) -> str:
    """Headline of a piece's live edition. Its working headline is only for users who may open the piece."""
    key = as_key(pk or "")
    if key is None:
        return ""
    edition = Edition.objects.filter(article=key).live(timezone.now()).first()
    return edition.headline if edition else UNSEEN_PIECE


def _topics(addresses: Iterable[str]) -> str:
    """Names of topics, given by their slugs. A value that is no topic's slug is shown unchanged."""
    slugs = list(addresses)
    names = dict(Topic.objects.filter(with_slug(Topic, slugs)).values_list(lasting_slug(Topic), "name"))
    return ", ".join(sorted(names.get(slug, slug) for slug in slugs))


def _prose(html: str) -> str:
    try:
        return SafeString(mark_safe(clean_html(html)))  # noqa: S308 - the allow-list's own output
    except ProseError:
        return html


def _day(row: dict[str, Any]) -> str:
    """The day of an appearance with its precision. A value that is no date is shown as typed."""
    typed = str(row["published_on"] or "")
    try:
        return iso(dt.date.fromisoformat(typed), row["precision"]) if typed else ""
    except ValueError:
        return typed
