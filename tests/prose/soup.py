"""Hypothesis strategies for text as it arrives: broken, hostile or merely from a word processor."""

from hypothesis import strategies as st

from prose.allowed import DROPPED, GROUPS, SAME_AS, TAGS

ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()))
"""Every code point, lone surrogates and noncharacters included."""

_NAMES = sorted(
    set(TAGS) | GROUPS | set(SAME_AS) | DROPPED | {"button", "font", "img", "math", "mi", "noscript", "label"}
)
_COMMON = [
    "p",
    "span",
    "a",
    "b",
    "i",
    "ul",
    "li",
    "table",
    "tr",
    "td",
    "blockquote",
    "aside",
    "pre",
    "code",
    "div",
    "h2",
]
_NAME = st.sampled_from(_NAMES) | st.sampled_from(_COMMON)
_ATTRIBUTES = st.sampled_from(
    [
        "",
        "",
        ' href="https://example.org/a?b=1&amp;c"',
        ' href="javascript:alert(1)"',
        ' class="pullquote big"',
        " data-footnote",
        ' onclick="x()"',
        ' style="color:red"',
        ' start="3"',
        ' colspan="2"',
        ' title="a&lt;b"',
        "/",
        ' href=" HTTPS://Example.org"',
    ]
)
_WORDS = st.sampled_from(
    [
        "word",
        " ",
        "\xa0",
        "\n",
        "two words",
        "&lt;b&gt;",
        "&amp;",
        "é",
        "e\u0301",
        "\u0338",
        "&nbsp;",
        "&#0;",
        "&#x202e;",
        "\u200b",
        "<!-- <p> -->",
        "<br>",
        "<![CDATA[x]]>",
        "]]>",
        "</script>",
        "<",
        ">",
        '"',
    ]
)
_START = st.builds(lambda name, attributes: f"<{name}{attributes}>", _NAME, _ATTRIBUTES)
_END = st.builds(lambda name: f"</{name}>", _NAME)

SOUP = st.lists(_START | _END | _WORDS | ANY_TEXT, max_size=25).map("".join)
"""Tags, entities and text in any order."""
