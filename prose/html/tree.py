"""HTML as an lxml tree, parsed by the cleaner's own HTML5 parser, so that both read a text alike."""

import re
from html import escape

import nh3
from lxml import etree

from prose.errors import ProseError
from prose.html.allowed import DROPPED, GROUPS, SAME_AS, TAGS, VOID
from prose.html.targets.own_links import SCHEMES
from prose.typography import without_unseen

Element = etree._Element

# An element without an end tag, as HTML or XML writes it. In attributes "<" and ">" are escaped.
_VOID_TAG = re.compile(r"<((?:br|hr|img|source)\b[^<>]*?)/?>")
# References to NUL and to lone surrogates, which a parser turns into the replacement character.
_NO_CHARACTER = re.compile(r"&#(?:0+|x0+|x0*d[89a-f][0-9a-f]{2});?", re.IGNORECASE)

_READER = nh3.Cleaner(
    tags=set(TAGS) | GROUPS | set(SAME_AS),
    clean_content_tags=set(DROPPED),
    attributes={"*": set(), **{tag: set(names) for tag, names in TAGS.items()}},
    link_rel=None,
    url_schemes={"http", "https", "mailto"} | SCHEMES,
)


def parse(html: str) -> Element:
    """A ``body`` element with the allowed elements of ``html``. Raises ``ProseError`` if it cannot be parsed."""
    try:
        return parse_printed(without_unseen(_READER.clean(_NO_CHARACTER.sub("", without_unseen(html)))))
    except etree.XMLSyntaxError as error:
        raise ProseError("This text cannot be read as HTML. Paste it as plain text instead.") from error


def parse_printed(html: str) -> Element:
    """A ``body`` element with HTML that ``inner_html`` or the cleaner wrote, ids and classes included."""
    text = _VOID_TAG.sub(r"<\1/>", html).replace("&nbsp;", "\xa0")
    return etree.fromstring(f"<body>{text}</body>", etree.XMLParser(resolve_entities=False, no_network=True))


def inner_html(node: Element) -> str:
    """The HTML inside an element, serialised as the cleaner does."""
    for empty in node.iter():
        if empty.text is None and not len(empty) and empty.tag not in VOID:
            empty.text = ""  # otherwise lxml writes one tag, which browsers read as a start tag
    inner = "".join(etree.tostring(child, encoding="unicode") for child in node)
    html = escape(node.text or "", quote=False) + inner
    return _VOID_TAG.sub(r"<\1>", html).replace("\xa0", "&nbsp;")


def take_out(node: Element) -> None:
    """Remove an element but not the text after it."""
    parent, before = node.getparent(), node.getprevious()
    if parent is None:
        return
    if before is not None:
        before.tail = (before.tail or "") + (node.tail or "")
    else:
        parent.text = (parent.text or "") + (node.tail or "")
    parent.remove(node)
