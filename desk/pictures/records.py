"""Pictures as the body editor and other fields ask for them: records in JSON, and the addresses to ask."""

import uuid
from collections.abc import Iterable
from typing import Any

from desk.pictures.list import Card, cards_of
from desk.pictures.pages import PicturePage
from pictures.files.check import MAX_BYTES
from pictures.models import Picture
from prose.keys import as_uuid

PictureRecord = dict[str, Any]


def records_of(pictures: list[Picture]) -> list[PictureRecord]:
    """Records of pictures, in two queries."""
    return [_record(card) for card in cards_of(pictures)]


def addresses_for(user: Any) -> dict[str, str]:
    """Attributes of a field: where its script asks for pictures, and where it uploads, as far as a user may."""
    if not user.has_perm("pictures.view_picture"):
        return {}
    choosing = {"data-pictures": PicturePage.CHOOSE.address()}
    if not user.has_perm("pictures.add_picture"):
        return choosing
    uploading = {"data-picture-upload": PicturePage.UPLOAD.address(), "data-picture-most": str(MAX_BYTES)}
    return choosing | uploading


def keys_in(values: Iterable[str]) -> list[uuid.UUID]:
    """The keys of pictures among what a request names."""
    return [key for value in values if (key := as_uuid(value))]


def _record(card: Card) -> PictureRecord:
    """`address`: its smallest file; `record`: the page of the picture; `offered`: what its file says of it."""
    picture, file, permission = card.picture, card.file, card.permission
    return {
        "uuid": str(picture.uuid),
        "key": picture.pk,
        "title": picture.title,
        "width": file.width,
        "height": file.height,
        "address": card.thumbnail,
        "description": " ".join(picture.description.split()),
        "language": picture.language,
        "credit": card.credit,
        "focus": [picture.focus_across, picture.focus_down],
        "permission": {"words": permission.words, "mark": permission.mark},
        "record": card.address,
        "offered": file.statements,
    }
