"""Old addresses in their kept form, new ones, and spellings of paths: properties of any text."""

from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prose.errors import ProseError
from prose.links import page_address
from reading.addresses.spelled import MOST_CHARS, bare, spellings
from website.old_paths import asked_paths, kept_path, old_path

PATHS = st.text(st.sampled_from("aBß/İ%?#.=&é \\:"), max_size=12).map(lambda text: f"/{text}")


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("/commentary/A-Crisis.HTML", "/commentary/a-crisis.html"),
        ("https://old.example/A%20Crisis//x/?b=2&a=1&utm_source=m#top", "/a%20crisis/x?a=1&b=2"),
        ("/node?ID=aB", "/node?id=aB"),
        ("/Z%C3%BCrich", "/zürich"),
        ("/a%3Fb", "/a%3Fb"),
        ("  /a/index.php  ", "/a/index.php"),
    ],
)
def test_an_old_address_is_kept_in_one_form(written: str, kept: str) -> None:
    assert old_path(written) == kept


@pytest.mark.parametrize(
    "written", ["", "a/b", "//other.example/x", "mailto:a@b.example", "/", "/?p=1", f"/{'a' * 600}"]
)
def test_what_is_no_old_address_gets_a_sentence(written: str) -> None:
    with pytest.raises(ProseError, match=r"\w+ .*\."):
        old_path(written)


@given(PATHS)
def test_the_kept_form_of_a_kept_form_is_itself_and_a_request_for_it_asks_for_it(written: str) -> None:
    try:
        kept = old_path(written)
    except ProseError:
        return
    assert old_path(kept) == kept
    assert kept.startswith("/")
    assert not kept.startswith("//")
    path, _, query = kept.partition("?")
    assert kept in asked_paths(unquote(path), query)


@given(PATHS, st.text(max_size=30))
def test_a_request_asks_for_a_few_kept_paths_that_the_database_takes(path: str, query: str) -> None:
    asked = asked_paths(path, query)
    assert len(asked) <= 10
    for each in asked:
        assert each.startswith("/")
        assert "\0" not in each
        each.encode()


def test_a_request_asks_for_its_query_then_for_one_parameter_then_for_none() -> None:
    assert asked_paths("/Node/", "b=2&utm_medium=x&a=1") == [
        "/node?a=1&b=2",
        "/node?a=1",
        "/node?b=2",
        "/node",
    ]


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("/topics/ports/", "/topics/ports/"),
        ("https://Example.org/X", "https://example.org/X"),
        ("http://127.0.0.1:8000/topics/ports/", "/topics/ports/"),
    ],
)
def test_a_new_address_is_a_path_or_a_page_of_the_web(written: str, kept: str, settings) -> None:
    settings.SITE_URL = "http://127.0.0.1:8000"
    assert page_address(written) == kept


@pytest.mark.parametrize(
    "written", ["//evil.example/", "/\\evil.example", "javascript:alert(1)", "topics", "https://"]
)
def test_no_new_address_leads_where_nobody_meant(written: str) -> None:
    with pytest.raises(ProseError):
        page_address(written)


@given(PATHS)
def test_spellings_are_other_paths_of_this_site_and_have_no_further_ones(path: str) -> None:
    forms = spellings(path)
    assert path not in forms
    assert len(forms) <= 4
    for form in forms:
        assert form.startswith("/")
        assert not form.startswith(("//", "/\\"))
        assert bare(bare(form)) == bare(form)
        assert set(spellings(form)) <= {*forms, path}


@pytest.mark.parametrize(
    "path",
    [
        "/Topics/Ports",
        "//topics//ports/",
        "/topics/ports.html",
        "/topics/ports/index.html",
        "/topics/ports/).",
    ],
)
def test_a_path_is_led_to_its_right_spelling(path: str) -> None:
    assert "/topics/ports/" in spellings(path)


def test_a_path_too_long_for_any_page_has_no_spellings() -> None:
    assert spellings("/" + "a" * MOST_CHARS) == [] == asked_paths("/" + "a" * 600, "")
    assert kept_path("//") == "/"
    assert asked_paths("/", "p=1") == []
