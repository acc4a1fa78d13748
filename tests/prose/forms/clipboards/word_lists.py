"""Lists on Word's clipboard: paragraphs that carry their bullet or number as text."""

from typing import NamedTuple


class Point(NamedTuple):
    """A point of a list: level, bullet or number, words, number of the list."""

    level: int
    marker: str
    words: str
    list: int = 0


def word(*points: Point | str, ignore: str = "mso-list:Ignore") -> str:
    """Word's clipboard with points and, between them, HTML."""
    return f"""<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator
content="Microsoft Word 15"></head><body><!--StartFragment-->
{"".join(_paragraph(point, ignore) if isinstance(point, Point) else point for point in points)}
<!--EndFragment--></body></html>"""


def _paragraph(point: Point, ignore: str) -> str:
    return f"""<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l{point.list} level{point.level}
lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='{ignore}'>{point.marker}<span
style='font:7.0pt "Times New Roman"'>&nbsp; </span></span></span><![endif]><span>{point.words}<o:p></o:p></span></p>
"""


def _online(level: int, tag: str, words: str, start: str = "") -> str:
    return f"""<div class="ListContainerWrapper SCXW1 BCX0"><{tag} class="ListStyle1 SCXW1" role="list"{start}><li
data-leveltext="x" data-listid="1" data-aria-level="{level}" role="listitem" class="OutlineElement Ltr"><p
class="Paragraph SCXW1"><span class="TextRun SCXW1"><span class="NormalTextRun">{words}</span></span><span
class="EOP SCXW1">&nbsp;</span></p></li></{tag}></div>"""


NESTED = "<ul><li><p>Nets</p><ul><li><p>Old nets</p><ul><li><p>Torn nets</p></li></ul></li></ul></li></ul>"
BETWEEN = "<p class=MsoNormal>Between.</p>"

LABELLED = "".join(
    f"<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>Case {number}:"
    f"<span>&nbsp;</span></span>{words}</p>"
    for number, words in enumerate(("ships", "tides"), start=1)
)

CLIPBOARDS = {
    "word: words that a list prints": (LABELLED, "<p>Case 1:&nbsp;ships</p><p>Case 2:&nbsp;tides</p>"),
    "word: a style name broken over two lines": (
        word(
            Point(1, "·", "Nets"),
            Point(2, "o", "Old nets"),
            Point(3, "§", "Torn nets"),
            ignore="mso-list:\nIgnore",
        ),
        NESTED,
    ),
    "word: lists that start at the second level": (
        word("<p class=MsoNormal>Before.</p>", Point(2, "·", "Nets"), BETWEEN, Point(2, "·", "Buoys")),
        "<p>Before.</p><ul><li><p>Nets</p></li></ul><p>Between.</p><ul><li><p>Buoys</p></li></ul>",
    ),
    "word: the first point deeper than the next": (
        word(Point(2, "o", "Nets"), Point(1, "·", "Buoys"), Point(2, "o", "Red buoys")),
        "<ul><li><p>Nets</p></li><li><p>Buoys</p><ul><li><p>Red buoys</p></li></ul></li></ul>",
    ),
    "word: kinds and starts": (
        word(
            Point(1, "(c)", "Third"),
            Point(1, "(d)", "Fourth"),
            Point(2, "i.", "First of four"),
            Point(2, "ii.", "Second of four"),
            Point(1, "(e)", "Fifth"),
            BETWEEN,
            Point(1, "IV)", "In Rome"),
            Point(1, "1.", "A list anew", 2),
            Point(1, "–", "With dashes", 3),
        ),
        '<ol start="3" type="a"><li><p>Third</p></li><li><p>Fourth</p><ol type="i"><li><p>First of four</p></li>'
        "<li><p>Second of four</p></li></ol></li><li><p>Fifth</p></li></ol><p>Between.</p>"
        '<ol start="4" type="I"><li><p>In Rome</p></li></ol><ol><li><p>A list anew</p></li></ol>'
        "<ul><li><p>With dashes</p></li></ul>",
    ),
    "word for the web": (
        _online(1, "ul", "Nets")
        + _online(2, "ul", "Old nets")
        + _online(1, "ul", "Buoys")
        + '<div class="OutlineElement"><p class="Paragraph">Between.</p></div>'
        + _online(1, "ol", "Third", ' start="3"')
        + _online(1, "ol", "Fourth", ' start="4"'),
        "<ul><li><p>Nets</p><ul><li><p>Old nets</p></li></ul></li><li><p>Buoys</p></li></ul><p>Between.</p>"
        '<ol start="3"><li><p>Third</p></li><li><p>Fourth</p></li></ol>',
    ),
}
