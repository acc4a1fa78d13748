"""Statements of a file about its record, beside the fields that they are for."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class FileWords:
    """One statement. `field`: the one that it can fill; `value`: what it fills in, "" if the field has it already."""

    label: str
    words: str
    field: str = ""
    value: str = ""


def statements(
    stated: Mapping[str, Any], record: Any, fields: Mapping[str, tuple[str, str]]
) -> Iterator[tuple[str, FileWords]]:
    """What a file states, by its name there. `fields`: name -> label, and the field of the record that it can fill."""
    for name, (label, field) in fields.items():
        value = _in_a_line(stated.get(name))
        if value:
            held = str(getattr(record, field, "") or "") if field else value
            yield name, FileWords(label, value, field, "" if held == value else value)


def _in_a_line(value: Any) -> str:
    is_list = isinstance(value, Iterable) and not isinstance(value, str)
    return ", ".join(map(str, value)) if is_list else str(value or "")
