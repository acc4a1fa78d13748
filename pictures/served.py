"""The bytes of a rendition for a door that serves them. The master is never among them."""

from typing import Any

from pictures import storage
from pictures.models import StoredFile
from pictures.models.picture_file import FileFormat


def rendition(name: str, width: int, file_format: str) -> StoredFile | None:
    """The rendition asked for; while it is not made, the largest that is. None if there is none of that size or format.

    `name`: that of the `PictureFile`.
    """
    rows = StoredFile.objects.filter(file__name=name, is_master=False).select_related("file")
    renditions = {(row.width, row.file_format): row for row in rows.defer("content")}
    asked = renditions.get((width, file_format))
    if asked is None or asked.size is not None:
        return asked
    made = [row for row in renditions.values() if row.size is not None]
    return max(made, key=lambda row: (row.width, row.file_format != FileFormat.AVIF), default=None)


def content_of(row: Any) -> bytes:
    """The bytes of a file that is made, wherever they are by now. Raises FileNotFoundError.

    `row`: a `StoredFile`, or another row whose `content` holds the bytes until they are in the storage at its `path`.
    """
    held = type(row)._default_manager.values_list("content", flat=True).get(pk=row.pk)
    return bytes(held) if held is not None else storage.read(row.path)
