"""All that this process keeps in memory between requests for readers' pages."""

import sys

from reading.kept import KeptValues, LastingValues


def forget_all() -> None:
    """Empty every memory, as in a process that has just begun."""
    for memory in _memories():
        vars(memory)["_values"].clear()
        vars(memory).update(_mark=None, _items=0, _bytes=0)


def number_kept() -> int:
    """The number of values in all memories."""
    return sum(len(vars(memory)["_values"]) for memory in _memories())


def _memories() -> list[object]:
    ours = [module for name, module in sys.modules.items() if name.startswith("reading.")]
    values = [value for module in ours for value in vars(module).values()]
    return list({id(each): each for each in values if isinstance(each, KeptValues | LastingValues)}.values())
