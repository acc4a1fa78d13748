"""Lines of a manuscript that no recogniser has taken yet. A taken line turns into evidence; what is left is the body.

No word is lost, whatever the recognisers do: a line that none of them takes stays in the body.
"""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, replace

from intake.findings import Evidence, EvidenceLines
from intake.sources.manuscript import BlockKind, Hint, LeftOut, SourceBlock, paragraph
from intake.sources.markup import lines_of, without_prefix

_EDGE = 15  # blocks from either end that are parted into lines; line breaks between them belong to the text


@dataclass(frozen=True, eq=False)
class SourceLine:
    """One line of a block; lines of one block share `origin`, the block's number in the manuscript."""

    block: SourceBlock
    origin: int

    @property
    def text(self) -> str:
        return self.block.text


class Remaining:
    """The lines not taken yet, in order. Figures are no lines: they wait, and stand in the body where they stood."""

    def __init__(self, blocks: Sequence[SourceBlock]) -> None:
        self._blocks = tuple(blocks)
        self._changed: set[int] = set()
        numbered = [each for each in enumerate(blocks) if each[1].kind is not BlockKind.FIGURE]
        edge = {origin for origin, _ in (*numbered[:_EDGE], *numbered[-_EDGE:])}
        self.lines = [
            SourceLine(piece, origin)
            for origin, block in numbered
            for piece in (lines_of(block) if origin in edge else [block])
        ]

    def last(self, many: int) -> list[SourceLine]:
        """The last lines, but never the first one: a piece is more than its boilerplate."""
        return self.lines[1:][-many:]

    def take(self, lines: Sequence[SourceLine]) -> EvidenceLines:
        """Remove these lines; returns them as evidence."""
        for line in lines:
            self.lines.remove(line)
            self._changed.add(line.origin)
        return tuple(Evidence(line.block.line, line.text) for line in lines)

    def take_beside(self) -> tuple[LeftOut, ...]:
        """Remove the lines beside the text of a page that no recogniser took: they are none of the text."""
        beside = [line for line in self.lines if line.block.hint is Hint.BESIDE]
        self.take(beside)
        return tuple(LeftOut("beside the text", line.text, line.block.line) for line in beside)

    def take_prefix(self, line: SourceLine, prefix: str) -> EvidenceLines:
        """Remove the words a line begins with; the rest of the line stays in its place."""
        rest = replace(line, block=without_prefix(line.block, prefix))
        self.lines[self.lines.index(line)] = rest
        self._changed.add(line.origin)
        return (Evidence(line.block.line, prefix.strip()),)

    def mark(self, line: SourceLine, label: str, hint: Hint) -> None:
        """Take a label off a line and mark the rest by what the label says it is."""
        block = replace(without_prefix(line.block, label), hint=hint)
        self.lines[self.lines.index(line)] = replace(line, block=block)
        self._changed.add(line.origin)

    def part(self, line: SourceLine, at: int) -> tuple[SourceLine, SourceLine]:
        """Part a line in two before the character `at` of its text; both stay."""
        first = SourceLine(paragraph(line.text[:at], line.block.line, line.block.hint), line.origin)
        second = replace(line, block=without_prefix(line.block, line.text[:at]))
        place = self.lines.index(line)
        self.lines[place : place + 1] = [first, second]
        self._changed.add(line.origin)
        return first, second

    def body(self) -> tuple[SourceBlock, ...]:
        """The blocks of the lines that are left; a block from which nothing was taken is as it was."""
        blocks: list[SourceBlock] = []
        whole: set[int] = set()
        figures = deque(each for each in enumerate(self._blocks) if each[1].kind is BlockKind.FIGURE)
        for line in self.lines:
            while figures and figures[0][0] < line.origin:
                blocks.append(figures.popleft()[1])
            if line.origin in self._changed:
                blocks.append(line.block)
            elif line.origin not in whole:
                whole.add(line.origin)
                blocks.append(self._blocks[line.origin])
        return (*blocks, *(figure for _, figure in figures))
