"""Redirects that programs put around links are undone; relative links get a full address or none."""

import pytest

from prose.redirects import resolved, unwrapped

TARGET = "https://lantern.example/a?b=1"
WRAPPED = "https%3A%2F%2Flantern.example%2Fa%3Fb%3D1"


@pytest.mark.parametrize(
    "url",
    [f"https://www.google.com/url?q={WRAPPED}&sa=D&ust=17", f"https://www.google.co.uk/url?sa=t&url={WRAPPED}",
     f"https://l.facebook.com/l.php?u={WRAPPED}&h=x", f"https://eur01.safelinks.protection.outlook.com/?url={WRAPPED}&data=x",
     f"https://www.google.com/url?q=https%3A%2F%2Fl.facebook.com%2Fl.php%3Fu%3D{WRAPPED.replace('%', '%25')}"],
)  # fmt: skip
def test_a_link_through_another_site_leads_where_it_leads(url):
    assert unwrapped(url) == TARGET


@pytest.mark.parametrize(
    "url",
    ["https://www.google.com/search?q=ships", "https://www.google.com/url?q=javascript:alert(1)", "https://google.com/url",
     "https://notgoogle.example/url?q=https://lantern.example/", "https://l.facebook.com.evil.example/l.php?u=https://a.example",
     "https://[broken/url?q=x"],
)  # fmt: skip
def test_another_address_stays_as_it_is(url):
    assert unwrapped(url) == url


@pytest.mark.parametrize(
    ("href", "full"),
    [("/research/5", "https://old.example/research/5"), ("../map.html", "https://old.example/map.html"),
     ("//cdn.example/x", "https://cdn.example/x"), ("https://a.example/", "https://a.example/"),
     ("mailto:a@b.example", "mailto:a@b.example"),
     ("javascript:alert(1)", ""), ("file:///C:/a.html", ""), ("x y", "https://old.example/en/x y")],
)  # fmt: skip
def test_a_relative_link_counts_from_the_page(href, full):
    assert resolved(href, "https://old.example/en/tax") == full


def test_a_relative_link_without_a_page_has_no_address():
    assert resolved("/research/5", "") == ""
