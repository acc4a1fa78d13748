"""Pages that say how an institution works: the desk says if there is none at the address that was written."""

import re
from typing import Any

from django.contrib import admin, messages
from django.http import HttpRequest

from disclaimers.models import Institution
from disclaimers.models.institution import POLICIES
from prose.quotation_marks import in_quotes
from reading.addresses.standing import final_path

_BEHIND_PATH = re.compile("[?#].*")


class WithPolicies(admin.ModelAdmin):  # type: ignore[type-arg]
    """Names, after a save, the pages of this site that readers do not have yet. It refuses none: one may be coming."""

    def save_model(self, request: HttpRequest, obj: Institution, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        for name in POLICIES:
            address = getattr(obj, name)
            is_here = name in form.changed_data and address.startswith("/")
            if is_here and not final_path(_BEHIND_PATH.sub("", address)):
                label = str(Institution._meta.get_field(name).verbose_name).capitalize()  # type: ignore[union-attr]
                messages.warning(
                    request,
                    f"{label}: readers have no page at {in_quotes(address)}. Until they do, the link leads nowhere.",
                )
