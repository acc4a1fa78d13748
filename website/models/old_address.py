"""OldAddress: an address of an earlier site, and where it leads now."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any, Self

import pgtrigger
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Func, OuterRef, Q, Subquery, Value

from articles.models.edition import Edition
from articles.models.press import raises_the_press
from website.old_paths import MOST_CHARS, MOST_NEW_CHARS, NewAddressField, OldPathField

ONE_THING = "Choose a piece, or write an address, or say that it is gone: one of the three."
ONE_STEP = "An old address leads on in one step: one of the two is an old address itself."


def _without_query(name: str) -> Func:
    return Func(F(name), Value("?"), Value(1), function="split_part", output_field=models.TextField())


def _as_old_path(name: str) -> Func:
    """SQL for a new path in the form in which old ones are kept. Paths of this site are ASCII."""
    bare = Func(F(name), Value("[?#].*$"), Value(""), function="regexp_replace")
    return Func(bare, template="rtrim(lower(%(expressions)s), '/')", output_field=models.TextField())


def _one_step() -> pgtrigger.Trigger:
    """A trigger by which no old address leads to another: so there are no chains and no circles."""
    return pgtrigger.Trigger(
        name="old_addresses_lead_on_in_one_step",
        level=pgtrigger.Statement,  # each row by itself would take minutes for a file of thousands
        operation=pgtrigger.Insert | pgtrigger.Update,
        when=pgtrigger.After,
        declare=[("is_chained", "boolean")],
        func=r"""
        -- Two transactions that each add half of a chain wait for each other here.
        PERFORM pg_advisory_xact_lock(hashtext('old_addresses_lead_on_in_one_step'));
        -- Planned anew each time: a plan made for a few rows would compare each of thousands with each.
        EXECUTE $query$
            SELECT EXISTS (
                SELECT FROM website_oldaddress newer JOIN website_oldaddress former
                ON rtrim(lower(regexp_replace(newer.address, '[?#].*$', '')), '/') = split_part(former.path, '?', 1)
            )
        $query$ INTO is_chained;
        IF is_chained THEN
            RAISE EXCEPTION 'An old address leads on in one step.'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'old_addresses_lead_on_in_one_step';
        END IF;
        RETURN NULL;
        """,
    )


class OldAddressQuerySet(models.QuerySet["OldAddress"]):
    def for_request(self, paths: Sequence[str], at: dt.datetime) -> "Mapping[str, Any] | None":
        """The row of the first of these kept paths that is on record; `piece_path`: where readers find its piece.

        That is the address of the newest edition that had begun, and None while readers have had none.
        """
        begun = Edition.objects.ever_live(at).filter(article=OuterRef("piece")).order_by("-live_from")
        rows = self.filter(path__in=paths).values(
            "path", "address", "is_gone", piece_path=Subquery(begun.values("permalink__path")[:1])
        )
        return min(rows, key=lambda row: paths.index(row["path"]), default=None)

    def at_paths(self, paths: Sequence[str]) -> Self:
        """Rows with one of these kept paths, whatever their query."""
        return self.alias(bare=_without_query("path")).filter(bare__in=paths)

    def leading_to(self, paths: Sequence[str]) -> "models.QuerySet[OldAddress, tuple[str, str]]":
        """Those that lead to one of these kept paths, each with that path."""
        rows = self.annotate(bare=_as_old_path("address")).filter(bare__in=paths)
        return rows.values_list("path", "bare")


class OldAddress(models.Model):
    """An address of an earlier site, and where its readers are led. It answers only where no page of this site does."""

    path = OldPathField(
        "old address",
        max_length=MOST_CHARS,
        unique=True,
        error_messages={"unique": "This old address is on record already: change that one."},
        help_text="From its first slash on: /commentary/a-crisis.html or /node?id=5. Capital letters and a slash at "
        "its end make no difference.",
    )
    piece = models.ForeignKey(
        "articles.Article",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="old_addresses",
        verbose_name="leads to the piece",
        help_text="Wherever it stands: also after its own address has changed.",
    )
    address = NewAddressField(
        "or to the address",
        max_length=MOST_NEW_CHARS,
        blank=True,
        help_text="A path of this site, like /topics/ports/, or an address on the web.",
    )
    is_gone = models.BooleanField(
        "or is gone for good", default=False, help_text="Readers and search engines are told so (410)."
    )

    objects = OldAddressQuerySet.as_manager()

    class Meta:
        ordering = ["path"]
        verbose_name = "old address"
        verbose_name_plural = "old addresses"
        indexes = [
            models.Index(_without_query("path"), name="old_addresses_by_path"),
            models.Index(_as_old_path("address"), name="old_addresses_by_new_path"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(path__regex=r"^/[^/?#\s\\][^#\s\\]*$"),
                name="an_old_address_is_a_path",
                violation_error_message="An old address starts with one slash.",
            ),
            models.CheckConstraint(
                # One slash at the start: two would name another host.
                condition=Q(address__regex=r"^(/([^/\\\s][^\\\s]*)?|https?://[^/\s]\S*)?$"),
                name="a_new_address_is_a_path_or_a_page",
                violation_error_message="Write a path of this site, or an address on the web.",
            ),
            models.CheckConstraint(
                condition=Q(Q(piece__isnull=False), Q(address=""), Q(is_gone=False))
                | Q(Q(piece=None), ~Q(address=""), Q(is_gone=False))
                | Q(Q(piece=None), Q(address=""), Q(is_gone=True)),
                name="an_old_address_leads_to_one_thing",
                violation_error_message=ONE_THING,
            ),
        ]
        triggers = [_one_step(), raises_the_press("old_addresses")]

    def __str__(self) -> str:
        return self.path

    def clean(self) -> None:
        if [bool(self.piece_id), bool(self.address), self.is_gone].count(True) != 1:
            raise ValidationError(ONE_THING)
