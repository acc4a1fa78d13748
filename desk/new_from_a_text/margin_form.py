"""The form on a text's tracked changes, beside those of what was recognised in it."""

from django import forms

ACCEPTED, REFUSED, PROPOSALS = "accepted", "refused", "proposals"


class MarginForm(forms.Form):
    """The choice of what becomes of tracked changes; at first they are kept as proposals."""

    changes = forms.ChoiceField(
        label="Tracked changes of the text",
        choices=[
            (PROPOSALS, "Keep them as proposals beside the text, each to be taken or left"),
            (ACCEPTED, "Accept them all"),
            (REFUSED, "Refuse them all"),
        ],
        initial=PROPOSALS,
        required=False,
        widget=forms.RadioSelect,
        help_text="Headline, dek and the other fields above are shown with them accepted.",
    )

    def clean_changes(self) -> str:
        return self.cleaned_data["changes"] or ACCEPTED
