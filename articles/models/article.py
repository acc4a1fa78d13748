"""Article: the working manuscript, with its bylines, where else it ran, and the disclaimers fixed by hand."""

import uuid

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from articles.models.topic import Topic
from articles.querysets import ArticleQuerySet
from articles.topics import TaggableManager, TopicUseBase
from authors.models import Author
from disclaimers.models import Institution, Kind, Wording
from outlets.models import Outlet
from prose.dates import Precision, check_day
from prose.fields import LineField, PlainField, ProseField, WebURLField
from prose.languages import CHOICES
from prose.slugs import validate_slug


class ArticleTopic(TopicUseBase):
    """A manuscript is about a topic."""

    tag = models.ForeignKey(Topic, models.PROTECT, related_name="article_uses")
    content_object = models.ForeignKey("articles.Article", models.CASCADE, related_name="topic_uses")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["content_object", "tag"], name="one_use_of_a_topic")]


class Article(models.Model):  # type: ignore[django-manager-missing]  # taggit's untyped rows
    """What editors work on. Readers never see it: they get editions."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="articles", verbose_name="institution"
    )
    kind = models.ForeignKey(Kind, models.PROTECT, related_name="articles", verbose_name="content type")
    language = models.CharField("language", max_length=12, choices=CHOICES, default="en")
    headline = LineField("headline", max_length=300, blank=True)
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
    copyright_line = LineField(
        "its own copyright line",
        max_length=300,
        blank=True,
        help_text="Empty: the institution's own line is printed.",
    )
    tags = TaggableManager(
        verbose_name="topics", through=ArticleTopic, blank=True, help_text="Separated by commas."
    )

    objects = ArticleQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        permissions = [
            ("publish_article", "Can publish and schedule articles"),
            ("remove_article", "Can unpublish and re-issue articles"),
            ("view_every_article", "Can see every manuscript, not only their own"),
        ]

    def __str__(self) -> str:
        return self.headline or "Without a headline"

    def clean(self) -> None:
        _check_day(self, "first_published_on")


class Byline(models.Model):
    """One credited person at one place, with the bio as printed for this piece."""

    class Role(models.TextChoices):
        AUTHOR = "author", "Author"
        EDITOR = "editor", "Editor"
        TRANSLATOR = "translator", "Translator"
        INTERVIEWER = "interviewer", "Interviewer"
        INTERVIEWEE = "interviewee", "Interviewee"
        CONTRIBUTOR = "contributor", "Contributor"

    article = models.ForeignKey(Article, models.CASCADE, related_name="bylines")
    order = models.PositiveSmallIntegerField("order", default=0)
    role = models.CharField("role", max_length=12, choices=Role.choices, default=Role.AUTHOR)
    author = models.ForeignKey(
        Author, models.PROTECT, null=True, blank=True, related_name="bylines", verbose_name="person"
    )
    name = LineField(
        "or a name only", max_length=200, blank=True, help_text="For someone without a record here."
    )
    bio = PlainField(
        "bio", blank=True, help_text="Printed below this piece, word for word. Empty: from their post."
    )

    class Meta:
        ordering = ["order", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(author__isnull=True) ^ Q(name=""),
                name="a_byline_names_someone",
                violation_error_message="Choose a person or write a name, one of the two.",
            )
        ]

    def __str__(self) -> str:
        return str(self.author) if self.author else self.name


class Appearance(models.Model):
    """A place where the piece ran. Its date keeps the precision it is known with; no outlet is ever made up."""

    class Relation(models.TextChoices):
        ORIGINAL = "original", "It ran there first"
        VERSION = "version", "A version of it ran there"
        ALSO = "also", "It ran there too"

    class DatePrecision(models.TextChoices):
        DAY = Precision.DAY.value, "day"
        MONTH = Precision.MONTH.value, "month"
        YEAR = Precision.YEAR.value, "year"

    article = models.ForeignKey(Article, models.CASCADE, related_name="appearances")
    order = models.PositiveSmallIntegerField("order", default=0)
    relation = models.CharField(
        "what ran there", max_length=12, choices=Relation.choices, default=Relation.ORIGINAL
    )
    outlet = models.ForeignKey(
        Outlet, models.PROTECT, null=True, blank=True, related_name="appearances", verbose_name="outlet"
    )
    outlet_name = LineField(
        "or a name only", max_length=200, blank=True, help_text="For an outlet without a record here."
    )
    headline = LineField("headline there", max_length=300, blank=True)
    url = WebURLField("address there", blank=True)
    published_on = models.DateField("date there", null=True, blank=True)
    precision = models.CharField(
        "known to the", max_length=6, choices=DatePrecision.choices, default=DatePrecision.DAY
    )
    language = models.CharField("language there", max_length=12, choices=CHOICES, blank=True)

    class Meta:
        ordering = ["order", "id"]
        verbose_name = "where else it ran"
        verbose_name_plural = "where else it ran"
        constraints = [
            models.CheckConstraint(
                condition=Q(outlet__isnull=True) | Q(outlet_name=""),
                name="an_appearance_has_one_outlet",
                violation_error_message="Choose an outlet or write its name, not both.",
            )
        ]

    def __str__(self) -> str:
        return str(self.outlet) if self.outlet else self.outlet_name or "Outlet not known"

    def clean(self) -> None:
        _check_day(self, "published_on")


def _check_day(row: models.Model, field: str) -> None:
    try:
        check_day(getattr(row, field))
    except ValidationError as error:
        raise ValidationError({field: error}) from error


class PinnedWording(models.Model):
    """A disclaimer fixed for this piece: one of the desk's texts, or the piece's own words."""

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
    """The file an article was brought in from, by the SHA-256 of its bytes, so that it is taken once."""

    article = models.OneToOneField(Article, models.CASCADE, related_name="intake_source")
    sha256 = models.CharField(max_length=64, unique=True)
    file_name = LineField("file", max_length=255, blank=True)
    report = models.JSONField(default=dict)

    def __str__(self) -> str:
        return self.file_name or self.sha256[:12]

    def clean(self) -> None:
        if len(self.sha256) != 64:
            raise ValidationError({"sha256": "A SHA-256 has 64 hexadecimal digits."})
