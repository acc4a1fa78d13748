"""The page of a manuscript laid over a draft: parts with what would change, and passages that both sides changed."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.http import QueryDict
from django.utils.safestring import SafeString

from articles.models.article import Article
from articles.models.revision import Revision
from articles.snapshot import content_of
from desk.laid_over.base import MadeFrom, made_from
from desk.laid_over.parts import LaidDraft, lay
from desk.linking.shown import with_todays_links
from desk.margin.proposing import changes_between
from desk.models import BroughtText
from desk.new_from_a_text.for_a_piece import LaidText
from desk.new_from_a_text.margin_form import ACCEPTED, PROPOSALS, REFUSED
from desk.versions.comparison import ComparedField, compared_contents
from prose.html.compared.figures import with_figures_in_words
from prose.html.comparison import compared_bodies
from prose.three_way import Passage

TAKE = "take"
"""Name of the checkboxes of the parts, and of the hidden field that says that they were shown."""
STANCE = "changes"
"""In the address and in the form: what becomes of tracked changes."""
PASSAGE, DRAFT = "passage", "draft"
"""Beginning of the names of the choices between both sides of a passage, and the value of the draft's."""


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
    """A text laid over one version of a piece, with the choices that were made on its page so far.

    `with_changes`: the same with its tracked changes taken, where they are to be proposals. `overtaken`: passages of
    such changes that the desk has changed since the file was made: nothing is proposed for them.
    """

    text: BroughtText
    values: LaidText
    draft: Revision
    base: MadeFrom
    laid: LaidDraft
    with_changes: LaidDraft
    conflicts: tuple[Passage, ...]
    overtaken: tuple[Passage, ...]
    asked: QueryDict

    @property
    def is_behind(self) -> bool:
        """True if the desk has saved a version since the one from which the file was made."""
        return self.base.version is not None and self.base.version.number < self.draft.number

    @property
    def stance(self) -> str:
        """The fate of the text's tracked changes: "accepted", "refused" or "proposals"; "" if it has none."""
        return stance_in(self.asked) if self.values.refused else ""

    @cached_property
    def proposals(self) -> int:
        """The number of proposals that taking the text would make."""
        if self.stance != PROPOSALS:
            return 0
        sides = (self.laid.content, self.with_changes.content)
        lines: int = sum(sides[0][name] != sides[1][name] for name in ("headline", "dek"))
        return lines + len(changes_between(sides[0]["body"], sides[1]["body"]))

    @property
    def comments(self) -> int:
        return sum(not comment["is_done"] for comment in self.values.comments)

    @property
    def has_margin(self) -> bool:
        """True if it brings comments or proposals, which stand beside the text."""
        return bool(self.comments or self.proposals or self.overtaken)

    @property
    def taken(self) -> list[str]:
        """The parts that are to be taken: all of them before anything was chosen."""
        if TAKE not in self.asked:
            return list(self.laid.changed)
        return [name for name in self.laid.changed if name in self.asked.getlist(TAKE)]

    @cached_property
    def kept_passages(self) -> list[str]:
        """Names of the passages in which the draft's words are to stay."""
        kept = _giving_way(self.conflicts, self.asked)
        return [_name(number) for number, passage in enumerate(self.conflicts) if passage in kept]

    def parts(self) -> list[LaidPart]:
        """The parts that differ, with marks."""
        compared = compared_contents(self.laid.draft, self.laid.content)
        return [LaidPart(each, each.name in self.laid.disputed, each.name in self.taken) for each in compared]

    def passages(self) -> list[DisputedPassage]:
        return [
            DisputedPassage(
                _name(number),
                with_todays_links(with_figures_in_words(passage.base)),
                with_todays_links(compared_bodies(passage.base, passage.theirs)),
                with_todays_links(compared_bodies(passage.base, passage.mine)),
                _name(number) in self.kept_passages,
            )
            for number, passage in enumerate(self.conflicts)
        ]


def load_page(
    asked: QueryDict, article: Article, text: BroughtText, draft: Revision, at: dt.datetime
) -> LaidPage:
    """Lay a text that was read over a version of the piece, as `asked`, its page's form, chose."""
    values = LaidText.of(text)
    base = made_from(values.mark, article, asked)
    version = base.version
    before = content_of(version) if version and version.number < draft.number else None
    content = content_of(draft)
    stance = stance_in(asked) if values.refused else ACCEPTED
    shown = values if stance == ACCEPTED else values.with_changes_refused()
    laid = lay(shown, content, before, at=at)
    conflicts = laid.body.conflicts
    giving_way = _giving_way(conflicts, asked)
    if giving_way:
        laid = lay(shown, content, before, at=at, giving_way=giving_way)
    with_changes, overtaken = laid, list[Passage]()
    if stance == PROPOSALS:
        taken = {(each.base, each.theirs) for each in conflicts if each not in giving_way}
        asked_about = {(each.base, each.theirs) for each in conflicts}
        with_changes = lay(values, content, before, at=at)
        disputed = with_changes.body.conflicts
        overtaken = [each for each in disputed if (each.base, each.theirs) not in asked_about]
        yielding = [each for each in disputed if (each.base, each.theirs) not in taken]
        with_changes = lay(values, content, before, at=at, giving_way=yielding) if yielding else with_changes
    return LaidPage(text, values, draft, base, laid, with_changes, conflicts, tuple(overtaken), asked)


def stance_in(asked: Mapping[str, Any]) -> str:
    """The fate that an editor chose for tracked changes; at first they are kept as proposals."""
    return stance if (stance := asked.get(STANCE, "")) in (ACCEPTED, REFUSED) else PROPOSALS


def _giving_way(conflicts: tuple[Passage, ...], asked: QueryDict) -> frozenset[Passage]:
    """The passages in which the draft's words are to stay."""
    return frozenset(passage for number, passage in enumerate(conflicts) if asked.get(_name(number)) == DRAFT)


def _name(number: int) -> str:
    return f"{PASSAGE}-{number}"
