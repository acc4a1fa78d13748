"""RightsRecord: permission of an outlet for a piece that ran there. Reprint: a piece of ours printed elsewhere.

A record belongs to one appearance (by its lasting key) and to the outlet it names: permission of one outlet is not
permission of another. Only acts write records; each act leaves a ledger entry.
"""

import uuid

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from articles.models.article import Article
from disclaimers.models import Licence
from disclaimers.models.institution import check_time_zone
from outlets.models import Outlet, StandingPermission
from outlets.models.permission import Mode, SearchPolicy
from prose.fields import LineField, PlainField, WebURLField


class RightsState(models.TextChoices):
    """State of a permission."""

    NOT_NEEDED = "not_needed", "Not needed"
    TO_REQUEST = "to_request", "To be asked for"
    REQUESTED = "requested", "Asked for"
    GRANTED = "granted", "Granted"
    REFUSED = "refused", "Refused"
    EXPIRED = "expired", "Expired"
    WITHDRAWN = "withdrawn", "Withdrawn"
    BY_LICENCE = "by_licence", "Given by a licence"
    UNKNOWN = "unknown", "Not on record, shown as found"


MODE_CHOICES = [
    (Mode.FULL.value, "The full text"),
    (Mode.EXCERPT.value, "An excerpt"),
    (Mode.LINK.value, "Only a link to it"),
]
"""Labels for how much of the text may be shown. Every output obeys it alike."""

SEARCH_POLICY_CHOICES = [
    (SearchPolicy.INDEX.value, "Our page may be found"),
    (SearchPolicy.NOINDEX.value, "Our page is kept out of search engines"),
    (SearchPolicy.CANONICAL.value, "Search engines are sent to the outlet’s page"),
]


class RightsRecord(models.Model):
    """The permission for one appearance and its terms.

    `valid_until`: the first day without permission, in the institution's zone. `embargo_until`: the instant before
    which nothing may be shown; `embargo_zone` is the zone in which it was given.
    """

    article = models.ForeignKey(Article, models.PROTECT, related_name="rights")
    appearance_key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    outlet = models.ForeignKey(Outlet, models.PROTECT, null=True, blank=True, related_name="rights")
    outlet_name = LineField(max_length=200, blank=True)
    state = models.CharField(max_length=12, choices=RightsState.choices, default=RightsState.TO_REQUEST)
    mode = models.CharField("how much may be shown", max_length=8, choices=MODE_CHOICES, default=Mode.FULL)
    excerpt_words = models.PositiveIntegerField("words of the excerpt", null=True, blank=True)
    asked_on = models.DateField("asked on", null=True, blank=True)
    granted_by = LineField("who gave it", max_length=200, blank=True)
    granted_on = models.DateField("given on", null=True, blank=True)
    evidence = LineField(
        "evidence", max_length=300, blank=True, help_text="A file’s name or a mail’s reference."
    )
    scope = PlainField("terms, in words", blank=True)
    credit = LineField(
        "words they require", max_length=500, blank=True, help_text="Printed word for word with the piece."
    )
    embargo_until = models.DateTimeField("not before", null=True, blank=True)
    embargo_zone = models.CharField(
        "in the zone",
        max_length=64,
        blank=True,
        validators=[check_time_zone],
        help_text="Like Europe/Berlin.",
    )
    valid_until = models.DateField(
        "over from", null=True, blank=True, help_text="The first day it may no longer be shown."
    )
    search_policy = models.CharField(
        "search engines", max_length=10, choices=SEARCH_POLICY_CHOICES, default=SearchPolicy.INDEX
    )
    may_be_passed_on = models.BooleanField("we may let others republish it", default=False)
    edits_allowed = models.BooleanField("we may edit the text", default=True)
    standing = models.ForeignKey(
        StandingPermission, models.PROTECT, null=True, blank=True, related_name="used_by"
    )
    licence = models.ForeignKey(Licence, models.PROTECT, null=True, blank=True, related_name="rights")
    holder = LineField(
        "who holds the copyright",
        max_length=300,
        blank=True,
        help_text="Printed with the year it ran there: “© 2020 The Lantern”. Empty: no copyright is named.",
    )
    outlet_terms = PlainField("the outlet's terms then", blank=True)

    class Meta:
        verbose_name = "permission"
        constraints = [
            models.CheckConstraint(
                condition=Q(mode="excerpt", excerpt_words__isnull=False, excerpt_words__gt=0)
                | (~Q(mode="excerpt") & Q(excerpt_words__isnull=True)),
                name="a_shown_excerpt_has_its_length",
                violation_error_message="An excerpt needs its number of words, and nothing else has one.",
            ),
            models.CheckConstraint(
                condition=Q(embargo_until__isnull=True) | ~Q(embargo_zone=""),
                name="an_embargo_names_its_zone",
                violation_error_message="Say in which time zone the embargo ends.",
            ),
            models.CheckConstraint(
                condition=Q(valid_until__isnull=True)
                | Q(granted_on__isnull=True)
                | Q(valid_until__gt=F("granted_on")),
                name="a_permission_ends_after_it_was_given",
                violation_error_message="It would be over before it was given.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.outlet or self.outlet_name or 'Outlet not known'}: {self.get_state_display()}"

    def clean(self) -> None:
        if self.state == RightsState.BY_LICENCE and not self.licence_id:
            raise ValidationError({"licence": "Choose the licence that gives it."})


class Reprint(models.Model):
    """One reprint of a piece of ours, noted by hand: outlet, address and day, as far as known."""

    article = models.ForeignKey(Article, models.PROTECT, related_name="reprints", verbose_name="piece")
    outlet = models.ForeignKey(
        Outlet, models.PROTECT, null=True, blank=True, related_name="reprints", verbose_name="outlet"
    )
    outlet_name = LineField(
        "or a name only", max_length=200, blank=True, help_text="For an outlet without a record here."
    )
    url = WebURLField("address there", blank=True)
    reprinted_on = models.DateField("printed on", null=True, blank=True)
    note = PlainField("note", blank=True)

    class Meta:
        ordering = ["-reprinted_on", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(outlet__isnull=True) ^ Q(outlet_name=""),
                name="a_reprint_names_its_outlet",
                violation_error_message="Choose an outlet or write its name, one of the two.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.outlet or self.outlet_name}: {self.article}"
