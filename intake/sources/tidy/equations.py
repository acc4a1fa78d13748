"""Equations of a page, of Word's clipboard (Office MathML) and of browsers (MathML), written in one line.

Both are turned into the Office MathML that a Word file holds, so that `intake.sources.word.equations` writes them.
"""

import re
from collections.abc import Iterator

import lxml.etree
import lxml.html

from intake.patterns import Pattern
from intake.sources.balance import Balance
from intake.sources.tidy.elements import Html, has_class, raw_text
from intake.sources.word import equations
from intake.sources.word.package import Element, qname

_IN_COMMENT = Pattern(
    r"<!--\[if gte msEquation[^\]]{0,20}\]>((?:(?!<!--).)*?)<!\[endif\]-->", re.DOTALL | re.IGNORECASE
)
_SELF_CLOSED = Pattern(r"<(m:\w{1,20})([^<>]{0,400}?)/>")
_NAMES = (
    *equations.SHAPES, "m:e", "m:num", "m:den", "m:sup", "m:sub", "m:deg", "m:lim", "m:fName", "m:mr", "m:chr",
    "m:begChr", "m:endChr", "m:sepChr", "m:naryPr", "m:dPr", "m:accPr",
)  # fmt: skip
_OFFICE = {name.lower(): name for name in _NAMES}
"""Name as the HTML parser gives it -> name in Office MathML."""
_MATHML = {
    "mfrac": ("m:f", ("m:num", "m:den")),
    "msup": ("m:sSup", ("m:e", "m:sup")),
    "msub": ("m:sSub", ("m:e", "m:sub")),
    "msubsup": ("m:sSubSup", ("m:e", "m:sub", "m:sup")),
    "munderover": ("m:sSubSup", ("m:e", "m:sub", "m:sup")),
    "mroot": ("m:rad", ("m:e", "m:deg")),
    "munder": ("m:limLow", ("m:e", "m:lim")),
    "mover": ("m:limUpp", ("m:e", "m:lim")),
}
"""Element of MathML -> shape of Office MathML, and the names of its parts in their order."""
_WITH_WORDS = frozenset({"m:r", "m:t", "mi", "mn", "mo", "mtext", "ms", "span", "i", "b", "em", "strong"})
_UNREAD = frozenset({"annotation", "annotation-xml", "mspace", "mprescripts", "none"})
_WRITTEN_TWICE = frozenset({"katex-html", "MathJax_Preview", "MathJax_SVG"})
_BOXES = frozenset({"span", "i", "em", "font", "mjx-container", "mjx-assistive-mml"})
_SHOWN = 80


def show_equations(source: str) -> str:
    """The HTML with Word's equations out of the comments that browsers skip; only in them a tag ends with "/>"."""
    return _IN_COMMENT.sub(lambda match: _SELF_CLOSED.sub(r"<\1\2></\1>", match[1]), source)


def write_equations(body: Html, balance: Balance) -> list[str]:
    """Write each equation in one line, in place; returns a sentence for each that loses a shape by it."""
    found = list(body.iter("math", "m:omath"))
    for twice in list(body.iter("span", "div", "mjx-math")) if found else []:
        if (twice.tag == "mjx-math" or has_class(twice, _WRITTEN_TWICE)) and twice.getparent() is not None:
            balance.give_out(raw_text(twice))
            twice.drop_tree()
    sentences = []
    for each in found:
        equation = lxml.etree.Element(qname("m:oMath"))
        equation.extend(_read_all(each))
        pieces = equations.written(equation)
        if not pieces:
            continue
        if not equations.is_in_one_line_anyway(equation):
            words = "".join(piece.text for piece in pieces)
            sentences.append(equations.COMPARE.format(words[:_SHOWN]))
        _replace(each, pieces, balance)
    return list(dict.fromkeys(sentences))


def _read(element: Html) -> Iterator[Element]:
    """Elements of Office MathML for an element of either kind; what only wraps others is passed over."""
    tag = str(element.tag)
    if tag in _OFFICE:
        made = lxml.etree.Element(qname(_OFFICE[tag]))
        if (value := element.get("m:val")) is not None:
            made.set(qname("m:val"), value)
        made.extend(_read_all(element))
        yield made
    elif tag in _MATHML and len(element) == len(_MATHML[tag][1]):
        name, parts = _MATHML[tag]
        made = lxml.etree.Element(qname(name))
        made.extend(_part(part, [each]) for part, each in zip(parts, element, strict=True))
        yield made
    elif tag in ("msqrt", "mfenced", "mtable"):
        yield _box(tag, element)
    elif tag == "semantics":
        yield from _read(element[0]) if len(element) else ()
    elif tag not in _UNREAD and not (tag.startswith("m:") and tag.endswith("pr")):
        yield from _read_all(element)


def _read_all(element: Html) -> Iterator[Element]:
    """The same for what is in an element, its words included; between the elements there are only line ends."""
    is_words = element.tag in _WITH_WORDS
    if is_words and (element.text or "").strip():
        yield _words(element.text or "")
    for each in element:
        yield from _read(each)
        if is_words and (each.tail or "").strip():
            yield _words(each.tail or "")


def _words(text: str) -> Element:
    made = lxml.etree.Element(qname("m:t"))
    made.text = " ".join(text.split())
    return made


def _part(name: str, elements: list[Html]) -> Element:
    made = lxml.etree.Element(qname(name))
    for each in elements:
        made.extend(_read(each))
    return made


def _box(tag: str, element: Html) -> Element:
    """A root, fences or a table of MathML."""
    if tag == "msqrt":
        root = lxml.etree.Element(qname("m:rad"))
        root.append(_part("m:e", list(element)))
        return root
    if tag == "mtable":
        table = lxml.etree.Element(qname("m:m"))
        for row in element:
            made = lxml.etree.SubElement(table, qname("m:mr"))
            made.extend(_part("m:e", [cell]) for cell in row)
        return table
    fences = lxml.etree.Element(qname("m:d"))
    properties = lxml.etree.SubElement(fences, qname("m:dPr"))
    for name, attribute, usual in (
        ("m:begChr", "open", "("),
        ("m:endChr", "close", ")"),
        ("m:sepChr", "separators", ","),
    ):
        lxml.etree.SubElement(properties, qname(name)).set(qname("m:val"), element.get(attribute, usual))
    fences.extend(_part("m:e", [each]) for each in element)
    return fences


def _replace(element: Html, pieces: equations.Pieces, balance: Balance) -> None:
    """Put the pieces where the equation stands, alone in its box, and take a picture of it away."""
    box = element
    while (
        (around := box.getparent()) is not None
        and around.tag in _BOXES
        and _packed(around) == _packed(element)
    ):
        box = around
    if _is_picture(box.getnext()) and not (box.tail or "").strip():
        box.getnext().drop_tree()
    balance.give_out(raw_text(box))
    written = lxml.html.Element("span")
    for piece in pieces:
        if piece.mark:
            lxml.etree.SubElement(written, piece.mark).text = piece.text
        elif len(written):
            written[-1].tail = (written[-1].tail or "") + piece.text
        else:
            written.text = (written.text or "") + piece.text
    balance.bring_in(raw_text(written))
    written.tail, box.tail = box.tail, None
    parent = box.getparent()
    if parent is not None:
        parent.replace(box, written)
        written.drop_tag()


def _packed(element: Html) -> str:
    return "".join(raw_text(element).split())


def _is_picture(element: Html | None) -> bool:
    if element is None or element.tag not in ("img", "span") or raw_text(element).strip():
        return False
    return element.tag == "img" or next(element.iter("img"), None) is not None
