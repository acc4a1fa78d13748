"""Links to our own pages as people at the desk read them: by the headline or the name, at the address of today.

Stored are keys ("piece:" and a uuid), which nobody reads. Headlines are those that readers have, because a version may
be shown to people who may not open the other piece.
"""

from collections.abc import Mapping

from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from articles.press.own_pages import LinkedPage, linked_pages, own_addresses
from prose.html.targets.own_links import is_own_href, with_own_links
from prose.quotation_marks import in_quotes

UNSEEN_PIECE = "a piece that is not before readers"
_UNSEEN = {
    "piece": UNSEEN_PIECE,
    "author": "a person of whom readers have no page",
    "outlet": "an outlet of which readers have no page",
}


def with_todays_links(html: str) -> SafeString:
    """HTML made of cleaned bodies whose links to our own pages lead there, or are plain words where there is none."""
    linked = with_own_links(html, own_addresses(html, timezone.now()))
    return SafeString(mark_safe(linked))  # noqa: S308 - made of cleaned bodies, and paths of ours


def todays_pages(*bodies: str) -> dict[str, LinkedPage]:
    """The pages of ours to which the bodies link."""
    return linked_pages("".join(bodies), timezone.now())


def target_in_words(href: str, pages: Mapping[str, LinkedPage]) -> SafeString:
    """The target of a link: a headline or name, words for a page of ours that readers have not, or an address."""
    if page := pages.get(href):
        return format_html('<a href="{}">{}</a>', page.path, in_quotes(page.name))
    return format_html("{}", _UNSEEN[href.partition(":")[0]] if is_own_href(href) else href)
