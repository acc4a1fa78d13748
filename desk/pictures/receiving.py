"""Pictures as the library receives them: their files are read, and offer facts."""

import datetime as dt

from django.contrib.auth.models import User

from desk.library.receiving import Reception
from desk.pictures.pages import SHELF
from disclaimers.models import Institution
from pictures import acts
from pictures.files.check import MAX_BYTES
from pictures.files.read import ReadPicture, read_upload
from pictures.models import Picture
from pictures.offers import facts_of


def _read(content: bytes, upload_name: str) -> ReadPicture:
    return read_upload(content)


def _add(
    read: ReadPicture,
    content: bytes,
    upload_name: str,
    house: Institution | None,
    *,
    by: User,
    at: dt.datetime,
) -> Picture:
    facts = facts_of(read.found, upload_name, institution=house)
    return acts.add_picture(facts, read, content, upload_name=upload_name, by=by, at=at)


RECEPTION = Reception(SHELF, "A picture", MAX_BYTES, read=_read, add=_add, replace=acts.replace_file)
