"""The one table of what a body may hold. The cleaner, the editor and the tests are all read off it."""

TAGS: dict[str, frozenset[str]] = {
    "p": frozenset(),
    "h2": frozenset(),
    "h3": frozenset(),
    "h4": frozenset(),
    "ul": frozenset(),
    "ol": frozenset({"start"}),
    "li": frozenset(),
    "blockquote": frozenset(),
    "aside": frozenset({"class"}),
    "pre": frozenset(),
    "hr": frozenset(),
    "table": frozenset(),
    "caption": frozenset(),
    "thead": frozenset(),
    "tbody": frozenset(),
    "tfoot": frozenset(),
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
"""Element -> its attributes. ``aside`` is a pull quote, ``span`` an endnote."""

PULL_QUOTE = "pullquote"
"""The only class there is, on ``aside``."""
