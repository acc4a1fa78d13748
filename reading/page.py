"""Any public page as an HTML document: its head, the site's header and footer, and a template between them."""

from dataclasses import dataclass
from functools import lru_cache

from django.template.loader import get_template

from articles.addresses import absolute
from prose.languages import direction, og_locale
from reading.site import Site


@dataclass(frozen=True)
class Feed:
    """A feed that a page links to in its head."""

    title: str
    path: str


@dataclass(frozen=True)
class Alternate:
    """The same piece in another language, or its original ("x-default"): a `hreflang` link for search engines."""

    language: str
    address: str


@dataclass(frozen=True)
class Head:
    """Metadata of a page for browsers, search engines and link previews; empty members are left out.

    `elsewhere`: the canonical address, where it is not ours. A page without a path is never indexed.
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
    def locale(self) -> str:
        return og_locale(self.language)


def draw(template: str, *, site: Site, head: Head, **context: object) -> str:
    """Render a page without the request, so that no session, user or context processor can change it."""
    # As plain dicts: the template language tries keys first, and finds attributes by way of an exception.
    facts = {
        **vars(head),
        "address": head.address,
        "canonical": head.canonical,
        "direction": head.direction,
        "locale": head.locale,
    }
    return get_template(template).render(
        {"site": vars(site), "chrome": _chrome(site), "head": facts, **context}
    )


@lru_cache(maxsize=4)
def _chrome(site: Site) -> dict[str, str]:
    """Style sheets, header and footer as HTML: the same on every page while the site's facts are the same."""
    return {
        part: get_template(f"_{part}.html").render({"site": vars(site)})
        for part in ("assets", "header", "footer")
    }
