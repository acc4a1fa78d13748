"""Form behind "Update published page": each reason with the sentences that it would change."""

import datetime as dt
from functools import cached_property
from typing import Any

from django import forms
from django.contrib.auth.models import User
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from articles import acts
from articles.acts.reissuing import Renewal, renewals
from articles.models.edition import Edition
from articles.models.revision import Revision
from articles.renewed import Renewed
from articles.timeline import Timeline
from desk.acts.unpublish import UnpublishForm
from desk.renewed_words import in_words
from prose.quotation_marks import in_quotes

_NOTHING = (
    "Every sentence of this page stands as today’s records have it: printing it again would change none."
)


class ReissueForm(UnpublishForm):
    """One box for each reason that would change a sentence of the page, with the sentences that it would change."""

    confirm = "Print it again now"
    has_preview = True
    renewed = forms.MultipleChoiceField(
        label="Brought up to date",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose what is brought up to date: nothing else changes on the page."},
    )

    field_order = ("version", "renewed", "reason")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.offers and not self.standing.current:
            del self.fields["renewed"]
            return
        field: Any = self.fields["renewed"]
        field.choices = [(each.code, _label(each)) for each in self.offers]
        if not self.offers:
            field.help_text = _NOTHING
        elif len(self.offers) == 1:
            field.initial = [self.offers[0].code]

    @cached_property
    def offers(self) -> list[Renewal]:
        edition = self.standing.current or self.standing.coming
        return renewals(edition, at=self.standing.at) if edition else []

    @classmethod
    def subject(cls, standing: Timeline, newest: Revision | None) -> Revision | None:
        """The live version, or the scheduled one of a piece that is not live."""
        edition = standing.current or standing.coming
        return edition.revision if edition else None

    def proof_options(self) -> dict[str, Any]:
        coming = None if self.standing.current else self.standing.coming
        chosen = {"renewed": Renewed(frozenset(self._chosen())), "is_material": False}
        return {**chosen, **({"live_from": coming.live_from} if coming else {})}

    readable_options = proof_options  # boxes that are not among those offered are left out

    def _chosen(self) -> list[str]:
        """The codes of the boxes that are ticked."""
        ticked = self["renewed"].value() or [] if "renewed" in self.fields else []
        return [each.code for each in self.offers if each.code in ticked]

    def call(self, revision: Revision, *, by: User, at: dt.datetime) -> str:
        renewed = Renewed(frozenset(self.cleaned_data.get("renewed", ())))
        edition: Edition = acts.reissue(
            self.article, renewed=renewed, by=by, at=at, reason=self.cleaned_data["reason"]
        )
        hour = self.hour(edition.live_from)
        if edition.live_from > at:
            return f"{in_quotes(edition.headline)} has been printed again: it goes to readers on {hour}, as before."
        return f"{in_quotes(edition.headline)} has been printed again: readers have had the new page since {hour}."


def _label(renewal: Renewal) -> SafeString:
    """ "Names of people (“Ida Harbour”)", and each sentence before and after."""
    words = in_words(renewal.renewed)
    changes = format_html_join("", "<br> {}", ((change.in_words,) for change in renewal.changes))
    return format_html('{}<span class="quiet">{}</span>', words[:1].upper() + words[1:], changes)
