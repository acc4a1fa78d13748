"""What is sent in place of a record's key."""

from typing import Any

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.test import Client

PICKED = [
    (model, name)
    for model, page in sorted(admin.site._registry.items(), key=lambda pair: pair[0].__name__)
    for name in page.autocomplete_fields
]


@pytest.mark.long
@pytest.mark.parametrize("sent", ["a\x00b", "x", "9" * 5000, str(2**64)])
def test_what_is_no_key_is_refused_at_its_field_wherever_records_are_picked(
    administrator: User, sent: Any
) -> None:
    client = Client()
    client.force_login(administrator)
    for model, name in PICKED:
        address = f"/admin/{model._meta.app_label}/{model._meta.model_name}/add/"
        answer = client.post(address, {name: sent})
        assert answer.status_code == 200, address
        assert name in answer.context_data["adminform"].form.errors, address
