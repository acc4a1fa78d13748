"""Menu: the ways through a house's site that its header offers, in one language or in all."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from articles.models.grouping.series import Series
from articles.models.press import raises_the_press
from articles.models.topic import Topic
from disclaimers.models.institution import Institution
from disclaimers.models.kind import Kind
from prose.fields import LineField, WebURLField
from prose.languages import CHOICES


class Target(models.TextChoices):
    """Goals of an entry. Those of `CHOSEN` are chosen beside it, the others are pages of the site."""

    TOPIC = "topic", "a topic"
    ONE_SERIES = "one-series", "a series"
    KIND = "kind", "a content type"
    PIECE = "piece", "a piece or page"
    WEB = "web", "an address on the web"
    TOPICS = "topics", "all topics"
    SERIES = "series", "all series"
    PEOPLE = "people", "all people"
    OUTLETS = "outlets", "all outlets"
    ARCHIVE = "archive", "the archive"
    CORRECTIONS = "corrections", "corrections"
    FEEDS = "feeds", "feeds"


CHOSEN = {
    Target.TOPIC: "topic",
    Target.ONE_SERIES: "series",
    Target.KIND: "kind",
    Target.PIECE: "piece",
    Target.WEB: "url",
}
"""Targets that a field of the entry names."""


def _only_its_own() -> Q:
    """The condition that an entry names what it leads to, and nothing else."""
    empty = {name: Q(**{name: "" if name == "url" else None}) for name in CHOSEN.values()}
    # Not with IN: PostgreSQL writes that down otherwise after a backup was restored.
    condition = Q(*(~Q(leads_to=target) for target in CHOSEN), *empty.values())
    for target, name in CHOSEN.items():
        others = [is_empty for other, is_empty in empty.items() if other != name]
        condition |= Q(Q(leads_to=target), ~empty[name], *others)
    return condition


class Menu(models.Model):
    """The menu of a house on its pages in a language. Read with each page, not frozen in editions."""

    institution = models.ForeignKey(Institution, models.CASCADE, related_name="menus")
    language = models.CharField(
        "on pages in",
        max_length=12,
        choices=CHOICES,
        blank=True,
        help_text="Empty: in every language that has no menu of its own.",
    )

    class Meta:
        ordering = ["institution", "language"]
        constraints = [
            models.UniqueConstraint(
                fields=["institution", "language"],
                name="one_menu_of_a_house_in_a_language",
                violation_error_message="This institution has a menu in this language already: change that one.",
            )
        ]
        triggers = [raises_the_press("menus")]

    def __str__(self) -> str:
        return f"{self.institution}, {self.get_language_display() if self.language else 'every language'}"


class MenuEntry(models.Model):
    """One way of a menu. Without a label it is called as what it leads to, in the language of the page."""

    menu = models.ForeignKey(Menu, models.CASCADE, related_name="entries")
    order = models.PositiveSmallIntegerField("order", default=0)
    leads_to = models.CharField("leads to", max_length=12, choices=Target.choices, default=Target.TOPIC)
    topic = models.ForeignKey(Topic, models.CASCADE, null=True, blank=True, related_name="menu_entries")
    series = models.ForeignKey(Series, models.CASCADE, null=True, blank=True, related_name="menu_entries")
    kind = models.ForeignKey(
        Kind, models.CASCADE, null=True, blank=True, related_name="menu_entries", verbose_name="content type"
    )
    piece = models.ForeignKey(
        "articles.Article",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="menu_entries",
        help_text="It is in the menu while readers have it.",
    )
    url = WebURLField("address", blank=True)
    label = LineField("called", max_length=60, blank=True, help_text="Empty: as what it leads to is called.")

    class Meta:
        ordering = ["order", "id"]
        verbose_name = "menu entry"
        verbose_name_plural = "menu entries"
        constraints = [
            models.CheckConstraint(
                condition=_only_its_own(),
                name="a_menu_entry_leads_to_one_thing",
                violation_error_message="Choose what the entry leads to, and nothing beside it.",
            ),
            models.CheckConstraint(
                condition=~Q(leads_to=Target.WEB) | ~Q(label=""),
                name="an_address_in_a_menu_has_a_name",
                violation_error_message="An address on the web needs a name to stand in the menu.",
            ),
        ]
        triggers = [raises_the_press("menu_entries")]

    def __str__(self) -> str:
        return self.label or str(
            self.topic or self.series or self.kind or self.piece or self.get_leads_to_display()
        )

    def clean(self) -> None:
        """Say what is missing, and what is chosen beside what the entry leads to."""
        problems: dict[str, Any] = {}
        for target, name in CHOSEN.items():
            value = getattr(self, name)
            if self.leads_to == target and not value:
                problems[name] = f"Choose {target.label}: the entry leads to it."
            elif self.leads_to != target and value:
                problems[name] = f"The entry leads to {self.get_leads_to_display()}: leave this empty."
        if self.leads_to == Target.WEB and not self.label:
            problems["label"] = "An address on the web needs a name to stand in the menu."
        if problems:
            raise ValidationError(problems)
