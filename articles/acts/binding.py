"""Binding: store a proof as an edition with its rows, or move an edition's end. Only acts call this."""

import datetime as dt

from django.db import IntegrityError

from articles.acts.errors import CannotPublish
from articles.indexing import index, named_in
from articles.models.edition import (
    Edition,
    EditionByline,
    EditionDocument,
    EditionOutlet,
    EditionPicture,
    EditionTopic,
)
from articles.models.grouping.series import EditionSeries, part_stands_at
from articles.models.ledger import LedgerEntry
from articles.models.topic import Topic
from articles.press.lines.pictures import places as picture_places
from articles.press.proof import Proof
from articles.press.relations import credited_rows
from prose.models.former_slugs import with_slug


def bind(proof: Proof, entry: LedgerEntry, *, ends: tuple[dt.datetime, LedgerEntry] | None = None) -> Edition:
    """Store a proof as an edition with all its rows. `ends`: the end and the entry that closes it, if it has one."""
    edition = proof.edition
    edition.entry = entry
    if ends:
        edition.live_until, edition.closed_by = ends
    try:
        if edition.permalink.pk is None:
            edition.permalink.save()
        edition.permalink_id = edition.permalink.pk
        edition.save(force_insert=True)
    except IntegrityError as error:
        raise CannotPublish(
            "Something else happened to this piece at the same moment. Look again."
        ) from error
    _write_rows(proof, edition)
    return edition


def close(edition: Edition, *, at: dt.datetime, entry: LedgerEntry) -> None:
    """End an edition at an instant; one that has not begun by then is emptied: it was never visible."""
    end = max(at, edition.live_from)
    Edition.objects.filter(pk=edition.pk).update(live_until=end, closed_by=entry)


def move_end(edition: Edition, ends: tuple[dt.datetime, LedgerEntry] | None) -> None:
    """Move an end that lies ahead, or remove it (None): end and closing entry in one step, so that nothing overlaps."""
    live_until, entry = ends or (None, None)
    Edition.objects.filter(pk=edition.pk).update(live_until=live_until, closed_by=entry)


def _write_rows(proof: Proof, edition: Edition) -> None:
    content = proof.facts.content
    credits = EditionByline.objects.bulk_create(
        EditionByline(edition=edition, order=order, role=row["role"], author_id=row["author_id"])
        for order, row in enumerate(credited_rows(content), start=1)
        if row["author_id"]
    )
    places = EditionOutlet.objects.bulk_create(
        EditionOutlet(edition=edition, order=order, relation=row["relation"], outlet_id=row["outlet_id"])
        for order, row in enumerate(content["appearances"], start=1)
        if row["outlet_id"]
    )
    pictures = {picture.uuid: picture for picture in proof.facts.pictures}
    EditionPicture.objects.bulk_create(
        EditionPicture(
            edition=edition,
            order=order,
            place=place,
            picture_id=pictures[uuid].id,
            file_id=pictures[uuid].file_id,
        )
        for order, (place, uuid) in enumerate(picture_places(edition), start=1)
    )
    documents = {document.uuid: document for document in proof.facts.documents}
    printed = (documents[row["uuid"]] for row in edition.printed.get("documents", ()))
    EditionDocument.objects.bulk_create(
        EditionDocument(edition=edition, order=order, document_id=each.id, file_id=each.file_id)
        for order, each in enumerate(printed, start=1)
    )
    if part := proof.facts.part:
        stands_at = part_stands_at(part.place, edition.ordered_at, edition.article_id)
        EditionSeries.objects.create(edition=edition, series_id=part.series, stands_at=stands_at)
    slugs = [topic.slug for topic in proof.facts.topics]
    topics = EditionTopic.objects.bulk_create(
        EditionTopic(content_object=edition, tag=topic)
        for topic in Topic.objects.filter(with_slug(Topic, slugs))
    )
    index(edition, named_in(credits, places, topics))
