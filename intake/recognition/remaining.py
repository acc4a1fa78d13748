"""The manuscript while it is being taken apart: every line is either still there or somebody's evidence.

That no word is lost does not depend on the recognisers: what none of them takes is the body.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from intake.findings import Evidence
from intake.sources.manuscript import Block, paragraph
from intake.sources.markup import lines_of, without_prefix

_EDGE = 15  # so many blocks from either end are looked at line by line; breaks inside the text are the text's


@dataclass(frozen=True, eq=False)
class Line:
    """One line of a block; lines of one block share `origin`, its place in the manuscript."""

    block: Block
    origin: int

    @property
    def text(self) -> str:
        """The words of the line."""
        return self.block.text


class Sheet:
    """The lines not yet taken, in order."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = tuple(blocks)
        self._cut: set[int] = set()
        edge = (*range(_EDGE), *range(len(blocks) - _EDGE, len(blocks)))
        self.lines = [
            Line(piece, origin)
            for origin, block in enumerate(blocks)
            for piece in (lines_of(block) if origin in edge else [block])
        ]

    def take(self, lines: Sequence[Line]) -> tuple[Evidence, ...]:
        """Remove these lines; they are evidence now."""
        for line in lines:
            self.lines.remove(line)
            self._cut.add(line.origin)
        return tuple(Evidence(line.block.line, line.text) for line in lines)

    def take_prefix(self, line: Line, prefix: str) -> tuple[Evidence, ...]:
        """Remove the words a line begins with; the rest stays where it is."""
        rest = replace(line, block=without_prefix(line.block, prefix))
        self.lines[self.lines.index(line)] = rest
        self._cut.add(line.origin)
        return (Evidence(line.block.line, prefix.strip()),)

    def part(self, line: Line, at: int) -> tuple[Line, Line]:
        """Part a line in two before the character `at` of its text; both stay."""
        first = Line(paragraph(line.text[:at], line.block.line, line.block.hint), line.origin)
        second = replace(line, block=without_prefix(line.block, line.text[:at]))
        place = self.lines.index(line)
        self.lines[place : place + 1] = [first, second]
        self._cut.add(line.origin)
        return first, second

    def body(self) -> tuple[Block, ...]:
        """What is left, in order; a block nothing was taken from is as it was."""
        blocks: list[Block] = []
        whole: set[int] = set()
        for line in self.lines:
            if line.origin in self._cut:
                blocks.append(line.block)
            elif line.origin not in whole:
                whole.add(line.origin)
                blocks.append(self._blocks[line.origin])
        return tuple(blocks)
