"""Rows of pictures on the confirmation page: the form of each, beside the picture."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib.auth.models import User

from desk.new_from_a_text.pictures import CarriedPicture, address_of, known_pictures
from pictures.models import Picture

_MAY_NOT = "Your account may not add pictures to the library."


@dataclass(frozen=True)
class PictureRow:
    """A picture with its form. `same`: the picture of the library with this very file, which is used instead."""

    form: forms.Form
    picture: CarriedPicture
    address: str
    same: Picture | None

    @property
    def is_kept(self) -> bool:
        return not self.form.cleaned_data["leave_out"]


def rows_of_pictures(
    formset: Any, text: str, carried: Sequence[dict[str, Any]], user: User
) -> list[PictureRow]:
    """The rows, in the order of the text."""
    pictures = [CarriedPicture(**values) for values in carried]
    known = known_pictures(pictures, user) if pictures else {}
    rows = []
    for form, picture in zip(formset.forms, pictures, strict=False):
        same = known.get(picture.digest)
        if same:
            del form.fields["credit"]  # it has one, or is asked for it on its own page
        elif not user.has_perm("pictures.add_picture"):
            form.fields["leave_out"].disabled = form.fields["leave_out"].initial = True
            form.fields["leave_out"].help_text = _MAY_NOT
        rows.append(PictureRow(form, picture, address_of(text, picture.number), same))
    return rows
