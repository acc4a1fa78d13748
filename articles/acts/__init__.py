"""The verbs of the desk. Each locks the article, checks, changes, and leaves one ledger entry, in one transaction."""

from articles.acts.drafting import save_draft
from articles.acts.errors import ActRefused, CannotPublish, StaleBase
from articles.acts.publishing import publish, reissue, unpublish
from articles.acts.scheduling import unschedule

__all__ = [
    "ActRefused",
    "CannotPublish",
    "StaleBase",
    "publish",
    "reissue",
    "save_draft",
    "unpublish",
    "unschedule",
]
