"""Facts that a file offers for its picture: an editor reads them over, and nothing is shown because of them."""

import re
from pathlib import PurePath
from typing import Any

from django.core.exceptions import ValidationError

from pictures.acts.adding import PictureFacts
from pictures.files.metadata import Found
from pictures.models import Picture
from prose.dates import check_day
from prose.typography import clean_line

MAX_TITLE_CHARS = 80
_GAPS = re.compile(r"[_\s]+")
_USUAL = "Picture"


def offered(found: Found) -> dict[str, Any]:
    """Values for fields of `Picture`. One that does not fit is left out: a cut credit would be a wrong one."""
    values = {
        "description": found.alt or found.description,
        "creator": found.creator,
        "credit": found.credit or found.rights,
        "source": found.source,
        "people": ", ".join(found.people),
        "place": found.place,
        "taken_on": found.taken_on,
    }
    return {name: value for name, value in values.items() if value and _fits(name, value)}


def facts_of(found: Found, upload_name: str, **chosen: Any) -> PictureFacts:
    """The facts with which a picture is added: what its file offers, and values that were chosen for it."""
    return PictureFacts(**{"title": title_of(found, upload_name), **offered(found), **chosen})


def title_of(found: Found, upload_name: str) -> str:
    """A name to find it by: that of the file, or what the picture shows where a camera named the file."""
    stem = clean_line(_GAPS.sub(" ", PurePath(upload_name).stem))
    letters = sum(letter.isalpha() for letter in stem)
    is_by_camera = sum(letter.isdigit() for letter in stem) >= letters
    words = clean_line(found.description or found.alt).rstrip(".") if is_by_camera else stem
    return shortened(words or stem or _USUAL)


def shortened(words: str) -> str:
    """The first of the words, as many as fit into a name of the library."""
    if len(words) <= MAX_TITLE_CHARS:
        return words
    return f"{words[:MAX_TITLE_CHARS].rpartition(' ')[0] or words[:MAX_TITLE_CHARS]}…"


def _fits(name: str, value: Any) -> bool:
    try:
        field: Any = Picture._meta.get_field(name)
        field.clean(value, None)
        if name == "taken_on":
            check_day(value)
    except ValidationError:
        return False
    return True
