"""A phrase in another language than its page says so, and so does everything in it."""

import pytest

from prose.page_phrase import PagePhrase
from prose.printed_line import html, language_name, one_link, text, without_links, words

HARBOUR = {"names": words("נמל", href="/harbour/")}


def test_a_phrase_in_the_pages_language_is_plain_text_with_its_facts():
    line = PagePhrase("By {names}.", "en", "en-GB").fill({"names": words("Ida", "de")})
    assert line == [{"text": "By "}, {"text": "Ida", "lang": "de"}, {"text": "."}]


def test_a_phrase_in_another_language_is_one_element_with_its_facts_in_theirs():
    line = PagePhrase("By {names}.", "en", "he").fill(HARBOUR)
    assert html(line) == (
        '<span lang="en" dir="ltr">By <a href="/harbour/" lang="he" dir="rtl">נמל</a>.</span>'
    )
    assert html(without_links(line)) == (
        '<span lang="en" dir="ltr">By <span lang="he" dir="rtl">נמל</span>.</span>'
    )


def test_a_sentence_inside_another_one_of_its_language_is_no_element_of_its_own():
    inside = PagePhrase("{names} (print)", "en", "he").fill(HARBOUR)
    line = PagePhrase("First in {outlet}", "en", "he").fill({"outlet": inside})
    assert html(line).count('<span lang="en"') == 1
    assert text(line) == "First in נמל (print)"


def test_a_fact_of_the_page_in_a_sentence_inside_its_own_language_stands_as_it_is():
    inside = PagePhrase("{names} (print)", "en", "he").fill(HARBOUR)
    line = PagePhrase("ב{outlet}", "he", "he").fill({"outlet": inside})
    assert html(line).startswith('ב<span lang="en" dir="ltr"><a href="/harbour/" lang="he"')


@pytest.mark.parametrize("template", ["{names}", "{names}[, p. {page}]", "© 2020 {names}"])
def test_a_phrase_that_says_no_word_of_its_own_is_at_home_on_every_page(template):
    assert "lang" not in html(PagePhrase(template, "en", "he").fill(HARBOUR))


@pytest.mark.parametrize(
    ("template", "language", "spoken"),
    [
        ("{date}", "en", "he"),
        ("On {date}", "en", "he"),
        ("{authors:is|are} here", "en", "en-GB"),
        ("On", "", "he"),
    ],
)
def test_a_sentence_is_spoken_in_the_language_of_its_words(template, language, spoken):
    phrase = PagePhrase(template, language, spoken)
    assert phrase.spoken == ("en" if template == "On {date}" else spoken)
    assert bool(phrase.mark) == (template == "On {date}")


def test_two_links_in_a_sentence_in_another_language_become_one_with_its_words():
    phrase = PagePhrase("{rank} as {name}", "en", "he")
    line = phrase.fill({"rank": words("Cove", "en", href="/x/"), "name": words("נמל", href="/x/")})
    assert html(one_link(line)) == (
        '<span lang="en" dir="ltr"><a href="/x/">Cove as <span lang="he" dir="rtl">נמל</span></a></span>'
    )


def test_a_value_that_ends_the_sentence_takes_no_second_stop():
    assert text(PagePhrase("In {names}.", "en", "he").fill({"names": words("Hill Ltd.")})) == "In Hill Ltd."


def test_a_language_that_a_page_has_no_name_for_is_named_in_english():
    assert language_name("ko", "he", "he") == [{"text": "Korean", "lang": "en"}]
    assert language_name("ko", "de", "de") == [{"text": "Koreanisch"}]
