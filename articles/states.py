"""The axes an article moves on, and the one table of acts. Facts only: nothing here does anything."""

from dataclasses import dataclass
from enum import StrEnum


class Public(StrEnum):
    """Where a piece stands before the public at an instant: read off its editions, stored nowhere."""

    NEVER = "never published"
    SCHEDULED = "scheduled"
    LIVE = "live"
    UNPUBLISHED = "unpublished"


class Form(StrEnum):
    """What an edition is: the piece itself, or a notice that stands in its place."""

    PIECE = "piece"
    RETRACTION = "retraction"
    WITHDRAWAL = "withdrawal"


class Act(StrEnum):
    """Everything that changes an article. Each leaves one ledger entry."""

    SAVE_DRAFT = "save_draft"
    PUBLISH = "publish"
    SCHEDULE = "schedule"
    UNSCHEDULE = "unschedule"
    UNPUBLISH = "unpublish"
    REISSUE = "reissue"


@dataclass(frozen=True)
class Rule:
    """When an act may happen: from which public states, with or without a coming version, by whom."""

    label: str
    permission: str
    allowed_from: frozenset[Public]
    needs_coming: bool | None = None  # True: only with a scheduled version; False: only without one
    needs_reason: bool = False


ANY = frozenset(Public)
ACTS: dict[Act, Rule] = {
    Act.SAVE_DRAFT: Rule("Save", "articles.change_article", ANY),
    Act.PUBLISH: Rule("Publish", "articles.publish_article", ANY - {Public.SCHEDULED}),
    Act.SCHEDULE: Rule("Schedule", "articles.publish_article", ANY, needs_coming=False),
    Act.UNSCHEDULE: Rule("Unschedule", "articles.publish_article", ANY, needs_coming=True),
    Act.UNPUBLISH: Rule("Unpublish", "articles.remove_article", frozenset({Public.LIVE}), needs_reason=True),
    Act.REISSUE: Rule(
        "Re-issue",
        "articles.remove_article",
        frozenset({Public.LIVE}),
        needs_coming=False,
        needs_reason=True,
    ),
}


def allows(act: Act, public: Public, *, has_coming: bool) -> bool:
    """Whether the table lets this act happen to a piece that stands so."""
    rule = ACTS[act]
    return public in rule.allowed_from and rule.needs_coming in (None, has_coming)
