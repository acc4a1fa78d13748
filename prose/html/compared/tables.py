"""Tables in a comparison: each is one block, in which cells are compared with the cells in their places."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import TypeVar

from prose.html.allowed import CELLS
from prose.html.compared.marks import DELETED, INSERTED, with_marks
from prose.html.inline import TextRun, name_of, runs_html
from prose.html.tokens import BlockStart, Step, Token, lines, raw_html_of, token_weight
from prose.three_way import changes

ALIKE = 0.5
"""Least share of common words of two rows, or two tables, that are taken for one that was changed."""
_BLOCK = (
    '<div class="compared-table" tabindex="0" role="group">'  # a wide one is scrolled, by the keyboard too
)
_CELLS = {"td": "cell", "th": "header cell"}

Part = TypeVar("Part")


@dataclass(frozen=True)
class _Cell:
    tag: str
    tokens: tuple[Token, ...] = ()


_Row = tuple[_Cell, ...]


@dataclass(frozen=True)
class _Table:
    caption: tuple[Token, ...]
    rows: tuple[_Row, ...]


@dataclass
class _Reading:
    """A table as its tokens come. `around`: the elements that it stands in."""

    around: tuple[Step, ...]
    caption: list[Token] = field(default_factory=list)
    rows: list[list[_Cell]] = field(default_factory=list)

    def take(self, path: Sequence[Step], runs: list[TextRun]) -> None:
        """Take in one block; `path`: from inside the table on."""
        names = [name_of(step.tag) for step in path]
        if "caption" in names[:1]:
            self.caption += runs
            return
        cell = next((place for place, name in enumerate(names) if name in CELLS), None)
        if cell is None:
            return
        if path[cell - 1].begins or not self.rows:
            self.rows.append([])
        row, inner = self.rows[-1], tuple(path[cell + 1 :])
        if path[cell].begins or not row:
            row.append(_Cell(path[cell].tag))
        start = (BlockStart(inner),) if inner else ()
        row[-1] = _Cell(row[-1].tag, (*row[-1].tokens, *start, *runs))

    @property
    def table(self) -> _Table:
        return _Table(tuple(self.caption), tuple(map(tuple, self.rows)))


def tables_as_blocks(before: list[Token], after: list[Token]) -> tuple[list[Token], list[Token]]:
    """Both sides with one block for each table; one that both have stands in both, with its changes marked."""
    sides = [_read(tokens) for tokens in (before, after)]
    old, new = ([part for part in side if isinstance(part, _Reading)] for side in sides)
    written: dict[int, TextRun] = {}
    for one, other in _pairs_in_order([each.table for each in old], [each.table for each in new], _are_alike):
        if one is not None and other is not None:
            run = _run(old[one].table, new[other].table)
            written |= {id(old[one]): run, id(new[other]): run}
    return _written(sides[0], written), _written(sides[1], written)


def _read(tokens: list[Token]) -> list[Token | _Reading]:
    parts: list[Token | _Reading] = []
    for start, runs in lines(tokens):
        place = next((n for n, step in enumerate(start.path) if name_of(step.tag) == "table"), None)
        if place is None:
            parts += [start, *runs]
            continue
        last = parts[-1] if parts else None
        if not isinstance(last, _Reading) or start.path[place].begins:
            last = _Reading(start.path[:place])
            parts.append(last)
        last.take(start.path[place + 1 :], runs)
    return parts


def _written(parts: Iterable[Token | _Reading], compared: Mapping[int, TextRun]) -> list[Token]:
    tokens: list[Token] = []
    for part in parts:
        if isinstance(part, _Reading):
            start = BlockStart((*part.around, Step(_BLOCK, begins=True)))
            tokens += [start, compared.get(id(part)) or _run(part.table, part.table)]
        else:
            tokens.append(part)
    return tokens


def _run(old: _Table, new: _Table) -> TextRun:
    """The table as one run; its words are for sentences about it."""
    return TextRun((), f"Table: {' '.join(_all_words(new))}", _compared(old, new))


def _compared(old: _Table, new: _Table) -> str:
    """The table with its changed words, cells and rows marked."""
    caption = _marked(old.caption, new.caption)
    rows = "".join(
        f"<tr>{''.join(_cells(() if one is None else old.rows[one], () if other is None else new.rows[other]))}</tr>"
        for one, other in _pairs_in_order(old.rows, new.rows, _are_one_row)
    )
    head = f"<caption>{caption}</caption>" if caption else ""
    return f"<table>{head}<tbody>{rows}</tbody></table>"


def _cells(old: _Row, new: _Row) -> Iterator[str]:
    """The cells of a row, or of the two rows that it was and is."""
    if len(old) == len(new):
        pairs: Iterable[tuple[_Cell | None, _Cell | None]] = zip(old, new, strict=True)
    else:
        pairs = (pair for part in changes(old, new) for pair in zip_longest(part.old, part.new))
    for before, after in pairs:
        cell = after or before
        assert cell is not None  # noqa: S101 - one of a pair is there
        inner = _marked(before.tokens if before else (), after.tokens if after else ())
        if before and after and (kinds := [_CELLS[name_of(each.tag)] for each in (before, after)]):
            inner += _changed_kind(*kinds)
        yield f"{cell.tag}{inner}</{name_of(cell.tag)}>"


def _changed_kind(was: str, now: str) -> str:
    if was == now:
        return ""
    return runs_html([TextRun((DELETED,), f"({was})"), TextRun((), " "), TextRun((INSERTED,), f"({now})")])


def _marked(old: Sequence[Token], new: Sequence[Token]) -> str:
    return _html(list(with_marks(changes(old, new, weigh=token_weight))))


def _html(tokens: list[Token]) -> str:
    """The HTML of a cell's blocks, or of the runs of a caption, which are in no block."""
    if any(isinstance(token, BlockStart) for token in tokens):
        return raw_html_of(tokens)
    return runs_html(token for token in tokens if isinstance(token, TextRun))


def _pairs_in_order(
    old: Sequence[Part], new: Sequence[Part], are_alike: Callable[[Part, Part], bool]
) -> Iterator[tuple[int | None, int | None]]:
    """Numbers of parts of both sides that are one, and of those that only one side has, in order."""
    one = other = 0
    for change in changes(old, new):
        last, ends = one + len(change.old), other + len(change.new)
        while other < ends:
            alike = (place for place in range(one, last) if are_alike(old[place], new[other]))
            if change.is_none or (match := next(alike, None)) is None:
                pair = one if change.is_none else None
                one += change.is_none
            else:
                yield from ((gone, None) for gone in range(one, match))
                pair, one = match, match + 1
            yield pair, other
            other += 1
        yield from ((gone, None) for gone in range(one, last))
        one = last


def _are_one_row(old: _Row, new: _Row) -> bool:
    """True if rows have their first words in common, or half of all."""
    first = [" ".join(_words(row[0].tokens)) for row in (old, new) if row]
    return (len(first) == 2 and first[0] == first[1] != "") or _share(
        Counter(word for cell in old for word in _words(cell.tokens)),
        Counter(word for cell in new for word in _words(cell.tokens)),
    ) >= ALIKE


def _are_alike(old: _Table, new: _Table) -> bool:
    return _share(Counter(_all_words(old)), Counter(_all_words(new))) >= ALIKE


def _share(one: Counter[str], other: Counter[str]) -> float:
    return 2 * (one & other).total() / max(one.total() + other.total(), 1)


def _all_words(table: _Table) -> list[str]:
    cells = (cell.tokens for row in table.rows for cell in row)
    return [word for tokens in (table.caption, *cells) for word in _words(tokens)]


def _words(tokens: Iterable[Token]) -> list[str]:
    return [token.text for token in tokens if isinstance(token, TextRun) and token_weight(token)]
