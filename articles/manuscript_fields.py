"""Fields of a manuscript and of its rows, each once, in the order in which the desk shows them.

Snapshot, conflict page, history and intake read these tables: a new field is a row here, a column with its migration,
a place in a form, and the line that prints it. The name shown to editors is the model field's `verbose_name`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from django.utils.text import capfirst

from articles.models.appearance import Appearance
from articles.models.article import Article, PinnedWording
from articles.models.byline import Byline, Disclosure
from articles.models.uses.attachment import Attachment

FieldKind = Literal[
    "line",
    "paragraphs",
    "prose",
    "choice",
    "date",
    "number",
    "flag",
    "reference",
    "topics",
    "people",
    "row key",
]
"""The kind of a value decides how it is stored and cleaned: "prose" is HTML, "choice" a code, "reference" the key of
another record, "people" a list of keys of people and of names without a record, None where nobody recorded them.
A "row key" identifies a row for good and is no part of its content."""


@dataclass(frozen=True)
class ManuscriptField:
    """One field. `default`: the choice that is left out of the content hash; it must never change.

    `stored_as`: its member in a revision's content, where that is not the name of the model's attribute.
    """

    name: str
    kind: FieldKind
    default: str = ""
    stored_as: str = ""

    @property
    def attribute(self) -> str:
        """The model's attribute that holds the value: "author_id" for `author`."""
        return f"{self.name}_id" if self.kind == "reference" else self.name

    @property
    def key(self) -> str:
        """The member of a revision's content (or of one of its rows) that holds the value."""
        return self.stored_as or self.attribute

    @property
    def empty(self) -> Any:
        """The value in a manuscript in which nothing was chosen or written."""
        match self.kind:
            case "date" | "number" | "reference" | "people" | "row key":
                return None
            case "flag":
                return False
            case "topics":
                return []
        return self.default

    @property
    def label(self) -> str:
        """The name shown to editors, for a field of the article itself."""
        return capfirst(str(Article._meta.get_field(self.name).verbose_name))  # type: ignore[union-attr]


@dataclass(frozen=True)
class ManuscriptRows:
    """A list of rows. `name`: its member in a revision's content, the article's attribute and the form's prefix."""

    name: str
    model: Any
    label: str
    fields: tuple[ManuscriptField, ...]


BYLINES = ManuscriptRows("bylines", Byline, "Byline", (
    ManuscriptField("author", "reference"),
    ManuscriptField("name", "line"),
    ManuscriptField("role", "choice", default="author"),
    ManuscriptField("bio", "paragraphs"),
    ManuscriptField("section", "line"),
    ManuscriptField("no_copyright_reason", "line"),
    ManuscriptField("no_republication", "flag"),
))  # fmt: skip

APPEARANCES = ManuscriptRows("appearances", Appearance, "Where else it ran", (
    ManuscriptField("key", "row key"),
    ManuscriptField("outlet", "reference"),
    ManuscriptField("outlet_name", "line"),
    ManuscriptField("relation", "choice", default="original"),
    ManuscriptField("expert_role", "choice", default="wrote"),
    ManuscriptField("headline", "line"),
    ManuscriptField("published_on", "date"),
    ManuscriptField("precision", "choice", default="day"),
    ManuscriptField("counted_on", "date"),
    ManuscriptField("planned_on", "date"),
    ManuscriptField("medium", "choice"),
    ManuscriptField("section", "line"),
    ManuscriptField("issue", "line"),
    ManuscriptField("page", "line"),
    ManuscriptField("work", "choice", default="book"),
    ManuscriptField("writers", "line"),
    ManuscriptField("editors", "line"),
    ManuscriptField("chapter", "line"),
    ManuscriptField("language", "choice"),
    ManuscriptField("access", "choice"),
    ManuscriptField("url", "line"),
    ManuscriptField("is_removed", "flag"),
    ManuscriptField("is_retracted", "flag"),
    ManuscriptField("retracted_on", "date"),
    ManuscriptField("retraction_url", "line"),
))  # fmt: skip

DISCLOSURES = ManuscriptRows("disclosures", Disclosure, "What authors disclose", (
    ManuscriptField("subject", "choice", default="funding"),
    ManuscriptField("author", "reference"),
    ManuscriptField("answer", "choice", default="disclosed"),
    ManuscriptField("text", "paragraphs"),
    ManuscriptField("tool", "line"),
    ManuscriptField("task", "line"),
    ManuscriptField("checked_by", "line"),
    ManuscriptField("asked", "people"),
))  # fmt: skip

PINNED_WORDINGS = ManuscriptRows("pinned_wordings", PinnedWording, "Disclaimer", (
    ManuscriptField("wording", "reference"),
    ManuscriptField("own_text", "paragraphs"),
))  # fmt: skip

ATTACHMENTS = ManuscriptRows("attachments", Attachment, "File", (
    ManuscriptField("document", "reference"),
    ManuscriptField("kind", "choice", default="other", stored_as="file_kind"),
    ManuscriptField("title", "line"),
))  # fmt: skip

MANUSCRIPT: tuple[ManuscriptField | ManuscriptRows, ...] = (
    ManuscriptField("headline", "line"),
    ManuscriptField("dek", "line"),
    ManuscriptField("body", "prose"),
    ManuscriptField("lead_picture", "reference"),
    ManuscriptField("lead_alt", "line"),
    ManuscriptField("lead_is_decorative", "flag"),
    ManuscriptField("lead_caption", "line"),
    ManuscriptField("lead_crop", "choice"),
    ATTACHMENTS,
    BYLINES,
    ManuscriptField("tags", "topics", stored_as="topics"),
    APPEARANCES,
    ManuscriptField("kind", "reference", stored_as="kind"),
    ManuscriptField("institution", "reference", stored_as="institution"),
    ManuscriptField("language", "choice"),
    ManuscriptField("slug", "line"),
    ManuscriptField("is_left_out_of_home", "flag"),
    ManuscriptField("is_left_out_of_lists", "flag"),
    ManuscriptField("is_left_out_of_search", "flag"),
    ManuscriptField("is_left_out_of_feeds", "flag"),
    ManuscriptField("is_left_out_of_sitemap", "flag"),
    ManuscriptField("is_left_out_of_robots", "flag"),
    ManuscriptField("first_published_on", "date"),
    ManuscriptField("is_archive", "flag"),
    ManuscriptField("series", "line"),
    ManuscriptField("series_place", "number"),
    ManuscriptField("region", "line"),
    ManuscriptField("editors_note", "paragraphs"),
    ManuscriptField("editing_note", "line"),
    ManuscriptField("has_more_places", "flag"),
    ManuscriptField("attribution_override", "line"),
    ManuscriptField("source_language", "choice"),
    ManuscriptField("translation_of", "reference"),
    ManuscriptField("translation_extent", "choice", default="whole"),
    ManuscriptField("made_from", "reference"),
    ManuscriptField("made_as", "choice"),
    ManuscriptField("copyright_basis", "choice", default="house"),
    ManuscriptField("copyright_holders", "paragraphs"),
    ManuscriptField("copyright_year", "number"),
    ManuscriptField("copyright_reason", "line"),
    ManuscriptField("copyright_line", "line"),
    ManuscriptField("licence", "reference"),
    ManuscriptField("has_no_licence", "flag"),
    ManuscriptField("licence_exceptions", "line"),
    DISCLOSURES,
    PINNED_WORDINGS,
)

FIELDS = tuple(part for part in MANUSCRIPT if isinstance(part, ManuscriptField))
"""The article's own fields."""
ROWS = tuple(part for part in MANUSCRIPT if isinstance(part, ManuscriptRows))


def every_field() -> Iterator[ManuscriptField]:
    """The article's own fields and those of all rows."""
    yield from FIELDS
    for rows in ROWS:
        yield from rows.fields
