"""Pasting into the body editor."""

import random
from contextlib import suppress

import pytest

from intake.sources.from_html import read_html
from intake.sources.manuscript import CannotRead
from prose.html.clean import clean_html
from tests.prose.forms.clipboards import CLIPBOARDS
from tests.prose.forms.clipboards.unseen import ASKED, FAINT, HIDDEN, MAY_BE_HIDDEN, PAGES, SEEN, UNSURE
from tests.prose.forms.editor.hands import body_of, paste, report_on, taken, tidied

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("clipboard", "expected"), CLIPBOARDS.values(), ids=CLIPBOARDS)
def test_a_paste_keeps_what_the_words_mean(editor, clipboard, expected):
    page = editor()
    assert clean_html(tidied(page, clipboard)) == expected
    paste(page, clipboard)
    assert clean_html(body_of(page)) == expected
    assert taken(body_of(page)) == expected


def test_one_tidier_for_both_doors_tells_what_it_left_out_in_the_same_words(editor):
    page = editor()
    for name, (clipboard, _expected) in CLIPBOARDS.items():
        report, manuscript = report_on(page, clipboard), read_html(clipboard)
        named = sorted((part["what"], part["text"]) for part in report["parts"])
        assert named == sorted((part.what, part.text) for part in manuscript.left_out), name
        # Of pictures each door says what can be done there: the editor asks for their files.
        remarks = [each for each in manuscript.remarks if "not in what was brought" not in each]
        assert report["sentences"] == [*manuscript.doubts, *remarks], name


def test_words_in_the_colour_of_their_ground_are_left_out_of_a_paste_and_listed(editor):
    page = editor()
    for clipboard, is_seen in PAGES:
        report = report_on(page, clipboard)
        named = [part["text"] for part in report["parts"]]
        assert ("Unseen" in report["html"], any("Unseen" in text for text in named)) == (is_seen, not is_seen)
        assert report["sentences"] == []
    for head in UNSURE:
        report = report_on(page, f'{head}<p>Seen <span style="color:#fff">On a picture</span></p>')
        assert report["sentences"] == [f"“On a picture” {ASKED}"], head
    for style in FAINT:
        asked = report_on(page, f"{SEEN}<p style='{style}'>Ask the lawyer.</p>")["sentences"]
        animated = report_on(page, f"<div style='{style}'>{SEEN}</div><p>Ask the lawyer.</p>")["sentences"]
        assert (asked, animated) == ([MAY_BE_HIDDEN], []), style
    for hidden in HIDDEN:
        report = report_on(page, f"<p>Ships pay.</p>{hidden.format('Normal 0')}")
        assert (report["html"], len(report["parts"])) == ("<p>Ships pay.</p>", 1), hidden


TAGS = (
    "p div span math msup mfrac mi mrow msqrt mtable mtr mtd mfenced semantics m:omath m:f m:num m:r m:e ruby rt rp"
    " table tr td ul li a img picture nav form button del ins b h1 sup constructor"
).split()
ATTRIBUTES = (
    "", "", " href='#a'", " href='/b'", " href='https://a.example/:x%'", " id=a name=a", " style='display:none'",
    " style='mso-list:l0 level2'", " style='mso-element:field-begin'", " class=MsoCommentText",
)  # fmt: skip
EQUATION = "<!--[if gte msEquation 12]><m:omath><m:f/></m:omath><![endif]-->"
WORDS = ("word ", "1", "&nbsp;", "[1]", "<br>", "<!--", EQUATION)


def clipboard(choose, depth=0):
    """HTML of no sense: elements that equations, notes and lists are made of, in each other, some never closed."""
    parts = []
    for _ in range(choose.randint(0, 4)):
        if choose.random() < 0.35 or depth > 6:
            parts.append(choose.choice(WORDS))
            continue
        tag = choose.choice(TAGS)
        end = f"</{tag}>" if choose.random() < 0.85 else ""
        parts.append(f"<{tag}{choose.choice(ATTRIBUTES)}>{clipboard(choose, depth + 1)}{end}")
    return "".join(parts)


def test_no_clipboard_is_so_odd_that_either_door_breaks(editor):
    choose = random.Random(7)
    odd = [text for text in (clipboard(choose) for _ in range(600)) if text]
    broken = editor().evaluate(
        """texts => import('prose/paste/tidy').then(({ tidyPaste }) => texts.filter((text) => {
            try { tidyPaste(text); return false; } catch { return true; }
        }))""",
        odd,
    )
    assert broken == []
    for text in odd:
        with suppress(CannotRead):  # a sentence is an answer, too
            read_html(text)


def test_a_clipboards_style_sheet_reaches_none_of_the_scripts_own_objects(editor):
    page = editor()
    sheet = "<style>__proto__ {font-weight: bold} constructor {keys: none}</style>"
    assert tidied(page, f"{sheet}<p class='MsoNormal'><span>Plain</span></p>") == "<p>Plain</p>"
    assert page.evaluate("[typeof Object.keys, 'font-weight' in {}]") == ["function", False]


def test_tidying_a_paste_twice_changes_nothing_more(editor):
    page = editor()
    for name, (clipboard, _expected) in CLIPBOARDS.items():
        once = tidied(page, clipboard)
        assert tidied(page, once) == once, name


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p onclick='x()'>a<script>alert(1)</script><img src=x onerror='alert(1)'></p>", "<p>a</p>"),
        ("<p>a <a href='javascript:alert(1)'>b</a></p>", "<p>a b</p>"),
        ("plain words", "<p>plain words</p>"),
        ("<p>see [1]<a href='#_ftn9'>[9]</a></p>", "<p>see [1][9]</p>"),
        ("<div>one</div><div>two</div>", "<p>one</p><p>two</p>"),
        ("<p>the tag is style = bold</p>", "<p>the tag is style = bold</p>"),
        ("<pre>a\n  b</pre>", "<pre><code>a\n  b</code></pre>"),
    ],
)
def test_other_clipboards_come_in_plain(editor, html, expected):
    page = editor()
    paste(page, html)
    assert clean_html(body_of(page)) == expected
