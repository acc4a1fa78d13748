"""A new piece from a version of another: its words and people, and nothing that was true of that piece alone."""

import datetime as dt

from django.db import transaction

from articles.acts.drafting import save_draft
from articles.acts.ledger import Actor
from articles.manuscript_fields import FIELDS, ROWS
from articles.models.article import Article
from articles.models.revision import Revision
from articles.snapshot import Content, content_of, empty_content, restore
from articles.states import Surface
from documents.models import Document
from pictures.models import Picture

COPIED_FROM = "copied_from"
"""The member of the first save's entry that says what the piece was made from."""

STAYS_WITH_ITS_PIECE = frozenset(
    {
        "slug", "first_published_on", "is_archive", "editors_note", "editing_note", "has_more_places",
        "attribution_override", "source_language", "translation_of", "translation_extent", "made_from", "made_as",
        "copyright_basis", "copyright_holders", "copyright_year", "copyright_reason", "copyright_line",
        "appearances", "disclosures",
        *(f"is_left_out_of_{surface.value}" for surface in Surface),
    }
)  # fmt: skip
"""Fields and rows that say what is true of one piece: where it ran, its address and days, whose it is, answers."""
_LEAD = ("lead_picture", "lead_alt", "lead_is_decorative", "lead_caption", "lead_crop")


@transaction.atomic
def duplicate(revision: Revision, *, by: Actor, at: dt.datetime) -> Revision:
    """Make a new piece from a version; the history of the new one says from which. Raises ActRefused."""
    content = _for_a_new_piece(content_of(revision))
    article = restore(Revision(article=Article(), content=content))
    source = {
        "piece": revision.article_id, "version": revision.number, "headline": content["headline"]
    }  # fmt: skip
    label = f"Copied from version {revision.number}"
    return save_draft(article, by=by, at=at, base=0, label=label, after={COPIED_FROM: source})


def _for_a_new_piece(content: Content) -> Content:
    """The content without what stays with its piece, and without pictures and files that left the library."""
    kept, blank = dict(content), empty_content()
    left_out = set(STAYS_WITH_ITS_PIECE)
    if not Picture.objects.filter(pk=content["lead_picture_id"]).exists():
        left_out |= set(_LEAD)
    keys = [field.key for field in FIELDS if field.name in left_out]
    keys += [rows.name for rows in ROWS if rows.name in left_out]
    kept |= {key: blank[key] for key in keys}
    documents = [row["document_id"] for row in kept["attachments"]]
    there = set(Document.objects.filter(pk__in=documents).values_list("pk", flat=True))
    kept["attachments"] = [row for row in kept["attachments"] if row["document_id"] in there]
    return kept
