"""The table of a manuscript's fields: complete, of the models' kinds, and never another hash for a stored version."""

import json
from collections import Counter
from pathlib import Path

import pytest
from django.db import models

from articles.manuscript_fields import FIELDS, ROWS, ManuscriptField, every_field
from articles.models import Article, Revision
from articles.snapshot import content_hash, content_of
from prose.fields import LineField, PlainField, ProseField

STORED = json.loads((Path(__file__).parent / "snapshots" / "schema-2.json").read_text(encoding="utf-8"))
STORED_HASH = "75908352994645ebc5daeab2a1a40154a42aa19c7133bc9761d0dc8605c17cac"
TABLES = [(Article, FIELDS), *((rows.model, rows.fields) for rows in ROWS)]
NOT_CONTENT = {"id", "uuid", "article", "order"}


def test_a_stored_version_keeps_its_hash():
    assert content_hash(STORED) == STORED_HASH
    assert content_hash(content_of(Revision(content=STORED))) == STORED_HASH


def test_a_stored_version_keeps_its_members():
    content = content_of(Revision(content=STORED))
    assert {name: content[name] for name in STORED if name not in {rows.name for rows in ROWS}} == {
        name: value for name, value in STORED.items() if not isinstance(value, list) or name == "topics"
    }
    for rows in ROWS:
        for row, stored in zip(content[rows.name], STORED.get(rows.name, ()), strict=True):
            assert stored.items() <= row.items()


@pytest.mark.parametrize(("model", "fields"), TABLES)
def test_every_column_is_in_the_table_once(model, fields):
    columns = [field.name for field in model._meta.concrete_fields if field.name not in NOT_CONTENT]
    assert sorted(field.name for field in fields if field.kind != "topics") == sorted(columns)


@pytest.mark.parametrize(
    ("model", "field"), [(model, field) for model, fields in TABLES for field in fields], ids=str
)
def test_a_field_is_of_the_kind_of_its_column(model: type[models.Model], field: ManuscriptField):
    assert field.kind == kind_of(model._meta.get_field(field.name))


def kind_of(column: models.Field) -> str:
    if column.choices:
        return "choice"
    kinds = {
        models.ForeignKey: "reference", models.BooleanField: "flag",
        models.DateField: "date", models.IntegerField: "number", models.UUIDField: "row key",
        models.JSONField: "people",
        ProseField: "prose", PlainField: "paragraphs", LineField: "line", models.CharField: "line",
    }  # fmt: skip
    if column.many_to_many:
        return "topics"
    return next(kind for cls, kind in kinds.items() if isinstance(column, cls))


@pytest.mark.parametrize(("model", "fields"), TABLES)
def test_an_empty_value_is_one_that_the_column_takes(model, fields):
    for field in fields:
        column = model._meta.get_field(field.name)
        is_required = field.name in ("kind", "institution", "key", "document")
        assert (field.empty is None) == (column.null and not column.many_to_many) or is_required, field.name
        assert not field.default or field.default == column.default, field.name


def test_a_default_is_known_by_its_member_alone():
    members = Counter(field.key for field in every_field())
    assert all(members[field.key] == 1 for field in every_field() if field.default)
