"""The form of one old address, held to the same rules as a line of a file."""

from typing import Any

from django import forms

from desk.old_addresses.checks import GONE, WrittenLine, check
from website.models.old_address import OldAddress


class OldAddressForm(forms.ModelForm):  # type: ignore[type-arg]
    """An old address; the path of a piece is kept as the piece, so that it follows it."""

    class Meta:
        model = OldAddress
        fields = ("path", "piece", "address", "is_gone")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        chosen = [name for name in ("piece", "address", "is_gone") if cleaned.get(name)]
        if len(chosen) != 1 or not cleaned.get("path") or self.errors:
            return cleaned  # the record says what is missing
        new = {"piece": "", "is_gone": GONE, "address": cleaned["address"]}[chosen[0]]
        line = WrittenLine(0, cleaned["path"], new or f"urn:uuid:{cleaned['piece'].uuid}")
        (row,) = check([line])
        if row.problem:
            self.add_error("path" if row.column == "old" else chosen[0], row.problem)
        elif row.piece and chosen[0] == "address":
            cleaned["address"], self.instance.piece_id = "", row.piece
            cleaned["piece"] = self.fields["piece"].queryset.get(pk=row.piece)  # type: ignore[attr-defined]
        elif row.address:
            cleaned["address"] = row.address
        return cleaned
