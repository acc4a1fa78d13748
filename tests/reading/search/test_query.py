"""Any text is a query, and what PostgreSQL gets of it is words, quotation marks and OR."""

import re

import pytest
from django.db import connection
from django.test import RequestFactory
from hypothesis import given
from hypothesis import strategies as st

from prose.text_language.search_query import MAX_CHARS, MAX_TERMS, parse
from prose.text_language.search_words import fold, index_words, query_words
from reading.search.filters import FACETS, Filters, NoSuchFilter, address, addresses, filters_in
from reading.search.passages import BEGINS, BETWEEN, ENDS, parts

ODD = st.sampled_from(
    ['"', "-", "OR", "((", ":*", "\x00", "\ud800", "²", "%", "'", "\\", "항구는", "習", " ", "a|b&!c"]
)
TYPED = st.lists(ODD | st.text(max_size=8), max_size=40).map("".join)


@given(TYPED)
def test_any_text_is_a_query_of_words_phrases_and_or(typed):
    query = parse(typed)
    terms = [term for some in query.alternatives for term in some]
    assert len(terms) + len(query.without) <= MAX_TERMS
    assert len(query.text) <= MAX_CHARS
    for said in (query.wanted, query.barred):
        assert re.fullmatch(r'(?:"[^"\x00\ud800-\udfff]*"| |or)*', said)
    assert parse(query.text).alternatives == query.alternatives


@pytest.mark.parametrize(
    ("typed", "wanted", "barred"),
    [
        ('ports "free trade" -ships', '"ports" "free trade"', '"ships"'),
        ("quay or pier", '"quay" or "pier"', ""),
        ("„freier Handel“ −Hafen", '"freier Handel"', '"Hafen"'),
        ("covid-19 x", '"covid 19" "x"', ""),
        ("항구는", '"항구 구는"', ""),
        ("- (( :* OR OR", "", ""),
    ],
)
def test_marks_of_web_searches_are_understood(typed, wanted, barred):
    query = parse(typed)
    assert (query.wanted, query.barred) == (wanted, barred)


@given(st.text(alphabet="항구는닫혔다習近平 ", max_size=20))
def test_pairs_of_a_part_of_a_text_stand_in_the_text(text):
    for word in text.split():
        assert f" {query_words(word)} " in f" {' '.join(index_words(text).split())} " or len(word) == 1


@given(st.text(max_size=40))
def test_folding_keeps_every_offset(text):
    assert len(fold(text)) == len(text)


@given(st.text(alphabet=f"{BEGINS}{ENDS}{BETWEEN}<>&ab ", max_size=30))
def test_parts_of_a_passage_are_text_without_control_characters(passage):
    for part in parts(passage, parse("ab")):
        assert not set(part.text) & {BEGINS, ENDS, BETWEEN}


@pytest.mark.django_db
@given(TYPED)
def test_postgresql_takes_every_query(typed):
    query = parse(typed)
    with connection.cursor() as cursor:
        asked = [query.wanted, query.barred]
        cursor.execute(
            "SELECT websearch_to_tsquery('desk_english', %s) && !!websearch_to_tsquery('desk_simple', %s)",
            asked,
        )


def test_an_address_of_a_search_gives_its_filters_back_and_what_cannot_be_one_is_refused():
    filters = Filters(topic="ports", year="2026", language="de")
    request = RequestFactory().get(address("a b", filters, "date", page="2"))
    assert filters_in(request.GET) == filters
    for bad in ("year=²", "year=99999", "topic=%00", "language=xx", f"person={'a' * 10_000}", "kind=a'b"):
        with pytest.raises(NoSuchFilter):
            filters_in(RequestFactory().get(f"/search/?{bad}").GET)


@pytest.mark.parametrize("order", ["relevance", "date"])
@pytest.mark.parametrize("words", ["", "a b & c"])
def test_each_link_of_a_filter_is_the_address_of_that_search(words, order):
    filters = Filters(topic="ports", language="de", read_in="en")
    leads_to = addresses(words, filters, order)
    for facet in FACETS:
        for value in ("", "2021", "straßen-bau"):
            assert leads_to(facet, value) == address(words, filters.with_one(facet, value), order)
