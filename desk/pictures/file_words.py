"""Statements of a picture's file, as its page shows them."""

import datetime as dt
from dataclasses import replace

from desk.library.file_words import FileWords, statements
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


def words_of_file(file: PictureFile, picture: Picture) -> list[FileWords]:
    return [
        replace(each, words=day_in_words(dt.date.fromisoformat(each.words))) if name == "taken_on" else each
        for name, each in statements(file.statements, picture, _FIELDS)
    ]
