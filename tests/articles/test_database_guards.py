"""What PostgreSQL refuses whatever the code above it does: each test writes as a shell or a race would."""

import datetime as dt
import uuid
from typing import Any

import psycopg
import pytest
from django.db import DatabaseError, connection, transaction
from django.db.models import F

from articles import acts
from articles.models import (
    Appearance,
    Edition,
    EditionByline,
    LedgerEntry,
    Notice,
    Permalink,
    Revision,
    RightsRecord,
)
from disclaimers.models import Disclaimer, Institution, Wording
from tests.conftest import NOW
from tests.factories import (
    AppearanceFactory,
    ArticleFactory,
    BylineFactory,
    WordingFactory,
    published,
)
from tests.kept import kept

HOUR = dt.timedelta(hours=1)


def refused(act: Any) -> bool:
    """Whether the database refuses, leaving the test's transaction usable."""
    try:
        with transaction.atomic():
            act()
            connection.check_constraints()  # what is only checked when a transaction ends
    except DatabaseError:
        return True
    return False


OTHER_VALUES = {
    "CharField": "x",
    "TextField": "rewritten",
    "JSONField": {"bylines": []},
    "ArrayField": ["lists"],
    "UUIDField": "00000000-0000-0000-0000-000000000000",
    "DateField": dt.date(1999, 1, 1),
    "DateTimeField": dt.datetime(2031, 1, 1, tzinfo=dt.UTC),
}


@kept
def edition(desk):
    return published(BylineFactory().article, at=NOW)


@pytest.mark.parametrize(
    "column",
    [
        f.attname
        for f in Edition._meta.concrete_fields
        if f.attname not in ("live_until", "closed_by_id", "house")
    ],
)
def test_no_printed_column_of_an_edition_can_be_rewritten(edition, column):
    field = Edition._meta.get_field(column)
    other = OTHER_VALUES.get(field.get_internal_type(), getattr(edition, column))
    other = other + 1 if isinstance(other, int) else other
    assert refused(lambda: Edition.objects.filter(pk=edition.pk).update(**{column: other}))


@pytest.mark.parametrize("table", [Edition, Revision, LedgerEntry, EditionByline])
def test_records_cannot_be_deleted_or_emptied(edition, table):
    assert table.objects.exists()
    name = table._meta.db_table

    def run(sql):
        with connection.cursor() as cursor:
            cursor.execute(sql)

    assert refused(lambda: run(f"DELETE FROM {name}"))
    assert refused(lambda: run(f"TRUNCATE {name} CASCADE"))
    assert table.objects.exists()


@pytest.mark.parametrize(
    ("table", "change"),
    [
        (Revision, {"content": {}}),
        (Revision, {"number": F("number") + 7}),
        (LedgerEntry, {"reason": "another"}),
        (LedgerEntry, {"act": "unpublish"}),
        (EditionByline, {"role": "editor"}),
        (Permalink, {"path": "/elsewhere/"}),
    ],
)
def test_records_cannot_be_rewritten(edition, table, change):
    assert refused(lambda: table.objects.all().update(**change))


def test_an_edition_cannot_be_back_dated(edition, now):
    old = Edition.objects.get(pk=edition.pk)
    old.pk, old.live_from, old.live_until, old.closed_by = None, now - HOUR, now - HOUR / 2, old.entry
    assert refused(lambda: old.save(force_insert=True))


@pytest.mark.parametrize(("table", "column"), [(Revision, "saved_at"), (LedgerEntry, "at")])
def test_a_version_and_a_history_entry_cannot_be_back_dated(edition, now, table, column):
    row = table.objects.first()
    row.pk, row.number = None, 99
    setattr(row, column, now - HOUR)
    assert refused(lambda: row.save(force_insert=True))
    setattr(row, column, now)
    assert not refused(lambda: row.save(force_insert=True))


@pytest.mark.parametrize("column", ["revision", "permalink", "entry"])
def test_an_edition_is_made_of_its_own_pieces_parts(edition, now, column):
    other = published(at=now)
    crossed = Edition.objects.get(pk=edition.pk)
    crossed.pk, crossed.live_from = None, now + HOUR
    crossed.live_until, crossed.closed_by = now + 2 * HOUR, crossed.entry
    Edition.objects.filter(pk=edition.pk).update(live_until=now + HOUR, closed_by=edition.entry)
    own = getattr(crossed, column)
    setattr(crossed, column, getattr(other, column))
    assert refused(lambda: crossed.save(force_insert=True))
    setattr(crossed, column, own)
    assert not refused(lambda: crossed.save(force_insert=True))


def test_an_edition_cannot_be_ended_in_the_past(edition, clock, now):
    clock(now + HOUR)
    ended = {"live_until": now + HOUR / 2, "closed_by": edition.entry}
    assert refused(lambda: Edition.objects.filter(pk=edition.pk).update(**ended))


def test_an_edition_that_has_ended_stays_ended(edition, clock, now):
    Edition.objects.filter(pk=edition.pk).update(live_until=now + HOUR, closed_by=edition.entry)
    clock(now + 2 * HOUR)
    reopened = {"live_until": None, "closed_by": None}
    assert refused(lambda: Edition.objects.filter(pk=edition.pk).update(**reopened))


def test_an_edition_that_was_called_off_stays_off(desk, now):
    article = ArticleFactory()
    edition = published(article, at=now, live_from=now + HOUR)
    acts.unschedule(article, by=None, at=now)
    assert refused(lambda: Edition.objects.filter(pk=edition.pk).update(live_until=None, closed_by=None))


def test_every_end_of_an_edition_names_its_entry(edition, now):
    assert refused(lambda: Edition.objects.filter(pk=edition.pk).update(live_until=now + HOUR))


def test_an_address_that_was_printed_cannot_be_given_away(edition):
    assert refused(lambda: Permalink.objects.all().delete())


@pytest.mark.parametrize("path", ["/node/12", "/2016/05/night-ferry.html", "/%EA%BD%83/"])
def test_a_path_of_an_earlier_site_can_belong_to_a_piece(edition, path):
    Permalink.objects.create(path=path, article=edition.article)
    assert refused(lambda: Permalink.objects.create(path=path, article=ArticleFactory()))


@pytest.mark.parametrize(
    "path",
    ["", "/", "node/12", "//other.example/x", "/a b", "/a?b=c", "/a#b", "/a\\b", "https://other.example/x"],
)
def test_what_is_no_path_of_this_site_is_no_address_of_a_piece(edition, path):
    assert refused(lambda: Permalink.objects.create(path=path, article=edition.article))


def test_a_person_in_the_ledger_cannot_be_deleted(desk, editor, now):
    published(at=now, by=editor)
    assert refused(lambda: editor.delete())


def test_two_texts_of_one_disclaimer_are_never_in_force_on_one_day(desk):
    disclaimer = Disclaimer.objects.get()
    assert refused(lambda: WordingFactory(disclaimer=disclaimer, in_force_from=dt.date(2020, 1, 1)))
    Wording.objects.update(in_force_until=dt.date(2020, 1, 1))
    WordingFactory(disclaimer=disclaimer, in_force_from=dt.date(2020, 1, 1))
    WordingFactory(disclaimer=disclaimer, language="de")


def test_two_originals_of_different_days_are_refused_and_of_one_day_are_not(desk):
    article = AppearanceFactory(published_on=dt.date(2020, 6, 11)).article
    other = {"article": article, "outlet_name": "Some Gazette"}
    assert refused(lambda: Appearance.objects.create(**other, published_on=dt.date(2020, 6, 12)))
    Appearance.objects.create(**other, relation="also", published_on=dt.date(2020, 6, 12))
    Appearance.objects.create(**other, published_on=dt.date(2020, 6, 11))
    connection.check_constraints()


@pytest.mark.parametrize(
    "facts",
    [
        {"relation": "rerun"},
        {"relation": "forthcoming", "published_on": dt.date(2020, 6, 11)},
        {"planned_on": dt.date(2020, 6, 11)},
        {"precision": "month-day", "published_on": dt.date(2020, 6, 11)},
    ],
)
def test_a_place_that_contradicts_itself_is_refused(desk, facts):
    article = ArticleFactory()
    assert refused(lambda: Appearance.objects.create(article=article, outlet_name="Some Gazette", **facts))


@pytest.mark.parametrize(
    "terms",
    [
        {"mode": "excerpt"},
        {"excerpt_words": 150},
        {"embargo_until": dt.datetime(2030, 1, 1, tzinfo=dt.UTC)},
        {"granted_on": dt.date(2024, 1, 2), "valid_until": dt.date(2024, 1, 1)},
    ],
)
def test_a_permission_that_contradicts_itself_is_refused(desk, terms):
    place = AppearanceFactory(rights=False)
    assert refused(
        lambda: RightsRecord.objects.create(article=place.article, appearance_key=place.key, **terms)
    )


def test_a_notice_is_never_rewritten_nor_deleted(desk, now):
    edition = published(at=now)
    words = acts.NoticeDraft("correction", wrong="It said two.", right="There are three.")
    acts.correct(edition.article, changes={}, notice=words, by=None, at=now)
    notice = Notice.objects.get()
    assert refused(lambda: Notice.objects.filter(pk=notice.pk).update(text="Never mind."))
    assert refused(notice.delete)
    assert refused(
        lambda: Notice.objects.create(
            article=edition.article, entry=notice.entry, kind="correction", issued_on=now
        )
    )


def test_there_is_one_home_institution(desk):
    other = Institution.objects.create(code="other", name="Other")
    assert refused(lambda: Institution.objects.filter(pk=other.pk).update(is_home=True))


def test_only_a_database_made_for_tests_lets_a_session_pin_its_clock(clock, now):
    with connection.cursor() as cursor:
        cursor.execute("SELECT desk_now(), pg_get_functiondef('desk_now()'::regprocedure)")
        pinned, function = cursor.fetchone()
    assert pinned == now
    known = connection.get_connection_params()
    server = {key: known[key] for key in ("host", "port", "user", "password") if known.get(key)}
    name = f"thinktank_desk_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(dbname="postgres", autocommit=True, **server) as maintenance:
        maintenance.execute(f"CREATE DATABASE {name} TEMPLATE template0")
        try:
            with psycopg.connect(dbname=name, **server) as desk:
                desk.execute(function)
                desk.execute("SELECT set_config('desk.now', '2001-01-01', false)")
                assert desk.execute("SELECT desk_now() = transaction_timestamp()").fetchone() == (True,)
        finally:
            maintenance.execute(f"DROP DATABASE {name} WITH (FORCE)")
