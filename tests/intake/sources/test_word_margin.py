"""Tracked changes of a Word file are taken or refused, and with its comments they keep author, time and place."""

import random

from intake.sources.from_word import manuscript_of
from intake.sources.manuscript import Manuscript
from intake.sources.word.document import answer
from intake.sources.word.margin import END
from tests.intake.word_files import notes, paragraph, run, word_file
from tests.intake.word_margins import comments_part, deleted, inserted, tracked, with_comments

BODY = (
    paragraph("A headline of paper")
    + paragraph(inner=run("Paper ") + deleted("comes") + inserted("drifts", by="Bo Ferry") + run(" in."))
    + f"<w:p><w:pPr><w:rPr>{inserted()}</w:rPr></w:pPr>{inserted('All new words.')}</w:p>"
    + paragraph("It goes out again.")
    + f"<w:p><w:pPr><w:rPr>{deleted()}</w:rPr></w:pPr>{run('One ')}</w:p>"
    + paragraph("and two.")
)


def read(source: bytes, *, refuses: bool = False) -> Manuscript:
    return manuscript_of(answer(source, refuses=refuses))


def words(manuscript: Manuscript) -> list[str]:
    return [block.text for block in manuscript.blocks]


def test_changes_are_taken_or_refused_with_the_ends_of_their_paragraphs() -> None:
    source = word_file(BODY)
    same = "A headline of paper", "It goes out again."
    taken, refused = read(source), read(source, refuses=True)
    assert words(taken) == [same[0], "Paper drifts in.", "All new words.", same[1], "One and two."]
    assert words(refused) == [same[0], "Paper comes in.", same[1], "One", "and two."]
    assert "Tracked changes were refused" in refused.remarks[0]
    assert [(each.kind, each.words, each.author) for each in taken.margin.changes if each.words != END] == [
        ("deleted", "comes", "Ida Quay"),
        ("inserted", "drifts", "Bo Ferry"),
        ("inserted", "All new words.", "Ida Quay"),
    ]
    assert {each.dated for each in taken.margin.changes} == {"2026-03-03T10:12"}
    assert taken.margin == refused.margin


def test_a_change_of_a_note_or_a_picture_alone_can_be_refused_too() -> None:
    note = notes("footnote", n2="See there.").replace(
        run("See there."), deleted("See") + inserted("Look there.")
    )
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    for inner in (run("Paper.") + mark, run("Paper.") + inserted(" ").replace(run(" "), mark)):
        read_back = read(word_file(paragraph("A headline") + paragraph(inner=inner), footnotes=note))
        assert {each.words for each in read_back.margin.changes} == {END}
    picture = inserted(" ").replace(run(" "), "<w:r><w:drawing/></w:r>")
    (change,) = read(
        word_file(paragraph("A headline") + paragraph(inner=run("Paper.") + picture))
    ).margin.changes
    assert (change.kind, change.author) == ("inserted", "Ida Quay")


def test_any_changes_taken_give_the_new_text_and_refused_the_old_one() -> None:
    numbers = random.Random(11)
    some = "paper tide quay harbour comes goes out in the a of with never again".split()
    for _ in range(40):
        old, new = (
            [" ".join(numbers.choices(some, k=numbers.randint(1, 8))) for _ in range(numbers.randint(1, 4))]
            for _ in range(2)
        )
        source = word_file(paragraph("A headline") + tracked(old, new))
        assert words(read(source)) == ["A headline", *new]
        assert words(read(source, refuses=True)) == ["A headline", *old]


def test_comments_keep_who_wrote_them_when_and_the_words_they_are_about() -> None:
    body = (
        paragraph("A headline")
        + paragraph(inner=run("Paper ") + with_comments(7, run("comes ") + inserted("slowly ")) + run("in."))
        + paragraph(inner=run("Is it") + with_comments(8, "") + run("?"))
    )
    parts = comments_part(c7="Who says so?\nAsk her.", c8="Yes.", done=("c8",))
    asked, settled = read(word_file(body, **parts)).margin.comments
    assert (asked.words, asked.author, asked.dated) == (
        "Who says so?\nAsk her.",
        "Ida Quay",
        "2026-03-04T09:00",
    )
    assert asked.quoted == ["comes slowly", "comes"]
    assert asked.paragraph == ["Paper comes slowly in.", "Paper comes in."]
    assert (asked.is_done, settled.is_done, settled.quoted) == (False, True, ["", ""])
