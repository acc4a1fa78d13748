"""A text that names a merged person or outlet means the record that was kept."""

import pytest

from articles import acts
from articles.models.merge import RecordMerge
from intake.drafts.load_knowledge import load_knowledge
from intake.recognition.recognise import recognise
from intake.sources.from_text import read_text
from outlets.models import Outlet
from tests.factories import AuthorFactory, OutletFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("desk")]

TEXT = "\n\n".join(
    (
        "A tax on waiting ships",
        "By {name}",
        "The harbour counts every hour that a ship waits, and bills it to whoever made it wait.",
        "This article was originally published in {outlet} on 4 February 2019.",
    )
)


def read(name="Nora Quill", outlet="the Lantern"):
    return recognise(read_text(TEXT.format(name=name, outlet=outlet).encode()), load_knowledge())


@pytest.mark.parametrize("name", ["Nora Quill", "Ambassador Nora Quill", "N. B. Quill", "Нора Квилл"])
def test_a_person_of_two_records_is_recognised_by_either_name_once_they_are_merged(name, now, editor):
    kept = AuthorFactory(display_name="Nora Quill", courtesy="Ambassador")
    acts.merge(AuthorFactory(display_name="Nora Quill"), kept, by=editor, at=now)
    acts.merge(AuthorFactory(display_name="N. B. Quill", native_name="Нора Квилл"), kept, by=editor, at=now)
    assert [person.value.author for person in read(name=name).people] == [kept.pk]


def test_people_of_one_name_stay_a_question_until_they_are_merged_and_after_it_is_undone(now, editor):
    kept, gone = AuthorFactory(display_name="Nora Quill"), AuthorFactory(display_name="Nora Quill")
    assert [person.value.author for person in read().people] == [None]
    merged = acts.merge(gone, kept, by=editor, at=now)
    assert [person.value.author for person in read().people] == [kept.pk]
    acts.undo_merge(merged, by=editor, at=now)
    assert [person.value.author for person in read().people] == [None]


def test_an_outlet_is_recognised_by_the_names_of_what_was_merged_into_it(now, editor):
    kept = OutletFactory(name="Lantern", article="the", article_rule="separable")
    gone = OutletFactory(name="Evening Lamp", article="the", article_rule="separable")
    gone.aliases.create(name="Lamp Weekly")
    acts.merge(gone, kept, by=editor, at=now)
    for name in ("the Evening Lamp", "Evening Lamp", "Lamp Weekly"):
        assert [place.value.outlet for place in read(outlet=name).places] == [kept.pk], name
    assert Outlet.objects.count() == 2
    assert RecordMerge.objects.count() == 1
