"""Article: the manuscript that editors work on, with its pinned wordings and the file it was brought in from."""

import uuid
from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from articles.models import triggers
from articles.models.grouping.series import series_named
from articles.models.topic import TaggableManager, Topic, TopicUseBase
from articles.models.uses.lead_picture import LeadPicture
from articles.models.uses.left_out import PlacesLeftOut
from articles.querysets import ArticleQuerySet
from disclaimers.models import Institution, Kind, Licence, Wording
from prose.dates import check_days
from prose.fields import LineField, PlainField, ProseField
from prose.languages import CHOICES
from prose.slugs import validate_slug


class ArticleTopic(TopicUseBase):
    """A topic of a manuscript."""

    tag = models.ForeignKey(Topic, models.PROTECT, related_name="article_uses")
    content_object = models.ForeignKey("articles.Article", models.CASCADE, related_name="topic_uses")

    class Meta:
        verbose_name = "topic of a piece"
        verbose_name_plural = "topics of pieces"
        constraints = [models.UniqueConstraint(fields=["content_object", "tag"], name="one_use_of_a_topic")]


class Article(LeadPicture, PlacesLeftOut):  # type: ignore[django-manager-missing]  # taggit's untyped rows
    """The manuscript that editors work on. Readers never see it: they get editions."""

    class Extent(models.TextChoices):
        WHOLE = "whole", "The whole piece"
        SUMMARY = "summary", "A summary of it"

    class MadeAs(models.TextChoices):
        EXCERPT = "excerpt", "An excerpt of it"
        VERSION = "version", "A new version of it"

    class Copyright(models.TextChoices):
        HOUSE = "house", "As usual: the institution’s, unless the text came from others"
        OURS = "ours", "The institution’s, wherever the text ran"
        NAMED = "named", "Held by those named below"
        NONE = "none", "None"

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="articles", verbose_name="institution"
    )
    kind = models.ForeignKey(Kind, models.PROTECT, related_name="articles", verbose_name="content type")
    language = models.CharField("language", max_length=12, choices=CHOICES, default="en")
    headline = LineField("headline", max_length=400, blank=True)
    dek = LineField("dek", max_length=600, blank=True, help_text="One or two sentences under the headline.")
    body = ProseField("text", blank=True)
    slug = models.CharField(
        "web address",
        max_length=90,
        blank=True,
        validators=[validate_slug],
        help_text="The last part of /articles/…/. Empty: made from the headline when the piece is published.",
    )
    is_archive = models.BooleanField(
        "this ran on our old site",
        default=False,
        help_text="It is not new: lists sort it by its own dates, and a day we do not know is not printed.",
    )
    first_published_on = models.DateField(
        "first published here on",
        null=True,
        blank=True,
        help_text="Only for a piece that is older than this desk.",
    )
    series = LineField("series", max_length=120, blank=True)
    series_place = models.PositiveSmallIntegerField(
        "place in the series",
        null=True,
        blank=True,
        help_text="Empty: after those with a place, by its day. Readers count the parts that they have.",
    )
    region = LineField("region", max_length=120, blank=True)
    editors_note = PlainField(
        "editor’s note above the text", blank=True, help_text="It introduces the piece; it corrects nothing."
    )
    editing_note = LineField(
        "how the text was edited",
        max_length=300,
        blank=True,
        help_text="“This transcript has been edited for length.”",
    )
    source_language = models.CharField(
        "translated from", max_length=12, choices=CHOICES, blank=True, help_text="Empty: not a translation."
    )
    translation_of = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="translations",
        verbose_name="translation of our own piece",
        help_text="Readers of each are shown the other, once both are live.",
    )
    translation_extent = models.CharField(
        "how much is translated", max_length=8, choices=Extent.choices, default=Extent.WHOLE
    )
    made_from = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="made_pieces",
        verbose_name="made from our own piece",
        help_text="Readers are led to it, and get no more of this text than its permissions allow.",
    )
    made_as = models.CharField("what this is of it", max_length=8, choices=MadeAs.choices, blank=True)
    has_more_places = models.BooleanField(
        "it ran in other places too", default=False, help_text="The list ends with “and others”."
    )
    attribution_override = LineField(
        "where it ran, in other words",
        max_length=500,
        blank=True,
        help_text="Printed instead of the sentence made from the facts, once permission is settled.",
    )
    copyright_basis = models.CharField(
        "copyright", max_length=8, choices=Copyright.choices, default=Copyright.HOUSE
    )
    copyright_holders = PlainField("held by", blank=True, help_text="One holder a line, as named then.")
    copyright_year = models.PositiveSmallIntegerField(
        "year of copyright", null=True, blank=True, help_text="Empty: the year of first publication here."
    )
    copyright_reason = LineField(
        "why there is none", max_length=200, blank=True, help_text="“A work of the United States government”"
    )
    copyright_line = LineField(
        "its own copyright line",
        max_length=300,
        blank=True,
        help_text="Printed word for word instead of the line made from the facts.",
    )
    licence = models.ForeignKey(
        Licence, models.PROTECT, null=True, blank=True, related_name="articles", verbose_name="licence"
    )
    has_no_licence = models.BooleanField(
        "under no licence", default=False, help_text="Also where its content type usually has one."
    )
    licence_exceptions = LineField(
        "not covered by it", max_length=300, blank=True, help_text="“Photographs are not covered.”"
    )
    tags = TaggableManager(
        verbose_name="topics", through=ArticleTopic, blank=True, help_text="Separated by commas."
    )

    objects = ArticleQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        verbose_name = "piece"
        verbose_name_plural = "pieces"
        permissions = [
            ("publish_article", "Can publish and schedule pieces"),
            ("remove_article", "Can unpublish and re-issue pieces"),
            ("view_every_article", "Can see every manuscript, not only their own"),
            ("change_rights", "Can ask for permissions and record them"),
        ]
        triggers = [triggers.no_piece_is_made_from_itself()]

    def __str__(self) -> str:
        return self.headline or "Without a headline"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store the manuscript, and a record of its series if that is a new one."""
        super().save(*args, **kwargs)
        series_named(self.series, language=self.language)

    def clean(self) -> None:
        check_days(self, "first_published_on")
        if contradiction := next(self._contradictions(), None):
            field, sentence = contradiction
            raise ValidationError({field: sentence})

    def _contradictions(self) -> Iterator[tuple[str, str]]:
        """Facts that cannot both be true: the field to look at, and a sentence."""
        if self.translation_of_id and self.translation_of_id == self.pk:
            yield "translation_of", "A piece is no translation of itself."
        if self.made_from_id and self.made_from_id == self.pk:
            yield "made_from", "A piece is not made from itself."
        if self.made_from_id and not self.made_as:
            yield "made_as", "It is made from another piece: say if it is an excerpt or a new version."
        if self.made_as and not self.made_from_id:
            yield "made_from", "Choose the piece of which this is an excerpt or a new version."
        yield from self._circles()
        if self.series_place is not None and not self.series:
            yield "series", "It has a place in a series: say in which."
        if self.translation_of_id and not self.source_language:
            yield "source_language", "It is a translation: say from which language."
        if self.source_language and self.source_language == self.language:
            yield "source_language", "It is translated from the language it is in: one of the two is wrong."
        if self.copyright_basis == self.Copyright.NAMED and not self.copyright_holders:
            yield "copyright_holders", "Write who holds the copyright, one a line."
        if self.copyright_basis != self.Copyright.NAMED and self.copyright_holders:
            yield "copyright_basis", "Holders are named below, but the copyright is said to be not theirs."
        if self.copyright_basis == self.Copyright.NONE and not self.copyright_reason:
            yield "copyright_reason", "Say why there is no copyright."
        if self.copyright_basis != self.Copyright.NONE and self.copyright_reason:
            yield "copyright_basis", "There is a reason for no copyright, but copyright is claimed."
        if self.licence_exceptions and self.has_no_licence:
            yield (
                "licence_exceptions",
                "Exceptions are named, and it is said to be under no licence: one of the two.",
            )
        if self.licence_id and self.has_no_licence:
            yield "has_no_licence", "A licence is chosen, and it is said to be under none: one of the two."
        yield from self.lead_contradictions()

    def _circles(self) -> Iterator[tuple[str, str]]:
        """A source that is itself made from this piece, over one step or several."""
        for field in ("translation_of", "made_from"):
            source = getattr(self, field)
            if (
                self.pk
                and source
                and source.pk != self.pk
                and self.pk in Article.objects.sources_above(source.pk)
            ):
                yield (
                    field,
                    f"“{source}” is itself made from this piece: one of the two links is the wrong way round.",
                )


class PinnedWording(models.Model):
    """A disclaimer chosen for this piece by hand: a wording of the desk, or the piece's own text."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="pinned_wordings")
    order = models.PositiveSmallIntegerField("order", default=0)
    wording = models.ForeignKey(
        Wording, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="disclaimer text"
    )
    own_text = PlainField("or its own words", blank=True, help_text="Printed instead of the text chosen.")

    class Meta:
        ordering = ["order", "id"]
        verbose_name = "disclaimer on this piece"
        verbose_name_plural = "disclaimers on this piece"
        constraints = [
            models.CheckConstraint(
                condition=Q(wording__isnull=False) | ~Q(own_text=""),
                name="a_pinned_wording_says_something",
                violation_error_message="Choose a disclaimer text or write its own words.",
            )
        ]

    def __str__(self) -> str:
        return self.own_text or str(self.wording)


class IntakeSource(models.Model):
    """The file that an article was made from. The SHA-256 of its bytes keeps it from being taken twice."""

    article = models.OneToOneField(Article, models.CASCADE, related_name="intake_source")
    sha256 = models.CharField(max_length=64, unique=True)
    file_name = LineField("file", max_length=255, blank=True)
    report = models.JSONField(default=dict)

    def __str__(self) -> str:
        return self.file_name or self.sha256[:12]

    def clean(self) -> None:
        if len(self.sha256) != 64:
            raise ValidationError({"sha256": "A SHA-256 has 64 hexadecimal digits."})
