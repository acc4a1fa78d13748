"""Take a picture out of the library that is used nowhere."""

from django.db import transaction
from django.db.models import ProtectedError

from pictures.models import FileToRemove, Picture, PictureFile, StoredFile
from pictures.worker.channel import wake_the_worker


class PictureIsUsed(Exception):
    """A picture that something shows or has shown stays. `by`: the rows that name it."""

    def __init__(self, by: list[object]) -> None:
        super().__init__("This picture is used, or was: what readers have had stays on record.")
        self.by = by


@transaction.atomic
def remove_picture(picture: Picture) -> None:
    """Delete a picture with its files. Raises `PictureIsUsed`."""
    stored = StoredFile.objects.filter(file__picture=picture).select_related("file")
    paths = [row.path for row in stored]
    try:
        with transaction.atomic():
            stored.delete()
            PictureFile.objects.filter(picture=picture).delete()
            picture.delete()
    except ProtectedError as error:
        raise PictureIsUsed(list(error.protected_objects)) from error
    FileToRemove.objects.bulk_create(FileToRemove(path=path) for path in paths)
    wake_the_worker()
