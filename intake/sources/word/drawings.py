"""Pictures, charts, text boxes and embedded objects: pictures come along, words of a box are text, others are named."""

from collections.abc import Iterator
from itertools import islice

from intake.sources.pictures.captions import begins_like_a_caption
from intake.sources.pictures.held import address_of
from intake.sources.word.hiding import is_in_hidden_shape
from intake.sources.word.notebook import Notebook
from intake.sources.word.package import Element, Package, Part, attribute, child, name_of, qname
from intake.sources.word.prepare import words_of

_EQUATION_PROGRAMS = ("Equation.", "MathType", "Mathcad")
_DIAGRAM_WORDS = ("diagramData", "chart", "chartEx")
_NAMES = {"diagramData": "diagram", "chart": "chart", "chartEx": "chart"}
_CROPS = ("croptop", "cropbottom", "cropleft", "cropright")
_NEAR = 5  # paragraphs
_SHOWN = 80

Attributes = dict[str, str]
"""Attributes of an <img>: `src` names a picture of the file, or an address outside of it."""


class Drawings:
    """What is drawn. `boxes` are text boxes to be read after their paragraph; `pictures`: bytes by their address."""

    def __init__(self, package: Package, notebook: Notebook, pictures: dict[str, bytes]) -> None:
        self._package = package
        self.notebook = notebook
        self.boxes: list[Element] = []
        self._pictures = pictures
        self._named: set[str] = set()

    def read(self, drawing: Element, part: Part, *, is_hidden: bool = False) -> list[Attributes]:
        """Read one drawing, picture or object that stands in a run; the pictures in it, its text boxes apart."""
        for box in _outermost(drawing, "w:txbxContent"):
            if is_hidden or is_in_hidden_shape(box):
                self.notebook.leave_out("hidden text", words_of(box))
            else:
                self.boxes.append(box)
        self._diagrams(drawing, part)
        for each in drawing.iter("{*}textpath"):
            self.notebook.mention("word art", each.get("string", ""))
        words = " ".join(each.text or "" for each in drawing.iter(qname("a:t")))
        if words.strip():
            self.notebook.mention("drawing", words)
        for each in drawing.iter(qname("o:OLEObject")):
            self._object(each, drawing)
        images = [*self._drawn(drawing, part), *self._in_old_markup(drawing, part)]
        if is_hidden:
            for image in images:
                self.notebook.mention("hidden picture", image["alt"])
        return [] if is_hidden else images

    def _drawn(self, drawing: Element, part: Part) -> list[Attributes]:
        """Pictures of DrawingML. What is said of the drawing is said of its one picture."""
        own = [each for each in drawing.iter(qname("pic:pic")) if not _is_in_box(each, drawing)]
        of_all = next(drawing.iter(qname("wp:docPr")), None)
        images = []
        for picture in own:
            facts = child(picture, "pic:nvPicPr", "pic:cNvPr")
            sources = [facts, of_all] if len(own) == 1 else [facts]
            blip = next(picture.iter(qname("a:blip")), None)
            key = attribute(blip, "r:embed") or attribute(blip, "r:link")
            image = self._image(part, key, _named(sources, "descr") or _named(sources, "title"))
            if facts is not None and "." in facts.get("name", ""):
                image["data-name"] = facts.get("name", "")
            if any(each.get("val") in ("1", "true") for each in drawing.iter("{*}decorative")):
                image["data-decorative"] = "1"
            crop = next(picture.iter(qname("a:srcRect")), None)
            if crop is not None and any(str(value).strip("0") for value in crop.attrib.values()):
                self._is_cropped(drawing)
            images.append(image)
        return images

    def _in_old_markup(self, drawing: Element, part: Part) -> list[Attributes]:
        """Pictures of VML. That of an object is a preview, which only its program can draw well."""
        if name_of(drawing) != "w:pict":
            return []
        images = []
        for each in drawing.iter(qname("v:imagedata")):
            if _is_in_box(each, drawing):
                continue
            shape = each.getparent()
            alt = shape.get("alt", "") if shape is not None else ""
            images.append(self._image(part, attribute(each, "r:id"), alt or attribute(each, "o:title")))
            if any(each.get(name) for name in _CROPS):
                self._is_cropped(drawing)
        return images

    def _image(self, part: Part, key: str, alt: str) -> Attributes:
        """A picture by the key of its relation; one that is not in the file keeps its address only."""
        _, target, is_outside = part.relations.get(key, ("", "", True))
        address = target if is_outside else address_of(target)
        if not is_outside and address not in self._pictures:
            content = self._package.content(target)
            if content is not None:
                self._pictures[address] = content
        return {"src": address, "alt": " ".join(alt.split()), "data-name": target.rpartition("/")[2]}

    def _is_cropped(self, drawing: Element) -> None:
        self.notebook.doubt(
            f"The picture {place_of(drawing)} is cropped in the Word file, and came along whole: may all of it be seen?"
        )

    def _object(self, element: Element, drawing: Element) -> None:
        program = element.get("ProgID", "")
        self.notebook.mention("embedded object", program)
        if program.startswith(_EQUATION_PROGRAMS):
            self.notebook.doubt(
                f"An equation that an add-in made was left out. Write it into the text, {place_of(drawing)}."
            )
        else:
            self.notebook.doubt(
                f"What another program made ({program or 'unnamed'}) was left out, {place_of(drawing)}. "
                "Save it as a picture (PNG), or write it into the text."
            )

    def _diagrams(self, drawing: Element, part: Part) -> None:
        """Name charts and diagrams with their words, which stand in parts of their own."""
        keys = {value for each in drawing.iter() for value in each.attrib.values() if value in part.relations}
        for key in sorted(keys):
            kind, target, is_outside = part.relations[key]
            if kind not in _DIAGRAM_WORDS or is_outside or target in self._named:
                continue
            self._named.add(target)
            found = self._package.part(target)
            words = [each.text or "" for each in found.root.iter("{*}t", "{*}v")] if found else []
            self.notebook.mention(_NAMES[kind], " ".join(words))
            self.notebook.doubt(
                f"A {_NAMES[kind]} was left out, {place_of(drawing)}. Save it as a picture (PNG) and add it there."
            )


def holds_picture(element: Element) -> bool:
    return next(element.iter(qname("pic:pic"), qname("v:imagedata")), None) is not None


def place_of(drawing: Element) -> str:
    """The place of a drawing, in words: its caption, its own paragraph, or a neighbour."""
    paragraph = next(drawing.iterancestors(qname("w:p")), drawing)
    below = _first_words(paragraph.itersiblings(qname("w:p")))
    if begins_like_a_caption(below):
        return f"with the caption “{below[:_SHOWN]}”"
    own = "".join(words_of(each) for each in paragraph if each is not drawing.getparent())
    above = _first_words(paragraph.itersiblings(qname("w:p"), preceding=True))
    places = (("in", own), ("behind", above), ("before", below))
    return next((f"{where} “{words[:_SHOWN]}”" for where, words in places if words), "in an empty text")


def _first_words(paragraphs: Iterator[Element]) -> str:
    """The words of the first paragraph that has some, among the nearest."""
    return next(filter(None, map(words_of, islice(paragraphs, _NEAR))), "")


def _is_in_box(element: Element, drawing: Element) -> bool:
    box = next(element.iterancestors(qname("w:txbxContent")), None)
    return box is not None and drawing in box.iterancestors()


def _named(elements: list[Element | None], name: str) -> str:
    return next((words for each in elements if each is not None and (words := each.get(name, ""))), "")


def _outermost(element: Element, name: str) -> list[Element]:
    """Elements of a name that stand in no other of it."""
    found: list[Element] = []
    for each in element.iter(qname(name)):
        if not any(outer in found for outer in each.iterancestors(qname(name))):
            found.append(each)
    return found
