"""Style sheets made of others: collected they are one file, so that a page asks once.

A sheet that imports its parts works as it stands, while one develops; it only costs a request for each part.
"""

import re
from posixpath import dirname, join

from django.core.files.base import ContentFile
from django.core.files.storage import Storage

JOINED = frozenset(
    {"desk/public.css", "desk/public-greek.css", "desk/public-cyrillic.css", "desk/search.css"}
)
_IMPORT = re.compile(r'@import url\("(?P<part>[\w-]+\.css)"\)(?P<media>[^;]*);')
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(r"\s+")
_AROUND = re.compile(r" ?([{};]) ?")
_AFTER = re.compile(r"([:,]) ")


class JoiningStorage:
    """The source of a style sheet as collecting takes it: opened, it has its parts in place of their imports."""

    def __init__(self, source: Storage) -> None:
        self._source = source

    def open(self, name: str) -> "ContentFile[bytes]":
        return ContentFile(tight(self._joined(name)).encode())

    def _joined(self, name: str) -> str:
        """The text of a sheet with its parts, and theirs, in it."""

        def part(match: re.Match[str]) -> str:
            text = self._joined(join(dirname(name), match["part"]))
            return f"@media{match['media']} {{ {text} }}" if match["media"].strip() else text

        with self._source.open(name) as file:
            sheet: str = file.read().decode()
        return _IMPORT.sub(part, sheet)


def tight(sheet: str) -> str:
    """A style sheet without comments and empty space; strings in it hold none, nor a space behind a colon or comma."""
    spaced = _SPACE.sub(" ", _COMMENT.sub("", sheet))
    return _AFTER.sub(r"\1", _AROUND.sub(r"\1", spaced)).replace(";}", "}").strip()
