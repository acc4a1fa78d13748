"""Models of pieces: manuscript, revisions, editions, ledger. `reading` imports submodules, never this package."""

from articles.models.appearance import Appearance
from articles.models.approval import Approval, ApprovalKind
from articles.models.article import Article, ArticleTopic, IntakeSource, PinnedWording
from articles.models.batch import Batch, BatchItem
from articles.models.byline import Byline, Disclosure
from articles.models.desk import DeskState
from articles.models.desk_group import DeskGroup
from articles.models.edition import (
    Edition,
    EditionByline,
    EditionDocument,
    EditionOutlet,
    EditionPicture,
    EditionText,
    EditionTopic,
    Permalink,
)
from articles.models.edition_card import EditionCard
from articles.models.emptied import EmptiedPiece
from articles.models.feed_news import FeedNews
from articles.models.grouping.series import EditionSeries, FormerSeriesName, Series, SeriesName
from articles.models.ledger import LedgerEntry
from articles.models.merge import RecordMerge
from articles.models.notice import Notice
from articles.models.press import Press
from articles.models.printed_words import (
    PrintedFormerName,
    PrintedHolder,
    PrintedKind,
    PrintedKindLabel,
    PrintedOutlet,
    PrintedText,
)
from articles.models.revision import Revision
from articles.models.rights import Reprint, RightsRecord
from articles.models.topic import Topic
from articles.models.uses.attachment import Attachment, AttachmentKind
from articles.models.uses.picture_use import PicturePlace, PictureUse

__all__ = [
    "Appearance",
    "Approval",
    "ApprovalKind",
    "Article",
    "ArticleTopic",
    "Attachment",
    "AttachmentKind",
    "Batch",
    "BatchItem",
    "Byline",
    "DeskGroup",
    "DeskState",
    "Disclosure",
    "Edition",
    "EditionByline",
    "EditionCard",
    "EditionDocument",
    "EditionOutlet",
    "EditionPicture",
    "EditionSeries",
    "EditionText",
    "EditionTopic",
    "EmptiedPiece",
    "FeedNews",
    "FormerSeriesName",
    "IntakeSource",
    "LedgerEntry",
    "Notice",
    "Permalink",
    "PicturePlace",
    "PictureUse",
    "PinnedWording",
    "Press",
    "PrintedFormerName",
    "PrintedHolder",
    "PrintedKind",
    "PrintedKindLabel",
    "PrintedOutlet",
    "PrintedText",
    "RecordMerge",
    "Reprint",
    "Revision",
    "RightsRecord",
    "Series",
    "SeriesName",
    "Topic",
]
