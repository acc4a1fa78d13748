"""Plain texts and pasted ones become blocks; other data is refused with a sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.sources.from_text import read_text
from intake.sources.manuscript import CannotRead
from intake.sources.markup import running_text
from intake.sources.read import read_file, read_pasted
from prose.limits import MAX_BODY_CHARS

ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252")
LINES = st.lists(
    st.from_regex(r"[A-Za-zäöüé–“”’]{1,12}( [A-Za-zäöüé–“”’]{1,12}){0,8}", fullmatch=True),
    min_size=1,
)


@pytest.mark.long
@given(lines=LINES, encoding=st.sampled_from(ENCODINGS))
def test_a_text_reads_the_same_in_every_usual_encoding(lines, encoding):
    marks = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}
    source = marks.get(encoding, b"") + "\n\n".join(lines).encode(encoding)
    assert [block.text for block in read_text(source).blocks] == lines


def test_a_text_that_is_not_utf_8_says_how_it_was_read():
    manuscript = read_text("Smørrebrød – naïve".encode("cp1252"))
    assert manuscript.blocks[0].text == "Smørrebrød – naïve"
    assert "Windows-1252" in manuscript.remarks[0]
    assert read_text("Smørrebrød".encode()).remarks == ()


@pytest.mark.parametrize(
    ("source", "why"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "empty"),
        (b"\x00\x01\x02abc", "binary"),
        (bytes(range(256)) * 4, "not a text"),
        (b"PK\x03\x04\x14\x00\x00\x00", "binary"),
        (b"\xff\xfea", "no sense"),
        (b"word " * MAX_BODY_CHARS, "too long"),
    ],
    ids=["empty", "blank", "NUL", "every byte", "zip", "half a character", "too long"],
)
def test_what_is_no_text_is_refused_with_a_sentence(source, why):
    with pytest.raises(CannotRead, match=why):
        read_file("manuscript.txt", source)


def test_lines_keep_their_numbers_and_lose_unseen_characters():
    blocks = read_text("\n  One\u200b line \n\nTwo\x07 \u202elines\r\nThree\xa0words").blocks
    assert [(block.line, block.text) for block in blocks] == [
        (2, "One line"),
        (4, "Two lines"),
        (5, "Three words"),
    ]


def test_a_text_wrapped_by_hand_is_closed_up_and_says_so():
    wrapped = "The Short Line\n\n" + "\n".join(
        ["This line is as long as lines in old mails used to be, and"] * 3 + ["so on."]
    )
    manuscript = read_text(wrapped)
    assert len(manuscript.blocks) == 2
    assert manuscript.blocks[1].line == 3
    assert manuscript.blocks[1].text.endswith("be, and so on.")
    assert "wrapping" in manuscript.remarks[0]


def test_markup_in_a_plain_text_stays_words():
    (block,) = read_text("a < b & <script>alert(1)</script>").blocks
    assert running_text(block.html) == "a < b & <script>alert(1)</script>"
    assert "<script" not in block.html


@pytest.mark.parametrize("name", ["a.pdf", "a.doc", "a", "a.docx.exe"])
def test_other_files_are_refused_by_name(name):
    with pytest.raises(CannotRead, match=r"Only \.txt, \.md, \.html, \.mht, \.zip and \.docx"):
        read_file(name, b"text")


def test_a_pasted_text_may_be_the_source_of_a_page():
    assert read_pasted("<p>One <em>word</em></p>").blocks[0].html == "<p>One <em>word</em></p>"
    assert read_pasted("A < B").blocks[0].text == "A < B"
