"""Hypothesis strategies for text as it arrives: broken, hostile or merely from a word processor."""

import random

from hypothesis import strategies as st

from prose.html.allowed import DROPPED, GROUPS, SAME_AS, TAGS
from prose.html.clean import clean_html

PICTURE = "0f8fad5b-d9cb-469f-a165-70867728950e"
"""The key of a picture."""

ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()))
"""Every code point, lone surrogates and noncharacters included."""

_NAMES = sorted(
    set(TAGS) | GROUPS | set(SAME_AS) | DROPPED | {"button", "font", "math", "mi", "noscript", "label"}
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
        f' data-picture="{PICTURE}"',
        f' data-picture={PICTURE.upper()} class="full x" data-crop=3:2',
        ' alt="a &lt;quay&gt; &quot;x"',
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
_FIGURE = st.sampled_from(
    [
        f'<figure data-picture="{PICTURE}" class="wide">',
        f'<figure data-picture="{PICTURE}"><img alt><figcaption>',
    ]
)

SOUP = st.lists(_START | _END | _WORDS | _FIGURE | ANY_TEXT, max_size=25).map("".join)
"""Tags, entities and text in any order."""


def random_bodies(seed: int, count: int) -> list[str]:
    """Cleaned bodies of every kind of element, the same for the same seed."""
    draw = random.Random(seed)
    starts = [f"<{name}>" for name in _COMMON] + [
        '<a href="https://example.org">',
        "<span data-footnote>",
        '<ol start="3">',
        '<ol type="i">',
    ]
    starts += [
        '<aside class="pullquote">',
        '<th scope="col">',
        "<s>",
        "<u>",
        "<sub>",
        "<sup>",
        "<li>",
        "<p>",
        "<p>",
        f'<figure data-picture="{PICTURE}"><img alt="a quay"><figcaption>',
        f'<figure data-picture="{PICTURE}" class="wide" data-crop="1:1">',
    ]
    ends = [f"</{name}>" for name in [*_COMMON, "figure"]]
    words = ["word", "two words", " ", " ", "\xa0", "<br>", "&lt;", "&amp;", "é", "word. "]
    soups = (
        "".join(draw.choice(draw.choice([starts, ends, words, words])) for _ in range(25))
        for _ in range(count)
    )
    return [clean_html(soup) for soup in soups]
