"""Notice: dated public words about a piece. Appended, never changed: an amendment is a notice of its own."""

from django.db import models
from django.db.models import Q

from articles.models import triggers
from articles.models.article import Article
from articles.models.ledger import LedgerEntry
from prose.fields import LineField, PlainField


class NoticeKind(models.TextChoices):
    CORRECTION = "correction", "Correction"
    CLARIFICATION = "clarification", "Clarification"
    UPDATE = "update", "Update"
    NOTE = "note", "Editor’s note"
    RETRACTION = "retraction", "Retraction"
    WITHDRAWAL = "withdrawal", "Withdrawal"
    SUPERSESSION = "superseded", "Superseded by another piece"


class Notice(models.Model):
    """Dated words about one piece; a correction says what was wrong and what is right (docs/wording-rows.md G)."""

    article = models.ForeignKey(Article, models.PROTECT, related_name="notices")
    entry = models.ForeignKey(LedgerEntry, models.PROTECT, related_name="notices")
    kind = models.CharField(max_length=16, choices=NoticeKind.choices)
    issued_on = models.DateField()
    text = PlainField(blank=True)
    wrong = PlainField("what was wrong", blank=True)
    right = PlainField("what is right", blank=True)
    issued_by = LineField("who retracts it", max_length=300, blank=True)
    outlet_corrected_on = models.DateField("the outlet corrected it on", null=True, blank=True)
    successor = models.ForeignKey(Article, models.PROTECT, null=True, blank=True, related_name="supersedes")
    amends = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="amendments")

    class Meta:
        ordering = ["issued_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(kind="correction") | Q(amends__isnull=False) | (~Q(wrong="") & ~Q(right="")),
                name="a_correction_says_wrong_and_right",
                violation_error_message="A correction says what was wrong and what is right.",
            ),
            models.CheckConstraint(
                condition=Q(Q(kind="retraction"), Q(amends__isnull=False) | (~Q(text="") & ~Q(issued_by="")))
                | (~Q(kind="retraction") & Q(issued_by="")),
                name="a_retraction_says_why_and_who",
                violation_error_message="A retraction says why, and who retracts.",
            ),
            models.CheckConstraint(
                condition=Q(successor__isnull=True) | Q(kind="superseded"),
                name="only_what_is_superseded_has_a_successor",
            ),
        ]
        triggers = triggers.never_rewritten("notices")

    def __str__(self) -> str:
        return f"{self.get_kind_display()} of {self.issued_on}"
