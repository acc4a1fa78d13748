"""What houses said in columns before there were phrases comes over, and goes back."""

import importlib

import pytest
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from tests.factories import InstitutionFactory

pytestmark = pytest.mark.django_db
BETWEEN = ("disclaimers", "0003_columns_become_phrases")
moving = importlib.import_module(".".join((BETWEEN[0], "migrations", BETWEEN[1])))


@pytest.fixture
def old():
    """The models as they were while styles still had their columns, on tables that have them again."""
    loader = MigrationLoader(connection)
    state = loader.project_state(BETWEEN)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    with connection.schema_editor() as editor:
        dropped = loader.get_migration("disclaimers", "0004_styles_hold_choices_only")
        dropped.unapply(state.clone(), editor)
    return state.apps


def style(old, **columns):
    house = InstitutionFactory().pk  # a table of today: what came later is filled in
    return old.get_model("disclaimers", "HouseStyle").objects.create(institution_id=house, **columns)


def said(old):
    return {row.position: row.text for row in old.get_model("disclaimers", "Phrase").objects.all()}


def test_only_what_a_house_had_changed_becomes_a_phrase(old):
    style(old, language="de", and_word="und", byline="", source_line="Quelle: {outlet}")
    moving.to_phrases(old, None)
    assert said(old) == {"and_word": "und", "byline": "-", "source_line": "Quelle: {outlet}"}


def test_going_back_gives_every_column_what_it_held(old):
    columns = {"and_word": "und", "byline": "", "reservation": "Alle Rechte bei uns."}
    row = style(old, language="de", **columns)
    moving.to_phrases(old, None)
    type(row).objects.update(**moving.OLD)
    moving.to_columns(old, None)
    row.refresh_from_db()
    assert {name: getattr(row, name) for name in moving.OLD} == moving.OLD | columns


def test_words_at_a_position_that_was_no_column_do_not_stand_in_the_way_of_going_back(old):
    row = style(old)
    old.get_model("disclaimers", "Phrase").objects.create(
        style=row, position="credit", text="Words by {names}"
    )
    moving.to_columns(old, None)
    row.refresh_from_db()
    assert row.and_word == "and"
