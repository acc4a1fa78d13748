"""Endnotes of a plain text move to their marks, where each mark has its note; else an editor is asked."""

import pytest

from intake.sources.from_text import read_text

LONG = (
    "The night shift at the quay was paid out of three purses[1] for as long as anybody remembers, and nobody kept "
    "the accounts of all three. [2]"
)
NOTES = "[1] Harbour Rolls, p. 7.\n[2] See R & D."


@pytest.mark.parametrize("heading", ["", "Notes:\n\n", "ENDNOTES\n"])
def test_notes_below_a_plain_text_stand_at_their_marks(heading: str) -> None:
    found = read_text(f"Who pays\n\n{LONG}\n\n{heading}{NOTES}\n\nIda Quay is a fellow.")
    assert [block.text for block in found.blocks] == [
        "Who pays",
        LONG.replace("[1]", "").replace(" [2]", ""),
        "Ida Quay is a fellow.",
    ]
    html = found.blocks[1].html
    assert 'purses<span data-footnote="">Harbour Rolls, p. 7.</span> for' in html
    assert html.endswith('three.<span data-footnote="">See R &amp; D.</span></p>')
    assert [part.what for part in found.left_out] == (["heading of the notes"] if heading else [])
    assert not found.doubts


def test_raised_marks_have_their_notes_too_and_a_raised_measure_is_none() -> None:
    text, notes = LONG.replace("[1]", "¹").replace(" [2]", "²"), NOTES.replace("[1]", "¹").replace("[2]", "²")
    found = read_text(f"Who pays\n\n{text}\n\n{notes}\n\nIda Quay is a fellow.")
    assert 'purses<span data-footnote="">Harbour Rolls, p. 7.</span> for' in found.blocks[1].html
    assert len(found.blocks) == 3
    assert not found.doubts
    measures = read_text(f"Who pays\n\n{LONG.replace('[1]', '').replace('[2]', '')} It has 12 m² of floor.")
    assert "12 m²" in measures.blocks[1].text
    assert not measures.doubts
    both = read_text(f"Who pays\n\n{text} It has 12 m² of floor.\n\n{notes}")
    assert "looks like the mark of a note" in both.doubts[0]


def test_a_mark_in_a_list_takes_its_note() -> None:
    found = read_text(
        f"{LONG}\n\n- One\n- Two [3]\n\n{LONG.replace('[1]', '').replace('[2]', '')}\n\n{NOTES}\n[3] Third."
    )
    assert '<p>Two<span data-footnote="">Third.</span></p>' in found.blocks[1].html


@pytest.mark.parametrize(
    "text",
    [
        LONG,
        f"{LONG}\n\n[1] Only one.",
        f"{LONG} Again[1].\n\n{NOTES}",
        f"{LONG}\n\n{NOTES}\n[3] Without a mark.",
        f"{LONG}\n\n[2] See R & D.\n[1] Harbour Rolls, p. 7.",
        f"A headline with a mark[1]\n\n{LONG.replace('[1]', '')}\n\n{NOTES}",
        f"{LONG}\n\n{NOTES}\n\nIda Quay [1] is a fellow.",
    ],
    ids=[
        "no notes",
        "one is missing",
        "a mark twice",
        "a note too many",
        "order",
        "headline",
        "below the notes",
    ],
)
def test_marks_whose_notes_are_not_certain_stay_and_are_asked_about(text: str) -> None:
    found = read_text(text)
    assert [block.text for block in found.blocks] == [line for line in text.split("\n") if line]
    assert "looks like the mark of a note" in found.doubts[0]
