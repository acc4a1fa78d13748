"""Take an uploaded file into the library: its picture is stored at once, and its facts are looked after next.

So nobody uploads a file twice because of a wrong field beside it.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.contrib.admin.models import ADDITION, LogEntry
from django.contrib.auth.models import User
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from disclaimers.lineage import is_limited, open_to
from disclaimers.models import Institution
from pictures import acts
from pictures.acts.adding import digest_of
from pictures.files.check import MAX_BYTES
from pictures.files.errors import NotTaken
from pictures.files.read import read_upload
from pictures.models import Picture
from pictures.offers import facts_of
from prose.limits import over_limit

NO_FILE = "Choose a file. If you did, its name cannot be read: give it another, and send it again."
"""Django passes over a file whose name is no UTF-8, or only dots."""


@dataclass(frozen=True)
class Received:
    """What became of a file: its picture, or a sentence that says why there is none.

    `is_new`: False if the library had this very file; then it is the picture that has it.
    """

    upload_name: str
    picture: Picture | None = None
    problem: str = ""
    is_new: bool = False


def receive(upload: "UploadedFile[Any]", *, house: Institution | None, by: User, at: dt.datetime) -> Received:
    """Add a picture with the facts that its file offers, unless the user sees one with the same file."""
    name = upload.name or ""
    try:
        content = bytes_of(upload)
        if same := picture_with(content, by):
            return Received(name, same)
        read = read_upload(content)
    except NotTaken as refusal:
        return Received(name, problem=str(refusal))
    facts = facts_of(read.found, name, institution=house)
    with transaction.atomic():
        acts.one_at_a_time(digest_of(content))
        if same := picture_with(content, by):  # added while this one was read
            return Received(name, same)
        picture = acts.add_picture(facts, read, content, upload_name=name, by=by, at=at)
        LogEntry.objects.log_actions(by.pk, [picture], ADDITION, [{"added": {}}], single_object=True)
    return Received(name, picture, is_new=True)


def bytes_of(upload: "UploadedFile[Any]") -> bytes:
    """The bytes of an upload. Raises `NotTaken` for one that is too large, before it is read."""
    if (upload.size or 0) > MAX_BYTES:
        raise NotTaken(over_limit("A picture", MAX_BYTES, upload.size or 0))
    return bytes(upload.read())


def picture_with(content: bytes, user: User, *, but: Picture | None = None) -> Picture | None:
    """A picture that the user sees and that has, or had, this very file; `but`: this one is not asked for."""
    same = Picture.objects.visible_to(user).with_file(digest_of(content))
    return (same.exclude(pk=but.pk) if but else same).first()


def usual_house(user: User) -> Institution | None:
    """The house of what a user adds: every house, or the first of those that the account works for."""
    return open_to(user).order_by("pk").first() if is_limited(user) else None
