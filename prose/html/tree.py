"""HTML as a tree, read by the cleaner's own parser (a browser's), so that no two readings can differ."""

import re
from html import escape

import nh3
from lxml import etree

from prose.errors import ProseError
from prose.html.allowed import DROPPED, GROUPS, SAME_AS, TAGS, VOID
from prose.typography import without_unseen

Element = etree._Element

# What a reader would turn into the replacement character: references to NUL and to lone surrogates.
_NO_CHARACTER = re.compile(r"&#(?:0+|x0+|x0*d[89a-f][0-9a-f]{2});?", re.IGNORECASE)

_READER = nh3.Cleaner(
    tags=set(TAGS) | GROUPS | set(SAME_AS),
    clean_content_tags=set(DROPPED),
    attributes={"*": set(), **{tag: set(names) for tag, names in TAGS.items()}},
    link_rel=None,
    url_schemes={"http", "https", "mailto"},
)


def parse(html: str) -> Element:
    """A ``body`` element with everything of ``html`` that ``prose.html.allowed`` knows, well nested."""
    text = without_unseen(_READER.clean(_NO_CHARACTER.sub("", without_unseen(html))))
    text = text.replace("<br>", "<br/>").replace("<hr>", "<hr/>").replace("&nbsp;", "\xa0")
    try:
        return etree.fromstring(
            f"<body>{text}</body>", etree.XMLParser(resolve_entities=False, no_network=True)
        )
    except etree.XMLSyntaxError as error:
        raise ProseError("This text cannot be read as HTML. Paste it as plain text instead.") from error


def inner_html(node: Element) -> str:
    """What stands inside an element, written as the cleaner writes it."""
    for empty in node.iter():
        if empty.text is None and not len(empty) and empty.tag not in VOID:
            empty.text = ""  # else it is written as one tag, which a browser reads as a start
    inner = "".join(etree.tostring(child, encoding="unicode") for child in node)
    html = escape(node.text or "", quote=False) + inner
    return html.replace("<br/>", "<br>").replace("<hr/>", "<hr>").replace("\xa0", "&nbsp;")
