"""A form in which an editor types, as a browser without scripts opens and sends it."""

from dataclasses import dataclass
from typing import Any

from django.test import Client
from lxml import html

from tests.desk.pages import Fields, text_of

CARRIED = "_typed"


@dataclass(frozen=True)
class TypedForm:
    """One form: its address, and one of its fields with the words typed in it."""

    address: str
    field: str
    words: str = "Words & <b>marks</b> “typed” \\ here"

    def filled(self, client: Client) -> Fields:
        """What a browser sends, with a fresh CSRF token among it."""
        opened = client.get(self.address)
        assert opened.status_code == 200, text_of(opened)
        return {**self.fields_of(opened), self.field: [self.words]}

    def value_in(self, response: Any) -> str:
        """What stands in the field on a page."""
        return str(self.fields_of(response)[self.field][0])

    def fields_of(self, response: Any) -> Fields:
        """What a browser would send from the form on this page."""
        page = html.fromstring(response.content.decode())
        [form] = page.xpath("//form[.//*[@name=$name]]", name=self.field)
        fields: Fields = {}
        for name, value in form.form_values():
            fields.setdefault(name, []).append(value.removeprefix("\n"))
        return {name: values for name, values in fields.items() if "__prefix__" not in name}


def carried(response: Any) -> Fields:
    """The hidden field of a page that takes along what was typed."""
    [field] = html.fromstring(response.content.decode()).xpath("//input[@name=$name]", name=CARRIED)
    return {CARRIED: field.get("value")}
