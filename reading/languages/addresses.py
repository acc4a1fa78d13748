"""Addresses of pages and feeds in a language: "/topics/harbours/" is "/de/topics/harbours/" in German.

Without a language stands the usual one: that of a house on its own pages, that of the desk's first house on all others.
Pieces have one address, whatever language they are in. Templates and printed lines name every page without a language;
`in_the_language` leads the links of a whole page into the language of the page.
"""

import re

from prose.languages import BASES, base
from reading.site import Site

_NOUNS = "archive|authors|corrections|feeds|houses|kinds|outlets|search|series|topics"
_IN_EACH_LANGUAGE = re.compile(rf"/(?:(?:{_NOUNS})/|feed[.-]|[?#]|$)")
_LANGUAGE = re.compile(rf"/(?:{'|'.join(BASES)})(?=/)")
_TAG = re.compile(r"<(?:a|form|input|link)\s[^<>]*>")
_OWN_PATH = re.compile(r'(\s(?:href|action|data-suggestions)=")(/[^"]*)')


class LanguageConverter:
    """A language in an address: "de", without script and region."""

    regex = "|".join(BASES)

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


def without_language(path: str) -> tuple[str, str]:
    """A path as ("/de", "/topics/harbours/"): its language, "" for the usual one, and the path without it."""
    found = _LANGUAGE.match(path)
    return (found[0], path[found.end() :]) if found else ("", path)


def is_in_each_language(path: str) -> bool:
    """True for the path of a list or of its feed, not for that of a piece or of a file."""
    return bool(_IN_EACH_LANGUAGE.match(path))


def path_in(language: str, path: str, site: Site) -> str:
    """The path of a page or feed in a language, as pages of `site` link to it; that of a piece stays as it is."""
    if not is_in_each_language(path) or base(language) == base(_usual_language(path, site)):
        return path
    return f"/{base(language)}{path}"


def in_the_language(html: str, language: str, site: Site) -> str:
    """HTML whose links lead to pages in its language; those that name a language themselves (`hreflang`) stay."""

    def lead(tag: re.Match[str]) -> str:
        if "hreflang=" in tag[0]:
            return tag[0]
        return _OWN_PATH.sub(lambda link: link[1] + path_in(language, link[2], site), tag[0])

    if base(language) == base(site.home_language) == base(site.usual_language):
        return html
    return _TAG.sub(lead, html)


def _usual_language(path: str, site: Site) -> str:
    is_own = site.path != "/" and path.startswith(site.path)
    return site.usual_language if is_own else site.home_language
