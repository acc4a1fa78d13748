"""Topic: a subject of pieces. Manuscripts and editions refer to topics by rows of their own.

Every use of django-taggit is in this module, so that replacing the library touches one file.
"""

import re
import uuid
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pgtrigger
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Func, Q, Value
from django.db.models.functions import Lower, Trim
from django.db.utils import IntegrityError
from taggit.managers import TaggableManager
from taggit.models import ItemBase, TagBase

from disclaimers.models.institution import Institution
from prose.fields import LineField, PlainField
from prose.languages import CHOICES
from prose.merged import merges_on_record
from prose.names.dated import name_language_field
from prose.names.forms import ChosenForm, NameForm, NameForms, PageForms, WordsOfForm, forms_from_json
from prose.slugs import has_letters_of, slug_for
from prose.text_language.recognition import is_name_in_script_of, language_of_name
from prose.typography import clean_line

__all__ = [
    "TaggableManager",
    "Topic",
    "TopicName",
    "TopicUseBase",
    "parse_topics",
    "topic_on_record",
    "topics_named",
]

MAX_TOPIC_CHARS = 100
SEPARATORS = ",;，；、،"
"""Characters that separate topics where they are typed, in any script."""
SAME_NAME = "There is a topic of this name, in other letters or spaces. Merge the two instead."


def folded(name: str | Value) -> Func:
    """SQL for a name in the form in which topics are compared: one Unicode form (NFKC), single spaces, lower case."""
    composed = Func(name, function="normalize", template="%(function)s(%(expressions)s, NFKC)")
    spaced = Func(
        composed,
        Value(r"\s+"),
        Value(" "),
        Value("g"),
        function="regexp_replace",
        output_field=models.TextField(),
    )
    return Lower(Trim(spaced))


def _two_levels() -> pgtrigger.Trigger:
    """A trigger that keeps topics on two levels: a broader topic belongs to none, so that no topics form a circle."""
    return pgtrigger.Trigger(
        name="topics_have_two_levels",
        operation=pgtrigger.Insert | pgtrigger.UpdateOf("parent_id"),
        when=pgtrigger.Before,
        condition=pgtrigger.Q(new__parent__isnull=False),
        func="""
        -- Two transactions that each draw half of a circle wait for each other here.
        PERFORM pg_advisory_xact_lock(hashtext('topics_have_two_levels'));
        IF NEW.parent_id = NEW.id
            OR EXISTS (SELECT FROM articles_topic t WHERE t.id = NEW.parent_id AND t.parent_id IS NOT NULL)
            OR EXISTS (SELECT FROM articles_topic t WHERE t.parent_id = NEW.id)
        THEN
            RAISE EXCEPTION 'A topic belongs to one that belongs to none.'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'topics_have_two_levels';
        END IF;
        RETURN NEW;
        """,
    )


class Topic(TagBase):  # type: ignore[misc]  # taggit carries no types
    """A tag of taggit's whose web address follows the one slug rule: `韓国` has one too."""

    slug = models.SlugField(
        "web address", max_length=100, unique=True, allow_unicode=True, help_text="/topics/…/; it stays."
    )
    name_language = name_language_field()
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="narrower",
        verbose_name="belongs to",
        help_text="A broader topic, which itself belongs to none.",
    )
    introduction = PlainField(
        "introduction", blank=True, help_text="A few sentences above the topic’s pieces and in the index."
    )
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, editable=False, related_name="merged"
    )

    class Meta:
        ordering = ["name"]
        triggers = [
            _two_levels(),
            pgtrigger.ReadOnly(name="topic_address_stays", fields=["slug"]),
            merges_on_record("topic", "articles_topic"),
        ]
        constraints = [
            models.UniqueConstraint(
                folded("name"),
                condition=Q(merged_into=None),
                name="one_topic_of_a_name",
                violation_error_message=SAME_NAME,
            ),
            models.CheckConstraint(
                condition=~Q(name__regex=f"[{SEPARATORS}]"),
                name="a_topic_has_no_comma",
                violation_error_message="A topic has no comma and no semicolon: they separate topics.",
            ),
        ]

    def clean(self) -> None:
        if self.parent is None:
            return
        if self.parent == self:
            raise ValidationError({"parent": "A topic does not belong to itself."})
        if self.parent.parent_id or self.parent.merged_into_id:
            above = self.parent.parent or self.parent.merged_into
            raise ValidationError(
                {"parent": f"“{self.parent}” belongs to “{above}” itself: choose that one."}
            )
        if self.pk and self.narrower.exists():
            raise ValidationError(
                {"parent": "Other topics belong to this one: there are two levels of topics."}
            )

    @property
    def root(self) -> "Topic":
        """The topic itself, or the one that it was merged into."""
        return self.merged_into or self

    def slugify(self, tag: str, i: int | None = None) -> str:
        """The slug of a name; taggit calls it again with a count while the slug is taken."""
        language = Institution.objects.language_of_name(self.name_language)
        slug = slug_for(tag, fallback=uuid.uuid4(), language=language)
        return f"{slug}-{i}" if i else slug

    def name_on(self, page: PageForms, rows: Iterable[Mapping[str, Any]]) -> ChosenForm[str]:
        """The name that a page prints; `rows` are its `TopicName`s as JSON."""
        return page.word("name", self._forms(page, rows))

    def introduction_on(self, page: PageForms, rows: Iterable[Mapping[str, Any]]) -> ChosenForm[str]:
        """The introduction in the page's language, else its own; `rows` as for `name_on`, with `introduction`."""
        return page.word("introduction", self._forms(page, rows))

    def _forms(self, page: PageForms, rows: Iterable[Mapping[str, Any]]) -> NameForms:
        own: NameForm[WordsOfForm] = NameForm(
            {"name": self.name, "introduction": self.introduction},
            language_of_name(self.name_language, self.name, page.usual_language),
        )
        return NameForms(own, forms_from_json(rows))


class TopicName(models.Model):
    """A topic's name in another language; the pieces in that language print it."""

    topic = models.ForeignKey(Topic, models.CASCADE, related_name="names")
    language = models.CharField("language", max_length=12, choices=CHOICES)
    name = LineField("name", max_length=MAX_TOPIC_CHARS)
    introduction = PlainField("introduction", blank=True)

    class Meta:
        verbose_name = "name in another language"
        verbose_name_plural = "names in other languages"
        ordering = ["topic", "language"]
        constraints = [
            models.UniqueConstraint(
                fields=["topic", "language"],
                name="a_topic_has_one_name_in_a_language",
                violation_error_message="The topic has its name in this language already.",
            )
        ]

    def __str__(self) -> str:
        return self.name


class TopicUseBase(ItemBase):  # type: ignore[misc]  # taggit carries no types
    """Base of the rows that relate a piece to a topic. Use `bulk_create`: `add` costs ten queries a topic."""

    class Meta:
        abstract = True


def parse_topics(text: str) -> list[str]:
    """The names in a text separated by commas or semicolons: cleaned, each once, in order of writing."""
    names = (clean_line(part) for part in re.split(f"[{SEPARATORS}]", text))
    return list(dict.fromkeys(name for name in names if name))


def topics_named(names: Iterable[str], *, language: str = "") -> Sequence[Topic]:
    """The topics with these names, in this order: those on record however they are written, the others new.

    A topic that was merged into another is found as that one. `language`: of the piece; the name of a new topic is in
    it if its letters tell so, as those of "Häfen" do in a German piece.
    """
    wanted = dict.fromkeys(clean_line(name)[:MAX_TOPIC_CHARS].strip() for name in names)
    topics = (_topic_named(name, language) for name in wanted if name)
    return list(dict.fromkeys(topics))


def _topic_named(name: str, language: str) -> Topic:
    on_record = topic_on_record(name)
    if on_record is not None:
        return on_record
    try:
        with transaction.atomic():
            is_told = is_written_as_in(language, name)
            topic: Topic = Topic._default_manager.create(name=name, name_language=language if is_told else "")
            return topic
    except IntegrityError:  # another request has created it at this moment
        theirs = topic_on_record(name)
        if theirs is None:
            raise
        return theirs


def is_written_as_in(language: str, name: str) -> bool:
    """True if the letters of a name tell that it is in this language: "Häfen" in German, "порты" in Russian."""
    return is_name_in_script_of(language, name) or has_letters_of(language, name)


def topic_on_record(name: str) -> Topic | None:
    """The topic of a name, which may be its name in another language, if that is of one topic alone."""
    return _named(name) or _named_elsewhere(name)


def _named_elsewhere(name: str) -> Topic | None:
    names = TopicName.objects.select_related("topic__merged_into").alias(folded=folded("name"))
    topics = {row.topic.root for row in names.filter(folded=folded(Value(name)))}
    return topics.pop() if len(topics) == 1 else None


def _named(name: str) -> Topic | None:
    # The database folds both sides: it and Python lower “ΟΔΟΣ” and “İ” differently. One that stands is preferred.
    rows = Topic._default_manager.select_related("merged_into").alias(folded=folded("name"))
    named = rows.filter(folded=folded(Value(name))).order_by(
        models.F("merged_into").asc(nulls_first=True), "pk"
    )
    topic: Topic | None = named.first()
    return topic.root if topic else None
