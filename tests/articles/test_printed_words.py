"""Words that pages carry are guarded where they stand: no plain UPDATE falsifies what readers have had."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError

from articles import acts
from articles.models import Edition
from authors.models import Author, AuthorName
from disclaimers.models import Institution, InstitutionName, Kind, KindLabel, Wording
from disclaimers.slips import correct_slip
from outlets.models import FormerName, Outlet, OutletName
from tests.conftest import NOW
from tests.factories import (
    AppearanceFactory,
    AppointmentFactory,
    AuthorFactory,
    BylineFactory,
    FormerNameFactory,
    OutletFactory,
    published,
)
from tests.kept import kept


def refused(change: Callable[[], Any]) -> str:
    """The database's sentence about a change that it refuses; empty if it takes it."""
    try:
        with transaction.atomic():
            change()
    except DatabaseError as problem:
        return str(problem)
    return ""


@kept
def edition(desk: Institution) -> Edition:
    """A page with a disclaimer's text, a holder, a label and an outlet that was called otherwise before."""
    Institution.objects.filter(pk=desk.pk).update(copyright_holder="Harbour Institute")
    FormerNameFactory(outlet=(place := AppearanceFactory(outlet__name_language="de")).outlet)
    OutletName.objects.create(outlet=place.outlet, language="en", name="The Lamp Post")
    AppointmentFactory(author=BylineFactory(article=place.article).author, institution=desk, organisation="")
    return published(place.article, at=NOW)


@kept
def earlier(desk: Institution) -> Edition:
    """A page of a day on which its house and its author had other names."""
    until = dt.date(2020, 1, 1)
    InstitutionName.objects.create(institution=desk, language="en", name="Old Forum", until_on=until)
    ida = BylineFactory(article__first_published_on=dt.date(2018, 6, 1))
    AuthorName.objects.create(author=ida.author, language="en", display_name="Ida Marlow", until_on=until)
    return published(ida.article, at=NOW)


OF_OTHER_DAYS: dict[str, Callable[[], Any]] = {
    "the house's name of the day": lambda: InstitutionName.objects.update(name="Beacon"),
    "its holder of the day": lambda: InstitutionName.objects.update(copyright_holder="Beacon"),
    "its language": lambda: InstitutionName.objects.update(language="de"),
    "the house's name, deleted": lambda: InstitutionName.objects.all().delete(),
    "the person's name of the day": lambda: AuthorName.objects.update(display_name="Beacon"),
    "the person's name, given to another": lambda: AuthorName.objects.update(author=AuthorFactory()),
    "the person's name, deleted": lambda: AuthorName.objects.all().delete(),
}


@pytest.mark.parametrize("what", OF_OTHER_DAYS)
def test_a_plain_update_of_a_name_by_day_and_language_is_refused(earlier: Edition, what: str) -> None:
    names = earlier.printed["records"]
    assert names["institution_name"] == "Old Forum"
    assert [person["name"] for person in names["people"].values()] == ["Ida Marlow"]
    assert "Pages carry these words" in refused(OF_OTHER_DAYS[what])


def test_a_name_by_day_and_language_is_saved_and_deleted_on_its_record(earlier: Edition) -> None:
    for name in (*InstitutionName.objects.all(), *AuthorName.objects.all()):
        name.language = "de"
        name.save()
        name.delete()


PLAIN_UPDATES: dict[str, Callable[[], Any]] = {
    "its text": lambda: Wording.objects.update(text="We always said so."),
    "the language of the text": lambda: Wording.objects.update(language="de"),
    "its first day": lambda: Wording.objects.update(in_force_from="2001-01-01"),
    "the text, deleted": lambda: Wording.objects.all()._raw_delete("default"),
    "the holder": lambda: Institution.objects.update(copyright_holder="Somebody Else"),
    "the house's name": lambda: Institution.objects.update(name="Beacon"),
    "the house's short name, in a bio": lambda: Institution.objects.update(short_name="Beacon"),
    "the person's name": lambda: Author.objects.update(display_name="Beacon"),
    "an outlet's name in another language": lambda: OutletName.objects.update(name="Beacon"),
    "its language": lambda: OutletName.objects.update(language="de"),
    "that name, deleted": lambda: OutletName.objects.all().delete(),
    "the label": lambda: Kind.objects.update(label="Advertisement"),
    "an outlet's name": lambda: Outlet.objects.update(name="Beacon"),
    "an outlet's article": lambda: Outlet.objects.update(article="Le", article_rule="foreign"),
    "its former name": lambda: FormerName.objects.update(name="Beacon"),
    "its former article": lambda: FormerName.objects.update(article="Le", article_rule="foreign"),
    "its former name, given to another": lambda: FormerName.objects.update(outlet=OutletFactory()),
    "its former name, deleted": lambda: FormerName.objects.all().delete(),
}


@pytest.mark.parametrize("what", PLAIN_UPDATES)
def test_a_plain_update_of_words_that_readers_have_had_is_refused(edition: Edition, what: str) -> None:
    sentence = refused(PLAIN_UPDATES[what])
    assert "Readers have had this text" in sentence or "Pages carry these words" in sentence


def test_a_label_of_some_days_is_guarded_as_the_usual_one(desk: Institution, now: dt.datetime) -> None:
    KindLabel.objects.create(kind=desk.default_kind, language="en", label="Column")
    KindLabel.objects.create(kind=desk.default_kind, language="de", label="Kolumne")
    published(at=now)
    assert "Pages carry these words" in refused(
        lambda: KindLabel.objects.filter(language="en").update(label="Notes")
    )
    other = Kind.objects.create(code="note", label="Note")
    assert "Pages carry these words" in refused(
        lambda: KindLabel.objects.filter(language="en").update(kind=other)
    )
    assert not refused(lambda: KindLabel.objects.filter(language="de").update(label="Notizen"))
    assert "Readers have had these words" in refused(lambda: KindLabel.objects.filter(language="en").delete())
    assert not refused(lambda: KindLabel.objects.filter(language="de").delete())


def test_an_outlet_is_renamed_record_by_record_and_a_merged_name_counts_for_the_one_that_stays(
    desk: Institution, editor: Any, now: dt.datetime
) -> None:
    gone, kept, unused = (OutletFactory(name=name) for name in ("Lantern", "Lamp", "Light"))
    acts.merge(gone, kept, by=editor, at=now)
    edition = published(AppearanceFactory(outlet=gone).article, at=now)
    assert "Pages carry these words" in refused(
        lambda: Outlet.objects.filter(pk=kept.pk).update(name="Beacon")
    )
    others = Outlet.objects.exclude(pk=kept.pk)
    assert not refused(lambda: others.filter(pk=gone.pk).update(name="Pharos"))
    assert not refused(lambda: others.filter(pk=unused.pk).update(name="Fire"))
    kept.name = "Beacon"
    kept.save()
    edition.refresh_from_db()
    assert edition.printed["records"]["venues"][str(gone.pk)]["name"] == "Lamp"


def test_a_former_name_is_put_right_and_deleted_record_by_record_and_pages_keep_theirs(
    edition: Edition, now: dt.datetime
) -> None:
    former = FormerName.objects.get()
    other = FormerNameFactory(
        outlet=former.outlet, name="Torch", from_on=former.until_on, until_on="2021-01-01"
    )
    assert not refused(lambda: FormerName.objects.filter(pk=other.pk).update(name="Fire"))
    assert not refused(lambda: FormerName.objects.filter(pk=other.pk).delete())
    before = former.name
    former.name = "Beacon"
    former.save()
    former.delete()
    edition.refresh_from_db()
    (venue,) = edition.printed["records"]["venues"].values()
    assert venue["former"][0][0] == before


def test_the_guards_look_printed_words_up_by_an_index_however_long_the_editions(edition: Edition) -> None:
    lookups = {
        "editions_by_label": "e.printed #>> '{records,kind}' = '0' AND e.printed #>> '{records,kind_label}' = ''",
        "editions_by_holder": "e.printed #>> '{records,institution}' = '0' AND e.printed #>> '{records,holder}' = ''",
        "editions_by_wording": "e.printed->'wordings' @> '[{\"wording\": 0}]'",
    }
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        for index, lookup in lookups.items():
            cursor.execute(f"EXPLAIN SELECT 1 FROM articles_edition e WHERE {lookup}")
            assert index in str(cursor.fetchall())
        assert "editions_by_label" in Edition.objects.labelled(0, ["x"]).explain()


def test_a_content_type_whose_label_readers_have_had_is_not_deleted(edition: Edition) -> None:
    assert "Readers have had these words" in refused(lambda: Kind.objects.all()._raw_delete("default"))


def test_words_that_no_page_carries_are_free(desk: Institution, now: dt.datetime) -> None:
    for change in PLAIN_UPDATES.values():
        assert not refused(change)


def test_a_text_is_ended_and_a_slip_in_it_is_corrected_on_record(
    edition: Edition, publisher: Any, now: dt.datetime
) -> None:
    wording = Wording.objects.get()
    before = wording.text
    correct_slip(wording, text="The words as meant.", reason="A slip", by=publisher, at=now)
    assert Wording.objects.get().text == "The words as meant."
    assert refused(lambda: Wording.objects.update(text=before))  # a correction covers its own change only
    wording = Wording.objects.get()
    wording.in_force_until = dt.date(2030, 1, 1)
    wording.save()


def test_a_holder_and_a_label_change_record_by_record_and_pages_keep_theirs(
    edition: Edition, desk: Institution, now: dt.datetime
) -> None:
    desk.refresh_from_db()
    desk.copyright_holder = "Harbour & Partners"
    desk.save()
    kind = desk.default_kind
    kind.label = "Column"
    kind.save()
    edition.refresh_from_db()
    assert edition.printed["records"]["holder"] == "Harbour Institute"
    assert edition.kicker == "Commentary" != Kind.objects.get(pk=kind.pk).label


def test_the_context_of_one_record_does_not_cover_the_rest_of_its_transaction(edition: Edition) -> None:
    with transaction.atomic():
        institution = Institution.objects.get()
        institution.strapline = "Words of the sea"
        institution.save()
        assert refused(lambda: Institution.objects.update(copyright_holder="Somebody Else"))
    with connection.cursor() as cursor:
        cursor.execute("SELECT coalesce(current_setting('desk.rewording', true), '')")
        assert cursor.fetchone() == ("",)
