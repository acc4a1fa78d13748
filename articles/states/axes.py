"""The two axes of an article (public, work on the draft), and the forms of its editions."""

from enum import StrEnum


class Public(StrEnum):
    """The public axis: what readers get of a piece at an instant. Computed from its editions, stored nowhere."""

    NEVER = "never published"
    SCHEDULED = "scheduled"
    LIVE = "live"
    WITHDRAWN = "taken down"
    RETRACTED = "retracted"
    UNPUBLISHED = "unpublished"


class Work(StrEnum):
    """The work axis: how far the newest draft of a piece is. `DeskState` keeps it; no act leads to APPROVED yet."""

    DRAFTING = "drafting"
    IN_REVIEW = "in review"
    CHANGES_REQUESTED = "changes requested"
    APPROVED = "approved"
    SPIKED = "spiked"

    @property
    def in_words(self) -> str:
        """The state after "this piece is", for editors."""
        return _WORK_IN_WORDS[self]


_WORK_IN_WORDS = {
    Work.DRAFTING: "a draft",
    Work.IN_REVIEW: "handed in",
    Work.CHANGES_REQUESTED: "returned to its author",
    Work.APPROVED: "approved",
    Work.SPIKED: "in the trash",
}


class Form(StrEnum):
    """Form of an edition: the piece itself, or a notice in its place.

    A retraction keeps title and attribution, a withdrawal only what it may.
    """

    PIECE = "piece"
    RETRACTION = "retraction"
    WITHDRAWAL = "withdrawal"


LISTED = (Form.PIECE, Form.RETRACTION)
"""Forms that stand in lists, on profiles and in feeds; the title of a retraction says what it is."""


class TakenDownFor(StrEnum):
    """Reason for taking a piece down. The notice that readers get says it in a sentence of its own."""

    LEGAL = "legal"
    SAFETY = "safety"
    RIGHTS = "rights"
    PRIVACY = "privacy"
    REVIEW = "review"
