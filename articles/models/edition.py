"""Edition: exactly what readers get from one instant until another. Written once, never changed.

Public pages are drawn from the models of this module alone.
"""

import uuid

import pgtrigger
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, RangeOperators
from django.contrib.postgres.functions import TransactionNow
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.contrib.postgres.search import SearchVectorField
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F, Func, Q
from django.db.models.fields.json import KT
from django.db.models.functions import Cast, Now
from django.utils import timezone

from articles.models import triggers
from articles.models.feed_news import is_news_for_feeds
from articles.models.press import raises_the_press
from articles.models.topic import TaggableManager, Topic, TopicUseBase
from articles.querysets import CORRECTED_OR_CUT, GONE, EditionQuerySet
from articles.states import Form

MAX_PATH_CHARS = 500
MAX_HEADLINE_CHARS = 500
SEARCHED_COLUMNS = (
    "article",
    "ordered_at",
    "uuid",
    "live_from",
    "live_until",
    "form",
    "left_out_of",
    "language",
    "house",
    "first_published_on",
    "translation_group",
)
"""Columns of editions that a search reads (`reading.search.visible`); one index holds them all."""


class Permalink(models.Model):
    """A path on this site that belongs to one article. Once an edition has carried it, it does so for good.

    Our own are "/articles/a-crisis/"; a path of an earlier site may have any other form.
    """

    path = models.CharField(max_length=MAX_PATH_CHARS, unique=True)
    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="permalinks")
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [
            models.CheckConstraint(
                # One slash at the start: two would name another host in a link.
                condition=Q(path__regex=r"^/[^/?#\s\\][^?#\s\\]*$"),
                name="a_permalink_is_a_path",
                violation_error_message="An address on this site starts with one / and has no query and no fragment.",
            )
        ]
        triggers = [pgtrigger.ReadOnly(name="permalinks_stay", fields=["path", "article"])]

    def __str__(self) -> str:
        return self.path


class EditionTopic(TopicUseBase):
    """A topic of an edition, as printed."""

    tag = models.ForeignKey(Topic, models.PROTECT, related_name="edition_uses")
    content_object = models.ForeignKey("articles.Edition", models.PROTECT, related_name="topic_uses")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["content_object", "tag"], name="one_topic_use_per_edition")
        ]
        triggers = triggers.printed_with_its_edition("content_object_id")


class Edition(models.Model):  # type: ignore[django-manager-missing]  # taggit's untyped rows
    """One printed state of a piece with the instants between which readers get it (`live_until` exclusive)."""

    article = models.ForeignKey("articles.Article", models.PROTECT, related_name="editions")
    uuid = models.UUIDField("the article's lasting name", default=uuid.uuid4)
    revision = models.ForeignKey("articles.Revision", models.PROTECT, related_name="editions")
    form = models.CharField(max_length=12, choices=[(f.value, f.value) for f in Form], default=Form.PIECE)
    entry = models.ForeignKey("articles.LedgerEntry", models.PROTECT, related_name="opened")
    live_from = models.DateTimeField()
    live_until = models.DateTimeField(null=True)
    closed_by = models.ForeignKey("articles.LedgerEntry", models.PROTECT, null=True, related_name="closed")
    recorded_at = models.DateTimeField(db_default=TransactionNow())
    permalink = models.ForeignKey(Permalink, models.PROTECT, related_name="editions")

    is_following = models.BooleanField("laid down with the one before it", default=False)
    mode = models.CharField("how much of the text it shows", max_length=8, default="full")
    search_policy = models.CharField(max_length=10, default="index")
    left_out_of = ArrayField(
        models.CharField(max_length=8), verbose_name="surfaces that do not show it", default=list, blank=True
    )
    translation_group = models.UUIDField("the original of its translations", null=True)

    language = models.CharField(max_length=12)
    kicker = models.CharField(max_length=300, blank=True)
    headline = models.CharField(
        "with the words that it is retracted, where it is", max_length=MAX_HEADLINE_CHARS
    )
    dek = models.TextField(blank=True)
    byline = models.TextField("names in one line", blank=True)
    dateline = models.TextField("dates in one line", blank=True)
    outlet_line = models.TextField("where it ran, as lists say it", blank=True)
    body = models.TextField()
    endnotes = models.TextField(blank=True)
    word_count = models.PositiveIntegerField(default=0)
    first_published_on = models.DateField(null=True)
    first_published_at = models.DateTimeField(null=True)
    modified_at = models.DateTimeField(null=True)
    ordered_at = models.DateTimeField("where lists place it")
    printed = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    tags = TaggableManager(through=EditionTopic, blank=True)
    house = models.GeneratedField(
        expression=Cast(KT("printed__records__institution"), models.BigIntegerField()),
        output_field=models.BigIntegerField("key of the institution that published it"),
        db_persist=True,
    )

    objects = EditionQuerySet.as_manager()

    class Meta:
        verbose_name = "published version"
        constraints = [
            ExclusionConstraint(
                name="one_live_edition",
                expressions=[
                    ("article", RangeOperators.EQUAL),
                    (Func("live_from", "live_until", function="tstzrange"), RangeOperators.OVERLAPS),
                ],
            ),
            models.CheckConstraint(
                condition=Q(live_until__isnull=True) | Q(live_until__gte=F("live_from")),
                name="editions_run_forward",
            ),
            models.CheckConstraint(
                condition=Q(live_until__isnull=True, closed_by__isnull=True)
                | Q(live_until__isnull=False, closed_by__isnull=False),
                name="every_end_has_its_entry",
            ),
        ]
        indexes = [
            models.Index(F("ordered_at").desc(), F("article_id").desc(), name="editions_in_reading_order"),
            models.Index("house", F("ordered_at").desc(), F("article_id").desc(), name="editions_of_a_house"),
            models.Index("permalink", "live_from", name="editions_by_address"),
            models.Index(
                Func("language", models.Value("-"), models.Value(1), function="split_part"),
                F("ordered_at").desc(),
                name="editions_by_base_language",
            ),
            models.Index(F("live_from").desc(), name="editions_by_start"),
            # A search joins hundreds of editions: else it would read the whole row of each.
            models.Index(fields=["id"], include=SEARCHED_COLUMNS, name="editions_for_search"),
            models.Index(
                "translation_group",
                condition=Q(translation_group__isnull=False),
                name="editions_by_translation",
            ),
            # For the guards of printed words: see `articles.models.printed_words`.
            models.Index(
                KT("printed__records__kind"), KT("printed__records__kind_label"), name="editions_by_label"
            ),
            models.Index(
                KT("printed__records__institution"), KT("printed__records__holder"), name="editions_by_holder"
            ),
            GinIndex(OpClass(F("printed__wordings"), "jsonb_path_ops"), name="editions_by_wording"),
            models.Index(
                F("live_until").desc(), condition=Q(live_until__isnull=False), name="editions_by_end"
            ),
            models.Index("live_from", condition=GONE, name="editions_gone"),
            models.Index("modified_at", condition=CORRECTED_OR_CUT, name="editions_corrected_or_cut"),
        ]
        triggers = [*triggers.EDITION, raises_the_press("editions"), is_news_for_feeds("editions")]

    def __str__(self) -> str:
        return f"{self.headline} (from {timezone.localtime(self.live_from):%Y-%m-%d %H:%M})"


class EditionByline(models.Model):
    """A person credited in an edition, for queries; the printed line is in `Edition.printed`."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="bylines")
    order = models.PositiveSmallIntegerField()
    role = models.CharField(max_length=12)
    author = models.ForeignKey("authors.Author", models.PROTECT, related_name="edition_bylines")

    class Meta:
        ordering = ["edition", "order"]
        triggers = triggers.printed_with_its_edition("edition_id")

    def __str__(self) -> str:
        return f"{self.role} {self.author_id} of {self.edition_id}"


class EditionOutlet(models.Model):
    """An outlet that an edition names as a place where the piece ran, for queries."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="outlets")
    order = models.PositiveSmallIntegerField()
    relation = models.CharField(max_length=12)
    outlet = models.ForeignKey("outlets.Outlet", models.PROTECT, related_name="edition_outlets")

    class Meta:
        ordering = ["edition", "order"]
        triggers = triggers.printed_with_its_edition("edition_id")

    def __str__(self) -> str:
        return f"{self.relation} {self.outlet_id} of {self.edition_id}"


class EditionPicture(models.Model):
    """A picture that an edition shows, with the file that it was printed with: readers get that file meanwhile."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="pictures")
    order = models.PositiveSmallIntegerField()
    place = models.CharField(max_length=6)
    picture = models.ForeignKey("pictures.Picture", models.PROTECT, related_name="edition_uses")
    file = models.ForeignKey("pictures.PictureFile", models.PROTECT, related_name="edition_uses")

    class Meta:
        ordering = ["edition", "order"]
        triggers = triggers.printed_with_its_edition("edition_id")

    def __str__(self) -> str:
        return f"{self.place} {self.picture_id} of {self.edition_id}"


class EditionDocument(models.Model):
    """A document that an edition carries, with the file that it was printed with: readers get that file meanwhile."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="documents")
    order = models.PositiveSmallIntegerField()
    document = models.ForeignKey("documents.Document", models.PROTECT, related_name="edition_uses")
    file = models.ForeignKey("documents.DocumentFile", models.PROTECT, related_name="edition_uses")

    class Meta:
        ordering = ["edition", "order"]
        triggers = triggers.printed_with_its_edition("edition_id")

    def __str__(self) -> str:
        return f"document {self.document_id} of {self.edition_id}"


class EditionText(models.Model):
    """The text of an edition for search. It is derived: it may be rebuilt, and deleted for ended editions.

    `vector` holds all words that the page shows, by weight (`articles.indexing`); `head` those at its head alone, so
    that many pieces can be ranked without reading their texts. Keys are those that the edition was printed with.
    `head` and `ordered_at` are null in texts of an earlier release, until the next start has built them again.
    """

    edition = models.OneToOneField(Edition, models.CASCADE, primary_key=True, related_name="text")
    ordered_at = models.DateTimeField("where lists place the edition", null=True)
    plain_text = models.TextField("text and notes, from which passages are cut")
    configuration = models.CharField(max_length=40)
    vector = SearchVectorField()
    head = SearchVectorField("words of headlines, dek, names and topics", null=True)
    title = models.TextField("headlines, for words that are spelled nearly so", default="")
    kind = models.BigIntegerField("key of the content type", null=True)
    people = ArrayField(models.BigIntegerField(), verbose_name="keys of those who made it", default=list)
    outlets = ArrayField(models.BigIntegerField(), default=list)
    topics = ArrayField(models.BigIntegerField(), default=list)

    class Meta:
        indexes = [
            GinIndex(fields=["vector"], name="edition_text_vector"),
            GinIndex(fields=["head"], name="edition_text_head"),
            GinIndex(OpClass(F("title"), "gin_trgm_ops"), name="edition_text_title"),
        ]

    def __str__(self) -> str:
        return f"Text of {self.edition_id}"
