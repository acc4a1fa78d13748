"""Files of pictures for a browser: those of the factories, drawn; and a photo on its way into a page."""

import base64
from typing import Any

from pictures.models import StoredFile
from tests.pictures.files.photos import drawing, file_of, iim, with_segment

_DROP = """([base64, name, on]) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([bytes], name, { type: "image/jpeg" }));
    const target = [...document.querySelectorAll(on)].at(-1);
    const { left, bottom } = target.getBoundingClientRect();
    const at = { clientX: left + 5, clientY: bottom - 2 };
    target.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true, ...at }));
}"""


def photo(credit: str = "") -> bytes:
    """A JPEG that says whose it is."""
    content = file_of(drawing())
    return with_segment(content, iim((110, credit))) if credit else content


def drop(page: Any, content: bytes, name: str, on: str) -> None:
    """Drop a file on the last element of the page that a selector finds, at its end."""
    page.evaluate(_DROP, [base64.b64encode(content).decode(), name, on])


def draw_all() -> None:
    """Give the pictures of the factories a file that a browser can read, in the size that is made."""
    for row in StoredFile.objects.exclude(content=None).select_related("file"):
        height = round(row.file.height * row.width / row.file.width)
        content = file_of(drawing(row.width, height))
        StoredFile.objects.filter(pk=row.pk).update(content=content, size=len(content))
