"""Lists of a plain text: neighbouring lines that begin with the same sign, or with numbers from 1.

Only what can be nothing else becomes a list. Other lines with such a sign stay as they are, and an editor is asked.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import lxml.html

from intake.patterns import Pattern
from intake.sources.lists import ListPlace, build_lists
from intake.sources.manuscript import BlockKind, SourceBlock
from intake.sources.markup import running_text
from prose.html.clean import clean_html

FULL_LINE = 45  # characters at which a line may have been wrapped
_ITEM = Pattern(r"(?:(?P<sign>[*•‣▪◦●–-])|(?P<number>\d{1,3})[.)])\s(?P<words>.*\w.*)")
_ALSO_SPEECH = "-–"
"""Signs that begin a line of dialogue, too: such lines are a list only where no empty line parts them."""
_COLONS = (":", "：")
_MOST_LEVELS = 9  # as Word has
_SHOWN = 60


@dataclass(frozen=True)
class TextLine:
    """A line of a text, its words cleaned; `indent`: characters of space before it."""

    number: int
    words: str
    indent: int = 0


Group = list[TextLine]  # lines between empty lines


@dataclass(frozen=True)
class _Item:
    sign: str  # "*"; "1" for any number
    number: int
    lines: Group

    @property
    def level(self) -> int:
        return self.lines[0].indent

    @property
    def words(self) -> str:
        match = _ITEM.fullmatch(self.lines[0].words)
        return " ".join([match["words"] if match else "", *(line.words for line in self.lines[1:])])


@dataclass(frozen=True)
class TextList:
    """A list with its items in order."""

    items: tuple[_Item, ...]

    def blocks(self) -> list[SourceBlock]:
        """The list as a block."""
        contents = []
        for item in self.items:
            content = lxml.html.Element("p")
            content.text = item.words
            contents.append((ListPlace(item.level, item.sign == "1", number=item.number), content))
        lists = [clean_html(lxml.html.tostring(each, encoding="unicode")) for each in build_lists(contents)]
        line = self.items[0].lines[0].number
        return [SourceBlock(BlockKind.LIST, html, running_text(html), line) for html in lists]


class ListReader:
    """Parts the lists of a text from its other lines. `is_wrapped`: a full line runs on in the next one."""

    def __init__(self, *, is_wrapped: bool) -> None:
        self._is_wrapped = is_wrapped
        self._parts: list[Group | TextList] = []
        self._items: list[_Item] = []

    def read(self, groups: Iterable[Group]) -> list[Group | TextList]:
        for group in groups:
            before: TextLine | None = None
            for line in group:
                self._read_line(line, before)
                before = line
        self._end_list(is_last=True)
        return self._parts

    def _read_line(self, line: TextLine, before: TextLine | None) -> None:
        """Read a line; `before` is the one above it, None behind an empty line."""
        item = _item_in(line)
        if item and self._items and self._is_next(item, before):
            self._items.append(item)
        elif not item and self._items and before and self._goes_on(line, before):
            self._items[-1].lines.append(line)
        else:
            self._end_list()
            if item and self._may_begin(item, before):
                self._items = [item]
            else:
                self._add_line(line, before)

    def _is_next(self, item: _Item, before: TextLine | None) -> bool:
        """True if an item follows the last one: with the sign of its level and the next number, or a level deeper."""
        if before is None and item.sign in _ALSO_SPEECH:
            return False
        if item.level > self._items[-1].level:
            return item.number in (0, 1)
        above = next((each for each in reversed(self._items) if each.level <= item.level), self._items[0])
        return item.sign == above.sign and (item.sign != "1" or item.number == above.number + 1)

    def _goes_on(self, line: TextLine, before: TextLine) -> bool:
        is_full = self._is_wrapped and len(before.words) >= FULL_LINE
        return is_full or line.indent > self._items[-1].level

    def _may_begin(self, item: _Item, before: TextLine | None) -> bool:
        """True unless the line may be the middle of a sentence."""
        is_apart = before is None or not self._is_wrapped or before.words.endswith(_COLONS)
        return is_apart and item.number in (0, 1)

    def _end_list(self, *, is_last: bool = False) -> None:
        """Add the list. One item is none, nor are stairs of lines, nor the last lines, perhaps notes on the authors."""
        items, self._items = self._items, []
        is_list = len(items) > 1 and len({item.level for item in items}) <= _MOST_LEVELS
        if is_list and (not is_last or items[0].sign == "1" or self._is_announced()):
            self._parts.append(TextList(tuple(items)))
            return
        for item in items:
            for line, before in zip(item.lines, [None, *item.lines], strict=False):
                self._add_line(line, before)

    def _is_announced(self) -> bool:
        last = self._parts[-1] if self._parts else None
        return isinstance(last, list) and last[-1].words.endswith(_COLONS)

    def _add_line(self, line: TextLine, before: TextLine | None) -> None:
        last = self._parts[-1] if self._parts else None
        if before is None or not isinstance(last, list):
            self._parts.append([line])
        else:
            last.append(line)


def _item_in(line: TextLine) -> _Item | None:
    match = _ITEM.fullmatch(line.words)
    return _Item(match["sign"] or "1", int(match["number"] or 0), [line]) if match else None


def doubts_on(lines: Sequence[TextLine]) -> list[str]:
    """A sentence for each sign with which lines begin that are in no list."""
    items = [item for line in lines if (item := _item_in(line)) and item.sign != "1"]
    sentences = []
    for sign, many in Counter(item.sign for item in items).items():
        if many == 1 and sign in _ALSO_SPEECH:  # as before the name of who signs
            continue
        words = next(item.lines[0].words for item in items if item.sign == sign)[:_SHOWN]
        sentences.append(
            f"A line begins with “{sign}”, like an item of a list or a note: “{words}”. It was left as it is."
            if many == 1
            else f"{many} lines begin with “{sign}”, like items of a list or notes; the first is “{words}”. "
            "They were left as they are."
        )
    return sentences
