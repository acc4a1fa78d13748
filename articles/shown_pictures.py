"""Files of pictures that readers may have: the one rule for every address of a picture."""

import datetime as dt

from django.db.models import Exists, OuterRef, QuerySet

from articles.models.edition import Edition, EditionPicture
from articles.querysets import EditionQuerySet
from pictures.models.picture_file import PictureFile


def shown_files(at: dt.datetime) -> QuerySet[PictureFile]:
    """Files that a live edition shows at an instant."""
    return _shown_in(Edition.objects.live(at))


def ever_shown_files(at: dt.datetime) -> QuerySet[PictureFile]:
    """Files that readers had at some instant up to `at`."""
    return _shown_in(Edition.objects.ever_live(at))


def _shown_in(editions: EditionQuerySet) -> QuerySet[PictureFile]:
    uses = EditionPicture.objects.filter(file=OuterRef("pk"), edition__in=editions.order_by().values("pk"))
    return PictureFile.objects.filter(Exists(uses))
