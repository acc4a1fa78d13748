"""The one table of acts on an article. Data only: `articles.acts` obeys it, buttons show it."""

from dataclasses import dataclass
from enum import StrEnum

from articles.states.axes import Public, Work


class Act(StrEnum):
    """Everything that changes an article. Each leaves one ledger entry."""

    SAVE_DRAFT = "save_draft"
    LABEL = "label"
    HAND_IN = "hand_in"
    TAKE_BACK = "take_back"
    TAKE_OVER = "take_over"
    RETURN = "return"
    TAKE_WRITING = "take_writing"
    SHARE = "share"
    STOP_SHARING = "stop_sharing"
    APPROVE = "approve"
    SIGN_OFF = "sign_off"
    SPIKE = "spike"
    UNSPIKE = "unspike"
    PUBLISH = "publish"
    SCHEDULE = "schedule"
    RESCHEDULE = "reschedule"
    SWAP = "swap"
    UNSCHEDULE = "unschedule"
    UNPUBLISH = "unpublish"
    REISSUE = "reissue"
    REPRINT = "reprint"
    CORRECT = "correct"
    SETTLE_CORRECTION = "settle_correction"
    TAKE_DOWN = "take_down"
    RETRACT = "retract"
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
"""Acts on the permission of one appearance; they have a page of their own."""


MOVES_PAGES = RIGHTS_ACTS | {
    Act.PUBLISH, Act.SCHEDULE, Act.RESCHEDULE, Act.SWAP, Act.UNSCHEDULE, Act.UNPUBLISH, Act.TAKE_DOWN, Act.RETRACT,
    Act.PUT_BACK,
}  # fmt: skip
"""Acts after which pages made from the piece may show more or less: they are printed again with it."""

PRINTS_NOTHING = frozenset(
    {
        Act.SAVE_DRAFT, Act.LABEL, Act.HAND_IN, Act.TAKE_BACK, Act.TAKE_OVER, Act.RETURN, Act.TAKE_WRITING,
        Act.SHARE, Act.STOP_SHARING, Act.APPROVE, Act.SIGN_OFF, Act.SPIKE, Act.UNSPIKE,
    }
)  # fmt: skip
"""Acts on the manuscript alone; all others print pages from the records of the desk."""

TO_AN_HOUR = frozenset({Act.SCHEDULE, Act.RESCHEDULE, Act.SWAP})
"""Acts that bring a version to readers at a later hour."""

PUBLISHING = TO_AN_HOUR | {Act.PUBLISH}
"""Acts that bring a version to readers, now or later."""

ANY = frozenset(Public)
ANY_WORK = frozenset(Work)
KEPT = ANY_WORK - {Work.SPIKED}
"""Every state of the work but the trash."""


class Whose(StrEnum):
    """Whose act it is, beside the permission: anybody's, or one that depends on who has the piece in hand."""

    ANYBODYS = "anybody's"
    WHO_HANDED_IT_IN = "whoever handed it in, until an editor has taken it over"
    WHO_HAS_IT_NOT = "everybody but the editor who has taken it over"


@dataclass(frozen=True)
class Rule:
    """One row of the act table: who may do the act, and in which states of both axes."""

    label: str
    permission: str
    allowed_from: frozenset[Public]
    needs_coming: bool | None = None  # True: only with a scheduled version; False: only without one
    needs_reason: bool = False
    allowed_from_work: frozenset[Work] = KEPT
    leads_to_work: Work | None = None  # None: the work stays where it is
    whose: Whose = Whose.ANYBODYS

    def allows(self, public: Public, work: Work, *, has_coming: bool) -> bool:
        """True if the act may happen in these states, with or without a scheduled version."""
        return (
            public in self.allowed_from
            and work in self.allowed_from_work
            and self.needs_coming in (None, has_coming)
        )

    def work_after(self, work: Work) -> Work:
        """The state of the work once the act has happened."""
        return self.leads_to_work or work


ON_THE_SITE = frozenset({Public.LIVE})
DOWN = frozenset({Public.WITHDRAWN, Public.RETRACTED})
"""States in which a notice stands in the piece's place."""
_RIGHTS = "articles.change_rights"
_WITH_ITS_AUTHOR = frozenset({Work.DRAFTING, Work.CHANGES_REQUESTED})
_AT_THE_DESK = frozenset({Work.IN_REVIEW, Work.APPROVED})
ACTS: dict[Act, Rule] = {
    Act.SAVE_DRAFT: Rule("Save", "articles.change_article", ANY, allowed_from_work=ANY_WORK),
    Act.LABEL: Rule("Label a version", "articles.change_article", ANY, allowed_from_work=ANY_WORK),
    Act.HAND_IN: Rule(
        "Hand in",
        "articles.change_article",
        ANY - DOWN,
        allowed_from_work=_WITH_ITS_AUTHOR,
        leads_to_work=Work.IN_REVIEW,
    ),
    Act.TAKE_BACK: Rule(
        "Take back",
        "articles.change_article",
        ANY,
        allowed_from_work=_AT_THE_DESK,
        leads_to_work=Work.DRAFTING,
        whose=Whose.WHO_HANDED_IT_IN,
    ),
    Act.TAKE_OVER: Rule(
        "Take it over",
        "articles.publish_article",
        ANY,
        allowed_from_work=_AT_THE_DESK | {Work.CHANGES_REQUESTED},
        leads_to_work=Work.IN_REVIEW,
        whose=Whose.WHO_HAS_IT_NOT,
    ),
    Act.RETURN: Rule(
        "Return",
        "articles.publish_article",
        ANY,
        needs_reason=True,
        allowed_from_work=_AT_THE_DESK,
        leads_to_work=Work.CHANGES_REQUESTED,
    ),
    Act.TAKE_WRITING: Rule(
        "Take over the writing", "articles.change_article", ANY, allowed_from_work=ANY_WORK
    ),
    Act.SHARE: Rule("Share", "articles.change_article", ANY - DOWN),
    Act.STOP_SHARING: Rule("Stop sharing", "articles.change_article", ANY, allowed_from_work=ANY_WORK),
    Act.APPROVE: Rule("Approve", "articles.publish_article", ANY - DOWN),
    Act.SIGN_OFF: Rule("Sign off", "articles.change_article", ANY - DOWN),
    Act.PUBLISH: Rule(
        "Publish",
        "articles.publish_article",
        ANY - DOWN,
        leads_to_work=Work.DRAFTING,
    ),
    Act.SCHEDULE: Rule(
        "Schedule",
        "articles.publish_article",
        ANY - DOWN,
        needs_coming=False,
        leads_to_work=Work.DRAFTING,
    ),
    Act.RESCHEDULE: Rule("Reschedule", "articles.publish_article", ANY, needs_coming=True),
    Act.SWAP: Rule(
        "Swap the scheduled version",
        "articles.publish_article",
        ANY,
        needs_coming=True,
        leads_to_work=Work.DRAFTING,
    ),
    Act.UNSCHEDULE: Rule("Unschedule", "articles.publish_article", ANY, needs_coming=True),
    Act.UNPUBLISH: Rule("Unpublish", "articles.remove_article", ON_THE_SITE, needs_reason=True),
    Act.CORRECT: Rule("Correct", "articles.publish_article", ON_THE_SITE | DOWN),
    Act.SETTLE_CORRECTION: Rule(
        "Decide on a correction", "articles.publish_article", ANY - {Public.NEVER, Public.SCHEDULED}
    ),
    Act.TAKE_DOWN: Rule(
        "Take down",
        "articles.remove_article",
        frozenset({Public.LIVE, Public.UNPUBLISHED, Public.RETRACTED}),
        needs_reason=True,
    ),
    Act.RETRACT: Rule(
        "Retract",
        "articles.remove_article",
        frozenset({Public.LIVE, Public.UNPUBLISHED, Public.WITHDRAWN}),
    ),
    Act.PUT_BACK: Rule("Put back", "articles.remove_article", DOWN, needs_reason=True),
    Act.REISSUE: Rule(
        "Update published page",
        "articles.remove_article",
        frozenset({Public.LIVE, Public.SCHEDULED}),
        needs_reason=True,
    ),
    Act.REPRINT: Rule(
        "Print the scheduled version again",
        "articles.publish_article",
        ANY,
        needs_coming=True,
        needs_reason=True,
    ),
    Act.SPIKE: Rule(
        "Move to trash",
        "articles.change_article",
        frozenset({Public.NEVER}),
        needs_coming=False,
        leads_to_work=Work.SPIKED,
    ),
    Act.UNSPIKE: Rule(
        "Put back from the trash",
        "articles.change_article",
        ANY,
        allowed_from_work=frozenset({Work.SPIKED}),
        leads_to_work=Work.DRAFTING,
    ),
    Act.REQUEST_RIGHTS: Rule("Ask for permission", _RIGHTS, ANY),
    Act.GRANT_RIGHTS: Rule("Record permission", _RIGHTS, ANY),
    Act.REFUSE_RIGHTS: Rule("Record a refusal", _RIGHTS, ANY),
    Act.WITHDRAW_RIGHTS: Rule("Record a withdrawal of permission", _RIGHTS, ANY, needs_reason=True),
    Act.EXTEND_RIGHTS: Rule("Extend permission", _RIGHTS, ANY),
    Act.SETTLE_RIGHTS: Rule("Settle without permission", _RIGHTS, ANY, needs_reason=True),
}


def allows(act: Act, public: Public, work: Work = Work.DRAFTING, *, has_coming: bool) -> bool:
    """True if the act table allows the act in these states, to somebody."""
    return ACTS[act].allows(public, work, has_coming=has_coming)
