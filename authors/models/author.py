"""Author: a person or body that signs pieces, with names and dated titles."""

import datetime as dt
from collections.abc import Collection
from typing import Any

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from authors.models.names import AuthorType, NameOrder, sort_name_of
from authors.models.orcid import PATTERN, tidy_orcid, validate_orcid
from pictures.models import Picture
from prose.fields import LineField, PlainField, WebURLField
from prose.languages import CHOICES
from prose.merged import merges_on_record
from prose.models.former_slugs import keeps_former_slugs
from prose.names.dated import name_language_field
from prose.names.rewording import rewording
from prose.periods import is_within
from prose.slugs import validate_slug


class Author(models.Model):
    """A person or a body named in bylines."""

    form = models.CharField(
        "person or body", max_length=8, choices=AuthorType.choices, default=AuthorType.PERSON
    )
    display_name = LineField("name", max_length=200, help_text="As printed, without title or suffix.")
    name_language = name_language_field("the name is in")
    native_name = LineField(
        "name in its own script", max_length=200, blank=True, help_text="“심하늘”, “Ида Кей”"
    )
    native_language = models.CharField(
        "and that one in",
        max_length=12,
        choices=CHOICES,
        blank=True,
        help_text="Pages in this language print the name in its own script.",
    )
    name_order = models.CharField(
        "which name stands first",
        max_length=12,
        choices=NameOrder.choices,
        default=NameOrder.GIVEN_FIRST,
    )
    sort_name = LineField(
        "sorted as", max_length=200, blank=True, help_text="“Díaz, Ana”. Empty: made from the name."
    )
    courtesy = LineField(
        "courtesy title",
        max_length=80,
        blank=True,
        help_text="“Ambassador”. The house style says whether bylines print it.",
    )
    courtesy_from = models.DateField("title from", null=True, blank=True)
    courtesy_until = models.DateField(
        "title until", null=True, blank=True, help_text="The first day without it."
    )
    rank = LineField("rank", max_length=80, blank=True, help_text="“Colonel”, without “(ret.)”.")
    retired_on = models.DateField(
        "retired on", null=True, blank=True, help_text="From this day “(ret.)” follows the rank."
    )
    suffix = LineField("suffix", max_length=40, blank=True, help_text="“Jr.”, “Ph.D.”")
    slug = models.CharField(
        "web address",
        max_length=90,
        unique=True,
        validators=[validate_slug],
        help_text="/authors/…/; a former one leads here.",
    )
    biography = PlainField("biography", blank=True, help_text="For this person's own page.")
    biography_language = name_language_field("the biography is in")
    short_biography = PlainField(
        "biography in a sentence or two",
        blank=True,
        help_text="For the press, in the language of the other one.",
    )
    areas = LineField(
        "areas of work",
        max_length=300,
        blank=True,
        help_text="“Harbours, tides, small towns”. For their own page.",
    )
    spoken_languages = ArrayField(
        models.CharField(max_length=12, choices=CHOICES),
        verbose_name="languages they speak to the press in",
        default=list,
        blank=True,
    )
    email = models.EmailField(
        "public e-mail", blank=True, help_text="Printed on their own page. Empty: readers are offered none."
    )
    orcid = models.CharField(
        "ORCID iD", max_length=19, blank=True, validators=[validate_orcid], help_text="0000-0002-1825-0097"
    )
    website = WebURLField("web site", blank=True)
    portrait = models.ForeignKey(
        Picture,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="portraits",
        verbose_name="portrait",
        help_text="From the library, cut to a square around its focal point.",
    )
    portrait_alt = LineField(
        "what the portrait shows",
        max_length=1000,
        blank=True,
        help_text="For readers who cannot see it. Empty: “Portrait of” and the name.",
    )
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="author",
        verbose_name="account",
    )

    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, editable=False, related_name="merged"
    )

    class Meta:
        ordering = [Lower("sort_name"), "id"]
        verbose_name = "person"
        verbose_name_plural = "people"
        triggers = [
            keeps_former_slugs("authors_author"),
            merges_on_record("person", "authors_author"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(orcid="") | Q(orcid__regex=PATTERN),
                name="an_orcid_has_sixteen_digits",
                violation_error_message="An ORCID iD has sixteen digits: 0000-0002-1825-0097.",
            ),
            models.CheckConstraint(
                condition=Q(retired_on__isnull=True) | ~Q(rank=""),
                name="who_retires_has_a_rank",
                violation_error_message="A day of retirement needs a rank: “(ret.)” is printed behind it.",
            ),
            models.CheckConstraint(
                condition=Q(rank="") | Q(form=AuthorType.PERSON),
                name="only_people_have_a_rank",
                violation_error_message="A body has no rank: leave it out, or say that this is a person.",
            ),
            models.CheckConstraint(
                condition=Q(courtesy_from__isnull=True, courtesy_until__isnull=True) | ~Q(courtesy=""),
                name="a_dated_courtesy_title_is_written",
                violation_error_message="A courtesy title has days but no words: write it or clear its days.",
            ),
            models.CheckConstraint(
                condition=Q(courtesy_from__isnull=True)
                | Q(courtesy_until__isnull=True)
                | Q(courtesy_until__gt=F("courtesy_from")),
                name="a_courtesy_title_ends_after_it_begins",
                violation_error_message="The courtesy title must end after it begins.",
            ),
        ]

    def __str__(self) -> str:
        return self.display_name

    def save(self, *args: Any, **kwargs: Any) -> None:
        with rewording():
            super().save(*args, **kwargs)

    def courtesy_on(self, day: dt.date) -> str:
        """The courtesy title on a day; one without dates holds on every day."""
        return self.courtesy if is_within(day, self.courtesy_from, self.courtesy_until) else ""

    def is_retired(self, day: dt.date) -> bool:
        """True from the day on which "(ret.)" follows the rank."""
        return self.retired_on is not None and self.retired_on <= day

    def clean_fields(self, exclude: Collection[str] | None = None) -> None:
        self.orcid = tidy_orcid(self.orcid)
        super().clean_fields(exclude)

    def clean(self) -> None:
        before = Author.objects.filter(pk=self.pk).first()
        if not self.sort_name or (before and self.sort_name == before.default_sort_name):
            self.sort_name = self.default_sort_name

    @property
    def default_sort_name(self) -> str:
        """The sort name made from the name, for an author without a written one."""
        return sort_name_of(self.display_name, self.form, self.name_order)


class AuthorLink(models.Model):
    """A link on an author's page to another site (a profile, a feed, ORCID)."""

    author = models.ForeignKey(Author, models.CASCADE, related_name="links")
    label = LineField("label", max_length=60)
    url = WebURLField("address")
    order = models.PositiveSmallIntegerField("order", default=0)

    class Meta:
        ordering = ["order", "id"]
        verbose_name = "link"

    def __str__(self) -> str:
        return self.label
