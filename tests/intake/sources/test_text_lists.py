"""What stands for a list or a heading in a plain text is one, where that is certain; else an editor is asked."""

import pytest

from intake.recognition.recognise import recognise
from intake.sources.from_text import read_text
from intake.sources.manuscript import BlockKind, CannotRead, as_html
from intake.sources.read import read_file
from tests.intake.harbour import KNOWLEDGE

LONG = (
    "The night shift at the quay was paid out of three purses for as long as anybody remembers, and nobody kept the "
    "accounts of all three."
)
LINE = "this line is as long as lines in old mails used to be, and"
PROSE = "\n".join([LINE] * 3)


def between(lines: str) -> str:
    return f"{LONG}\n\n{lines}\n\n{LONG}"


@pytest.mark.parametrize(
    ("lines", "html"),
    [
        ("* One\n* Two", "<ul><li><p>One</p></li><li><p>Two</p></li></ul>"),
        ("- One\n- Two", "<ul><li><p>One</p></li><li><p>Two</p></li></ul>"),
        ("• One\n\n• Two", "<ul><li><p>One</p></li><li><p>Two</p></li></ul>"),
        ("1. One\n2. Two", "<ol><li><p>One</p></li><li><p>Two</p></li></ol>"),
        ("1) One\n\n2) Two", "<ol><li><p>One</p></li><li><p>Two</p></li></ol>"),
        ("* One < 2\n  and more\n* Two", "<ul><li><p>One &lt; 2 and more</p></li><li><p>Two</p></li></ul>"),
        ("* One\n  - Deep\n  - Deeper\n* Two", "<ul><li><p>One</p><ul><li><p>Deep</p></li><li><p>Deeper</p></li></ul>"
         "</li><li><p>Two</p></li></ul>"),
    ],
)  # fmt: skip
def test_a_list_of_a_plain_text_is_a_list(lines: str, html: str) -> None:
    found = read_text(between(lines))
    assert [block.html for block in found.blocks] == [f"<p>{LONG}</p>", html, f"<p>{LONG}</p>"]
    assert (found.blocks[1].kind, found.blocks[1].line) == (BlockKind.LIST, 3)
    assert any("read as lists" in remark for remark in found.remarks)
    assert not found.doubts


def test_a_list_in_a_text_that_was_wrapped_by_hand_keeps_its_items_apart() -> None:
    found = read_text(
        f"{PROSE}\nso on:\n* First, {LINE}\n{LINE}\nso on\n* Second\n\n{PROSE}\n- at the quay - so on."
    )
    _, items, after = found.blocks
    assert items.text.split("Second") == [f"First, {LINE} {LINE} so on ", ""]
    assert items.html.count("<li>") == 2
    assert after.text.endswith("and - at the quay - so on.")
    assert not found.doubts


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        ("* Thanks to the harbour master", "A line begins with “*”"),
        ("- Who pays?\n\n- Nobody does.", "2 lines begin with “-”"),
        ("• The only one", "A line begins with “•”"),
    ],
)
def test_signs_that_may_mean_something_else_stay_and_are_asked_about(lines: str, sentence: str) -> None:
    found = read_text(between(lines))
    assert [block.text for block in found.blocks] == [LONG, *lines.split("\n\n"), LONG]
    assert sentence in found.doubts[0]


@pytest.mark.parametrize(
    "lines",
    ["* * *", "- Ida Quay", "2. The second part", "3. März 2021\n4. Mai 2021", "-5 degrees\n-6 degrees"],
)
def test_signs_that_are_no_list_stay_without_a_question(lines: str) -> None:
    found = read_text(between(lines))
    assert [block.text for block in found.blocks] == [LONG, *lines.split("\n"), LONG]
    assert not found.doubts


def test_notes_on_the_authors_below_a_text_are_no_list() -> None:
    found = read_text(f"{LONG}\n\n* Ida Quay is a fellow.\n* Ben Ask is a fellow.")
    assert len(found.blocks) == 3
    assert "2 lines begin with “*”" in found.doubts[0]


def test_the_last_lines_of_a_text_are_a_list_if_they_are_announced() -> None:
    assert read_text(f"{LONG}\n\nWe ask for three things:\n\n- One\n- Two").blocks[-1].kind is BlockKind.LIST


def test_a_staircase_of_lines_is_no_list() -> None:
    stairs = "\n".join(f"{' ' * step}- step {step}" for step in range(60))
    found = read_text(between(stairs))
    assert len(found.blocks) == 62
    assert "60 lines begin with “-”" in found.doubts[0]


def test_a_list_that_is_too_long_with_its_markup_is_refused_with_the_size() -> None:
    with pytest.raises(CannotRead, match="at most 400,000 fit"):
        read_text(between("- item\n" * 30_000))


def test_a_line_in_capitals_between_paragraphs_is_a_heading() -> None:
    found = read_text(f"WHO PAYS\n\nBY IDA QUAY\n\n{LONG}\n\nTHREE PURSES\n\n{LONG}\n\nENDS")
    assert [block.text for block in found.blocks if block.kind is BlockKind.HEADING] == ["THREE PURSES"]
    assert found.blocks[3].html == "<h2>THREE PURSES</h2>"
    assert any("capitals as headings" in remark for remark in found.remarks)


def test_a_text_all_in_capitals_has_no_headings() -> None:
    found = read_text("\n\n".join([LONG.upper(), "THREE PURSES", LONG.upper()]))
    assert {block.kind for block in found.blocks} == {BlockKind.PARAGRAPH}


def test_a_list_and_a_heading_of_a_file_reach_the_body() -> None:
    text = f"Who pays for the long night\n\nBy Ida Quay\n\n{LONG}\n\nTHREE PURSES\n\n- One\n- Two\n\n{LONG}\n"
    body = as_html(recognise(read_file("a.txt", text.encode()), KNOWLEDGE).body)
    assert "<h2>THREE PURSES</h2>\n<ul><li><p>One</p></li><li><p>Two</p></li></ul>" in body
