"""Equations of a Word file (Office MathML, ECMA-376 22.1), written in one line: x², (a+b)/2, √(x), ∑."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from intake.sources.word.package import Element, attribute, child, name_of


class Piece(NamedTuple):
    """Characters of an equation; `mark` is "sup", "sub" or ""; signs that the file does not hold are `is_added`."""

    text: str
    mark: str = ""
    is_added: bool = False


Pieces = list[Piece]
COMPARE = "An equation was written in one line: “{}”. Compare it with the file."
"""The sentence on an equation that loses its shape."""
_SIMPLE = frozenset({"m:r", "m:t", "m:sSup", "m:sSub", "m:sSubSup", "m:e", "m:sup", "m:sub", "m:oMath", "m:oMathPara",
                     "w:r", "w:t"})  # fmt: skip
_FENCES = {"m:begChr": "(", "m:endChr": ")", "m:sepChr": "|"}


def written(equation: Element) -> Pieces:
    """The pieces of an equation in reading order."""
    return [piece for each in equation for piece in _pieces(each)]


def is_in_one_line_anyway(equation: Element) -> bool:
    """True for an equation that loses no shape in one line: letters, numbers and simple powers."""
    names = {name_of(each) for each in equation.iter()}
    return all(name in _SIMPLE or name.endswith("Pr") or not _is_shape(name) for name in names)


def _is_shape(name: str) -> bool:
    return name in SHAPES


def _pieces(element: Element) -> Iterator[Piece]:
    name = name_of(element)
    if name in ("m:t", "w:t"):
        yield Piece(element.text or "")
    elif name in SHAPES:
        yield from SHAPES[name](element)
    elif not name.endswith("Pr"):
        for each in element:
            yield from _pieces(each)


def _part(element: Element, name: str) -> Pieces:
    part = child(element, name)
    return [] if part is None else [piece for each in part for piece in _pieces(each)]


def _parts(element: Element, name: str) -> list[Pieces]:
    return [[piece for each in part for piece in _pieces(each)] for part in element if name_of(part) == name]


def _added(text: str) -> Piece:
    return Piece(text, is_added=True)


def _grouped(pieces: Pieces) -> Pieces:
    """The pieces, in brackets if they are more than one sign or number."""
    text = "".join(piece.text for piece in pieces).strip()
    if len(text) < 2 or text.isalnum():
        return pieces
    return [_added("("), *pieces, _added(")")]


def _script(pieces: Pieces, mark: str) -> Pieces:
    """The pieces raised or lowered; what is so already is written with ^ or _."""
    raised: Pieces = []
    for piece in pieces:
        if piece.mark:
            raised += [Piece("^" if piece.mark == "sup" else "_", mark, True), piece._replace(mark=mark)]
        else:
            raised.append(piece._replace(mark=mark))
    return raised


def _fraction(element: Element) -> Pieces:
    return [*_grouped(_part(element, "m:num")), _added("/"), *_grouped(_part(element, "m:den"))]


def _superscript(element: Element) -> Pieces:
    return [
        *_part(element, "m:e"),
        *_script(_part(element, "m:sub"), "sub"),
        *_script(_part(element, "m:sup"), "sup"),
    ]


def _prescript(element: Element) -> Pieces:
    return [
        *_script(_part(element, "m:sub"), "sub"),
        *_script(_part(element, "m:sup"), "sup"),
        *_part(element, "m:e"),
    ]


def _radical(element: Element) -> Pieces:
    return [*_script(_part(element, "m:deg"), "sup"), _added("√"), *_grouped(_part(element, "m:e"))]


def _nary(element: Element) -> Pieces:
    sign = child(element, "m:naryPr", "m:chr")
    operator = attribute(sign, "m:val") if sign is not None else "∫"
    return [
        _added(operator or "∫"), *_script(_part(element, "m:sub"), "sub"), *_script(_part(element, "m:sup"), "sup"),
        _added(" "), *_part(element, "m:e"),
    ]  # fmt: skip


def _fenced(element: Element) -> Pieces:
    properties = child(element, "m:dPr")

    def fence(name: str) -> str:
        given = child(properties, name)
        return attribute(given, "m:val") if given is not None else _FENCES[name]

    inner = _joined(_parts(element, "m:e"), fence("m:sepChr"))
    return [_added(fence("m:begChr")), *inner, _added(fence("m:endChr"))]


def _joined(parts: Iterable[Pieces], between: str) -> Pieces:
    joined: Pieces = []
    for number, pieces in enumerate(parts):
        joined += [_added(between)] if number else []
        joined += pieces
    return joined


def _function(element: Element) -> Pieces:
    return [*_part(element, "m:fName"), _added(" "), *_part(element, "m:e")]


def _accent(element: Element) -> Pieces:
    sign = child(element, "m:accPr", "m:chr")
    return [*_part(element, "m:e"), _added(attribute(sign, "m:val") or "\u0302")]


def _limit(element: Element) -> Pieces:
    mark = "sub" if name_of(element) == "m:limLow" else "sup"
    return [*_part(element, "m:e"), *_script(_part(element, "m:lim"), mark)]


def _matrix(element: Element) -> Pieces:
    rows = [_joined(_parts(row, "m:e"), ", ") for row in element if name_of(row) == "m:mr"]
    return [_added("["), *_joined(rows, "; "), _added("]")]


def _lines(element: Element) -> Pieces:
    return _joined(_parts(element, "m:e"), "; ")


SHAPES = {
    "m:f": _fraction, "m:sSup": _superscript, "m:sSub": _superscript, "m:sSubSup": _superscript, "m:sPre": _prescript,
    "m:rad": _radical, "m:nary": _nary, "m:d": _fenced, "m:func": _function, "m:acc": _accent, "m:limLow": _limit,
    "m:limUpp": _limit, "m:m": _matrix, "m:eqArr": _lines,
}  # fmt: skip
