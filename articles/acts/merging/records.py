"""Acts that merge two records of a kind into one, and take them apart again within a day.

Nothing is rewritten: editions and versions go on naming the record that they name, and whoever reads them takes the one
that it was merged into (`merged_into`). Posts, permissions and what else the kept record lacks go along, and come back
with the undo. So undoing it leaves no trace on any page.
"""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import IntegrityError, connection, models, transaction

from articles.acts.errors import ActRefused
from articles.acts.ledger import Actor
from articles.acts.merging import belongings
from articles.models.grouping.series import Series
from articles.models.merge import RecordMerge
from articles.models.topic import Topic
from authors.models import Author
from disclaimers.lineage import is_limited, open_to
from disclaimers.models import Disclaimer, Institution, Kind, Licence
from outlets.models import Outlet

NOUNS: dict[str, type[models.Model]] = {
    RecordMerge.Noun.TOPIC: Topic,
    RecordMerge.Noun.PERSON: Author,
    RecordMerge.Noun.OUTLET: Outlet,
    RecordMerge.Noun.KIND: Kind,
    RecordMerge.Noun.LICENCE: Licence,
    RecordMerge.Noun.DISCLAIMER: Disclaimer,
    RecordMerge.Noun.INSTITUTION: Institution,
    RecordMerge.Noun.SERIES: Series,
}
Record = Topic | Series | Author | Outlet | Kind | Licence | Disclaimer | Institution


def noun_of(model: type[models.Model]) -> str:
    """The name under which a model's records are merged."""
    return next(noun for noun, merged in NOUNS.items() if issubclass(model, merged))


@transaction.atomic
def merge(gone: Record, kept: Record, *, by: Actor, at: dt.datetime) -> RecordMerge:
    """Let one record stand for two. Raises ActRefused with a sentence if they cannot be one."""
    noun = noun_of(type(gone))
    _demand_permission(type(gone), by)
    _lock(type(gone), gone.pk, kept.pk)
    for record in (gone, kept):
        record.refresh_from_db()
    for record in (gone, kept):
        _demand_house(record, by)
    if sentence := hindrance(gone, kept):
        raise ActRefused(sentence)
    with _one_of_each():
        moved = belongings.move(gone, kept)
    merged = RecordMerge.objects.create(noun=noun, gone=gone.pk, kept=kept.pk, by=by, at=at, moved=moved)
    _point_to_roots(noun)
    return merged


@transaction.atomic
def undo_merge(merged: RecordMerge, *, by: Actor, at: dt.datetime) -> None:
    """Take two records apart again. Raises ActRefused after a day."""
    model = NOUNS[merged.noun]
    _demand_permission(model, by)
    _lock(model, merged.gone, merged.kept)
    merged.refresh_from_db()
    if merged.undone_at:
        raise ActRefused("The two have been taken apart already.")
    if not merged.may_be_undone(at):
        raise ActRefused("Merging can be undone for a day. That day is over.")
    gone = model._default_manager.select_related("merged_into").get(pk=merged.gone)
    root = gone.merged_into  # type: ignore[attr-defined]  # the kept one, or what that was merged into since
    _demand_house(root, by)
    with _one_of_each():
        belongings.give_back(merged.moved, gone, root)
    merged.undone_at, merged.undone_by = at, by
    merged.save(update_fields=["undone_at", "undone_by"])
    _point_to_roots(merged.noun)


def _demand_permission(model: type[models.Model], by: Actor) -> None:
    meta = model._meta
    if by is not None and not by.has_perm(f"{meta.app_label}.change_{meta.model_name}"):
        raise ActRefused(f"You may not merge {meta.verbose_name_plural}.")
    if by is not None and issubclass(model, Kind | Licence) and is_limited(by):
        raise ActRefused(
            f"This account works for some institutions only, and all of them share the {meta.verbose_name_plural}."
        )


def _demand_house(record: Record, by: Actor) -> None:
    if by is None or not isinstance(record, Disclaimer | Institution):
        return
    house = record if isinstance(record, Institution) else record.institution
    if not open_to(by).filter(pk=house.pk).exists():
        raise ActRefused(f"This account does not work for {house}.")


@contextmanager
def _one_of_each() -> Iterator[None]:
    """Refuse what would give a record two rows where it may have one, such as two names on a day."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            yield
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # while there is a sentence for what breaks them
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    except IntegrityError as error:
        raise ActRefused(
            "One of the two has been given something since that the other has for the same days: look at both pages."
        ) from error


def _lock(model: type[models.Model], *keys: int) -> None:
    """Lock the records in the order of their keys, so that two merges of the same ones wait for each other."""
    list(model._default_manager.select_for_update(of=("self",)).filter(pk__in=keys).order_by("pk"))


def hindrance(gone: Record, kept: Record) -> str:
    """The sentence that says why the two cannot be one; "" if they can."""
    if gone.pk == kept.pk:
        return "These are one and the same already."
    for record in (gone, kept):
        if record.merged_into_id:
            return f"“{record}” is merged into another already."
    if isinstance(gone, Author) and isinstance(kept, Author):
        if gone.form != kept.form:
            return "One of them is a person and the other a body."
        if gone.user_id:
            return f"An account belongs to “{gone}”. Keep this record and merge the other into it."
    if isinstance(gone, Disclaimer) and isinstance(kept, Disclaimer):
        if gone.institution_id != kept.institution_id:
            return f"One of them is of {gone.institution}, the other of {kept.institution}."
        if gone.scope != kept.scope:
            return "One of them follows from an institution, the other from an author’s employment."
    if isinstance(gone, Institution) and isinstance(kept, Institution):
        return _hindrance_of_houses(gone, kept)
    return ""


def _hindrance_of_houses(gone: Institution, kept: Institution) -> str:
    if gone.is_home:
        return f"“{gone}” is this site’s own institution. Keep this record and merge the other into it."
    if gone in kept.lineage():
        return f"“{kept}” stands below “{gone}”: merge it the other way round, or choose another parent for it first."
    return belongings.contradiction(gone, kept)


def _point_to_roots(noun: str) -> None:
    """Let every merged record name the one that stands for it: K is merged into L, so what was merged into K is too."""
    parents = dict(RecordMerge.objects.filter(noun=noun, undone_at=None).values_list("gone", "kept"))
    rows = NOUNS[noun]._default_manager
    rows.filter(merged_into__isnull=False).exclude(pk__in=parents).update(merged_into=None)
    roots = {gone: _root(gone, parents) for gone in parents}
    # Those nearest to their root first: a record is never merged into one that is merged itself.
    for gone in sorted(parents, key=lambda gone: parents[gone] != roots[gone]):
        rows.filter(pk=gone).exclude(merged_into=roots[gone]).update(merged_into=roots[gone])
        rows.filter(pk=gone, merged_into=None).update(merged_into=roots[gone])


def _root(key: int, parents: dict[int, int]) -> int:
    while key in parents:
        key = parents[key]
    return key
