import random
import re
import time

import nh3
import pytest
from hypothesis import given
from hypothesis import strategies as st

from prose.errors import ProseError
from prose.html.clean import clean_html
from prose.html.depth import check_depth
from prose.limits import MAX_DEPTH

TAGS = [
    "p",
    "div",
    "b",
    "i",
    "span",
    "a",
    "li",
    "ul",
    "ol",
    "table",
    "tr",
    "td",
    "th",
    "tbody",
    "caption",
    "h2",
    "h3",
]
TAGS += [
    "blockquote",
    "aside",
    "sup",
    "em",
    "strong",
    "button",
    "section",
    "select",
    "form",
    "font",
    "svg",
    "desc",
]
TAGS += ["path", "math", "mi", "dd", "dl", "option"]
TAG = st.builds(
    "<{}{}{}>".format,
    st.sampled_from(["", "", "/"]),
    st.sampled_from(TAGS),
    st.sampled_from(["", "", "/", ' a="']),
)
UNIT = st.lists(
    TAG | st.sampled_from(["x", "<!--", "-->", '">', "<textarea>", "</textarea>", "<title>"]),
    min_size=1,
    max_size=6,
)


def is_refused(html):
    try:
        check_depth(html)
    except ProseError:
        return True
    return False


def depth_a_browser_builds(html):
    depth = deepest = 0
    for tag in re.finditer(
        r"<(/?)[a-z0-9]+[^>]*>", nh3.clean(html, tags=set(TAGS), attributes={}, link_rel=None)
    ):
        depth += -1 if tag[1] else 1
        deepest = max(deepest, depth)
    return deepest


@given(UNIT.map("".join))
def test_what_a_browser_nests_too_deep_is_refused(unit):
    html = unit * (MAX_DEPTH + 10)
    if depth_a_browser_builds(html) > MAX_DEPTH + 5:
        assert is_refused(html)


@pytest.mark.parametrize(
    "unit",
    [
        '<p title="<div><div>">x</p>',
        "<p title='<div>' data-x=<div>x</p>",
        "<!-- <div><div> -->",
        "<!--><p>x</p>",
        "<script>'<div>'</script>",
        "<p>unclosed",
        "<ul><li>a<li><p>b</ul>",
        "<table><tr><td>a<td><p>b<tr><th>c</table>",
        "<dl><dt>a<dd>b</dl>",
        "<p><span>x</p>",
        "<p>x<br><img src=x><hr>",
        "<svg><path d=''/></svg>",
        "<div><p>x</div>",
    ],
)
def test_a_long_flat_text_is_taken(unit):
    assert not is_refused(unit * 200)


@pytest.mark.parametrize(
    "unit",
    [
        "<div>",
        "<DIV\n>",
        "<div/>",
        '<p "><div>',
        "<p a'><div>",
        "<!--><div>",
        "<!-- --!><div>",
        '<textarea><b c="</textarea><div>',
        "<b><div></b>",
        "<td><div></td>",
        "<span><div></span>",
        "<b><p>",
        "<blockquote><!-- </blockquote> -->",
        '<div title="</div>">',
        "<ul><li>",
        "<svg><desc><path/>",
    ],
)
def test_a_nest_is_refused_however_it_hides(unit):
    assert is_refused(unit * (MAX_DEPTH + 1))


def test_real_structure_counts_exactly():
    item = "<ul><li>" * (MAX_DEPTH // 2) + "x" + "</li></ul>" * (MAX_DEPTH // 2)
    assert not is_refused(item * 3)
    assert is_refused(f"<div>{item}</div>")


@pytest.mark.parametrize(
    "unit", ["<div>", "<a ", '<a b="', "<!--", "<p b='\"", "< ", "</", "<x y=z ", "<script>", "&", "</p>"]
)
def test_half_a_megabyte_of_anything_is_judged_in_under_a_second_of_work(unit):
    started = time.process_time()
    is_refused(unit * (500_000 // len(unit)))
    with pytest.raises(ProseError):
        clean_html(unit * (500_000 // len(unit)))
    assert time.process_time() - started < 1


def test_a_refusal_is_a_sentence():
    with pytest.raises(ProseError, match=r"^This text nests .*\.$"):
        check_depth("<i>" * random.Random(1).randrange(MAX_DEPTH + 1, 99))
