"""Any public page as an HTML document: its head, the site's header and footer, and a template between them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from django.http import Http404
from django.template.loader import get_template
from django.utils.safestring import SafeString

from articles.addresses import absolute
from disclaimers.naming import HouseName
from disclaimers.phrases import separators, usual_phrases
from prose.languages import direction, marks, og_locale
from prose.text_language.recognition import language_of_name
from reading.feeds.kinds import KINDS, RSS
from reading.languages.addresses import in_the_language, is_in_each_language, path_in
from reading.languages.switch import list_versions, switch
from reading.menu import MenuItem, menu_of
from reading.metadata.json_ld import Thing, script, trail_of
from reading.pictures.doors import ON_THE_PAGE, PictureDoor
from reading.pictures.faces import header_logo, logo_credit
from reading.pictures.sharing import SharedPicture
from reading.site import Site
from reading.typefaces import sheet_for, typefaces_for
from reading.words.page_words import words_for


class NoPage(Http404):
    """A page that does not exist. Its argument: the face of a house, already loaded, for the page that says so."""


@dataclass(frozen=True)
class Feed:
    """A feed that a page links to in its head, in every format; `path` is its folder: "/authors/ida-quay/"."""

    title: str
    path: str


@dataclass(frozen=True)
class Alternate:
    """The same piece in another language, or its original ("x-default"): a `hreflang` link for search engines."""

    language: str
    address: str


class _Way(NamedTuple):
    """An entry of the menu as the template takes it; `marks`: the attributes of its element."""

    path: str
    label: str
    marks: str


@dataclass(frozen=True)
class Head:
    """Metadata of a page for browsers, search engines and link previews; empty members are left out.

    `path`: without the language of a list. `versions`: the paths of the page in other languages; default: for an index
    all of the desk. `elsewhere`: the canonical address, where it is not ours. A page without a path is never indexed.
    `structured`: objects of JSON-LD; `trail`: names and paths from the front page to the page; `tags`: names and
    contents of further `<meta>` elements.
    """

    title: str
    path: str = ""
    description: str = ""
    type: str = "website"
    language: str = "en"
    feeds: tuple[Feed, ...] = ()
    is_indexed: bool = True
    elsewhere: str = ""
    alternates: tuple[Alternate, ...] = ()
    versions: Mapping[str, str] | None = None
    image: SharedPicture | None = None
    structured: tuple[Thing, ...] = ()
    trail: tuple[tuple[str, str], ...] = ()
    tags: tuple[tuple[str, str], ...] = ()

    @property
    def address(self) -> str:
        return absolute(self.path) if self.path else ""

    @property
    def canonical(self) -> str:
        return self.elsewhere or self.address

    @property
    def direction(self) -> str:
        return direction(self.language)

    @property
    def json_ld(self) -> SafeString:
        """The page for programs: its objects and its trail in one script element; empty if it is never indexed."""
        trail = trail_of(self.trail)
        return script((*self.structured, *([trail] if trail else ()))) if self.path else SafeString("")

    @property
    def robots(self) -> str:
        """What search engines may do: list the page with large pictures, or nothing."""
        return "max-image-preview:large" if self.path and self.is_indexed else "noindex"

    @property
    def other_locales(self) -> list[str]:
        """The languages of its translations as Open Graph wants them."""
        codes = {other.language for other in self.alternates} - {"x-default"}
        return sorted({og_locale(code) for code in codes} - {self.locale})

    @property
    def locale(self) -> str:
        return og_locale(self.language)


def draw(
    template: str, *, site: Site, head: Head, pictures: PictureDoor = ON_THE_PAGE, **context: object
) -> str:
    """Render a page without the request, so that no session, user or context processor can change it.

    Templates take the words of ours from `say`, with the attributes of their elements `say_marks`; the house's name has
    `name_marks`, its strapline `strapline_marks`, and each of `links` its own.
    """
    versions = _versions(head, site)
    head = _in_its_language(head, versions, site)
    # As plain dicts: the template language tries keys first, and finds attributes by way of an exception.
    facts = {
        **vars(head),
        "address": head.address,
        "canonical": head.canonical,
        "direction": head.direction,
        "locale": head.locale,
        "feeds": _feed_links((Feed(site.name, site.path), *head.feeds)),
        "other_locales": head.other_locales,
        "robots": head.robots,
        "json_ld": head.json_ld,
    }
    shared = _site_facts(site, head.language, pictures)
    html = get_template(template).render(
        {
            **shared,
            "chrome": _chrome(site, head.language, pictures, menu_of(site, head.language)),
            "head": facts,
            "switch": switch(head.language, versions, site),
            **context,
        }
    )
    return in_the_language(html, head.language, site)


def _versions(head: Head, site: Site) -> Mapping[str, str]:
    """The paths of a page in other languages."""
    return list_versions(head.path, site, site.languages) if head.versions is None else head.versions


def _in_its_language(head: Head, versions: Mapping[str, str], site: Site) -> Head:
    """The head with addresses in the language of the page; first pages of lists name those in other languages."""
    trail = tuple((name, path_in(head.language, path, site)) for name, path in head.trail)
    alternates = head.alternates
    if len(versions) > 1 and is_in_each_language(head.path) and head.is_indexed and "?" not in head.path:
        alternates = tuple(Alternate(code, absolute(path)) for code, path in versions.items())
        alternates += tuple(
            Alternate("x-default", absolute(path)) for path in versions.values() if path == head.path
        )
    path = path_in(head.language, head.path, site)
    return replace(head, path=path, trail=trail, alternates=alternates)


def _feed_links(feeds: tuple[Feed, ...]) -> list[dict[str, str]]:
    """The links to feeds, each with a title of its own: many readers offer the titles to choose from."""
    return [
        {
            "title": feed.title if kind == RSS else f"{feed.title} ({kind.name})",
            "type": kind.media_type,
            "path": f"{feed.path}feed.{kind.ending}",
        }
        for feed in feeds
        for kind in KINDS
    ]


@lru_cache(maxsize=128)
def _site_facts(site: Site, language: str, pictures: PictureDoor) -> Mapping[str, object]:
    """The facts of a house and the words of ours that every template takes: one mapping, that none changes."""
    words = words_for(language)
    name, marks_of_name = _named(site.in_languages, language)
    return {
        "site": {**vars(site), "name": name},
        "name_marks": marks_of_name,
        "typefaces": typefaces_for(language),
        "sheet": sheet_for(language),
        "colour": site.colour.removeprefix("#").lower(),
        "comma": separators(usual_phrases(language))[0],
        "above": [(*_named(house, language), house.url) for house in site.above],
        "logo": header_logo(site.logo, pictures),
        "logo_credit": logo_credit(site.logo, language),
        "strapline_marks": _marks(site.strapline, site, language),
        "links": [(link, _marks(link.label, site, language)) for link in site.links],
        **words.for_templates,
    }


def _marks(text: str, site: Site, language: str) -> str:
    """The attributes of a house's own words: they are in its usual language, unless their letters are not."""
    return marks(language_of_name("", text, site.usual_language), language)


def _named(house: HouseName, language: str) -> tuple[str, str]:
    """A house's name on a page in a language, and the attributes of its element."""
    form = house.on_page(language)
    return form.value, marks(form.language, language) if form.language else ""


@lru_cache(maxsize=128)
def _chrome(site: Site, language: str, pictures: PictureDoor, menu: tuple[MenuItem, ...]) -> dict[str, str]:
    """Style sheets, header and footer as HTML: the same on every page of a house in a language."""
    words = words_for(language)
    ways = [
        _Way(item.path, item.label, marks(item.language, language) if item.language else "")
        if item.label
        else _Way(item.path, words.by_name[item.word], words.marks)
        for item in menu
    ]
    shared = {**_site_facts(site, language, pictures), "menu": ways}
    return {part: get_template(f"_{part}.html").render(shared) for part in ("assets", "header", "footer")}
