"""A page of the site, such as "About": a piece whose content type says so, at an address of its own, in no list.

It has the versions, previews, schedules and reviews of every piece. Its page prints what it says: no content type, no
days, nobody's name, no topics, none of the house's disclaimers.
"""

from dataclasses import replace

from articles.addresses import KEPT_FOR_THE_SITE, article_path, page_path
from articles.models.edition import Edition
from articles.models.uses.left_out import left_out_of
from articles.press.facts import Facts
from articles.states import Surface
from disclaimers.models.kind import Kind

KEPT = "The address “/{}/” is kept for another page of the site. Choose another."
_SHOWN_IN = frozenset({Surface.SEARCH, Surface.SITEMAP, Surface.ROBOTS})


def is_site_page(facts: Facts) -> bool:
    """True for a piece that is printed as a page of the site."""
    return facts.names.genre == Kind.Genre.PAGE


def as_site_page(facts: Facts) -> Facts:
    """The facts that a page of the site prints; those of any other piece as they are."""
    if not is_site_page(facts):
        return facts
    content = facts.content | {"bylines": [], "series": ""}
    return replace(facts, content=content, topics=(), part=None, wordings=(), withheld=(), owed=())


def surfaces_without(facts: Facts) -> list[Surface]:
    """The surfaces that do not show a piece: those its editors left out, and for a page of the site every list."""
    own = left_out_of(facts.content)
    return [each for each in Surface if each in own or (is_site_page(facts) and each not in _SHOWN_IN)]


def path_for(slug: str, genre: str) -> str:
    """The path of a piece with this slug, of a content type of this genre."""
    return page_path(slug) if genre == Kind.Genre.PAGE else article_path(slug)


def is_kept_for_the_site(slug: str, genre: str) -> bool:
    """True for an address that other pages of the site have."""
    return genre == Kind.Genre.PAGE and slug in KEPT_FOR_THE_SITE


def was_alike(previous: Edition, facts: Facts) -> bool:
    """True if the last edition had an address of the same form: only a new content type changes that."""
    was_page: bool = previous.printed["records"].get("genre") == Kind.Genre.PAGE
    return was_page is is_site_page(facts)
