"""The inside of paragraphs: runs of text with their marks, links, line breaks, and the marks of notes."""

from collections.abc import Iterator

from desk.export.word.links import Relations
from desk.export.word.markup import Element, element, value, words
from prose.html.allowed import NOTE

_MARKS = {
    "strong": ("w:b", "w:bCs"),  # the second of each pair is for Arabic and Hebrew
    "em": ("w:i", "w:iCs"),
    "s": ("w:strike",),
}
_RAISED = {"sup": "superscript", "sub": "subscript"}
_STYLES = {"code": "HTMLCode", "a": "Hyperlink"}
# ECMA-376 17.3.2.28: a run's properties stand in this order.
_ORDER = ("w:rStyle", "w:b", "w:bCs", "w:i", "w:iCs", "w:strike", "w:u", "w:vertAlign", "w:rtl")


class Runs:
    """Writes the runs of one part. `notes` collects the notes, in the order of their marks."""

    def __init__(self, relations: Relations) -> None:
        self._relations = relations
        self.notes: list[Element] = []

    def of(self, node: Element, *, is_rtl: bool = False) -> list[Element]:
        """The runs and links of an element of a body that holds a line of text."""
        return list(self._inside(node, (), is_rtl))

    def _inside(self, node: Element, marks: tuple[str, ...], is_rtl: bool) -> Iterator[Element]:
        yield from _run(node.text, marks, is_rtl)
        for child in node:
            yield from self._child(child, marks, is_rtl)
            yield from _run(child.tail, marks, is_rtl)

    def _child(self, child: Element, marks: tuple[str, ...], is_rtl: bool) -> Iterator[Element]:
        if child.tag == "br":
            yield element("w:r", None, element("w:br"))
        elif child.tag == "span" and NOTE in child.attrib:
            self.notes.append(child)
            mark = element("w:endnoteReference", {"w:id": str(len(self.notes))})
            yield element("w:r", None, element("w:rPr", None, value("w:rStyle", "EndnoteReference")), mark)
        elif child.tag == "a":
            link = {"r:id": self._relations.link(child.get("href", "")), "w:history": "1"}
            if title := child.get("title", ""):
                link["w:tooltip"] = title
            yield element("w:hyperlink", link, *self._inside(child, (*marks, "a"), is_rtl))
        else:
            yield from self._inside(child, (*marks, child.tag), is_rtl)


def _run(text: str | None, marks: tuple[str, ...], is_rtl: bool) -> Iterator[Element]:
    """A run of text; a newline in it, as code has them, is a line break."""
    if not text:
        return
    run = element("w:r", None, *_properties(marks, is_rtl))
    for number, line in enumerate(text.split("\n")):
        if number:
            run.append(element("w:br"))
        if line:
            run.append(words(line))
    yield run


def _properties(marks: tuple[str, ...], is_rtl: bool) -> list[Element]:
    given = [element(name) for mark in marks for name in _MARKS.get(mark, ())]
    given += [value("w:vertAlign", _RAISED[mark]) for mark in marks if mark in _RAISED]
    given += [value("w:rStyle", _STYLES[mark]) for mark in marks if mark in _STYLES][:1]
    given += [value("w:u", "single")] if "u" in marks else []
    given += [element("w:rtl")] if is_rtl else []
    if not given:
        return []
    by_name = {f"w:{each.tag.rpartition('}')[2]}": each for each in given}
    return [element("w:rPr", None, *(by_name[name] for name in _ORDER if name in by_name))]
