"""Portraits of people, logos of institutions and outlets: when readers may have their files, and what merging does."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from articles import acts
from articles.acts.merging import belongings
from articles.models import Edition
from articles.shown_pictures import shown_files
from authors.models import Author
from disclaimers.models import Institution
from pictures import acts as picture_acts
from pictures.acts.removing import PictureIsUsed
from pictures.models import Clearance, Logo, Picture
from tests.conftest import NOW
from tests.factories import (
    AppearanceFactory,
    ArticleFactory,
    AuthorFactory,
    BylineFactory,
    InstitutionFactory,
    OutletFactory,
    PictureFactory,
    file_of,
    published,
)
from tests.kept import kept

LATER = NOW + dt.timedelta(hours=1)


def shown(at: dt.datetime) -> set[str]:
    """The titles of pictures of which readers may have a file."""
    return set(shown_files(at).values_list("picture__title", flat=True))


@kept
def faces(desk: Institution) -> dict[str, Picture]:
    """Portraits and logos of everybody in a piece that comes out LATER, and of others whom no piece names."""
    centre, away = InstitutionFactory(code="centre", parent=desk), InstitutionFactory(code="away")
    named, other = AuthorFactory(), AuthorFactory()
    there, elsewhere = OutletFactory(name="Hill"), OutletFactory(name="Vale")
    pictures = {
        name: PictureFactory(title=name)
        for name in ("named", "other", "there", "elsewhere", "home", "centre", "away")
    }
    for author, name in ((named, "named"), (other, "other")):
        Author.objects.filter(pk=author.pk).update(portrait=pictures[name])
    for outlet, name in ((there, "there"), (elsewhere, "elsewhere")):
        Logo.objects.create(outlet=outlet, picture=pictures[name])
    for house, name in ((desk, "home"), (centre, "centre"), (away, "away")):
        Logo.objects.create(institution=house, picture=pictures[name])
    piece = ArticleFactory(institution=centre)
    BylineFactory(article=piece, author=named)
    AppearanceFactory(article=piece, outlet=there)
    published(piece, at=NOW, live_from=LATER)
    return pictures


def test_readers_have_the_face_of_whom_a_listed_piece_names_and_of_nobody_else(faces, clock):
    assert shown(NOW) == {"home"}
    assert shown(LATER) == {"home", "centre", "named", "there"}
    clock(LATER)
    piece = Edition.objects.get().article
    gone = LATER + dt.timedelta(hours=1)
    clock(gone)
    acts.unpublish(piece, by=None, at=gone, reason="Published in error.")
    assert shown(gone) == {"home", "centre"}


def test_a_face_leaves_on_the_day_of_its_institution_on_which_its_permission_ends(faces, desk):
    Institution.objects.filter(pk=desk.pk).update(time_zone="Pacific/Auckland")
    Institution.objects.filter(code="centre").update(time_zone="America/Los_Angeles")
    Clearance.objects.update(until_on=dt.date(2026, 7, 1))
    days = [dt.datetime(2026, *parts, tzinfo=dt.UTC) for parts in ((6, 30, 11), (6, 30, 13), (7, 1, 8))]
    assert [shown(at) for at in days] == [{"home", "centre", "named", "there"}, {"centre"}, set()]


def test_a_new_file_stands_in_for_the_one_before_at_once_and_a_permission_for_one_piece_is_none(faces):
    file = file_of(faces["named"])
    portraits = shown_files(LATER).filter(picture=faces["named"])
    assert [each.pk for each in portraits] == [file.pk]
    Clearance.objects.filter(picture=faces["named"]).update(only_for=Edition.objects.get().uuid)
    assert not portraits.all().exists()


def test_a_picture_that_is_a_portrait_or_a_logo_stays_and_a_logo_stands_for_one(faces, desk):
    for name in ("other", "away"):
        with pytest.raises(PictureIsUsed):
            picture_acts.remove_picture(faces[name])
    for houses in ({}, {"institution": InstitutionFactory(), "outlet": OutletFactory()}):
        with pytest.raises(IntegrityError, match="a_logo_stands_for_one"), transaction.atomic():
            Logo.objects.create(picture=faces["home"], **houses)


def test_in_a_merge_the_face_goes_along_only_where_there_is_none(faces, editor, administrator, now):
    outlets = {logo.picture.title: logo.outlet for logo in Logo.objects.exclude(outlet=None)}
    named, other = faces["named"].portraits.get(), faces["other"].portraits.get()
    bare_person, bare_outlet, bare_house = AuthorFactory(), OutletFactory(name="Bare"), InstitutionFactory()
    pairs = [
        (other, named, editor), (named, bare_person, editor),
        (outlets["elsewhere"], outlets["there"], editor), (outlets["there"], bare_outlet, editor),
        (Institution.objects.get(code="away"), Institution.objects.get(code="centre"), administrator),
        (Institution.objects.get(code="centre"), bare_house, administrator),
    ]  # fmt: skip
    lines = [(belongings.in_words(*pair[:2]), belongings.left_behind(*pair[:2])) for pair in pairs]
    assert lines[:4] == [
        ([], ["portrait: other"]), (["the portrait"], []), ([], ["logo: elsewhere"]), (["logo: there"], []),
    ]  # fmt: skip
    assert "logo: away" in lines[4][1]
    assert "logo: centre" in lines[5][0]
    merges = [acts.merge(gone, kept, by=by, at=now) for gone, kept, by in pairs]
    bare_person.refresh_from_db()
    assert bare_person.portrait == faces["named"]
    assert (bare_outlet.logo.picture, bare_house.logo.picture) == (faces["there"], faces["centre"])
    for merge, (gone, _, by) in zip(merges[1::2], pairs[1::2], strict=True):
        acts.undo_merge(merge, by=by, at=now)
        assert type(gone).objects.filter(pk=gone.pk, merged_into=None).exists()
    bare_person.refresh_from_db()
    assert bare_person.portrait is None
    assert not Logo.objects.filter(outlet=bare_outlet).exists()
    assert outlets["there"].logo.picture == faces["there"]
