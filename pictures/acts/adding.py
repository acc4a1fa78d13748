"""Add a picture to the library, or a better file of one that is there."""

import datetime as dt
import hashlib
from dataclasses import asdict, dataclass

from django.contrib.auth.models import User
from django.db import connection, transaction
from django.db.models import Max

from disclaimers.models import Institution
from pictures.files.read import ReadPicture
from pictures.files.renditions import widths_of
from pictures.models import Picture, PictureFile, StoredFile
from pictures.models.picture_file import FileFormat
from pictures.worker.channel import wake_the_worker


@dataclass(frozen=True)
class PictureFacts:
    """Facts of a picture that is added; fields of `Picture`."""

    title: str
    description: str = ""
    creator: str = ""
    credit: str = ""
    source_kind: str = "unknown"
    source: str = ""
    people: str = ""
    place: str = ""
    taken_on: dt.date | None = None
    language: str = ""
    institution: Institution | None = None


@transaction.atomic
def add_picture(
    facts: PictureFacts, read: ReadPicture, content: bytes, *, upload_name: str, by: User, at: dt.datetime
) -> Picture:
    """Add a picture with its first file. `content`: the upload, of which only the digest is kept."""
    return add_read_picture(facts, read, digest_of(content), upload_name=upload_name, by=by, at=at)


@transaction.atomic
def add_read_picture(
    facts: PictureFacts, read: ReadPicture, digest: str, *, upload_name: str, by: User, at: dt.datetime
) -> Picture:
    """Add a picture whose upload was read some time ago; `digest` is of its bytes."""
    values = {**asdict(facts), "institution": facts.institution}
    picture = Picture(**values, added_by=by, added_at=at)
    picture.full_clean()
    picture.save()
    _add_file(picture, 1, read, digest, upload_name, by, at)
    return picture


@transaction.atomic
def replace_file(
    picture: Picture, read: ReadPicture, content: bytes, *, upload_name: str, by: User, at: dt.datetime
) -> PictureFile:
    """Add a better file. What was printed with an earlier one stays as printed."""
    Picture.objects.select_for_update().get(pk=picture.pk)
    last = picture.files.aggregate(last=Max("number"))["last"]
    return _add_file(picture, last + 1, read, digest_of(content), upload_name, by, at)


def _add_file(
    picture: Picture,
    number: int,
    read: ReadPicture,
    digest: str,
    upload_name: str,
    by: User,
    at: dt.datetime,
) -> PictureFile:
    """The row of a file, with those of all that is stored of it: two files as they were made, the others to be made."""
    file = PictureFile.objects.create(
        picture=picture,
        number=number,
        digest=digest,
        look=read.look,
        width=read.width,
        height=read.height,
        fallback_format=read.fallback_format,
        upload_name=upload_name[-255:],
        statements={name: value for name, value in asdict(read.found).items() if value},
        added_by=by,
        added_at=at,
    )
    master = StoredFile(file=file, is_master=True, width=read.width, file_format=read.master_format)
    master.content, master.size = read.master, len(read.master)
    renditions = {
        (width, to): StoredFile(file=file, width=width, file_format=to)
        for width in widths_of(read.width)
        for to in (FileFormat.AVIF, read.fallback_format)
    }
    smallest = renditions[widths_of(read.width)[0], read.fallback_format]
    smallest.content, smallest.size = read.smallest, len(read.smallest)
    StoredFile.objects.bulk_create([master, *renditions.values()])
    wake_the_worker()
    return file


def one_at_a_time(digest: str) -> None:
    """Let nobody else look for a file with this digest until this transaction ends, so as to add it if it is missing.

    Digests are not unique: a picture of another house, which an account does not see, may have the same file.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"pictures {digest}"])


def digest_of(content: bytes) -> str:
    """SHA-256 of an upload, in hexadecimal, by which the same file is found again."""
    return hashlib.sha256(content).hexdigest()
