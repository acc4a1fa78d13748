"""BibTeX, RIS and CSL-JSON read back by parsers of others: names with particles, bodies, every script."""

import json

import bibtexparser
import pytest
import rispy
from bibtexparser.middlewares import LatexDecodingMiddleware, SeparateCoAuthors, SplitNameParts
from bibtexparser.middlewares.middleware import Middleware
from hypothesis import given
from hypothesis import strategies as st

from reading.citing.files import bibtex, csl_item, csl_json, ris
from tests.reading.citing.works import ANA, BERG, EVERYONE, GUARD, IDA, PIER, SIM, work

TITLES = st.text(
    st.characters(exclude_categories=("C", "Z"), exclude_characters="{}") | st.just(" "),
    min_size=1,
    max_size=60,
).map(lambda text: " ".join(text.split()) or "x")


def read_bibtex(text: str, *layers: Middleware):
    library = bibtexparser.parse_string(text, append_middleware=layers)
    assert not library.failed_blocks
    (entry,) = library.entries
    return entry


def read_ris(text: str) -> dict:
    (entry,) = rispy.loads(text)
    return entry


def test_ris_is_a_newspaper_article_with_every_name_apart():
    entry = read_ris(ris(work(*EVERYONE, section="Opinion", page="13", rights="© The Hill")))
    assert entry["authors"] == [
        "Quay, Ida", "King, Robert R.", "Sim, Haneul", "van der Berg, Jean-Luc", "Pier, Robert, Jr.", "Harbour Guard",
        "Кей, Ида", "Díaz Ortiz, Ana",
    ]  # fmt: skip
    told = {name: entry[name] for name in ("type_of_reference", "title", "secondary_title", "year", "date")}
    assert told == {
        "type_of_reference": "NEWS", "title": "The Harbour Wakes", "secondary_title": "The Hill", "year": "2020",
        "date": "2020/06/11/",
    }  # fmt: skip
    assert (entry["urls"], entry["language"], entry["start_page"]) == (["https://hill.example/a"], "en", "13")


def test_bibtex_keeps_particles_suffixes_and_bodies():
    cited = bibtex(work(IDA, BERG, PIER, GUARD, SIM, ANA))
    entry = read_bibtex(cited, SeparateCoAuthors(), SplitNameParts())
    names = [(name.first, name.von, name.last, name.jr) for name in entry["author"]]
    assert names == [
        (["Ida"], [], ["Quay"], []), (["Jean-Luc"], [], ["{van der Berg}"], []), (["Robert"], [], ["Pier"], ["Jr."]),
        ([], [], ["{Harbour Guard}"], []), (["Haneul"], [], ["Sim"], []), (["Ana"], [], ["{Díaz Ortiz}"], []),
    ]  # fmt: skip
    assert (entry.entry_type, entry.key) == ("article", "harbour")
    assert (entry["journal"], entry["date"], entry["url"]) == (
        "The Hill",
        "2020-06-11",
        "https://hill.example/a",
    )


def test_csl_names_are_apart_and_the_date_has_the_parts_that_are_known():
    (item,) = json.loads(csl_json(work(BERG, SIM, GUARD, date="2020-06")))
    assert item["type"] == "article-newspaper"
    assert item["author"] == [
        {"family": "van der Berg", "given": "Jean-Luc"},
        {"family": "Sim", "given": "Haneul", "static-ordering": True},
        {"literal": "Harbour Guard"},
    ]
    assert item["issued"] == {"date-parts": [[2020, 6]]}
    assert csl_item(work(is_report=True))["publisher"] == "The Hill"


@given(TITLES)
def test_a_title_of_any_characters_survives_each_file(title):
    cited = work(IDA, title=title)
    assert read_ris(ris(cited)).get("title") == title
    assert json.loads(csl_json(cited))[0]["title"] == title
    assert not bibtexparser.parse_string(bibtex(cited)).failed_blocks


@pytest.mark.parametrize("title", ["50% & $3 #1 a_b", "Wer zahlt? 港の町 — «да»", "C:\\x ~"])
def test_special_characters_of_tex_come_back_from_bibtex(title):
    assert (
        read_bibtex(bibtex(work(IDA, title=title)), LatexDecodingMiddleware())["title"].strip("{}") == title
    )
