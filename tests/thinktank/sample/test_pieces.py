"""The sample's texts: their number, variety and length, and that cleaning leaves them unchanged."""

import re
from collections import Counter
from urllib.parse import urlsplit

import pytest

from articles.models import Byline, Disclosure
from articles.models.appearance import Relation
from prose.dates import Precision
from prose.html.clean import clean_html, unsafe_links
from prose.html.text import plain_text, word_count
from prose.languages import BY_CODE
from thinktank.sample.pieces import STATES, SamplePiece, read_pieces

PIECES = read_pieces()
each = pytest.mark.parametrize("piece", PIECES, ids=lambda piece: piece.name)


def test_there_are_pieces_in_every_state():
    assert Counter(piece.state for piece in PIECES) == {
        "live": 33,
        "unpublished": 1,
        "taken down": 1,
        "retracted": 1,
        "scheduled": 2,
        "draft": 4,
    }
    assert set(STATES) == {piece.state for piece in PIECES}


def test_the_pieces_show_what_a_desk_has_to_deal_with():
    live = [piece for piece in PIECES if piece.state == "live"]
    years = {piece.facts["first_published_on"].year for piece in live if "first_published_on" in piece.facts}
    assert len(years) >= 9
    assert sum(piece.language == "de" for piece in PIECES) >= 6
    assert {piece.facts["kind"] for piece in PIECES} == {
        "commentary",
        "in-the-press",
        "essay",
        "explainer",
        "interview",
        "site-page",
    }
    assert any(piece.is_archive and "first_published_on" not in piece.facts for piece in live)
    assert sum(bool(piece.changes) for piece in live) == 1
    for mark in ("<table>", "<ol>", "<ul>", "<blockquote>", "pullquote", "data-footnote", "<a href"):
        assert any(mark in piece.body for piece in live), mark


def test_every_way_of_saying_where_a_piece_ran_is_shown():
    places = [place.fields for piece in PIECES if piece.state == "live" for place in piece.appearances]
    assert {place["relation"] for place in places} == set(Relation)
    assert {place["precision"] for place in places if "precision" in place} == set(Precision)
    assert {place.get("expert_role", "wrote") for place in places} >= {"wrote", "interviewed"}
    assert {place.get("access", "") for place in places} == {"", "registration", "paid"}


def test_every_role_and_every_subject_of_disclosure_is_shown():
    live = [piece for piece in PIECES if piece.state == "live"]
    assert {row.get("role", "author") for piece in live for row in piece.bylines} == set(Byline.Role)
    rows = [row for piece in live for row in piece.disclosures]
    assert {row["subject"] for row in rows if row.get("answer") != "none"} == set(Disclosure.Subject)


def test_one_piece_can_be_read_in_five_languages():
    original = "2025-the-right-to-a-paper-form"
    assert {piece.language for piece in PIECES if piece.translation_of == original} == {
        "fr",
        "ko",
        "ar",
        "ru",
    }


def test_no_two_pieces_share_a_headline_or_a_paragraph():
    paragraphs = Counter(text for piece in PIECES for text in re.findall(r"<p>(.{60,}?)</p>", piece.body))
    assert max(paragraphs.values()) == 1
    assert len({piece.headline for piece in PIECES}) == len(PIECES)


@each
def test_a_piece_has_the_length_of_a_commentary_a_summary_or_a_note(piece: SamplePiece):
    is_note = any(row.get("role") == "subject" for row in piece.bylines)
    shortest = (
        60
        if is_note or piece.facts["kind"] == "site-page"
        else 100
        if piece.facts.get("translation_extent") == "summary"
        else 250
    )
    assert shortest <= word_count(piece.body) <= 700


@each
def test_cleaning_takes_nothing_from_a_piece(piece: SamplePiece):
    cleaned = clean_html(piece.body)
    assert plain_text(cleaned).split() == plain_text(piece.body).split()
    assert cleaned.count("data-footnote") == piece.body.count("data-footnote")
    assert cleaned.count("pullquote") == piece.body.count("pullquote")
    assert unsafe_links(piece.body) == []


@each
def test_addresses_lead_nowhere(piece: SamplePiece):
    addresses = re.findall(r'href="([^"]+)"', piece.body) + [
        place.fields["url"] for place in piece.appearances if "url" in place.fields
    ]
    assert all(urlsplit(address).hostname.endswith(".example") for address in addresses)


@each
def test_a_piece_is_set_as_print_is(piece: SamplePiece):
    text = plain_text(piece.body) + piece.headline + piece.facts.get("dek", "")
    assert not re.search(r"['\"]| - |\.\.\.", text)
    assert piece.language in BY_CODE
    if piece.language == "de":
        assert "“" not in text or "„" in text
