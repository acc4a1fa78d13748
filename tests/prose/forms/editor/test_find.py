"""Find and replace in one text: what counts as equal, where it looks, and one undo for all."""

import pytest

from tests.prose.forms.editor.hands import body_of, button, press, settle, start_anew, text_of

pytestmark = pytest.mark.browser

# (text, looked for, options, what stands at the places)
PLACES = [
    ("Café, cafe, CAFE\u0301", "cafe", {}, ["Café", "cafe", "CAFE\u0301"]),
    ("Café, cafe", "Cafe", {"matchCase": True}, ["Café"]),
    ("the other, the", "the", {"wholeWords": True}, ["the", "the"]),
    ("“It’s” a 'so'", '"it\'s"', {}, ["“It’s”"]),
    ("2019–2020…", "2019-2020...", {}, ["2019–2020…"]),
    ("a\xa0b a b", "a b", {}, ["a\xa0b", "a b"]),
    ("aaa", "aa", {}, ["aa"]),
    ("ЕЩЁ ещe", "еще", {}, ["ЕЩЁ"]),
    ("كِتاب", "كتاب", {}, ["كِتاب"]),
    ("anything", "", {}, []),
    ("anything", "\u0301", {}, []),
]


def test_accents_quotes_dashes_and_spaces_are_equal_when_one_looks_for_words(editor):
    page = editor()
    found = page.evaluate(
        """cases => import("prose/find/matching").then(({ placesIn }) => cases.map(([text, wanted, options]) =>
            placesIn(text, wanted, options).map(([from, to]) => text.slice(from, to))))""",
        [case[:3] for case in PLACES],
    )
    assert found == [case[3] for case in PLACES]


BODY = (
    '<p>Tide <strong>and</strong> t<em>id</em>e.<span data-footnote="">The <em>ti</em>de, tide.</span></p>'
    '<table><tbody><tr><th><p>Tides</p></th></tr></tbody></table><p>ti<span data-footnote="">x</span>de</p>'
    '<figure data-picture="0f8fad5b-d9cb-469f-a165-70867728950e"><img alt=""><figcaption>A tide</figcaption></figure>'
)
REPLACED = (
    '<p>Flood <strong>and</strong> Flood.<span data-footnote="">The <em>Flood</em>, Flood.</span></p>'
    '<table><tbody><tr><th><p>Floods</p></th></tr></tbody></table><p>Flood<span data-footnote="">x</span></p>'
    '<figure data-picture="0f8fad5b-d9cb-469f-a165-70867728950e"><img alt=""><figcaption>A Flood</figcaption></figure>'
)


def test_words_are_found_and_replaced_in_text_notes_and_captions_and_one_undo_takes_all_back(editor):
    page = editor()
    start_anew(page, BODY)
    before = body_of(page) or BODY
    press(page, "Control+f")
    bar = page.get_by_role("search", name="Find in the text")
    bar.get_by_label("Find").fill("tide")
    status = bar.get_by_role("status")
    settle(page)
    assert status.inner_text().endswith("of 7")
    first = status.inner_text()
    press(page, "Enter")
    assert status.inner_text() != first
    press(page, "Shift+Enter")
    assert status.inner_text() == first
    bar.get_by_label("Replace with").fill("Flood")
    bar.get_by_role("button", name="Replace all").click()
    assert status.inner_text() == "Replaced in 7 places. Undo takes all of them back."
    assert body_of(page) == REPLACED
    press(page, "Escape")
    assert bar.count() == 0
    press(page, "Control+z")
    assert body_of(page) == before

    button(page, "Find and replace").click()
    bar.get_by_label("Find").fill("and")
    settle(page)
    bar.get_by_label("Replace with").fill("or")
    press(page, "Enter")
    assert "<strong>or</strong>" in body_of(page)
    assert status.inner_text() == "Not in this text"
    assert bar.get_by_role("button", name="Next").is_disabled()
    press(page, "Escape")
    text_of(page).press("End")
    assert page.locator(".prose-hit").count() == 0
