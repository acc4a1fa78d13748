"""FormerSlug: a slug that a record had, so that its old address leads on for good. Of any table that has slugs.

`prose` knows no app: a record is named by its table and its key, and a trigger on that table writes the rows.
"""

from collections.abc import Callable, Iterable
from typing import Any

import pgtrigger
from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

MOST_SLUG_CHARS = 100


class FormerSlug(models.Model):
    """A slug that a record had until an instant. No other record of its table gets it."""

    table = models.CharField(max_length=63)
    slug = models.CharField(max_length=MOST_SLUG_CHARS)
    record = models.PositiveBigIntegerField()
    until = models.DateTimeField()

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["table", "slug"], name="a_former_slug_is_of_one_record")
        ]
        indexes = [models.Index(fields=["table", "record"], name="former_slugs_of_a_record")]

    def __str__(self) -> str:
        return self.slug


def keeps_former_slugs(table: str) -> pgtrigger.Trigger:
    """A trigger for a table with slugs: a changed one is kept as a former one, and a former one stays its record's."""
    return pgtrigger.Trigger(
        name=f"{table}_keeps_former_slugs",
        operation=pgtrigger.Insert | pgtrigger.UpdateOf("slug"),
        when=pgtrigger.Before,
        func=f"""
        -- Who takes a slug waits for who is giving it up.
        PERFORM pg_advisory_xact_lock(hashtext('{table}/' || NEW.slug));
        IF EXISTS (SELECT FROM prose_formerslug f
                   WHERE f."table" = '{table}' AND f.slug = NEW.slug AND f.record <> NEW.id) THEN
            RAISE EXCEPTION 'This slug was that of another record, and its address leads there.'
                USING ERRCODE = 'unique_violation', CONSTRAINT = '{table}_keeps_former_slugs';
        END IF;
        IF TG_OP = 'UPDATE' AND OLD.slug IS DISTINCT FROM NEW.slug THEN
            PERFORM pg_advisory_xact_lock(hashtext('{table}/' || OLD.slug));
            INSERT INTO prose_formerslug ("table", slug, record, until)
            VALUES ('{table}', OLD.slug, OLD.id, desk_now())
            ON CONFLICT ("table", slug) DO UPDATE SET until = excluded.until;
        END IF;
        RETURN NEW;
        """,  # noqa: S608 - names of our own tables
    )


def with_slug(model: type[models.Model], slugs: Iterable[str]) -> Q:
    """Records of a model that have, or had, one of these slugs."""
    slugs = list(slugs)
    return Q(slug__in=slugs) | Q(pk__in=_former(model).filter(slug__in=slugs).values("record"))


def keys_by_slug(model: type[models.Model]) -> "models.QuerySet[Any, tuple[str, int]]":
    """Pairs of each slug that a record has, or had, and the key of the record, or of that into which it was merged."""
    records, today = model._default_manager.order_by(), Coalesce("merged_into", "pk")
    record = records.filter(pk=OuterRef("record")).values(key=today)
    before = _former(model).order_by().values_list("slug", Subquery(record))
    return records.values_list("slug", today).union(before)


def lasting_slug(model: type[models.Model]) -> Coalesce:
    """SQL for the first slug that a record had: it stays when the slug changes, and names the record in versions."""
    first = _former(model).filter(record=OuterRef("pk")).order_by("pk").values("slug")[:1]
    return Coalesce(Subquery(first), F("slug"), output_field=models.CharField())


def slugs_now(
    model: type[models.Model], records: "models.QuerySet[Any]", slugs: Iterable[str], name: str
) -> list[tuple[str, str, str]]:
    """Each of these slugs that one of the records has or had, with its slug now and the value of its field `name`."""
    slugs = list(slugs)
    rows = {
        key: (slug, word)
        for key, slug, word in records.filter(with_slug(model, slugs)).values_list("pk", "slug", name)
    }
    former = _former(model).filter(slug__in=slugs, record__in=rows).values_list("slug", "record")
    keys = dict(former) | {slug: key for key, (slug, _) in rows.items() if slug in slugs}
    return [(slug, *rows[key]) for slug, key in keys.items()]


def was_slug(model: type[models.Model], slug: str) -> bool:
    """True if a record of the model had this slug and has another one now, or again this one."""
    return _former(model).filter(slug=slug).exists()


def is_slug_taken(model: type[models.Model], but: int | None = None) -> Callable[[str], bool]:
    """A test of a slug: whether a record of the model has or had it. `but`: the key of one that may have it."""

    def is_taken(slug: str) -> bool:
        others = model._default_manager.exclude(pk=but).filter(slug=slug)
        former = _former(model).filter(slug=slug)
        return others.exists() or (former if but is None else former.exclude(record=but)).exists()

    return is_taken


def _former(model: type[models.Model]) -> "models.QuerySet[FormerSlug]":
    return FormerSlug.objects.filter(table=model._meta.db_table)
