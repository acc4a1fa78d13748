import pytest

from prose.languages import CHOICES
from prose.quotation_marks import marks_by_language, quotation_marks


def test_every_language_of_a_piece_has_marks_for_both_kinds_of_quotes():
    marks = marks_by_language()
    assert set(marks) == {code for code, _name in CHOICES}
    assert all(len(four) == 4 and all(four) for four in marks.values())


@pytest.mark.parametrize(
    ("code", "marks"),
    [
        ("de-CH", "„“‚‘"),
        ("en-GB", "“”‘’"),
        ("zh-Hans", "“”‘’"),
        ("zh-Hant", "「」『』"),
        ("tlh", "“”‘’"),
        ("cs", "„“‚‘"),
        ("el", "«»“”"),
        ("nb", "«»‘’"),
        ("hu", "„”»«"),
        ("ur", "”“’‘"),
        ("tr", "“”‘’"),
    ],
)
def test_a_variant_takes_the_marks_of_its_language_and_an_unknown_one_those_of_english(code, marks):
    assert "".join(quotation_marks(code)) == marks
