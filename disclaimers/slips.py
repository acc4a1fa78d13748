"""Putting a slip right in a text that readers have had: the one way such a text changes, and always on record."""

import datetime as dt

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction

from disclaimers.models import Wording, WordingCorrection


@transaction.atomic
def correct_slip(
    wording: Wording, *, text: str, reason: str, by: User | None, at: dt.datetime
) -> WordingCorrection:
    """Give a text its correct words and record what it said before; `at` is aware.

    Pages keep the words they were printed with until they are re-issued. Raises ValidationError, with its sentences
    at "text" or "reason", and then changes nothing.
    """
    row = Wording.objects.select_for_update(of=("self",)).select_related("disclaimer").get(pk=wording.pk)
    before, row.text = row.text, text
    row.full_clean(exclude={field.name for field in Wording._meta.fields} - {"text"})
    if row.text == before:
        raise ValidationError({"text": "This is the text as it stands: change what is wrong in it."})
    reason = reason.strip()
    if not reason:
        raise ValidationError({"reason": "Say what the slip was: the reason is kept with both texts."})
    row.save(update_fields=["text"])
    return WordingCorrection.objects.create(
        wording=row, old_text=before, new_text=row.text, reason=reason, by=by, at=at
    )
