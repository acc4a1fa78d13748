"""The allow-list, the editor and its scripts are read off one table, or compared with it here."""

import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from django import forms
from django.contrib.staticfiles import finders
from django.template import Context, Template
from django_prose_editor.config import EXTENSION_MAPPING

from prose.forms.body import BodyWidget
from prose.forms.editor import CONFIG, EXTENSIONS, IMPORTED, MODULES
from prose.html.allowed import BLOCKS, DROPPED, GROUPS, MARKS, SAME_AS, TAGS, VOID

SCRIPTS = Path(finders.find("prose/endnote.js")).parent
OURS = {"PullQuote", "Embed", "Endnote", "Picture"}


def exports(name):
    return set(re.findall(r"export const (\w+)", (SCRIPTS / f"{name}.js").read_text()))


def test_the_editor_writes_every_allowed_element_and_no_other():
    written = [tag for _config, tags in EXTENSIONS.values() for tag in tags]
    assert sorted(written) == sorted(TAGS)


@pytest.mark.parametrize("name", sorted(set(EXTENSIONS) - OURS))
def test_a_stock_extension_writes_what_the_table_says_of_it(name):
    config, tags = EXTENSIONS[name]
    rules = {"tags": set(), "attributes": {}}
    EXTENSION_MAPPING[name](config, rules)
    # Rows, cells and captions are counted with the table there, a line of code with its block.
    shared = (
        {"td", "th", "tr", "thead", "caption"}
        if name.startswith("Table")
        else {"code"}
        if name == "CodeBlock"
        else set()
    )
    assert rules["tags"] - shared == set(tags) - shared


def test_every_element_taken_on_the_way_in_becomes_an_allowed_one():
    assert set(SAME_AS.values()) <= set(TAGS)
    assert not set(SAME_AS) & (set(TAGS) | GROUPS | DROPPED)
    assert not (GROUPS | DROPPED) & set(TAGS)
    assert set(TAGS) >= MARKS | VOID
    assert not MARKS & BLOCKS


def test_a_paste_renames_the_elements_that_the_cleaner_renames():
    (table,) = re.findall(r"const RENAMED = {(.*?)};", (SCRIPTS / "paste/tidy.js").read_text(), re.DOTALL)
    assert dict(re.findall(r'(\w+): "(\w+)"', table)) == SAME_AS


def test_every_extension_that_is_switched_on_has_a_script():
    ours = set().union(*(exports(name) for name in MODULES))
    stock = set(EXTENSION_MAPPING)
    assert {name for name, config in CONFIG["extensions"].items() if config is not False} <= ours | stock
    assert ours >= OURS


def test_every_script_is_loaded_by_one_that_is():
    named = {
        name
        for path in SCRIPTS.rglob("*.js")
        for name in re.findall(r'from "prose/([\w/-]+)"', path.read_text())
    }
    assert named == set(IMPORTED)
    assert {str(path.relative_to(SCRIPTS).with_suffix("")) for path in SCRIPTS.rglob("*.js")} == named | set(
        MODULES
    )


def test_no_script_of_ours_writes_code_or_style_into_the_page():
    for path in SCRIPTS.rglob("*.js"):
        assert not re.search(r"\beval\(|new Function|\.cssText|setAttribute\(\"style", path.read_text()), (
            path.name
        )


class Form(forms.Form):
    body = forms.CharField(widget=BodyWidget)


def test_the_import_map_carries_the_nonce_of_the_request():
    request = SimpleNamespace(csp_nonce="r4nd0m")
    page = Template("{% load prose_media %}{% prose_media media %}").render(
        Context({"media": Form().media, "request": request})
    )
    (import_map,) = re.findall(r"<script[^>]*importmap[^>]*>", page)
    assert 'nonce="r4nd0m"' in import_map
    assert "prose/editor.css" in page
    for name in IMPORTED:
        assert f'"prose/{name}"' in page


def test_a_page_without_the_editor_asks_for_no_nonce():
    class Asked:
        @property
        def csp_nonce(self):
            raise AssertionError("a nonce was made for nothing")

    template = Template("{% load prose_media %}{% prose_media media %}")
    media = forms.Media(js=["admin/js/core.js"])
    page = template.render(Context({"media": media, "request": Asked()}))
    assert "core.js" in page
    assert "nonce" not in page
    assert template.render(Context({"media": "", "request": Asked()})) == ""
