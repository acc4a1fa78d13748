"""The page of a manuscript laid over a draft: parts with what would change, and passages that both sides changed."""

import datetime as dt
from dataclasses import dataclass

from django.http import HttpRequest, QueryDict
from django.utils.safestring import SafeString, mark_safe

from articles.models.article import Article
from articles.models.revision import Revision
from articles.snapshot import content_of
from desk.laid_over.base import MadeFrom, made_from
from desk.laid_over.parts import LaidDraft, lay
from desk.models import BroughtText
from desk.new_from_a_text.for_a_piece import LaidText
from desk.versions.comparison import ComparedField, compared_contents
from prose.html.comparison import compared_bodies
from prose.three_way import Passage

TAKE = "take"
"""Name of the checkboxes of the parts, and of the hidden field that says that they were shown."""
_PASSAGE, _DRAFT = "passage", "draft"


@dataclass(frozen=True)
class DisputedPassage:
    """A passage that both changed: as the file was made from, and both sides with what they changed."""

    name: str
    before: SafeString
    desk: SafeString
    file: SafeString
    keeps_draft: bool


@dataclass(frozen=True)
class LaidPart:
    """A part that would change."""

    field: ComparedField
    is_disputed: bool
    is_taken: bool


@dataclass(frozen=True)
class LaidPage:
    """A text laid over one version of a piece, with the choices that were made on its page so far."""

    text: BroughtText
    values: LaidText
    draft: Revision
    base: MadeFrom
    laid: LaidDraft
    conflicts: tuple[Passage, ...]
    asked: QueryDict

    @property
    def is_behind(self) -> bool:
        """True if the desk has saved a version since the one from which the file was made."""
        return self.base.version is not None and self.base.version.number < self.draft.number

    @property
    def taken(self) -> list[str]:
        """The parts that are to be taken: all of them before anything was chosen."""
        if TAKE not in self.asked:
            return list(self.laid.changed)
        return [name for name in self.laid.changed if name in self.asked.getlist(TAKE)]

    def parts(self) -> list[LaidPart]:
        """The parts that differ, with marks."""
        compared = compared_contents(self.laid.draft, self.laid.content)
        return [LaidPart(each, each.name in self.laid.disputed, each.name in self.taken) for each in compared]

    def passages(self) -> list[DisputedPassage]:
        return [
            DisputedPassage(
                f"{_PASSAGE}-{number}",
                _shown(passage.base),
                _shown(compared_bodies(passage.base, passage.theirs)),
                _shown(compared_bodies(passage.base, passage.mine)),
                passage in _giving_way(self.conflicts, self.asked),
            )
            for number, passage in enumerate(self.conflicts)
        ]


def load_page(
    request: HttpRequest, article: Article, text: BroughtText, draft: Revision, at: dt.datetime
) -> LaidPage:
    """Lay a text that was read over a version of the piece, as its page's form chose."""
    asked = request.POST if request.method == "POST" else request.GET
    values = LaidText.of(text)
    base = made_from(values.mark, article, asked)
    version = base.version
    before = content_of(version) if version and version.number < draft.number else None
    content = content_of(draft)
    laid = lay(values, content, before, at=at)
    conflicts = laid.body.conflicts
    if giving_way := _giving_way(conflicts, asked):
        laid = lay(values, content, before, at=at, giving_way=giving_way)
    return LaidPage(text, values, draft, base, laid, conflicts, asked)


def _giving_way(conflicts: tuple[Passage, ...], asked: QueryDict) -> frozenset[Passage]:
    """The passages in which the draft's words are to stay."""
    return frozenset(
        passage for number, passage in enumerate(conflicts) if asked.get(f"{_PASSAGE}-{number}") == _DRAFT
    )


def _shown(html: str) -> SafeString:
    return SafeString(mark_safe(html))  # noqa: S308 - made of cleaned bodies
