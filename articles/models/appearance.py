"""Appearance: a place where a piece ran or will run."""

import uuid

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Deferrable, Q

from articles.models.article import Article
from outlets.models import Outlet
from prose.dates import YEAR_UNKNOWN, Precision, check_days, is_within, without_year
from prose.fields import LineField, WebURLField
from prose.languages import CHOICES


class Relation(models.TextChoices):
    """The relation of what ran there to our page (docs/wording-rows.md A)."""

    ORIGINAL = "original", "It was originally published there"
    FIRST = "first", "It was first published there, before anywhere else"
    VERSION = "version", "A version of it ran there"
    EXCERPT = "excerpt", "An excerpt of it ran there"
    EXCERPTED = "excerpted", "Ours is an excerpt of it"
    TRANSLATION = "translation", "A translation of it ran there"
    CROSSPOSTED = "crossposted", "We cross-post it from there"
    COPUBLISHED = "copublished", "We publish it together with them"
    ALSO = "also", "It ran there too"
    FORTHCOMING = "forthcoming", "It will run there"
    RERUN = "rerun", "We published it ourselves before"


OURS_FROM_ELSEWHERE = frozenset(
    {Relation.ORIGINAL, Relation.FIRST, Relation.VERSION, Relation.EXCERPT, Relation.TRANSLATION,
     Relation.CROSSPOSTED, Relation.EXCERPTED}
)  # fmt: skip
"""Relations in which an outlet may hold rights in the text of our page: without a record, permission must be asked."""

NEEDS_NO_OUTLET = frozenset({Relation.RERUN, Relation.EXCERPTED})
"""Relations that say something without an outlet: our own page, or a book by its title."""

ANOTHER_TEXT = frozenset({Relation.VERSION, Relation.EXCERPT, Relation.EXCERPTED, Relation.TRANSLATION})
"""Relations in which what ran there is another text than ours: search engines are not sent there in its place."""


def not_in_its_place(relation: str) -> str:
    """The sentence against sending search engines to another text."""
    return (
        f"Search engines cannot be sent to the outlet’s page in place of ours: “{Relation(relation).label}”, which is "
        "another text than this one."
    )


ORIGINALS = frozenset({Relation.ORIGINAL, Relation.FIRST})
_OLDEST_CLAIM = Q(relation="first") | Q(relation="original")


class Appearance(models.Model):
    """A place where the piece ran. Its date keeps the precision with which it is known.

    `key` identifies it for good: rows are deleted and written again, and its rights record must stay with it.
    """

    Relation = Relation

    class DatePrecision(models.TextChoices):
        DAY = Precision.DAY.value, "day"
        MONTH = Precision.MONTH.value, "month"
        YEAR = Precision.YEAR.value, "year"
        MONTH_DAY = Precision.MONTH_DAY.value, "day and month, not the year"

    class Medium(models.TextChoices):
        PRINT = "print", "Print edition"
        ONLINE = "online", "Online edition"

    class Access(models.TextChoices):
        OPEN = "open", "Open to all"
        REGISTRATION = "registration", "Readers must register"
        PAID = "paid", "Readers must pay"

    class ExcerptedWork(models.TextChoices):
        BOOK = "book", "A book"
        REPORT = "report", "A report"
        ARTICLE = "article", "A longer text"

    class ExpertRole(models.TextChoices):
        WROTE = "wrote", "Wrote it"
        QUOTED = "quoted", "Is quoted in it"
        INTERVIEWED = "interviewed", "Is interviewed in it"

    article = models.ForeignKey(Article, models.CASCADE, related_name="appearances")
    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
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
    expert_role = models.CharField(
        "our author there", max_length=12, choices=ExpertRole.choices, default=ExpertRole.WROTE
    )
    headline = LineField("headline there", max_length=400, blank=True, help_text="Exactly as it ran there.")
    url = WebURLField("address there", blank=True)
    is_removed = models.BooleanField("no longer to be found there", default=False)
    is_retracted = models.BooleanField(
        "they have retracted it",
        default=False,
        help_text="Pages, feeds and references then say so, beside the link. Our own text stays: to retract it too is "
        "an act.",
    )
    retracted_on = models.DateField("retracted there on", null=True, blank=True, help_text="If it is known.")
    retraction_url = WebURLField(
        "their note on it",
        blank=True,
        help_text="The address at which they say why. Empty: the address there.",
    )
    access = models.CharField("access there", max_length=12, choices=Access.choices, blank=True)
    published_on = models.DateField("date there", null=True, blank=True)
    precision = models.CharField(
        "known to the", max_length=10, choices=DatePrecision.choices, default=DatePrecision.DAY
    )
    counted_on = models.DateField(
        "names and posts as of", null=True, blank=True,
        help_text="Where only a month or a year is known, and a name or a post changed in it: the day whose facts "
        "print. Readers do not see it. Empty: the first day.",
    )  # fmt: skip
    planned_on = models.DateField(
        "planned for", null=True, blank=True, help_text="For a piece that will run there."
    )
    medium = models.CharField("edition", max_length=8, choices=Medium.choices, blank=True)
    section = LineField("section", max_length=120, blank=True)
    issue = LineField("issue", max_length=120, blank=True, help_text="“March/April 2017 issue”")
    page = LineField("page", max_length=20, blank=True)
    work = models.CharField(
        "it is an excerpt of", max_length=8, choices=ExcerptedWork.choices, default=ExcerptedWork.BOOK,
        help_text="Its title goes under “headline there”, its publisher under “outlet”.",
    )  # fmt: skip
    writers = LineField(
        "written by", max_length=300, blank=True,
        help_text="Whose book or report it is, as printed there: “Nora Quill and Bo Pier”",
    )  # fmt: skip
    editors = LineField(
        "edited by", max_length=300, blank=True, help_text="For an excerpt of a book: “Bo Pier and Ana Mole”"
    )
    chapter = LineField("chapter", max_length=200, blank=True, help_text="For an excerpt: “3”")
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
            ),
            models.CheckConstraint(
                condition=~Q(relation="rerun") | Q(outlet__isnull=True, outlet_name=""),
                name="our_own_rerun_names_no_outlet",
                violation_error_message="What we published ourselves before ran in no outlet: choose one of the two.",
            ),
            models.CheckConstraint(
                condition=~Q(relation="forthcoming") | Q(published_on__isnull=True),
                name="what_is_forthcoming_has_no_date_yet",
                violation_error_message="It will run there, and it has a date there: one of the two is wrong.",
            ),
            models.CheckConstraint(
                condition=Q(planned_on__isnull=True) | Q(relation="forthcoming"),
                name="only_what_is_forthcoming_is_planned",
                violation_error_message="A planned date belongs to a piece that will run there.",
            ),
            models.CheckConstraint(
                condition=~Q(precision=Precision.MONTH_DAY.value)
                | Q(published_on__isnull=True)
                | Q(published_on__year=YEAR_UNKNOWN),
                name="an_unknown_year_is_not_stored",
            ),
            models.CheckConstraint(
                # One by one: PostgreSQL writes a list of values in another way after each restore.
                condition=Q(counted_on__isnull=True)
                | Q(published_on__isnull=False)
                & (Q(precision=Precision.MONTH.value) | Q(precision=Precision.YEAR.value)),
                name="only_a_day_that_is_not_known_is_chosen",
                violation_error_message="Only where no more than a month or a year is known can its day be chosen.",
            ),
            models.CheckConstraint(
                condition=Q(is_retracted=False) | (~Q(relation="forthcoming") & ~Q(relation="rerun")),
                name="only_what_ran_there_is_retracted_there",
                violation_error_message="Nobody else can have retracted what has not run there, or what we published "
                "ourselves.",
            ),
            models.CheckConstraint(
                condition=Q(is_retracted=True) | Q(retracted_on__isnull=True, retraction_url=""),
                name="only_a_retraction_has_a_day_and_a_note",
                violation_error_message="A day or a note of a retraction belongs to what they have retracted: tick "
                "that too.",
            ),
            ExclusionConstraint(
                name="originals_are_of_one_day",
                expressions=[("article", RangeOperators.EQUAL), ("published_on", RangeOperators.NOT_EQUAL)],
                condition=_OLDEST_CLAIM,
                deferrable=Deferrable.DEFERRED,
            ),
        ]

    def __str__(self) -> str:
        return str(self.outlet) if self.outlet else self.outlet_name or "Outlet not known"

    def clean(self) -> None:
        if self.relation == Relation.EXCERPTED and not self.headline:
            raise ValidationError({"headline": "Write the title of what this is an excerpt of."})
        for field in ("writers", "editors", "chapter"):
            if getattr(self, field) and self.relation != Relation.EXCERPTED:
                sentence = f"This belongs to an excerpt: choose “{Relation.EXCERPTED.label}”, or empty it."
                raise ValidationError({field: sentence})
        if self.published_on and self.precision == Precision.MONTH_DAY:
            self.published_on = without_year(self.published_on)
        else:
            check_days(self, "published_on")
        check_days(self, "planned_on")
        check_days(self, "retracted_on")
        there, counted = self.published_on, self.counted_on
        if counted and not (there and is_within(counted, there, self.precision)):
            raise ValidationError(
                {"counted_on": "This day is not in the month or year in which it ran there."}
            )
        if self.relation == Relation.RERUN and not self.published_on:
            raise ValidationError({"published_on": "Say when we published it before."})
