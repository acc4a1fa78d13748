"""The lists in which records are picked by typing: their empty choice, and what is sent in place of a key."""

from typing import Any

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.test import Client

from articles.models.rights import Reprint
from prose.forms.pickers import Picker

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


def test_the_choice_of_no_record_is_labelled_as_html_asks_and_empty_for_scripts() -> None:
    picker = Picker(Reprint._meta.get_field("article"), admin.site)
    assert '<option value="" label="---------"></option>' in picker.render("only_for", None)
