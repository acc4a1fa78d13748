"""The axes an article moves on, and the one table of acts. Facts only: nothing here does anything."""

from dataclasses import dataclass
from enum import StrEnum


class Public(StrEnum):
    """Where a piece stands before the public at an instant: read off its editions, stored nowhere."""

    NEVER = "never published"
    SCHEDULED = "scheduled"
    LIVE = "live"
    WITHDRAWN = "taken down"
    UNPUBLISHED = "unpublished"


class Form(StrEnum):
    """What an edition is: the piece itself, or a notice that stands in its place."""

    PIECE = "piece"
    RETRACTION = "retraction"
    WITHDRAWAL = "withdrawal"


class TakenDownFor(StrEnum):
    """Why a piece was taken down; readers are told in a sentence of their own."""

    LEGAL = "legal"
    SAFETY = "safety"
    RIGHTS = "rights"
    PRIVACY = "privacy"


class Act(StrEnum):
    """Everything that changes an article. Each leaves one ledger entry."""

    SAVE_DRAFT = "save_draft"
    PUBLISH = "publish"
    SCHEDULE = "schedule"
    UNSCHEDULE = "unschedule"
    UNPUBLISH = "unpublish"
    REISSUE = "reissue"
    CORRECT = "correct"
    TAKE_DOWN = "take_down"
    PUT_BACK = "put_back"
    REQUEST_RIGHTS = "request_rights"
    GRANT_RIGHTS = "grant_rights"
    REFUSE_RIGHTS = "refuse_rights"
    WITHDRAW_RIGHTS = "withdraw_rights"
    EXTEND_RIGHTS = "extend_rights"
    SETTLE_RIGHTS = "settle_rights"


RIGHTS_ACTS = frozenset(
    {Act.REQUEST_RIGHTS, Act.GRANT_RIGHTS, Act.REFUSE_RIGHTS, Act.WITHDRAW_RIGHTS, Act.EXTEND_RIGHTS,
     Act.SETTLE_RIGHTS}
)  # fmt: skip
"""What is done to one appearance's permission, on a page of its own."""


@dataclass(frozen=True)
class Rule:
    """When an act may happen: from which public states, with or without a coming version, by whom."""

    label: str
    permission: str
    allowed_from: frozenset[Public]
    needs_coming: bool | None = None  # True: only with a scheduled version; False: only without one
    needs_reason: bool = False


ANY = frozenset(Public)
ON_THE_SITE = frozenset({Public.LIVE})
_RIGHTS = "articles.change_rights"
ACTS: dict[Act, Rule] = {
    Act.SAVE_DRAFT: Rule("Save", "articles.change_article", ANY),
    Act.PUBLISH: Rule("Publish", "articles.publish_article", ANY - {Public.SCHEDULED, Public.WITHDRAWN}),
    Act.SCHEDULE: Rule("Schedule", "articles.publish_article", ANY - {Public.WITHDRAWN}, needs_coming=False),
    Act.UNSCHEDULE: Rule("Unschedule", "articles.publish_article", ANY, needs_coming=True),
    Act.UNPUBLISH: Rule("Unpublish", "articles.remove_article", ON_THE_SITE, needs_reason=True),
    Act.CORRECT: Rule("Correct", "articles.publish_article", ON_THE_SITE),
    Act.TAKE_DOWN: Rule(
        "Take down",
        "articles.remove_article",
        frozenset({Public.LIVE, Public.UNPUBLISHED}),
        needs_reason=True,
    ),
    Act.PUT_BACK: Rule(
        "Put back", "articles.remove_article", frozenset({Public.WITHDRAWN}), needs_reason=True
    ),
    Act.REISSUE: Rule(
        "Update published page",
        "articles.remove_article",
        frozenset({Public.LIVE, Public.SCHEDULED}),
        needs_reason=True,
    ),
    Act.REQUEST_RIGHTS: Rule("Ask for permission", _RIGHTS, ANY),
    Act.GRANT_RIGHTS: Rule("Record permission", _RIGHTS, ANY),
    Act.REFUSE_RIGHTS: Rule("Record a refusal", _RIGHTS, ANY),
    Act.WITHDRAW_RIGHTS: Rule("Record a withdrawal of permission", _RIGHTS, ANY, needs_reason=True),
    Act.EXTEND_RIGHTS: Rule("Extend permission", _RIGHTS, ANY),
    Act.SETTLE_RIGHTS: Rule("Settle without permission", _RIGHTS, ANY, needs_reason=True),
}


def allows(act: Act, public: Public, *, has_coming: bool) -> bool:
    """Whether the table lets this act happen to a piece that stands so."""
    rule = ACTS[act]
    return public in rule.allowed_from and rule.needs_coming in (None, has_coming)
