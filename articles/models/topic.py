"""Topic: a subject of pieces. Manuscripts and editions refer to topics by rows of their own.

Every use of django-taggit is in this module, so that replacing the library touches one file.
"""

import re
import uuid
from collections.abc import Iterable, Sequence

import pgtrigger
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from taggit.managers import TaggableManager
from taggit.models import ItemBase, TagBase

from articles.models.grouping.named import (
    NamedInLanguages,
    NameInALanguage,
    folded,
    is_written_as_in,
    made_once,
    record_named,
    record_named_elsewhere,
)
from disclaimers.models.institution import Institution
from prose.fields import LineField, PlainField
from prose.merged import merges_on_record
from prose.models.former_slugs import keeps_former_slugs, was_slug
from prose.names.dated import name_language_field
from prose.slugs import slug_for
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


class Topic(NamedInLanguages, TagBase):  # type: ignore[misc]  # taggit carries no types
    """A tag of taggit's whose web address follows the one slug rule: `韓国` has one too."""

    slug = models.SlugField(
        "web address",
        max_length=100,
        unique=True,
        allow_unicode=True,
        help_text="/topics/…/; a former one leads here.",
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
            keeps_former_slugs("articles_topic"),
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

    def slugify(self, tag: str, i: int | None = None) -> str:
        """The slug of a name; taggit calls it again with a count while the slug is taken."""
        language = Institution.objects.language_of_name(self.name_language)
        slug = slug_for(tag, fallback=uuid.uuid4(), language=language)
        numbered = f"{slug}-{i}" if i else slug
        return f"{slug}-{uuid.uuid4().hex[:8]}" if was_slug(Topic, numbered) else numbered


class TopicName(NameInALanguage):
    """A topic's name in another language; the pieces in that language print it."""

    topic = models.ForeignKey(Topic, models.CASCADE, related_name="names")
    name = LineField("name", max_length=MAX_TOPIC_CHARS)

    class Meta(NameInALanguage.Meta):
        ordering = ["topic", "language"]
        constraints = [
            models.UniqueConstraint(
                fields=["topic", "language"],
                name="a_topic_has_one_name_in_a_language",
                violation_error_message="The topic has its name in this language already.",
            )
        ]


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
    spoken = language if is_written_as_in(language, name) else ""

    def make() -> Topic:
        topic: Topic = Topic._default_manager.create(name=name, name_language=spoken)
        return topic

    return made_once(make, lambda: topic_on_record(name))


def topic_on_record(name: str) -> Topic | None:
    """The topic of a name, which may be its name in another language, if that is of one topic alone."""
    found: Topic | None = record_named(Topic._default_manager.all(), name) or record_named_elsewhere(
        TopicName.objects.all(), "topic", name
    )
    return found
