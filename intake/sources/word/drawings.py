"""Pictures, charts, text boxes and embedded objects: the words of a box are text, of the others they are named."""

from intake.sources.word.hiding import is_in_hidden_shape
from intake.sources.word.notebook import Notebook
from intake.sources.word.package import Element, Package, Part, attribute, name_of, qname
from intake.sources.word.prepare import words_of

_EQUATION_PROGRAMS = ("Equation.", "MathType", "Mathcad")
_DIAGRAM_WORDS = ("diagramData", "chart", "chartEx")
_NAMES = {"diagramData": "diagram", "chart": "chart", "chartEx": "chart"}


class Drawings:
    """What is drawn. `boxes` are text boxes to be read after their paragraph."""

    def __init__(self, package: Package, notebook: Notebook) -> None:
        self._package = package
        self.notebook = notebook
        self.boxes: list[Element] = []
        self._named: set[str] = set()

    def read(self, drawing: Element, part: Part, *, is_hidden: bool = False) -> None:
        """Read one drawing, picture or object that stands in a run."""
        for box in _outermost(drawing, "w:txbxContent"):
            if is_hidden or is_in_hidden_shape(box):
                self.notebook.leave_out("hidden text", words_of(box))
            else:
                self.boxes.append(box)
        self._pictures(drawing)
        self._diagrams(drawing, part)
        for each in drawing.iter("{*}textpath"):
            self.notebook.mention("word art", each.get("string", ""))
        words = " ".join(each.text or "" for each in drawing.iter(qname("a:t")))
        if words.strip():
            self.notebook.mention("drawing", words)
        for each in drawing.iter(qname("o:OLEObject")):
            program = each.get("ProgID", "")
            self.notebook.mention("embedded object", program)
            if program.startswith(_EQUATION_PROGRAMS):
                self.notebook.doubt("An equation that an add-in made was left out. Write it into the text.")

    def _pictures(self, drawing: Element) -> None:
        words = [each.get("descr") or each.get("title") or "" for each in drawing.iter(qname("wp:docPr"))]
        for number, _ in enumerate(drawing.iter(qname("pic:pic"))):
            self.notebook.mention("image", words[number] if number < len(words) else "")
        if name_of(drawing) == "w:pict":
            for image in drawing.iter(qname("v:imagedata")):
                shape = image.getparent()
                alt = shape.get("alt", "") if shape is not None else ""
                self.notebook.mention("image", alt or attribute(image, "o:title"))

    def _diagrams(self, drawing: Element, part: Part) -> None:
        """Name the words of charts and diagrams, which stand in parts of their own."""
        keys = {value for each in drawing.iter() for value in each.attrib.values() if value in part.relations}
        for key in sorted(keys):
            kind, target, is_outside = part.relations[key]
            if kind not in _DIAGRAM_WORDS or is_outside or target in self._named:
                continue
            self._named.add(target)
            self.notebook.counts["drawings"] += 1
            found = self._package.part(target)
            words = [each.text or "" for each in found.root.iter("{*}t", "{*}v")] if found else []
            self.notebook.mention(_NAMES[kind], " ".join(words))


def _outermost(element: Element, name: str) -> list[Element]:
    """Elements of a name that stand in no other of it."""
    found: list[Element] = []
    for each in element.iter(qname(name)):
        if not any(outer in found for outer in each.iterancestors(qname(name))):
            found.append(each)
    return found
