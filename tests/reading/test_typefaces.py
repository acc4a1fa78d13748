"""The typefaces of public pages: every file is there, small, and asked for by the pages that need it."""

import re

import pytest

from reading.typefaces import sheet_for, typefaces_for
from tests.house.figures import ROOT
from tests.reading.typefaces import FACES, RANGES

STATIC = ROOT / "reading/static/desk"


def test_the_style_sheets_name_each_file_with_its_letters():
    sheets = "".join(
        (STATIC / f"typefaces{script}.css").read_text() for script in ("", "-greek", "-cyrillic")
    )
    found = re.findall(r'src: url\("typefaces/([\w-]+)\.woff2"\).*?;\s+unicode-range: (.*?);', sheets)
    assert sorted(found) == sorted(
        (f"{face}-{script}", letters) for face in FACES for script, letters in RANGES.items()
    )
    for name, _ in found:
        content = (STATIC / f"typefaces/{name}.woff2").read_bytes()
        assert content[:4] == b"wOF2"
        assert len(content) < 26_000


@pytest.mark.parametrize(
    ("language", "letters"), [("fr", "latin"), ("ru", "cyrillic"), ("el", "greek"), ("ko", "")]
)
def test_a_page_fetches_the_letters_of_its_language_early(language, letters):
    expected = [f"desk/typefaces/{face}-{letters}.woff2" for face in ("serif", "sans")] if letters else []
    assert typefaces_for(language) == expected
    assert (
        sheet_for(language) == f"desk/public{f'-{letters}' if letters in ('cyrillic', 'greek') else ''}.css"
    )
    assert (ROOT / "reading/static" / sheet_for(language)).exists()
    assert all((ROOT / "reading/static" / name).exists() for name in expected)
