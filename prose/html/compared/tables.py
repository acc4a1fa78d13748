"""Tables in a comparison: each is one block, in which cells are compared with the cells in their places."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from prose.html.allowed import CELLS
from prose.html.compared.marks import DELETED, INSERTED, REMARK, with_marks
from prose.html.compared.pairs import Bag, Pairing
from prose.html.inline import TextRun, name_of, runs_html
from prose.html.tokens import BlockStart, Step, Token, lines, raw_html_of, token_weight
from prose.three_way import Change, changes

_BLOCK = (
    '<div class="compared-table" tabindex="0" role="group">'  # a wide one is scrolled, by the keyboard too
)
_CELLS = {"td": "cell", "th": "header cell"}
_HEADS = {
    "col": "of its column",
    "row": "of its row",
    "colgroup": "of its columns",
    "rowgroup": "of its rows",
}
_SPANS = {"colspan": "columns", "rowspan": "rows"}


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
    pairing = Pairing()
    were, are = ([each.table for each in side] for side in (old, new))
    for one, other in pairing.in_order(were, are, _bag_of_table):
        if one is not None and other is not None:
            run = _run(were[one], are[other], pairing)
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
            tokens += [start, compared.get(id(part)) or _run(part.table, part.table, Pairing())]
        else:
            tokens.append(part)
    return tokens


def _run(old: _Table, new: _Table, pairing: Pairing) -> TextRun:
    """The table as one run; its words are for sentences about it."""
    return TextRun((), f"Table: {' '.join(_all_words(new))}", _compared(old, new, pairing))


def _compared(old: _Table, new: _Table, pairing: Pairing) -> str:
    """The table with its changed words, cells and rows marked."""
    caption = _marked(old.caption, new.caption)
    rows = "".join(
        f"<tr>{''.join(_cells(() if one is None else old.rows[one], () if other is None else new.rows[other]))}</tr>"
        for one, other in pairing.in_order(old.rows, new.rows, _bag_of_row)
    )
    head = f"<caption>{caption}</caption>" if caption else ""
    remark = ""
    if old != new and INSERTED not in head + rows and DELETED not in head + rows:
        remark = f"{REMARK}Something other than words was changed in this table.</p>"
    return f"{remark}<table>{head}<tbody>{rows}</tbody></table>"


def _cells(old: _Row, new: _Row) -> Iterator[str]:
    """The cells of a row, or of the two rows that it was and is."""
    if not old or not new:
        pairs: Iterable[tuple[_Cell | None, _Cell | None]] = zip_longest(old, new)
    elif len(old) == len(new):
        pairs = zip(old, new, strict=True)
    else:
        pairs = (pair for part in changes(old, new) for pair in zip_longest(part.old, part.new))
    for before, after in pairs:
        cell = after or before
        assert cell is not None  # noqa: S101 - one of a pair is there
        inner = _marked(before.tokens if before else (), after.tokens if after else ())
        if before and after:
            inner += _changed_kind(before.tag, after.tag)
        elif not inner:
            inner = runs_html([TextRun((INSERTED if after else DELETED,), "(empty cell)")])
        yield f"{cell.tag}{inner}</{name_of(cell.tag)}>"


def _kind(tag: str) -> str:
    """A cell in words, as "header cell of its row, over 2 columns"."""
    choices = dict(re.findall(r' (\w+)="([^"]*)"', tag))
    heads = _HEADS.get(choices.get("scope", ""), "")
    spans = [f", over {choices[name]} {what}" for name, what in _SPANS.items() if name in choices]
    return f"{_CELLS[name_of(tag)]} {heads}".strip() + "".join(spans)


def _changed_kind(old: str, new: str) -> str:
    """The kinds of a cell that was another one; `old`, `new`: its start tags."""
    if old == new or (was := _kind(old)) == (now := _kind(new)):
        return ""
    return runs_html([TextRun((DELETED,), f"({was})"), TextRun((), " "), TextRun((INSERTED,), f"({now})")])


def _marked(old: Sequence[Token], new: Sequence[Token]) -> str:
    if not (old and new) or old == new:  # most cells of a long table: nothing to look for
        return _html(list(with_marks([Change(old, new)])))
    return _html(list(with_marks(changes(old, new, weigh=token_weight))))


def _html(tokens: list[Token]) -> str:
    """The HTML of a cell's blocks, or of the runs of a caption, which are in no block."""
    if any(isinstance(token, BlockStart) for token in tokens):
        return raw_html_of(tokens)
    return runs_html(token for token in tokens if isinstance(token, TextRun))


def _bag_of_row(row: _Row) -> Bag:
    return Bag(
        (word for cell in row for word in _words(cell.tokens)), " ".join(_words(row[0].tokens)) if row else ""
    )


def _bag_of_table(table: _Table) -> Bag:
    return Bag(_all_words(table))


def _all_words(table: _Table) -> list[str]:
    cells = (cell.tokens for row in table.rows for cell in row)
    return [word for tokens in (table.caption, *cells) for word in _words(tokens)]


def _words(tokens: Iterable[Token]) -> list[str]:
    return [token.text for token in tokens if isinstance(token, TextRun) and token_weight(token)]
