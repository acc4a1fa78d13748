"""The cleaner of bodies, used for every form, save and import."""

import nh3
from lxml import etree

from prose.errors import ProseError
from prose.html.allowed import DROP_CAP, PULL_QUOTE, TAGS, WIDTHS
from prose.html.depth import check_depth
from prose.html.shape import shape
from prose.html.targets.own_links import SCHEMES, is_own_href
from prose.html.tree import parse
from prose.limits import MAX_BODY_CHARS
from prose.links import is_safe_href


def _may_lead(href: str) -> bool:
    return is_safe_href(href) or is_own_href(href)


_GUARD = nh3.Cleaner(
    tags=set(TAGS),
    attributes={"*": set(), **{tag: set(names) - {"class"} for tag, names in TAGS.items()}},
    allowed_classes={"p": {DROP_CAP}, "aside": {PULL_QUOTE}, "figure": set(WIDTHS)},
    attribute_filter=lambda _tag, name, value: value if name != "href" or _may_lead(value) else None,
    link_rel=None,
    url_schemes={"http", "https", "mailto"} | SCHEMES,
)


def clean_html(html: str) -> str:
    """The body as stored: only elements of ``prose.html.allowed``, in canonical form. Cleaning twice changes nothing.

    Raises ``ProseError``, before any parsing, for a text that is longer or nested deeper than ``prose.limits`` allows.
    """
    _check_size(html)
    return _GUARD.clean(shape(parse(html)))


def _check_size(html: str) -> None:
    if len(html) > MAX_BODY_CHARS:
        raise ProseError(
            f"This text has {len(html):,} characters with its markup; at most {MAX_BODY_CHARS:,} fit."
        )
    check_depth(html)


def unsafe_links(html: str) -> list[str]:
    """Addresses of the links that ``clean_html`` would remove, in order. Raises the same errors."""
    _check_size(html)
    if "<" not in html:
        return []
    tree = etree.fromstring(f"<body>{html}</body>", etree.HTMLParser(huge_tree=True))
    hrefs = [link.get("href", "").strip() for link in tree.iter("a")] if tree is not None else []
    return [href for href in hrefs if href and not _may_lead(href)]
