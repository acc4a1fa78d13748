"""The pieces: manuscript, revisions, editions, ledger. Readers' doors import the submodule they need, never this."""

from articles.models.article import Appearance, Article, ArticleTopic, Byline, IntakeSource, PinnedWording
from articles.models.desk import DeskState
from articles.models.edition import (
    Edition,
    EditionByline,
    EditionOutlet,
    EditionText,
    EditionTopic,
    Permalink,
)
from articles.models.ledger import LedgerEntry
from articles.models.revision import Revision
from articles.models.topic import Topic

__all__ = [
    "Appearance",
    "Article",
    "ArticleTopic",
    "Byline",
    "DeskState",
    "Edition",
    "EditionByline",
    "EditionOutlet",
    "EditionText",
    "EditionTopic",
    "IntakeSource",
    "LedgerEntry",
    "Permalink",
    "PinnedWording",
    "Revision",
    "Topic",
]
