"""Byline and Disclosure: the credits of a piece, and what its authors disclose."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from articles.models.article import Article
from authors.models import Author
from prose.fields import LineField, PlainField


class Byline(models.Model):
    """One credited person, with the bio printed for this piece: somebody on record, a name alone, or both.

    A name beside a person is the name that this piece prints for them.
    """

    class Role(models.TextChoices):
        AUTHOR = "author", "Author"
        EDITOR = "editor", "Editor"
        TRANSLATOR = "translator", "Translator"
        INTERVIEWER = "interviewer", "Interviewer"
        INTERVIEWEE = "interviewee", "Interviewee"
        CONTRIBUTOR = "contributor", "Contributor"
        SIGNATORY = "signatory", "Signatory"
        SUBJECT = "subject", "Quoted or interviewed there"

    article = models.ForeignKey(Article, models.CASCADE, related_name="bylines")
    order = models.PositiveSmallIntegerField("order", default=0)
    role = models.CharField("role", max_length=12, choices=Role.choices, default=Role.AUTHOR)
    author = models.ForeignKey(
        Author, models.PROTECT, null=True, blank=True, related_name="bylines", verbose_name="person"
    )
    name = LineField(
        "name as printed here",
        max_length=200,
        blank=True,
        help_text="A pen name, a former name, another spelling: printed word for word, and the piece counts as the "
        "person’s. Without a person: somebody who has no record here.",
    )
    bio = PlainField(
        "bio", blank=True, help_text="Printed below this piece, word for word. Empty: from their post."
    )
    section = LineField(
        "wrote the part under",
        max_length=300,
        blank=True,
        help_text="The subheading of their part, in a round-up of several: their name prints below it.",
    )
    no_copyright_reason = LineField(
        "no copyright in their part, because",
        max_length=200,
        blank=True,
        help_text="“Work of an officer of the United States government (17 U.S.C. 105)”. Claims nothing for others.",
    )
    no_republication = models.BooleanField(
        "does not want it republished", default=False, help_text="Then no one is offered to republish it."
    )

    class Meta:
        ordering = ["order", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(author__isnull=False) | ~Q(name=""),
                name="a_byline_names_someone",
                violation_error_message="Choose a person or write a name.",
            )
        ]

    def __str__(self) -> str:
        if self.author and self.name:
            return f"{self.author} (here as {self.name})"
        return str(self.author) if self.author else self.name


class Disclosure(models.Model):
    """The answer of an author (or of all) to one question about interests. No row: the question was not asked."""

    class Subject(models.TextChoices):
        FUNDING = "funding", "Funding"
        INTEREST = "interest", "Own interest"
        AI = "ai", "Use of AI"

    class Answer(models.TextChoices):
        NONE = "none", "Asked: nothing to disclose"
        DISCLOSED = "disclosed", "Disclosed"

    article = models.ForeignKey(Article, models.CASCADE, related_name="disclosures")
    order = models.PositiveSmallIntegerField("order", default=0)
    author = models.ForeignKey(
        Author, models.PROTECT, null=True, blank=True, related_name="disclosures", verbose_name="person",
        help_text="Empty: all authors of this piece.",
    )  # fmt: skip
    subject = models.CharField("about", max_length=10, choices=Subject.choices, default=Subject.FUNDING)
    answer = models.CharField("answer", max_length=10, choices=Answer.choices, default=Answer.DISCLOSED)
    text = PlainField("what readers are told", blank=True)
    tool = LineField("AI: tool", max_length=120, blank=True)
    task = LineField("AI: used for", max_length=200, blank=True)
    checked_by = LineField("AI: who checked", max_length=120, blank=True)
    asked = models.JSONField(
        "who was asked", null=True, blank=True, default=None,
        help_text="Of an answer of all authors: those in the byline when it was given.",
    )  # fmt: skip

    class Meta:
        ordering = ["order", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(author__isnull=True) | Q(asked__isnull=True),
                name="one_authors_answer_is_theirs_alone",
            ),
            models.CheckConstraint(
                condition=~Q(answer="none") | Q(text="", tool="", task="", checked_by=""),
                name="nothing_to_disclose_says_nothing",
                violation_error_message="“Nothing to disclose” and words to print contradict each other.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_subject_display()}: {self.get_answer_display()}"

    def clean(self) -> None:
        """Require words for a disclosure: a text, or for AI the tool and its task."""
        if self.answer != self.Answer.DISCLOSED or self.text:
            return
        if self.subject != self.Subject.AI:
            raise ValidationError({"text": "Write what readers are told, or choose “nothing to disclose”."})
        if not (self.tool and self.task):
            raise ValidationError({"tool": "Name the tool and what it was used for, or write the text."})
