"""Admin of people, outlets and disclaimer texts, extended by the desk, which knows the pages they are printed on."""

import datetime as dt
from contextlib import AbstractContextManager
from typing import Any

from django.http import HttpRequest

from articles import acts
from articles.models.edition import Edition
from authors.admin import AppointmentAdmin, AuthorAdmin
from authors.models import AuthorName
from desk.merging.admin import MergedByActs
from desk.pictures.on_profiles import LogoInline, WithLogo, WithPortrait
from desk.printed_records.admin import PrintedRecordAdmin
from desk.printed_records.changes import print_scheduled_again
from desk.updates.old_texts import (
    pages_in_a_gap,
    pages_that_keep,
    question_about_a_gap,
    question_before_the_end,
    say_which_keep_the_old_text,
)
from desk.updates.policies import WithPolicies
from desk.updates.wording_slip import slip_label, wording_slip
from disclaimers.admin.disclaimer import DisclaimerAdmin, WordingForm, WordingInline
from disclaimers.admin.institution import InstitutionAdmin
from disclaimers.admin.kind import KindAdmin, KindLabelInline, KindLabels, UsualLicenceInline
from disclaimers.admin.licence import LicenceAdmin
from disclaimers.admin.style import HouseStyleAdmin
from disclaimers.admin.wording import WordingAdmin, WordingPage
from disclaimers.models import InstitutionName, KindLabel, Wording
from disclaimers.new_text import PageWithText
from outlets.admin import OutletAdmin
from outlets.models import FormerName, OutletName


class PrintedAuthorAdmin(PrintedRecordAdmin, MergedByActs, WithPortrait, AuthorAdmin):
    """People, whose names are printed on pages."""

    printed_fields = frozenset(
        ("display_name", "name_language", "native_name", "native_language", "courtesy", "rank", "suffix")
    )
    printed_rows = (AuthorName,)


class PrintedAppointmentAdmin(PrintedRecordAdmin, AppointmentAdmin):
    """Posts, whose words are printed with bylines and bios."""


class PrintedOutletAdmin(PrintedRecordAdmin, MergedByActs, WithLogo, OutletAdmin):
    """Outlets, whose names are printed on pages."""

    printed_fields = frozenset(
        (
            "name", "article", "article_rule", "name_language", "native_name", "language", "descriptor", "gloss",
            "is_italic", "type",
        )
    )  # fmt: skip
    printed_rows = (FormerName, OutletName)
    inlines = [LogoInline, *OutletAdmin.inlines]


class PrintedWordingForm(WordingForm):
    """A text that pages carry: an end before the day of a page that carries it is asked about.

    So is a new text for days of pages that carry none.
    """

    def is_printed(self) -> bool:
        return self.instance.pk is not None and Edition.objects.saying(self.instance.pk).exists()

    def clean(self) -> dict[str, Any] | None:
        values = super().clean()
        end = self.cleaned_data.get("in_force_until")
        if end and self.instance.pk and "in_force_until" in self.changed_data:
            name = self.add_prefix("pages_seen")
            pages = pages_that_keep(self.instance, end) if self.data.get(name) != end.isoformat() else []
            if pages:
                self.add_error("in_force_until", question_before_the_end(pages, end, name))
        return values

    def _post_clean(self) -> None:
        """Ask once the record has the typed values, and only where nothing else is wrong with it."""
        super()._post_clean()  # type: ignore[misc]  # Django's stubs leave it out
        text = self.instance
        is_of_one = getattr(text, "disclaimer", None) is not None  # that may be typed in the same form
        if text.pk or self.errors or not self.has_changed() or not is_of_one:
            return
        name, since = self.add_prefix("gap_seen"), text.in_force_from
        answer = since.isoformat() if since else "always"
        if self.data.get(name) != answer and (pages := pages_in_a_gap(text)):
            self.add_error("in_force_from", question_about_a_gap(pages, name, answer))


class PrintedWordingInline(WordingInline):
    form = PrintedWordingForm


class PrintedDisclaimerAdmin(PrintedRecordAdmin, MergedByActs, DisclaimerAdmin):
    """Disclaimers, with texts that are fixed once they are printed."""

    inlines = [PrintedWordingInline]


class PrintedKindLabels(KindLabels):
    def is_printed(self, label: KindLabel) -> bool:
        return Edition.objects.labelled(label.kind_id, [label.label]).exists()


class PrintedKindLabelInline(KindLabelInline):
    formset = PrintedKindLabels


class PrintedKindAdmin(PrintedRecordAdmin, MergedByActs, KindAdmin):
    """Content types, whose labels are printed on pages: one that readers have had is not deleted from its rows."""

    printed_fields = frozenset(("label",))
    printed_rows = (KindLabel,)
    inlines = [PrintedKindLabelInline, UsualLicenceInline]


class PrintedWordingAdmin(PrintedRecordAdmin, WordingAdmin):
    """Texts of disclaimers: a slip in a printed one is put right on a page of its own."""

    form = PrintedWordingForm

    def pages_that_keep(self, wording: Wording, since: dt.date) -> list[PageWithText]:
        return pages_that_keep(wording, since)

    def in_one_step(self) -> AbstractContextManager[None]:
        return acts.changing_records()

    def after_new_text(self, request: HttpRequest, old: Wording, new: Wording) -> None:
        print_scheduled_again(request, new)
        say_which_keep_the_old_text(request, old, new)

    pages = (*WordingAdmin.pages, WordingPage("slip", wording_slip, slip_label))


class PrintedInstitutionAdmin(PrintedRecordAdmin, MergedByActs, WithLogo, WithPolicies, InstitutionAdmin):
    """Institutions, whose names and terms are printed on pages."""

    printed_fields = frozenset(("name", "short_name", "copyright_holder"))
    printed_rows = (InstitutionName,)
    inlines = [LogoInline, *InstitutionAdmin.inlines]


class PrintedStyleAdmin(PrintedRecordAdmin, HouseStyleAdmin):
    """House styles, whose words are printed on pages."""


class PrintedLicenceAdmin(PrintedRecordAdmin, MergedByActs, LicenceAdmin):
    """Licences, whose names and addresses are printed on pages."""

    printed_fields = frozenset(("name", "version", "url"))
