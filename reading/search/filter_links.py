"""Links of the filters beside the results of a search. A page has some fifty: as a template they took a third of it."""

from html import escape


def link_on(name: str, href: str, number: int) -> str:
    """An item of a list: a value by which the results can be filtered, and how many of them have it."""
    return (
        f'<li><a rel="nofollow" href="{escape(href)}"><bdi>{escape(name)}</bdi>'
        f' <span class="search-number">{number}</span></a></li>'
    )


def link_off(name: str, href: str, says: str) -> str:
    """An item of a list: the value in force, and the way without it. `says`: what the link does."""
    says = escape(says)
    return (
        f'<li><a class="is-chosen" href="{escape(href)}" rel="nofollow" title="{says}"><bdi>{escape(name)}</bdi>'
        f' <span aria-hidden="true">×</span><span class="unseen"> {says}</span></a></li>'
    )
