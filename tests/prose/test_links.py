import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from prose.errors import ProseError
from prose.limits import MAX_URL_CHARS
from prose.links import check_url, comparable_url, is_safe_href, validate_url
from tests.prose.soup import ANY_TEXT


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org",
        "http://example.org:8080/a/b?c=d&e=%20#f",
        "https://пример.example/путь",
        "https://[2001:db8::1]/x",
        "https://localhost/x",
    ],
)
def test_an_address_on_the_web_is_taken_as_it_is(url):
    assert check_url(url) == url
    assert is_safe_href(url)


def test_the_host_is_written_small_and_the_path_is_not():
    assert check_url(" HTTPS://Example.ORG/Path ") == "https://example.org/Path"


@pytest.mark.parametrize(
    "url",
    [
        "",
        "example.org",
        "/relative",
        "//example.org/x",
        "https://",
        "https:///path",
        "https://?x",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "ftp://example.org/",
        "https://user@example.org/",
        "https://user:secret@example.org/",
        "https://example.org\\@evil.example/",
        "https://exa mple.org/",
        "https://example.org/a b",
        "https://example.org/\x00",
        "https://example.org/\u202egnp",
        "https://example.org:99999/",
        "https://example.org:x/",
        "https://[::1/",
        "https://example.org/<script>",
        "https://example.org/" + "a" * 6000,
    ],
)
def test_anything_else_is_refused_with_a_sentence(url):
    with pytest.raises(ProseError, match=r"\w.*\.$|example\.org/page\.$"):
        check_url(url)
    with pytest.raises(ValidationError):
        validate_url(url)
    assert not is_safe_href(url)


@given(ANY_TEXT | ANY_TEXT.map("https://{}".format) | ANY_TEXT.map("https://example.org/{}".format))
def test_what_is_taken_is_safe_to_print_and_taken_again(text):
    try:
        url = check_url(text)
    except ProseError:
        return
    assert url.startswith(("https://", "http://"))
    assert len(url) <= MAX_URL_CHARS
    assert not set(url) & set(' \t\n\r\x00<>"\\`')
    assert check_url(url) == url


@pytest.mark.parametrize(
    "href", ["#note", "mailto:desk@example.org", "mailto:desk@example.org?subject=An%20error"]
)
def test_a_link_may_also_lead_to_a_place_on_the_page_or_to_a_letter(href):
    assert is_safe_href(href)


@pytest.mark.parametrize("href", ["#", "# x", "mailto:", "mailto:javascript:x", "tel:+1", "#a\u202eb"])
def test_but_not_to_nowhere(href):
    assert not is_safe_href(href)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://Example.org/a/", "https://example.org/a"),
        ("https://example.org:443/a", "https://example.org/a"),
        ("https://example.org/a#part", "https://example.org/a"),
        ("https://example.org/a?utm_source=x&id=3&UTM_medium=y", "https://example.org/a?id=3"),
        ("https://example.org./a", "https://example.org/a"),
    ],
)
def test_two_spellings_of_one_page_are_the_same(one, other):
    assert comparable_url(one) == comparable_url(other)


@pytest.mark.parametrize(
    "other", ["https://example.org/b", "https://example.org/a?id=3", "https://example.org:8443/a"]
)
def test_two_pages_are_not(other):
    assert comparable_url("https://example.org/a") != comparable_url(other)


@given(ANY_TEXT | st.from_regex(r"https?://[a-z.]{1,9}(:\d{1,6})?/[a-z/?&=#]*", fullmatch=True))
def test_comparing_never_fails_and_settles_at_once(text):
    assert comparable_url(comparable_url(text)) == comparable_url(text)
