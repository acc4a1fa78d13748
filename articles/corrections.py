"""Corrections in versions that wait: the change of a live text carried into a draft or a scheduled version.

The words are merged three ways: the text before the correction, the text after it, and the text that waits. What both
sides changed differently stays open until somebody decides; the decision is in the ledger.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from articles.models.edition import Edition
from articles.models.ledger import LedgerEntry
from articles.models.notice import Notice
from articles.models.revision import Revision
from articles.snapshot import Content, clean_changes, content_hash, content_of
from articles.states import Form
from articles.timeline import Timeline
from prose.html.merge import merge_bodies
from prose.three_way import MergedText, Passage
from prose.words import merge_words

CORRECTABLE = ("headline", "dek", "body")
HOLDS = "holds"
"""Member of a ledger entry's `after`: pairs of version numbers. The first holds what the second changed, no more."""


class Stays(StrEnum):
    """The decision on an open passage: whose words stay, or words that join the two."""

    WAITING = "waiting"
    CORRECTED = "corrected"
    WRITTEN = "written"


Decisions = Mapping[str, str]
"""Key of an open passage -> a value of `Stays`; for words that join the two, its `words_key` -> these words."""


@dataclass(frozen=True)
class OpenPassage:
    """A passage that the correction and the waiting version changed differently. Bodies are HTML, lines plain text."""

    field: str
    before: str
    waiting: str
    corrected: str

    @property
    def key(self) -> str:
        """The name of its answer in a form: it belongs to exactly these words."""
        words = "\0".join((self.field, self.before, self.waiting, self.corrected))
        return f"passage-{hashlib.sha256(words.encode()).hexdigest()[:12]}"

    @property
    def words_key(self) -> str:
        """The name of the words that join the two."""
        return f"{self.key}-words"


@dataclass(frozen=True)
class Decision:
    """The answer to an open passage. `words`: those that join the two, if they stay."""

    passage: OpenPassage
    stays: str
    words: str = ""

    @property
    def as_json(self) -> dict[str, str]:
        passage = self.passage
        row = {
            "field": passage.field, "waiting": passage.waiting, "corrected": passage.corrected, "stays": self.stays,
        }  # fmt: skip
        return row | {"words": self.words} if self.stays == Stays.WRITTEN else row


@dataclass(frozen=True)
class Carried:
    """A waiting content with a correction in it. In the place of a passage that is still open its own words stand."""

    content: Content
    passages: tuple[OpenPassage, ...] = ()
    decided: tuple[Decision, ...] = ()

    def decisions(self) -> list[dict[str, str]]:
        """The decisions as the ledger keeps them."""
        return [decision.as_json for decision in self.decided]


def carry(
    before: Content, corrected: Content, waiting: Content, decisions: Decisions | None = None
) -> Carried:
    """The waiting content with what changed between `before` and `corrected`, as far as it is clear or decided."""
    content: Content = dict(waiting)
    still_open: list[OpenPassage] = []
    decided: list[Decision] = []
    answers = {} if decisions is None else decisions
    for field in CORRECTABLE:
        sides = (before[field], waiting[field], corrected[field])
        merged = _merge(field, *sides)
        passages = {
            conflict: OpenPassage(field, conflict.base, conflict.mine, conflict.theirs)
            for conflict in merged.conflicts
        }
        answered = {conflict: _decision(passage, answers) for conflict, passage in passages.items()}
        decisions_here = {conflict: decision for conflict, decision in answered.items() if decision}
        if decisions_here:
            merged = _merge(field, *sides, decisions_here)
        content[field] = merged.text
        for conflict, passage in passages.items():
            decision = decisions_here.get(conflict)
            if decision is None or (decision.stays == Stays.WRITTEN and conflict not in merged.written):
                still_open.append(passage)
            else:
                decided.append(decision)
    return Carried(content, tuple(still_open), tuple(decided))


def _decision(passage: OpenPassage, answers: Decisions) -> Decision | None:
    stays = answers.get(passage.key, "")
    if stays not in set(Stays):
        return None
    words = answers.get(passage.words_key, "") if stays == Stays.WRITTEN else ""
    return Decision(passage, stays, clean_changes({passage.field: words})[passage.field] if words else "")


def _merge(
    field: str,
    before: str,
    waiting: str,
    corrected: str,
    decisions: Mapping[Passage, Decision] | None = None,
) -> MergedText:
    """The merge of one field, with what was decided on its conflicts. A headline is never empty."""
    decided = decisions or {}
    yielding = {conflict for conflict, each in decided.items() if each.stays == Stays.CORRECTED}
    written = {conflict: each.words for conflict, each in decided.items() if each.stays == Stays.WRITTEN}
    if field == "body":
        return merge_bodies(before, waiting, corrected, giving_way=yielding, written=written)
    merged = merge_words(before, waiting, corrected)
    if yielding:
        return MergedText(merged.conflicts[0].theirs)
    words = next(iter(written.values()), "")
    may_stay = bool(written) and (bool(words) or field != "headline")
    return MergedText(words, merged.conflicts, frozenset(written)) if may_stay else merged


@dataclass(frozen=True)
class Lack:
    """What a version lacks of what readers were told: the notices, the version that readers had, and the merge."""

    notices: tuple[Notice, ...]
    live: Revision
    before: Content

    def carried_into(self, waiting: Revision, decisions: Decisions | None = None) -> Carried:
        """The waiting version with the live text's changes, as far as they are clear or decided."""
        return carry(self.before, content_of(self.live), content_of(waiting), decisions)


def find_lack(revision: Revision, timeline: Timeline) -> Lack | None:
    """What a version lacks of the changes that notices on the page tell readers of; None if it has them all.

    It has a change if it was made from the version with the change, if the change was carried into it, or if it says
    the same in these places.
    """
    last, notices = timeline.latest_piece, _notices_told(revision, timeline)
    if last is None or not notices:
        return None
    held = versions_within(revision)
    missing = [notice for notice in notices if notice.entry.revision_id not in held]
    changes = [(notice, before) for notice in missing if (before := _text_before(notice))]
    if not changes:
        return None
    lack = Lack(tuple(notice for notice, _ in changes), last.revision, changes[0][1])
    carried, waiting = lack.carried_into(revision), content_of(revision)
    has_all = not carried.passages and content_hash(carried.content) == content_hash(waiting)
    return None if has_all else lack


def undone_corrections(revision: Revision, timeline: Timeline) -> list[Notice]:
    """The notices on the page whose change a version made from it has taken back, word for word."""
    last, notices = timeline.latest_piece, _notices_told(revision, timeline)
    if last is None or not notices:
        return []
    held = versions_within(revision)
    made_from = [notice for notice in notices if notice.entry.revision_id in held]
    return [
        notice for notice in made_from if _is_undone(notice, content_of(revision), content_of(last.revision))
    ]


def _is_undone(notice: Notice, waiting: Content, live: Content) -> bool:
    """True if the correction could be made in the waiting text once more, and stands in the live one."""
    before, after = _text_before(notice), notice.entry.revision
    if before is None or after is None:
        return False
    corrected = content_of(after)
    for field in CORRECTABLE:
        if before[field] == corrected[field] or waiting[field] in (live[field], corrected[field]):
            continue
        again, standing = (
            _merge(field, before[field], text[field], corrected[field]) for text in (waiting, live)
        )
        if again.text != waiting[field] and standing.text == live[field]:
            return True
    return False


def _notices_told(revision: Revision, timeline: Timeline) -> list[Notice]:
    """The notices on the page that readers had last; none for the very version on that page, or one not stored yet."""
    last = timeline.latest_piece
    if last is None or revision.pk is None or last.revision_id == revision.pk:
        return []
    keys = last.printed["notice_ids"]
    if not keys:
        return []
    rows = Notice.objects.filter(pk__in=keys, entry__revision__isnull=False)
    return list(rows.select_related("entry__revision").order_by("pk"))


def _text_before(notice: Notice) -> Content | None:
    """What readers had before the notice's act; None if the act changed no word of it."""
    pages = Edition.objects.filter(article=notice.article_id).not_emptied().order_by("live_from")
    first = pages.filter(printed__notice_ids__contains=[notice.pk]).first()
    if first is None or notice.entry.revision is None:
        return None
    earlier = pages.filter(form=Form.PIECE, live_from__lt=first.live_from).select_related("revision")
    if (last := earlier.last()) is None:
        return None
    before, after = content_of(last.revision), content_of(notice.entry.revision)
    return before if any(before[field] != after[field] for field in CORRECTABLE) else None


def versions_within(revision: Revision) -> frozenset[int]:
    """Keys of the versions that this one was made from, and of those whose changes were carried into these.

    Who has a version's change need not have what that version was made from: an earlier correction may still be open.
    """
    rows = list(Revision.objects.filter(article=revision.article_id).values_list("pk", "number", "parent"))
    numbers = {number: pk for pk, number, _ in rows}
    parents = {pk: parent for pk, _, parent in rows}
    carried = defaultdict[int, list[int]](list)
    for whole, part in _holdings(revision.article_id):
        carried[numbers[whole]].append(numbers[part])
    within = set[int]()
    key: int | None = revision.pk
    while key:
        within.update((key, *carried[key]))
        key = parents[key]
    return frozenset(within)


def _holdings(article_id: int) -> Iterator[tuple[int, int]]:
    entries = LedgerEntry.objects.filter(article=article_id, after__has_key=HOLDS)
    for after in entries.values_list("after", flat=True):
        yield from after[HOLDS]
