"""Typographic characters while typing: both kinds of quotes by language; addresses, code and numbers stay."""

import pytest

from prose.html.clean import clean_html
from prose.quotation_marks import quotation_marks
from tests.prose.forms.editor.hands import body_of, button, press, text_of

pytestmark = pytest.mark.browser

# Types a text sign by sign, as a person would, with the editor's own rule.
TYPED = """([texts, marks]) => import("prose/typography").then(({ typographic }) => texts.map((text) => {
    let printed = "";
    for (const sign of text) {
        const change = typographic(printed + sign, marks);
        printed = change ? (printed + sign).slice(0, -change[0].length) + change[1] : printed + sign;
    }
    return printed;
}))"""


@pytest.fixture
def typed(editor):
    page = editor()
    return lambda code, *texts: page.evaluate(TYPED, [texts, quotation_marks(code)])


UNTOUCHED = (
    "https://example.org/a--b...c'd\"e",
    "see www.example.org/x--y and",
    "example.org/it's--so",
    "(https://example.org/--)",
    "desk--paper@example.org",
    "mail a.b@example.org/x--y",
    "mailto:a--b@example.org",
    "#a--b",
    "/var/log--old",
    "C:\\it's",
    "ftp://example.org/...",
    "xn--bcher-kva.example",
    "my--site.example.org/it's",
)


@pytest.mark.parametrize("code", ["en", "de", "fr", "sv", "he"])
def test_typography_never_touches_an_address(typed, code):
    assert typed(code, *UNTOUCHED) == list(UNTOUCHED)


def test_typography_never_touches_a_number(typed):
    texts = ["5'10\" tall", "12' 6\"", "3'", '40" wide', "1,5", "-3.5"]
    assert typed("en", *texts) == texts


def test_typography_never_touches_code(editor):
    page = editor("<p>a <code>x</code></p><pre><code>y</code></pre>")
    page.locator(".ProseMirror p code").click()
    press(page, "ArrowRight")
    page.locator(".ProseMirror pre").click()
    press(page, "End")
    page.keyboard.type("--it's...\"")
    assert clean_html(body_of(page)) == "<p>a <code>x</code></p><pre><code>y--it's...\"</code></pre>"


@pytest.mark.parametrize(
    ("code", "text", "printed"),
    [
        ("en", '"It\'s \'new\'," she said in "2020".', "“It’s ‘new’,” she said in “2020”."),
        ("en", "the '90s, the 1990's, rock'n'roll", "the ’90s, the 1990’s, rock’n’roll"),
        ("en", '"\'Tis," (\'so\')--"yes"', "“‘Tis,” (‘so’)–“yes”"),
        ("de", "\"Er sagt's: 'Nein'\", so Anna.", "„Er sagt’s: ‚Nein‘“, so Anna."),
        ("de", "'Er sagt's gern'", "‚Er sagt’s gern‘"),
        ("fr", "\"L'eau est 'belle'\", dit-il.", "«\xa0L’eau est “belle”\xa0», dit-il."),
        ("sv", '"Hej", sa hon. "Nej \'så\'"', "”Hej”, sa hon. ”Nej ’så’”"),
        ("ru", "\"Порт 'Старый'\"", "«Порт „Старый“»"),
        ("he", 'צה"ל אמר "כן"', "צה״ל אמר ”כן”"),
        ("ja", '彼は"海"と言う', "彼は「海」と言う"),
        ("ko", "\"한글\"은 '글'이다", "“한글”은 ‘글’이다"),
        ("en", '"https://example.org/a--b" and "x"', "“https://example.org/a--b” and “x”"),
        ("en", "late... 2019--2020, no---yes", "late… 2019–2020, no—yes"),
    ],
)
def test_both_kinds_of_quotes_are_set_by_the_language_of_the_text(typed, code, text, printed):
    assert typed(code, text) == [printed]


def test_the_editor_sets_the_quotes_of_its_fields_language_as_soon_as_it_changes(editor):
    page = editor()
    text_of(page).press_sequentially('"a" ')
    page.evaluate("document.getElementById('id_body').lang = 'de'")
    text_of(page).press_sequentially('"b" ')
    button(page, "Add endnote").click()
    page.get_by_role("dialog").get_by_role("textbox").press_sequentially("'c'")
    press(page, "Control+Enter")
    assert body_of(page) == '<p>“a” „b“ <span data-footnote="">‚c‘</span></p>'


def test_backspace_takes_a_typographic_character_back(editor):
    page = editor()
    text_of(page).press_sequentially('"')
    press(page, "Backspace")
    assert body_of(page) == '<p>"</p>'


@pytest.mark.parametrize(
    ("base", "text", "own"),
    [
        ("ltr", "مرحبا بكم في الميناء", "rtl"),
        ("ltr", "The word مرحبا in a sentence", None),
        ("rtl", "NATO أعلنت أن الميناء مغلق اليوم", None),
        ("rtl", "An English paragraph.", "ltr"),
        ("rtl", "https://example.org/a/long/address", None),
    ],
)
def test_a_paragraph_of_another_script_is_written_in_its_own_direction(editor, base, text, own):
    page = editor()
    page.evaluate(f"document.getElementById('id_body').dir = '{base}'")
    page.keyboard.press("Tab")
    text_of(page).focus()
    page.keyboard.insert_text(text)
    assert page.locator(".ProseMirror p").get_attribute("dir") == own
    assert body_of(page) == f"<p>{text}</p>"
