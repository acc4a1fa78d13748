"""Writing editions: bind a proof with its rows, close the one before. Only acts call this."""

import datetime as dt

from django.contrib.postgres.search import SearchVector
from django.db import IntegrityError
from django.db.models import TextField, Value

from articles.acts.errors import CannotPublish
from articles.models.edition import (
    Edition,
    EditionByline,
    EditionOutlet,
    EditionText,
    EditionTopic,
)
from articles.models.ledger import LedgerEntry
from articles.models.topic import Topic
from articles.press import Proof
from prose.languages import search_configuration


def bind(proof: Proof, entry: LedgerEntry, *, until: Edition | None = None) -> Edition:
    """Store a proof as an edition with all its rows. `until`: the coming edition that will follow it."""
    edition = proof.edition
    edition.entry = entry
    if until:
        edition.live_until, edition.closed_by = until.live_from, until.entry
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
    """End an edition at an instant; one that has not begun by then is emptied and was never visible."""
    end = max(at, edition.live_from)
    Edition.objects.filter(pk=edition.pk).update(live_until=end, closed_by=entry)


def reopen(edition: Edition) -> None:
    """Take back an end that lies ahead."""
    Edition.objects.filter(pk=edition.pk).update(live_until=None, closed_by=None)


def index(edition: Edition, plain_text: str) -> EditionText:
    """Write what search reads: the headline weighs most, then the dek, then the text."""
    configuration = search_configuration(edition.language)
    weighed = (("A", edition.headline), ("B", edition.dek), ("C", plain_text))
    vectors = [
        SearchVector(Value(text, output_field=TextField()), weight=weight, config=configuration)
        for weight, text in weighed
    ]
    return EditionText.objects.update_or_create(
        edition=edition,
        defaults={
            "plain_text": plain_text,
            "configuration": configuration,
            "vector": vectors[0] + vectors[1] + vectors[2],
        },
    )[0]


def _write_rows(proof: Proof, edition: Edition) -> None:
    content = proof.facts.content
    EditionByline.objects.bulk_create(
        EditionByline(edition=edition, order=order, role=row["role"], author_id=row["author_id"])
        for order, row in enumerate(content["bylines"], start=1)
        if row["author_id"]
    )
    EditionOutlet.objects.bulk_create(
        EditionOutlet(edition=edition, order=order, relation=row["relation"], outlet_id=row["outlet_id"])
        for order, row in enumerate(content["appearances"], start=1)
        if row["outlet_id"]
    )
    slugs = [slug for _, slug in proof.facts.topics]
    EditionTopic.objects.bulk_create(
        EditionTopic(content_object=edition, tag=topic) for topic in Topic.objects.filter(slug__in=slugs)
    )
    index(edition, proof.plain_text)
