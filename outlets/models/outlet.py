"""Outlet: a place where pieces run."""

from collections.abc import Iterable
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q, Transform, Value
from django.db.models.functions import Concat, Lower, Replace, Trim

from outlets.models.names import NameWithArticle, article_has_its_rule
from outlets.naming import ArticleRule, FormerNaming, OutletNaming
from prose.fields import LineField, PlainField, WebURLField
from prose.languages import CHOICES
from prose.merged import merges_on_record
from prose.models.former_slugs import keeps_former_slugs
from prose.names.dated import name_language_field
from prose.slugs import validate_slug
from prose.text_language.recognition import language_of_name
from prose.typography import clean_line


class OutletQuerySet(models.QuerySet["Outlet"]):
    def standing(self) -> Self:
        """Outlets that are not merged into another."""
        return self.filter(merged_into=None)

    def with_name(self, text: str) -> Self:
        """Outlets with this present, former, native or other name; case and the article do not matter.

        An outlet that was merged into another is found as that one.
        """
        name = clean_line(text)
        if not name:
            return self.none()
        return (
            self.alias(full=_full(""), former_full=_full("former_names__"), merged_full=_full("merged__"))
            .filter(
                Q(name__iexact=name)
                | Q(full=_fold(name))
                | Q(native_name__iexact=name)
                | Q(aliases__name__iexact=name)
                | Q(names__name__iexact=name)
                | Q(former_names__name__iexact=name)
                | Q(former_full=_fold(name))
                | Q(merged__name__iexact=name)
                | Q(merged_full=_fold(name))
            )
            .standing()
            .distinct()
        )


_FOLDS = (("'", "’"), ("’ ", "’"))


def _full(path: str) -> Transform | Replace:
    """SQL for article and name at this path in lower case, an elided article ("l’") joined to its name."""
    parts = (F(f"{path}article"), Value(" "), F(f"{path}name"))
    whole: Transform | Replace = Trim(Lower(Concat(*parts, output_field=models.TextField())))
    for written, folded in _FOLDS:
        whole = Replace(whole, Value(written), Value(folded), output_field=models.TextField())
    return whole


def _fold(text: str) -> str:
    """The same folding in Python, for the text that is searched for."""
    text = text.lower()
    for written, folded in _FOLDS:
        text = text.replace(written, folded)
    return text


class Outlet(NameWithArticle):
    """A newspaper, magazine, site or other place where pieces run."""

    class Type(models.TextChoices):
        NEWSPAPER = "newspaper", "Newspaper"
        MAGAZINE = "magazine", "Magazine"
        SITE = "site", "Web site"
        BLOG = "blog", "Blog"
        BROADCASTER = "broadcaster", "Broadcaster"
        PODCAST = "podcast", "Podcast"
        AGENCY = "agency", "News agency"
        JOURNAL = "journal", "Journal"
        THINK_TANK = "think-tank", "Think tank"
        BOOK_PUBLISHER = "book-publisher", "Book publisher"
        OTHER = "other", "Other"

    slug = models.CharField(
        "web address",
        max_length=90,
        unique=True,
        validators=[validate_slug],
        help_text="/outlets/…/; a former one leads here.",
    )
    name_language = name_language_field()
    native_name = LineField(
        "name in its own script", max_length=200, blank=True, help_text="Like “潮新聞” for Ushio Shimbun."
    )
    gloss = LineField(
        "what the name means",
        max_length=200,
        blank=True,
        help_text="In print it follows the name in brackets: “Tide News”.",
    )
    descriptor = LineField(
        "what it is, in words",
        max_length=200,
        blank=True,
        help_text="In print it goes before the name: “the Japanese daily”.",
    )
    is_italic = models.BooleanField(
        "set in italics", default=False, help_text="In running text, where the house sets such names so."
    )
    url = WebURLField("web site", blank=True)
    feed_url = WebURLField("feed address", blank=True, help_text="The address of its own RSS or Atom feed.")
    type = models.CharField("type", max_length=16, choices=Type.choices, default=Type.NEWSPAPER)
    country = models.CharField(
        "country", max_length=2, blank=True, help_text="Two letters (ISO 3166): US, DE."
    )
    language = models.CharField("language", max_length=12, choices=CHOICES, blank=True)
    about = PlainField(
        "what it is", blank=True, help_text="A few sentences for its page here, in the language of its name."
    )
    for_readers = PlainField(
        "what it asks of readers",
        blank=True,
        help_text="Also for its page: “Five articles a month are free; more with a subscription.”",
    )
    terms = PlainField(
        "its usual terms",
        blank=True,
        help_text="What it usually allows, and on which conditions, in words. Not printed.",
    )

    objects = OutletQuerySet.as_manager()

    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, editable=False, related_name="merged"
    )

    class Meta:
        ordering = [Lower("name")]
        constraints = [
            article_has_its_rule("an_article_has_its_rule"),
            models.UniqueConstraint(
                Lower("name"),
                "country",
                name="one_outlet_per_name_and_country",
                violation_error_message="There is already an outlet of this name in this country.",
            ),
        ]
        triggers = [
            keeps_former_slugs("outlets_outlet"),
            merges_on_record("outlet", "outlets_outlet"),
        ]

    def __str__(self) -> str:
        return self.full_name

    def clean(self) -> None:
        super().clean()
        self.country = self.country.upper()
        if self.country and not (
            len(self.country) == 2 and self.country.isascii() and self.country.isalpha()
        ):
            raise ValidationError({"country": "Write the country as two letters, like US or DE."})

    def naming_for(self, language: str, usual_language: str) -> OutletNaming:
        """The naming for a page in `language`; prefetch `former_names` and `names` to save their queries.

        `usual_language`: that of the site's own institution, which its name is in unless the record says otherwise.
        """
        forms = [(row.language, _dated(row)) for row in self.names.all()]
        return self.naming_among(self.naming, forms, language, usual_language)

    def naming_among(
        self,
        naming: OutletNaming,
        forms: Iterable[tuple[str, FormerNaming]],
        language: str,
        usual_language: str,
    ) -> OutletNaming:
        """The same, with the names in other languages (language, name) loaded before; `naming`: without them."""
        if self.native_name and self.language:
            native = FormerNaming(self.native_name, "", ArticleRule.NONE, "", "")
            forms = (*forms, (self.language, native))
        own = language_of_name(self.name_language, self.name, usual_language)
        return naming.for_page(language, own, forms)

    @property
    def naming(self) -> OutletNaming:
        """Everything that print takes from this record: one query, or none when former names are prefetched."""
        former = self.former_names.all() if self.pk else ()
        return OutletNaming(
            self.name,
            self.article,
            self.article_rule,
            id=self.pk or 0,
            slug=self.slug,
            feed_url=self.feed_url,
            type=self.type,
            descriptor=self.descriptor,
            gloss=self.gloss,
            is_italic=self.is_italic,
            former=tuple(map(_dated, former)),
        )


def _dated(row: Any) -> FormerNaming:
    """A row of a former name, or of one in another language, as a value."""
    return FormerNaming(
        row.name, row.article, row.article_rule, str(row.from_on or ""), str(row.until_on or "")
    )
