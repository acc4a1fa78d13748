"""Correction of a slip in a published text: the only way such a text changes, always recorded."""

import datetime as dt

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction

from disclaimers.models import Wording, WordingCorrection


@transaction.atomic
def correct_slip(
    wording: Wording, *, text: str, reason: str, by: User | None, at: dt.datetime
) -> WordingCorrection:
    """Change the text and record the old one; `at` is an aware datetime.

    Pages keep the old text until they are re-issued. Raises ValidationError for "text" or "reason", and then changes
    nothing.
    """
    row = Wording.objects.select_for_update(of=("self",)).select_related("disclaimer").get(pk=wording.pk)
    before, row.text = row.text, text
    row.full_clean(exclude={field.name for field in Wording._meta.fields} - {"text"})
    if row.text == before:
        raise ValidationError({"text": "This is the text as it stands: change what is wrong in it."})
    reason = reason.strip()
    if not reason:
        raise ValidationError({"reason": "Say what the slip was: the reason is kept with both texts."})
    correction = WordingCorrection.objects.create(
        wording=row, old_text=before, new_text=row.text, reason=reason, by=by, at=at
    )
    row.save(update_fields=["text"])  # the database allows it because the correction is on record
    return correction
