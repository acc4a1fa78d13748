"""Whatever way a Word file hides words, they are named and are no text."""

import pytest

from intake.sources.from_word import manuscript_of
from intake.sources.word.blocks import HIDES_SOME
from intake.sources.word.document import answer
from tests.intake.word_files import NAMESPACES, paragraph, word_file

ASK = "<w:t>Ask the lawyer.</w:t>"
HIDDEN = "<w:rPr><w:vanish/></w:rPr>"


def written(properties: str = "", style: str = "") -> str:
    around = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{around}<w:r><w:rPr>{properties}</w:rPr>{ASK}</w:r></w:p>"


def equation(inner: str, style: str = "") -> str:
    around = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{around}<m:oMath>{inner}</m:oMath></w:p>"


def in_table(inner: str) -> str:
    properties = '<w:tblPr><w:tblStyle w:val="T"/></w:tblPr>'
    return f"<w:tbl>{properties}<w:tr><w:tc>{inner}</w:tc><w:tc>{written()}</w:tc></w:tr></w:tbl>"


def of_style(kind: str, inner: str = HIDDEN) -> str:
    return f'<w:style w:type="{kind}" w:styleId="{kind[0].upper()}">{inner}</w:style>'


MATHS = "<m:t>Ask the lawyer.</m:t>"
BOX = f"<w:txbxContent>{written()}</w:txbxContent>"
SHAPE = f"<a:graphic><a:graphicData><wps:wsp><wps:txbx>{BOX}</wps:txbx></wps:wsp></a:graphicData></a:graphic>"
ANCHOR = f'<wp:anchor><wp:docPr id="1" name="x" hidden="1"/>{SHAPE}</wp:anchor>'
VML = f'<v:shape style="width:9pt; visibility: hidden"><v:textbox>{BOX}</v:textbox></v:shape>'
NO_FILL = '<w14:textFill xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w14:noFill/></w14:textFill>'
OF_ALL_TEXT = f"<w:docDefaults><w:rPrDefault>{HIDDEN}</w:rPrDefault></w:docDefaults>"
READING = f"<w:rt><w:r>{ASK}</w:r></w:rt><w:rubyBase><w:r><w:t>.</w:t></w:r></w:rubyBase>"

WAYS = {
    "always hidden": (written("<w:specVanish/>"), ""),
    "hidden on the web": (written("<w:webHidden/>"), ""),
    "hidden by the defaults of all text": (written(), OF_ALL_TEXT),
    "without a fill": (written(NO_FILL), ""),
    "of one point": (written('<w:sz w:val="2"/>'), ""),
    "in the style of a table": (in_table(written()), of_style("table")),
    "in a hidden shape": (f"<w:p><w:r><w:drawing>{ANCHOR}</w:drawing></w:r></w:p>", ""),
    "in a hidden shape of VML": (f"<w:p><w:r><w:pict>{VML}</w:pict></w:r></w:p>", ""),
    "with a reading": (f"<w:p><w:r>{HIDDEN}<w:ruby>{READING}</w:ruby></w:r></w:p>", ""),
    "a phantom": (equation(f'<m:phant><m:phantPr><m:show m:val="0"/></m:phantPr><m:r>{MATHS}</m:r></m:phant>'), ""),
    "an equation of a hidden style": (equation(f"<m:r>{MATHS}</m:r>", "P"), of_style("paragraph")),
    "an equation of hidden characters": (
        equation(f'<m:r><w:rPr><w:rStyle w:val="C"/></w:rPr>{MATHS}</m:r>'), of_style("character"),
    ),
    "a white equation": (equation(f'<m:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr>{MATHS}</m:r>'), ""),
}  # fmt: skip


def read(body: str, styles: str):
    shown = f'<w:p><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>Ships pay.</w:t></w:r></w:p>{body}'
    part = f'<?xml version="1.0"?><w:styles {NAMESPACES}>{styles}</w:styles>'
    return manuscript_of(answer(word_file(shown, styles=part)))


@pytest.mark.parametrize(("body", "styles"), WAYS.values(), ids=WAYS)
def test_words_hidden_in_any_way_of_word_are_named_and_never_printed(body: str, styles: str) -> None:
    manuscript = read(body, styles)
    assert "lawyer" not in "".join(block.html for block in manuscript.blocks)
    assert any(what == "hidden text" and "Ask the lawyer." in words for what, words in (
        (part.what, part.text) for part in manuscript.left_out
    ))  # fmt: skip
    assert not manuscript.doubts


def test_a_table_whose_style_hides_some_cells_is_looked_at_by_an_editor() -> None:
    first_row = f'<w:tblStylePr w:type="firstRow">{HIDDEN}</w:tblStylePr>'
    assert HIDES_SOME in read(in_table(paragraph("Seen")), of_style("table", first_row)).doubts
