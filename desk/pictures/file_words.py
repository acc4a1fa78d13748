"""Statements of a file about its picture, beside the fields that they are for."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from pictures.models import Picture, PictureFile
from prose.dates import day_in_words

_FIELDS = {
    "alt": ("Text alternative", "description"),
    "description": ("Description", "description"),
    "creator": ("Taken or made by", "creator"),
    "credit": ("Credit", "credit"),
    "rights": ("Copyright", "credit"),
    "source": ("Source", "source"),
    "people": ("People", "people"),
    "place": ("Place", "place"),
    "taken_on": ("Taken on", "taken_on"),
}


@dataclass(frozen=True)
class FileWords:
    """One statement. `field`: the one that it can fill; `value`: what it fills in, "" if the field has it already."""

    label: str
    words: str
    field: str
    value: str


def words_of_file(file: PictureFile, picture: Picture) -> list[FileWords]:
    return list(_statements(file, picture))


def _statements(file: PictureFile, picture: Picture) -> Iterator[FileWords]:
    for name, (label, field) in _FIELDS.items():
        stated = file.statements.get(name)
        if not stated:
            continue
        value = ", ".join(stated) if isinstance(stated, list) else str(stated)
        words = day_in_words(dt.date.fromisoformat(value)) if name == "taken_on" else value
        held = str(getattr(picture, field) or "")
        yield FileWords(label, words, field, "" if held == value else value)
