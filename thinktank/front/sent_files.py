"""The files of a form on disk: Django ends their names with the ending of the sent one, however long that is."""

from pathlib import PurePath
from typing import Any

from django.core.files.uploadhandler import TemporaryFileUploadHandler

MOST_CHARS = 20
"""Characters of an ending; a name on disk may have 255 bytes."""


class ShortEndings(TemporaryFileUploadHandler):
    """Handler for uploads that keeps the ending of a file's name short."""

    def new_file(self, field_name: str, file_name: str, *args: Any, **kwargs: Any) -> None:
        ending = PurePath(file_name).suffix
        if len(ending) > MOST_CHARS:
            file_name = file_name[: MOST_CHARS - len(ending)]
        super().new_file(field_name, file_name, *args, **kwargs)
