"""Create published pieces in bulk: manuscript, revision, two ledger entries, and edition with its rows.

Faster than the acts: what all pieces have in common is loaded once, and rows are inserted in batches.
tests/thinktank/test_bench.py compares the rows with those that the acts create.
"""

import datetime as dt
import random
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db import transaction

from articles.addresses import article_path
from articles.indexing import Named, search_text
from articles.models import (
    Appearance,
    Article,
    ArticleTopic,
    Byline,
    DeskState,
    Edition,
    EditionByline,
    EditionOutlet,
    EditionText,
    EditionTopic,
    LedgerEntry,
    Permalink,
    Revision,
    RightsRecord,
    Topic,
)
from articles.press.columns import print_columns
from articles.press.names import Person, PrintedTopic
from articles.press.printed_wording import PrintedWording
from articles.rights.on_record import load_permissions
from articles.rights.rule import combine_permissions
from articles.snapshot import SCHEMA, Content, content_hash, content_of
from articles.states import Act, Public
from authors.models import Author
from disclaimers.models import Kind
from outlets.models import Outlet
from outlets.naming import OutletNaming
from prose import slots
from prose.dates import noon
from prose.slugs import slug_for
from thinktank.bench.cast import Cast
from thinktank.bench.texts import Text, Writer

BATCH = 250
YEARS = 15
TOPICS_OF_A_PIECE = 5
REPRINTS = 0.3  # the share of pieces that ran elsewhere first


@dataclass(frozen=True)
class Draft:
    """The values of one piece before its rows exist."""

    text: Text
    kind: Kind
    authors: Sequence[Author]
    outlet: Outlet | None
    topics: Sequence[Topic]
    day: dt.date


def fill(
    cast: Cast,
    writer: Writer,
    wanted: int,
    *,
    clock: Callable[[], dt.datetime],
    progress: Callable[[int], None],
) -> None:
    """Add pieces until there are `wanted`. Each batch is a transaction, so an interrupted run can be continued."""
    count = Edition.objects.count()
    while count < wanted:
        chance = random.Random(count)  # noqa: S311
        drafts = [_draft(cast, writer, chance, clock()) for _ in range(min(BATCH, wanted - count))]
        store(cast, drafts, clock)
        count += len(drafts)
        progress(count)


@transaction.atomic
def store(cast: Cast, drafts: Sequence[Draft], clock: Callable[[], dt.datetime]) -> list[Edition]:
    """Create one batch of pieces that go live now. Their age is in `first_published_on`."""
    contents = [_content(cast, draft) for draft in drafts]
    articles = _manuscripts(cast, drafts, contents)
    at = clock()  # inside the transaction: the database refuses a `live_from` before it
    revisions = Revision.objects.bulk_create(
        Revision(
            article=article, number=1, saved_at=at, schema=SCHEMA, content=content,
            content_hash=content_hash(content),
        )
        for article, content in zip(articles, contents, strict=True)
    )  # fmt: skip
    DeskState.objects.bulk_create(
        DeskState(article=article, head_number=1, saved_at=at) for article in articles
    )
    entries = _ledger(articles, revisions, at)
    permalinks = Permalink.objects.bulk_create(
        Permalink(article=article, path=article_path(_slug(article))) for article in articles
    )
    printed = [_print_piece(cast, *row, at) for row in zip(drafts, contents, articles, strict=True)]
    editions = Edition.objects.bulk_create(
        Edition(
            article=article, uuid=article.uuid, revision=revision, entry=entry, permalink=permalink,
            live_from=at, **columns,
        )
        for article, revision, entry, permalink, columns in zip(
            articles, revisions, entries, permalinks, printed, strict=True
        )
    )  # fmt: skip
    _edition_rows(drafts, editions)
    return editions


def _draft(cast: Cast, writer: Writer, chance: random.Random, at: dt.datetime) -> Draft:
    outlet = chance.choice(cast.outlets) if chance.random() < REPRINTS else None
    return Draft(
        text=writer.text(),
        kind=cast.kinds[1 if outlet else 0],
        authors=chance.sample(cast.authors, chance.randint(1, 3)),
        outlet=outlet,
        topics=sorted(chance.sample(cast.topics, TOPICS_OF_A_PIECE), key=lambda topic: topic.name),
        day=at.date() - dt.timedelta(days=chance.randint(1, YEARS * 365)),
    )


def _content(cast: Cast, draft: Draft) -> Content:
    """The content that `snapshot.compose` gives for the manuscript."""
    content = {
        "institution": cast.institution.pk,
        "kind": draft.kind.pk,
        "body": draft.text.body,
        "first_published_on": draft.day.isoformat(),
        "topics": sorted(topic.slug for topic in draft.topics),
        "language": "en",
        "headline": draft.text.headline,
        "dek": draft.text.dek,
        "bylines": [{"author_id": author.pk} for author in draft.authors],
        "appearances": [_appearance(draft, outlet) for outlet in [draft.outlet] if outlet],
    }
    return content_of(Revision(schema=SCHEMA, content=content))


def _appearance(draft: Draft, outlet: Outlet) -> dict[str, object]:
    return {
        "key": str(uuid.uuid4()),
        "outlet_id": outlet.pk,
        "url": f"{outlet.url}/{draft.day:%Y/%m}/a-piece",
        "published_on": (draft.day - dt.timedelta(days=2)).isoformat(),
    }


def _manuscripts(cast: Cast, drafts: Sequence[Draft], contents: Sequence[Content]) -> list[Article]:
    fields = ("headline", "dek", "body", "language")
    articles = Article.objects.bulk_create(
        Article(
            institution=cast.institution,
            kind=draft.kind,
            first_published_on=draft.day,
            **{name: content[name] for name in fields},
        )
        for draft, content in zip(drafts, contents, strict=True)
    )
    triples = list(zip(articles, drafts, contents, strict=True))
    Byline.objects.bulk_create(
        Byline(article=article, order=order, **row)
        for article, _, content in triples
        for order, row in enumerate(content["bylines"], start=1)
    )
    Appearance.objects.bulk_create(
        Appearance(article=article, order=order, **row)
        for article, _, content in triples
        for order, row in enumerate(content["appearances"], start=1)
    )
    RightsRecord.objects.bulk_create(
        RightsRecord(
            article=article, appearance_key=row["key"], outlet_id=row["outlet_id"], state="granted",
            granted_on=draft.day, evidence="The bench's own word",
        )
        for article, draft, content in triples
        for row in content["appearances"]
    )  # fmt: skip
    ArticleTopic.objects.bulk_create(
        ArticleTopic(content_object=article, tag=topic)
        for article, draft, _ in triples
        for topic in draft.topics
    )
    return articles


def _ledger(articles: Sequence[Article], revisions: Sequence[Revision], at: dt.datetime) -> list[LedgerEntry]:
    """Create the entries of saving and of publishing. Returns the latter, for the editions."""
    before = {"public": Public.NEVER, "live_version": None, "comes_at": None}
    entries = {}
    for act, after in ((Act.SAVE_DRAFT, {"version": 1}), (Act.PUBLISH, {"version": 1, "live_from": at})):
        entries[act] = LedgerEntry.objects.bulk_create(
            LedgerEntry(act=act, article=article, revision=revision, at=at, before=before, after=after)
            for article, revision in zip(articles, revisions, strict=True)
        )
    return entries[Act.PUBLISH]


def _slug(article: Article) -> str:
    """A slug like the press's; with the primary key it is unique without a query."""
    return f"{slug_for(article.headline, fallback=article.uuid)[:70].strip('-')}-{article.pk}"


def _naming(outlet: Outlet) -> OutletNaming:
    """`Outlet.naming` without its query for former names: these outlets have none."""
    return OutletNaming(outlet.name, outlet.article, outlet.article_rule, id=outlet.pk, slug=outlet.slug)


def _print_piece(
    cast: Cast, draft: Draft, content: Content, article: Article, at: dt.datetime
) -> dict[str, Any]:
    """Let the press print the example's facts with this piece's authors, outlet, topics and day."""
    example = cast.example
    house = cast.institution.short_label
    held = f"fellow, {house}"
    names = replace(
        example.names,
        kind=draft.kind.pk,
        kind_label=draft.kind.label,
        genre=draft.kind.genre,
        people={
            a.pk: Person(
                a.pk,
                a.slug,
                a.display_name,
                held,
                suffix=a.suffix,
                title="fellow",
                house=house,
                sort_name=a.sort_name,
            )
            for a in draft.authors
        },
        venues={o.pk: _naming(o) for o in [draft.outlet] if o},
        on=draft.day.isoformat(),
    )
    return print_columns(
        replace(
            example,
            content=content,
            names=names,
            wordings=tuple(_fill_slots(wording, draft) for wording in cast.wordings),
            topics=tuple(PrintedTopic(topic.name, topic.slug) for topic in draft.topics),
            live_from=at,
            takes_usual_licence=draft.outlet is None,
            first_published_on=draft.day,
            first_published_at=noon(draft.day, example.time_zone),
            allowed=combine_permissions(load_permissions(content, article.pk, cast.institution), at),
        )
    )


def _fill_slots(wording: PrintedWording, draft: Draft) -> PrintedWording:
    text = slots.fill(wording.text, {"kind": draft.kind.label}, authors=len(draft.authors))
    return replace(wording, text=text, chosen_for=draft.day.isoformat())


def _edition_rows(drafts: Sequence[Draft], editions: Sequence[Edition]) -> None:
    pairs = list(zip(drafts, editions, strict=True))
    EditionByline.objects.bulk_create(
        EditionByline(edition=edition, order=order, role="author", author=author)
        for draft, edition in pairs
        for order, author in enumerate(draft.authors, start=1)
    )
    EditionOutlet.objects.bulk_create(
        EditionOutlet(edition=edition, order=1, relation="original", outlet=draft.outlet)
        for draft, edition in pairs
        if draft.outlet
    )
    EditionTopic.objects.bulk_create(
        EditionTopic(content_object=edition, tag=topic) for draft, edition in pairs for topic in draft.topics
    )
    EditionText.objects.bulk_create(
        search_text(
            edition,
            Named(
                [author.pk for author in draft.authors],
                [draft.outlet.pk] if draft.outlet else [],
                [topic.pk for topic in draft.topics],
            ),
        )
        for draft, edition in pairs
    )
