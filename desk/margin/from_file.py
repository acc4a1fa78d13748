"""Comments and tracked changes of a file, kept as comments and proposals at their passages of a saved version."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from articles.models.revision import Revision
from articles.snapshot import Content, content_of
from desk.margin.passages import BETWEEN, block_texts, one_line
from desk.margin.proposing import ProposedChange, changes_between
from desk.models import SharedComment
from prose.html.merge import blocks_of
from prose.html.text import plain_text
from prose.three_way import Passage
from prose.words import beginning

TAKEN, REFUSED = 0, 1
"""Which words of a comment's place count: those with the changes taken, or without."""
Part = SharedComment.PassagePart
_OVERTAKEN = (
    "The file says here: “{}”. The version that it was made from says: “{}”. The text has been changed since."
)
_MOST_QUOTED = 1_500  # characters
_NOWHERE = "This changed passage of the manuscript is not in the text as it was saved."
_CLEANED = ("name", "quoted", "words", "wording")
_SAME = (*_CLEANED, "dated", "part", "markup")
"""Values in which two comments of files agree if they are the same one."""
_SOMEBODY = "Somebody"  # a file need not say whose comment it is


def keep_margin(
    revision: Revision,
    *,
    file_name: str,
    comments: Iterable[Mapping[str, Any]],
    stance: int,
    at: dt.datetime,
    before: Mapping[str, str] = MappingProxyType({}),
    after: Mapping[str, str] = MappingProxyType({}),
    changes: Sequence[Mapping[str, Any]] = (),
    overtaken: Iterable[Passage] = (),
) -> int:
    """Keep a file's comments, and its changes as proposals; the number of those that are new.

    `before` and `after`: headline, dek and body with the changes refused and with them taken, by name; `changes`: who
    made each. `overtaken`: passages that the desk has changed as well; they become comments. What the piece has from
    such a file is not kept twice. The caller holds the lock of the piece.
    """
    content = content_of(revision)
    rows = [_comment(each, content, stance) for each in comments if not each["is_done"]]
    signatures = list(changes)
    rows += [_overtaken(passage, content, list(changes)) for passage in overtaken]
    rows += _lines(content, before, after, signatures)
    if "body" in before:
        rows += _proposals(content["body"], before["body"], after["body"], signatures)
    for row in rows:
        _clean(row)
    of_files = SharedComment.objects.filter(revision__article=revision.article_id, link=None)
    there = set(of_files.values_list(*_SAME))
    new = [row for row in rows if tuple(getattr(row, name) for name in _SAME) not in there]
    for row in new:
        row.revision, row.file_name, row.at = revision, file_name, at
    SharedComment.objects.bulk_create(new)
    return len(new)


def _clean(row: SharedComment) -> None:
    """Put its words as they are stored, so that they are compared with those of rows that are."""
    for name in _CLEANED:
        field: Any = SharedComment._meta.get_field(name)
        setattr(row, name, field.to_python(getattr(row, name)))


def _lines(
    content: Content,
    before: Mapping[str, str],
    after: Mapping[str, str],
    signatures: list[Mapping[str, Any]],
) -> Iterator[SharedComment]:
    """Proposals for headline and dek."""
    for part in (Part.HEADLINE, Part.DEK):
        old, new = before.get(part, ""), after.get(part, "")
        if old and new and old != new and old == content[part]:
            yield _with_signature(
                SharedComment(part=part, quoted=old, wording=new, is_proposal=True), signatures
            )


def _comment(comment: Mapping[str, Any], content: Content, stance: int) -> SharedComment:
    quoted, paragraph = comment["quoted"][stance], comment["paragraph"][stance]
    part, block = _place(paragraph, quoted, content)
    return SharedComment(
        name=comment["author"] or _SOMEBODY,
        dated=comment["dated"],
        part=part,
        block=block,
        quoted=quoted or paragraph,
        words=comment["words"],
    )


def _overtaken(passage: Passage, content: Content, changes: list[Mapping[str, Any]]) -> SharedComment:
    """A change of a passage that the desk has changed since, as a comment at the passage as it is now."""
    of_file, of_base, now = (
        one_line(plain_text(side)) for side in (passage.mine, passage.base, passage.theirs)
    )
    part, block = _place(now, now, content)
    words = _OVERTAKEN.format(beginning(of_file, _MOST_QUOTED), beginning(of_base, _MOST_QUOTED))
    row = SharedComment(part=part, block=block, quoted=now, words=words)
    return _with_signature(row, changes, inserted=of_file, deleted=of_base)


def _place(paragraph: str, quoted: str, content: Content) -> tuple[str, int | None]:
    """The part and the block in which a comment's paragraph stands; the whole piece if it stands nowhere, or twice."""
    if not paragraph:
        return Part.PIECE, None
    blocks = block_texts(content["body"])
    for name in (Part.HEADLINE, Part.DEK):
        if paragraph == one_line(content[name]):
            return name, None
    for words in (paragraph, quoted):
        for is_same in (words.__eq__, lambda text, words=words: words in text):
            found = [number for number, text in enumerate(blocks) if words and is_same(text)]
            if len(found) == 1:
                return Part.BODY, found[0]
    return Part.PIECE, None


def _proposals(
    body: str, before: str, after: str, signatures: list[Mapping[str, Any]]
) -> Iterator[SharedComment]:
    """Proposals for the blocks of a saved body; a passage that is not in it becomes a comment."""
    blocks, saved = blocks_of(before), blocks_of(body)
    for proposal in changes_between(before, after):
        block = _found_again(proposal, blocks, saved)
        row = SharedComment(
            part=Part.BODY if block is not None else Part.PIECE,
            block=block,
            quoted=proposal.quoted,
            wording=proposal.wording,
            words=proposal.remark if block is not None else _NOWHERE,
            is_proposal=block is not None,
            spans=proposal.spans,
            markup=proposal.markup,
        )
        yield _with_signature(row, signatures)


def _found_again(proposal: ProposedChange, before: Sequence[str], saved: Sequence[str]) -> int | None:
    """The place in the saved body of the blocks that a proposal is for; None if they are not in it, or twice."""
    length = 1 if proposal.spans is None else proposal.spans
    wanted = before[proposal.block : proposal.block + length]
    if saved[proposal.block : proposal.block + length] == wanted and wanted:
        return proposal.block
    if not wanted:  # new paragraphs: they stand behind the block before them
        if before[: proposal.block] == saved[: proposal.block]:
            return proposal.block
        wanted, shift = before[max(proposal.block - 1, 0) : proposal.block], 1
    else:
        shift = 0
    places = [at for at in range(len(saved)) if saved[at : at + len(wanted)] == wanted]
    return places[0] + shift if wanted and len(places) == 1 else None


def _with_signature(
    row: SharedComment, changes: list[Mapping[str, Any]], *, inserted: str = "", deleted: str = ""
) -> SharedComment:
    """A proposal with who made it, and when: the next of the file's changes whose words are in it.

    If it is none of them, the one person who made all that are left.
    """
    sides = {
        "inserted": _letters_of(inserted or row.wording),
        "deleted": _letters_of(deleted or row.quoted),
    }
    signature: Mapping[str, Any] = {}
    for number, change in enumerate(changes):
        words = _letters_of(change["words"])
        if not words:  # the end of a paragraph
            continue
        side = sides[change["kind"]]
        if side and (words in side or side in words):
            del changes[:number]
            signature = change
            break
    if not signature and len({change["author"] for change in changes}) == 1:
        signature = changes[0]
    row.name, row.dated = signature.get("author") or _SOMEBODY, signature.get("dated", "")
    return row


def _letters_of(text: str) -> str:
    return "".join(text.replace(BETWEEN.strip(), "").split())
