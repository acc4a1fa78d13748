"""What a request says of its charset never breaks the application, where no middleware could answer."""

import io
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from thinktank.wsgi import application

# Python's own names for codings that are no charset, and charsets in which a form is not ASCII.
ODD = ["hex", "rot13", "base64", "zlib", "bz2", "uu", "undefined", "idna", "punycode", "utf-16", "utf-32"]
ODD += ["cp037", "utf-7", "unicode_escape", "raw_unicode_escape", "nosuch", "HEX", '"hex"', "", "iso-8859-1"]
KNOWN = ["utf-8", "UTF-8", '"utf-8"', "utf8", "us-ascii"]


def answer(
    method: str, kind: str, path: str = "/healthz", query: str = "x=%C3%BC&y=1"
) -> tuple[int, Any, bytes]:
    """Status, headers and body, as a server gets them."""
    heard: list[Any] = []

    def start_response(status: str, headers: list[tuple[str, str]], *rest: Any) -> Any:
        heard[:] = [int(status.split()[0]), dict(headers)]

    environ = {
        "REQUEST_METHOD": method,
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "CONTENT_TYPE": kind,
        "CONTENT_LENGTH": "3",
        "HTTP_HOST": "localhost",
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "8000",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(b"a=b"),
        "wsgi.errors": io.StringIO(),
    }
    response = application(environ, start_response)
    body = b"".join(response)
    if hasattr(response, "close"):
        response.close()
    return heard[0], heard[1], body


@pytest.mark.parametrize("named", ODD)
def test_an_odd_charset_changes_nothing_for_who_only_reads(named: str) -> None:
    assert answer("GET", f"text/plain; charset={named}")[0] == 200
    assert answer("HEAD", f"text/plain; x=y; Charset={named}")[0] == 200


@pytest.mark.parametrize("named", ODD)
@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_a_body_in_an_odd_charset_is_refused_with_a_sentence(method: str, named: str) -> None:
    kind = f"application/x-www-form-urlencoded; charset={named}"
    code, headers, body = answer(method, kind, "/admin/login/")
    assert code == 415
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Content-Type"].startswith("text/plain")
    assert body.startswith(b"The desk reads UTF-8 only")
    assert headers["Content-Length"] == str(len(body))


@pytest.mark.parametrize("named", KNOWN)
def test_a_known_charset_and_none_reach_the_desk(named: str, settings: Any) -> None:
    settings.DESK_TIME_ZONE = (
        "UTC"  # the page of the refusal says the desk's hour; without a database it has this one
    )
    for kind in (f"application/x-www-form-urlencoded; charset={named}", "application/x-www-form-urlencoded"):
        assert answer("POST", kind, "/admin/login/", "next=%C3%BC")[0] == 403  # without the form's token


PARAMETERS = st.lists(
    st.sampled_from([*"*='\";% \\\u00e901", "charset", "name", "hex", "utf-8", "%41"]), max_size=12
)


@given(st.sampled_from(["GET", "POST"]), PARAMETERS.map("".join))
@example("POST", "name*=nosuch''%41")
@example("POST", "name*=undefined''%41")
@example("POST", "charset*0*=hex''%41")
def test_nothing_a_request_says_of_its_body_breaks_the_application(method: str, said: str) -> None:
    assert answer(method, f"text/plain; {said}")[0] in (200, 403, 415)
