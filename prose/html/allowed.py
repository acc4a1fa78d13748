"""The elements and attributes that a body may hold. The cleaner, the editor and the tests use this one table."""

TAGS: dict[str, frozenset[str]] = {
    "p": frozenset({"class"}),
    "h2": frozenset(),
    "h3": frozenset(),
    "h4": frozenset(),
    "ul": frozenset(),
    "ol": frozenset({"start", "type"}),
    "li": frozenset(),
    "blockquote": frozenset(),
    "aside": frozenset({"class", "data-embed"}),
    "pre": frozenset(),
    "hr": frozenset(),
    "figure": frozenset({"data-picture", "class", "data-crop"}),
    "img": frozenset({"alt"}),
    "figcaption": frozenset(),
    "table": frozenset(),
    "caption": frozenset(),
    "tbody": frozenset(),
    "tr": frozenset(),
    "th": frozenset({"colspan", "rowspan", "scope"}),
    "td": frozenset({"colspan", "rowspan"}),
    "a": frozenset({"href", "title", "hreflang"}),
    "strong": frozenset(),
    "em": frozenset(),
    "sub": frozenset(),
    "sup": frozenset(),
    "s": frozenset(),
    "u": frozenset(),
    "code": frozenset(),
    "br": frozenset(),
    "span": frozenset({"data-footnote"}),
}
"""Element -> its attributes. ``aside`` is a pull quote or embed, ``span`` an endnote, ``figure`` a picture."""

PULL_QUOTE = "pullquote"
"""The only class name of an ``aside``."""

DROP_CAP = "drop-cap"
"""The only class name of a ``p``: its first letter is set large. Paragraphs of the text itself alone have it."""

WIDTHS = ("wide", "full")
"""Class names of a ``figure`` that is wider than the column of text."""
CROPS = ("16:9", "3:2", "1:1")
"""Values of ``data-crop``, width to height. Without one the whole picture is shown."""

NOTE = "data-footnote"
"""Attribute of a ``span`` that is an endnote; the text of the note is inside the element."""
NOTE_AGAIN = "same"
"""Value of that attribute for a note that stands in the text before: it is printed under one number with that."""
NOTE_MARK = "noteref"
"""Class of a ``sup`` that is the printed mark of an endnote."""

VOID = frozenset({"br", "hr", "img"})
MARK_ORDER = ("a", "strong", "em", "sub", "sup", "s", "u", "code")
"""Marks from the outside in, as the editor nests them."""

MARKS = frozenset(MARK_ORDER)
HEADINGS = frozenset({"h2", "h3", "h4"})
LISTS = frozenset({"ul", "ol"})
CELLS = frozenset({"td", "th"})

SAME_AS: dict[str, str] = {
    "h1": "h2",
    "h5": "h4",
    "h6": "h4",
    "b": "strong",
    "i": "em",
    "cite": "em",
    "dfn": "em",
    "var": "em",
    "del": "s",
    "strike": "s",
    "ins": "u",
    "kbd": "code",
    "samp": "code",
    "tt": "code",
}
"""Element of foreign HTML -> the allowed element that replaces it."""

GROUPS = frozenset(
    {"address", "article", "center", "dd", "details", "div", "dl", "dt", "fieldset", "footer"}
    | {"form", "header", "hgroup", "legend", "main", "nav", "section", "summary", "tfoot", "thead"}
)
"""Elements that are removed while their content stays; each start and end of one ends a paragraph."""

DROPPED = frozenset({"script", "style", "template", "title", "iframe", "object", "select", "svg", "textarea"})
"""Elements that are removed with their content."""

BLOCKS = frozenset(TAGS) - MARKS - {"br", "img", "span"} | GROUPS | {"h1", "h5", "h6"}
