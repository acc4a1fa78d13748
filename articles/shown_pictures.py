"""Files of pictures that readers may have: the one rule for every address of a picture."""

import datetime as dt

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from articles.models.edition import Edition, EditionPicture
from articles.shown_in_editions import last_end, shown_in
from articles.shown_profiles import day_of_the_desk, is_house_shown, is_outlet_shown, is_person_shown
from authors.models import Author
from disclaimers.lineage import DayAt, zone_of
from disclaimers.models import Institution
from outlets.models import Outlet
from pictures.models import Clearance
from pictures.models.picture_file import PictureFile


def shown_files(at: dt.datetime) -> QuerySet[PictureFile]:
    """Files that a live edition shows at an instant, and those of portraits and logos."""
    return files_on_pages(at) | files_of_faces(at)


def files_on_pages(at: dt.datetime) -> QuerySet[PictureFile]:
    """Files that a live edition shows."""
    return shown_in(PictureFile.objects.all(), EditionPicture, Edition.objects.live(at))


def last_end_on_pages(at: dt.datetime, file: OuterRef) -> Subquery:
    """The last end of the live editions that show a file of the outer query; NULL if one of them has none."""
    return last_end(EditionPicture, at, file)


def ever_shown_files(at: dt.datetime) -> QuerySet[PictureFile]:
    """Files that an edition showed at some instant up to `at`. Of former portraits and logos nothing is kept."""
    return shown_in(PictureFile.objects.all(), EditionPicture, Edition.objects.ever_live(at))


def files_of_faces(at: dt.datetime) -> QuerySet[PictureFile]:
    """The newest files of portraits and logos that public pages show: those draw today's facts."""
    day = day_of_the_desk(at)
    people = Author.objects.alias(day=day).filter(is_person_shown(at), _shows_picture("portrait"))
    outlets = Outlet.objects.alias(day=day).filter(is_outlet_shown(at), _shows_picture("logo__picture"))
    own_day = DayAt(at, zone_of(OuterRef("pk")))
    houses = Institution.objects.alias(day=own_day).filter(
        is_house_shown(at), _shows_picture("logo__picture")
    )
    is_shown = Q(*(Exists(rows.order_by()) for rows in (people, outlets, houses)), _connector=Q.OR)
    return PictureFile.objects.current().filter(is_shown)


def _shows_picture(name: str) -> Q:
    """Condition for records with a `day`: the key of this name is the file's picture, and it may be shown that day."""
    allowing = Clearance.objects.allowing(OuterRef("day")).filter(picture=OuterRef(name))
    return Q(Exists(allowing.order_by()), **{name: OuterRef("picture")})
