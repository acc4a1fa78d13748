"""Requests that a page leads to: links, frames, feeds, and its forms as a browser would send them unchanged."""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from urllib.parse import urlencode, urljoin, urlsplit

from django.conf import settings
from django.utils.encoding import iri_to_uri
from lxml import etree, html

LINKS = "//a/@href | //iframe/@src | //script[contains(@src, 'i18n')]/@src | //@data-look" + "".join(
    f" | //link[@rel='{rel}']/@href" for rel in ("alternate", "canonical", "license", "next", "prev", "icon")
)
PICKERS = "select[@data-ajax--url]"
"""Django's autocomplete fields."""
Fields = list[tuple[str, str]]
"""Names and values of a form, in the form's order."""


@dataclass(frozen=True)
class Request:
    """A request to an address of this site: path and query, without the host."""

    address: str
    method: str = "GET"
    fields: Fields = field(default_factory=list, compare=False)
    note: str = ""  # distinguishes several POSTs to one address


@dataclass(frozen=True)
class Picker:
    """An autocomplete field of a GET form: the request that searches its rows, and the form's other fields."""

    search: Request
    name: str
    action: str
    fields: Fields


@dataclass
class NextRequests:
    requests: list[Request] = field(default_factory=list)
    pickers: list[Picker] = field(default_factory=list)


def next_requests(address: str, content_type: str, text: str) -> NextRequests:
    """Requests that an answer leads to, in the order of the page."""
    if "html" in content_type:
        return _requests_of_page(address, html.fromstring(text)) if text.strip() else NextRequests()
    if "xml" in content_type:
        tree = etree.fromstring(text.encode())
        elements = tree.xpath("//*[local-name()='link' or local-name()='guid']")
        links = [element.get("href") or element.text or "" for element in elements]
    else:
        links = re.findall(r"https?://\S+", text)
    return NextRequests(_gets(address, links))


def link_addresses(address: str, text: str) -> list[str]:
    """Addresses of this site that the page links to."""
    links = html.fromstring(text).xpath("//a/@href")
    return [target for link in links for target in site_addresses(address, link)]


def filled_form(address: str, text: str, field_name: str, values: dict[str, str], note: str) -> Request:
    """The page's first form that has this field or button, sent with these values.

    Raise LookupError if the page has no such form.
    """
    forms = [form for form in html.fromstring(text).forms if form.xpath(f".//*[@name='{field_name}']")]
    if not forms:
        raise LookupError(f"{address} has no form with a field “{field_name}”.")
    form = forms[0]
    button = {field_name: ""} if field_name.startswith("_") and "_act" not in values else {}
    [action] = site_addresses(address, form.get("action") or address)
    fields = [*_without(_form_fields(form), values), *button.items(), *values.items()]
    return Request(action, "POST", fields, note)


def site_addresses(page: str, link: str) -> Iterator[str]:
    """The link as an address of this site; nothing for a link to another site or to a place on the same page."""
    if link.startswith("#"):
        return
    parts = urlsplit(urljoin(f"{settings.SITE_URL}{page}", link.strip()))
    if f"{parts.scheme}://{parts.netloc}" == settings.SITE_URL:
        yield iri_to_uri(f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/")


def with_choice(picker: Picker, key: str) -> Request:
    """The picker's form sent with the row of this primary key chosen."""
    fields = [*_without(picker.fields, [picker.name]), (picker.name, key)]
    return Request(_with_query(picker.action, fields))


def _requests_of_page(address: str, page: html.HtmlElement) -> NextRequests:
    result = NextRequests(_gets(address, page.xpath(LINKS)))
    result.requests += [
        search for select in page.xpath(f"//{PICKERS}") for search in _searches(address, select)
    ]
    for form in page.forms:
        fields = _form_fields(form)
        if form.method == "GET":
            [action] = site_addresses(address, form.get("action") or urlsplit(address).path)
            result.requests += [Request(action), Request(_with_query(action, fields))]
            for select in form.xpath(f".//{PICKERS}"):
                [search] = _searches(address, select)
                result.pickers.append(Picker(search, select.get("name"), action, fields))
        else:
            result.requests += _requests_of_post_form(address, form, fields)
    return result


def _requests_of_post_form(address: str, form: html.FormElement, fields: Fields) -> Iterator[Request]:
    """Requests of a form's buttons and panels that write nothing."""
    # These buttons save and then open the page of an act: request that page, without saving.
    yield from _gets(address, [f"../act/{act}/" for act in form.xpath(".//button[@name='_act']/@value")])
    # A button with a target opens a preview of the form. Every other button writes.
    for button in form.xpath(".//button[@formaction][@formtarget]"):
        sent = [*fields, (button.get("name"), button.get("value", ""))] if button.get("name") else fields
        for target in site_addresses(address, button.get("formaction")):
            yield Request(target, "POST", sent)
    for panel in form.xpath(".//@data-effective"):
        for target in site_addresses(address, panel):
            yield Request(target, "POST", fields)


def _gets(address: str, links: list[str]) -> list[Request]:
    return [Request(target) for link in links for target in site_addresses(address, link)]


def _searches(address: str, select: html.HtmlElement) -> Iterator[Request]:
    names = ("app_label", "model_name", "field_name")
    query = {name: select.get(f"data-{name.replace('_', '-')}") for name in names}
    for target in site_addresses(address, select.get("data-ajax--url")):
        yield Request(f"{target}?{urlencode(query)}")


def _form_fields(form: html.FormElement) -> Fields:
    """Names and values as a browser would send them, without the template rows that scripts copy."""
    return [
        (name, value.removeprefix("\n")) for name, value in form.form_values() if "__prefix__" not in name
    ]


def _without(fields: Fields, names: Container[str]) -> Fields:
    return [pair for pair in fields if pair[0] not in names]


def _with_query(action: str, fields: Fields) -> str:
    return f"{action}?{urlencode(fields)}" if fields else action
