"""A page with the body editor and nothing else of the desk: no database, the strict policy enforced."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from socketserver import ThreadingMixIn
from types import SimpleNamespace
from urllib.parse import parse_qs
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from django import forms
from django.contrib.staticfiles import finders
from django.template import Context, Template

from prose.forms.body import BodyFormField, BodyWidget

NONCE = "bm9uY2UtZm9yLXRlc3Rz"
POLICY = f"default-src 'self'; script-src 'self' 'nonce-{NONCE}'; style-src 'self'; object-src 'none'; base-uri 'none'"
TYPES = {"js": "text/javascript", "css": "text/css", "woff2": "font/woff2", "svg": "image/svg+xml"}

PAGE = Template("""{% load static prose_media %}<!doctype html>
<html lang="en" {% if dark %}data-theme="dark"{% endif %}><head><meta charset="utf-8"><title>Body</title>
<meta name="viewport" content="width=device-width">
<link rel="stylesheet" href="{% static 'admin/css/base.css' %}">
<link rel="stylesheet" href="{% static 'admin/css/dark_mode.css' %}">
<link rel="stylesheet" href="{% static 'admin/css/forms.css' %}">
<link rel="stylesheet" href="{% static 'admin/css/responsive.css' %}">
{% prose_media form.media %}</head>
<body class="change-form"><div id="container">
<div class="main"><div class="content"><div id="content"><form method="post">
<fieldset class="module aligned"><div class="form-row field-body"><div><div class="flex-container">
{{ form.body.label_tag }}{{ form.body }}</div></div></div></fieldset>
<pre id="saved">{{ saved }}</pre><ul id="errors">{% for e in form.body.errors %}<li>{{ e }}</li>{% endfor %}</ul>
<button id="save">Save</button></form></div></div></div></div></body></html>""")


LIBRARY = {
    "data-pictures": "/choose/",
    "data-picture-upload": "/upload/",
    "data-picture-most": "25000000",
    "data-own-pages": "/own-pages/",
}
"""Addresses of the desk on the field; tests that ask for pictures answer them."""
OWN_PAGE = {"href": "piece:0f8fad5b-d9cb-469f-a165-70867728950e", "name": "Tides rise", "detail": "Piece"}


class BodyForm(forms.Form):
    body = BodyFormField(label="Body", required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["body"].widget = BodyWidget(LIBRARY)


class Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class Quiet(WSGIRequestHandler):
    def log_message(self, *args: object) -> None:
        pass


def application(environ, start_response):
    path = environ["PATH_INFO"]
    if path.startswith("/static/") and (found := finders.find(path.removeprefix("/static/"))):
        kept = ("Cache-Control", "max-age=600")
        start_response("200 OK", [("Content-Type", TYPES[path.rpartition(".")[2]]), kept])
        with open(found, "rb") as file:
            return [file.read()]
    if path == LIBRARY["data-pictures"]:
        start_response("200 OK", [("Content-Type", "application/json")])
        return [b'{"pictures": []}']
    if path == LIBRARY["data-own-pages"]:
        start_response("200 OK", [("Content-Type", "application/json")])
        return [json.dumps({"pages": [OWN_PAGE]}).encode()]
    if path != "/":
        start_response("404 Not Found", [("Content-Type", "text/plain")])
        return [b""]
    start_response(
        "200 OK", [("Content-Type", "text/html; charset=utf-8"), ("Content-Security-Policy", POLICY)]
    )
    return [page(environ).encode()]


def page(environ) -> str:
    query = {name: values[0] for name, values in parse_qs(environ["QUERY_STRING"]).items()}
    sent = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0)).decode()
    form, saved = BodyForm(initial={"body": query.get("body", "")}), ""
    if environ["REQUEST_METHOD"] == "POST":
        form = BodyForm({name: values[0] for name, values in parse_qs(sent).items()})
        if form.is_valid():
            saved = json.dumps(form.cleaned_data["body"], ensure_ascii=False)
            form = BodyForm(initial=form.cleaned_data)
    request = SimpleNamespace(csp_nonce=NONCE)
    return PAGE.render(Context({"form": form, "saved": saved, "dark": "dark" in query, "request": request}))


@contextmanager
def served() -> Iterator[str]:
    """The address of the page while the context lasts."""
    with make_server("127.0.0.1", 0, application, Server, Quiet) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()
