"""Institution: the publisher of pieces, with its names, contacts and settings."""

import uuid
import zoneinfo
from operator import attrgetter
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models

from disclaimers.inheritance import Inherited, nearest
from disclaimers.models.circles import no_institution_below_itself
from prose.fields import LineField, PageAddressField, PlainField, WebURLField
from prose.languages import CHOICES
from prose.limits import MAX_URL_CHARS
from prose.merged import merges_on_record
from prose.models.former_slugs import is_slug_taken, keeps_former_slugs
from prose.names.dated import name_language_field
from prose.names.rewording import rewording
from prose.slugs import free_slug


def check_time_zone(name: str) -> None:
    """Raise ValidationError for a name that is not in the zone database."""
    if name not in zoneinfo.available_timezones():
        raise ValidationError(
            "“%(name)s” is no time zone: write it like Europe/Berlin or America/New_York.",
            params={"name": name},
        )


INHERITED: dict[str, Any] = {
    "time_zone": "UTC",
    "copyright_holder": "",
    "errors_contact": "",
    "permissions_contact": "",
    "colour": "",
    "default_kind": None,
    "default_language": "en",
    "missing_wording": "original",
    "offers_republication": False,
    "republication_terms": "",
    "publishing_principles": "",
    "corrections_policy": "",
    "ethics_policy": "",
}
"""Fields that an institution may leave to its parent, with the value where no institution states one.

Its name, strapline, web site and the text about it are its own, and stand for nobody else.
"""


POLICIES = ("publishing_principles", "corrections_policy", "ethics_policy")
"""Fields with the addresses of pages that say how an institution works."""
COLOUR = "^#[0-9a-fA-F]{6}$"
"""How a colour is written, for Python and for PostgreSQL; `LineField` leaves no line break behind it."""


def _page_field(name: str, about: str) -> PageAddressField:
    """The address of a page of the institution's about one thing."""
    help_text = f"{about} A page of this site, like /corrections-policy/, or on the web. Empty: the parent’s."
    return PageAddressField(name, max_length=MAX_URL_CHARS, blank=True, help_text=help_text)


class InstitutionQuerySet(models.QuerySet["Institution"]):
    def standing(self) -> Self:
        """Institutions that are not merged into another."""
        return self.filter(merged_into=None)

    def offered_in(self, rows: type[models.Model]) -> Self:
        """Standing institutions, and merged ones that a row of this model names still; its field is `institution`."""
        named = rows._default_manager.order_by().values("institution")
        return self.filter(models.Q(merged_into=None) | models.Q(pk__in=named))

    def that_stands_for(self, key: int) -> "Institution":
        """The institution with this key, or the one that it was merged into. Raises DoesNotExist."""
        row = self.select_related("parent", "merged_into__parent").get(pk=key)
        return row.merged_into or row

    def home(self) -> Self:
        """The institution that owns this site."""
        return self.filter(is_home=True)

    def home_language(self) -> str:
        """The usual language of the desk’s first house, in which addresses of names are spelled; "" without one."""
        home = self.home().select_related("parent").first()
        return home.usual_language if home else ""

    def language_of_name(self, stated: str) -> str:
        """The language that a name is in: as its record states, else the usual one of the desk’s first house."""
        return stated or self.home_language() or str(INHERITED["default_language"])


class Institution(models.Model):
    """A think tank or one of its centres."""

    class MissingWording(models.TextChoices):
        ORIGINAL = "original", "print the original text, marked with its language"
        BLOCK = "block", "let nothing be published until there is one"

    code = models.SlugField("code", unique=True, help_text="A short lasting key, like “strait”.")
    slug = models.SlugField(
        "web address",
        max_length=90,
        unique=True,
        blank=True,
        help_text="/houses/…/; a former one leads here.",
    )
    name = LineField("name", max_length=200, help_text="In full, as it is printed.")
    short_name = LineField("short name", max_length=80, blank=True, help_text="As running text says it.")
    name_language = name_language_field()
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="centres",
        verbose_name="parent institution",
        help_text="A centre has from its parent whatever it does not say itself: disclaimers, labels, house style, "
        "contacts, footer links, time zone, licence and terms.",
    )
    url = WebURLField("web site", blank=True)
    time_zone = models.CharField(
        "time zone",
        max_length=64,
        blank=True,
        validators=[check_time_zone],
        help_text="Like Europe/Berlin. Empty: the parent institution’s, or UTC without a parent.",
    )
    copyright_holder = LineField(
        "copyright holder",
        max_length=200,
        blank=True,
        help_text="Empty: the parent institution’s. Without any, its pages claim no copyright.",
    )
    is_home = models.BooleanField(
        "this site's own institution",
        default=False,
        help_text="The front page is its own, and so is every page that is of no institution.",
    )
    strapline = LineField("strapline", max_length=200, blank=True, help_text="One line under the name.")
    colour = LineField(
        "colour",
        max_length=7,
        blank=True,
        validators=[RegexValidator(COLOUR, "Write it as six digits behind a #, like #1d4a5c.")],
        help_text="Of links and of the line above the page, like #1d4a5c. Where text in it would be hard to read, "
        "pages darken or lighten it. Empty: the parent institution’s.",
    )
    errors_contact = models.EmailField(
        "address for errors", blank=True, help_text="“Report an error” writes here. Empty: the parent’s."
    )
    permissions_contact = models.EmailField(
        "address for permissions", blank=True, help_text="Empty: the parent’s."
    )
    default_kind = models.ForeignKey(
        "Kind", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="usual content type"
    )
    default_language = models.CharField(
        "usual language",
        max_length=12,
        choices=CHOICES,
        blank=True,
        help_text="Empty: the parent institution’s, or English without a parent.",
    )
    missing_wording = models.CharField(
        "without a text in the piece's language",
        max_length=8,
        choices=MissingWording.choices,
        blank=True,
        help_text="Empty: as the parent institution, or the original text without a parent. Nothing is translated by "
        "a program, and nothing is left out silently.",
    )
    offers_republication = models.BooleanField(
        "offers its pieces to others",
        null=True,
        blank=True,
        choices=[(None, "as the parent institution, else no"), (True, "yes"), (False, "no")],
        help_text="Prints a “Republish this piece” box where this institution holds the right and every author agrees.",
    )
    republication_terms = PlainField(
        "terms for those who republish",
        blank=True,
        help_text="Printed in that box, beside credit and licence.",
    )
    about = PlainField(
        "what it is",
        blank=True,
        help_text="A few sentences for its page, in the language of its name. Other languages: with its names, below.",
    )
    publishing_principles = _page_field(
        "publishing principles", "How pieces come about, and what is printed."
    )
    corrections_policy = _page_field("corrections policy", "What happens when something was wrong.")
    ethics_policy = _page_field("ethics policy", "Interests, gifts, money, artificial intelligence.")
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, editable=False, related_name="merged"
    )

    objects = InstitutionQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                "is_home",
                condition=models.Q(is_home=True),
                name="one_home_institution",
                violation_error_message="“This site’s own institution” is another one already: only one can be.",
            ),
            models.CheckConstraint(
                condition=models.Q(colour__regex=COLOUR) | models.Q(colour=""),
                name="a_colour_is_six_digits",
                violation_error_message="A colour is six digits behind a #, like #1d4a5c.",
            ),
            models.CheckConstraint(
                condition=models.Q(parent__isnull=True) | ~models.Q(parent=models.F("pk")),
                name="no_own_parent",
                violation_error_message="The parent institution is this one itself: choose another, or none.",
            ),
            models.CheckConstraint(
                condition=models.Q(is_home=False) | models.Q(merged_into=None),
                name="the_home_institution_stands_for_itself",
                violation_error_message="It is merged into another, which alone can be this site’s own institution.",
            ),
        ]
        triggers = [
            no_institution_below_itself(),
            keeps_former_slugs("disclaimers_institution"),
            merges_on_record("institution", "disclaimers_institution"),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.slug = self.slug or free_slug(
            self.code, fallback=uuid.uuid4(), taken=is_slug_taken(Institution, but=self.pk)
        )
        with rewording():
            super().save(*args, **kwargs)

    def clean(self) -> None:
        if self.parent and self.parent.merged_into:
            sentence = f"“{self.parent}” is merged into “{self.parent.merged_into}”: choose that one."
            raise ValidationError({"parent": sentence})
        seen, above = {self.pk}, self.parent
        while above is not None:
            if above.pk in seen and above.pk is not None:
                raise ValidationError({"parent": "An institution cannot stand below itself."})
            seen.add(above.pk)
            above = above.parent

    @property
    def short_label(self) -> str:
        """The short name if there is one, else the full name."""
        return self.short_name or self.name

    def inherited(self, field: str) -> Inherited[Any, "Institution"]:
        """The value of a field of `INHERITED`, with the institution that states it: this one or one above it."""
        return nearest(self.lineage(), attrgetter(field), INHERITED[field])

    @property
    def zone_name(self) -> str:
        """The time zone by which this institution counts its days."""
        return str(self.inherited("time_zone").value)

    @property
    def zone(self) -> zoneinfo.ZoneInfo:
        """The same as a zone to calculate with."""
        return zoneinfo.ZoneInfo(self.zone_name)

    @property
    def usual_language(self) -> str:
        """The language of its lists, and of new pieces."""
        return str(self.inherited("default_language").value)

    def lineage(self) -> list["Institution"]:
        """This institution, its parent and so on up."""
        return [self, *(self.parent.lineage() if self.parent else [])]
