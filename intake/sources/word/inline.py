"""The inside of a paragraph: runs with their marks, links, fields, notes, signs and equations."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TypeAlias

import lxml.html

from intake.sources.word import equations
from intake.sources.word.drawings import Drawings
from intake.sources.word.fields import FieldLink, OpenField, printed_without_result
from intake.sources.word.hiding import invisible_parts
from intake.sources.word.notebook import Notebook
from intake.sources.word.package import Element, Part, attribute, child, name_of, qname
from intake.sources.word.prepare import words_of
from intake.sources.word.styles import Styles, TextProperties
from intake.sources.word.symbols import UNKNOWN, in_unicode, is_symbol_font, symbol
from intake.sources.word.unseen import is_unseen

Html: TypeAlias = lxml.html.HtmlElement
Notes = dict[tuple[str, str], tuple[Part, Element]]
"""Notes not yet read: (footnote or endnote, id) -> the part they stand in, and the note."""

_ONE_SIGN = {"w:tab": "\t", "w:ptab": "\t", "w:noBreakHyphen": "\u2011", "w:softHyphen": ""}
_CODE = re.compile("[0-9A-Fa-f]{1,6}")


class InlineReader:
    """Reads paragraphs of one part after the other; fields stay open from one paragraph to the next."""

    def __init__(self, part: Part, styles: Styles, notes: Notes, drawings: Drawings) -> None:
        self._part, self._styles, self._drawings = part, styles, drawings
        self._notebook: Notebook = drawings.notebook
        self._notes = notes
        self._fields: list[OpenField] = []
        self._links: list[FieldLink | None] = []
        self._paragraph: Element | None = None
        self._is_in_note = False
        self.is_marked = True  # False in headings, where bold says nothing

    def fill(self, parent: Html, paragraph: Element) -> None:
        """Append the inside of a paragraph to an HTML element."""
        self._paragraph = child(paragraph, "w:pPr")
        self._children(parent, paragraph)

    def _children(self, parent: Html, element: Element) -> None:
        for each in element:
            self._inline(parent, each)

    def _inline(self, parent: Html, element: Element) -> None:
        name = name_of(element)
        if name == "w:r":
            self._run(parent, element)
        elif name == "w:hyperlink":
            self._hyperlink(parent, element)
        elif name == "w:fldSimple":
            self._simple_field(parent, element)
        elif name in ("m:oMath", "m:oMathPara"):
            self._equation(parent, element)
        elif name == "w:t":  # outside of a run
            self._text(parent, element.text or "", TextProperties())
        elif name == "w:subDoc":
            self._notebook.doubt("A part of this text is in another file, which is not read.")
        elif name and not name.endswith("Pr"):  # whatever a later Word wraps around words
            self._children(parent, element)

    def _hyperlink(self, parent: Html, element: Element) -> None:
        _, target, is_outside = self._part.relations.get(attribute(element, "r:id"), ("", "", False))
        place = attribute(element, "w:anchor")
        href = f"{target}#{place}" if place and is_outside else target if is_outside else ""
        if not href and place:
            self._notebook.mention("link inside the file", words_of(element))
        self._links.append(FieldLink(href, attribute(element, "w:tooltip")) if href else None)
        self._children(parent, element)
        self._links.pop()

    def _simple_field(self, parent: Html, element: Element) -> None:
        self._fields.append(OpenField(attribute(element, "w:instr"), is_result=True))
        self._children(parent, element)
        self._fields.pop()

    def _run(self, parent: Html, run: Element) -> None:
        properties = self._styles.text(self._paragraph, child(run, "w:rPr"))
        of_words = properties
        if is_unseen(
            run, properties, self._styles
        ):  # only the words: a note or a picture has its own colours
            of_words = replace(properties, is_hidden=True)
        has_own_mark = False
        for each in run:
            name = name_of(each)
            if name == "w:t" or name in _ONE_SIGN:
                text = (each.text or "") if name == "w:t" else _ONE_SIGN[name]
                if name != "w:t":
                    self._notebook.balance.bring_in(text)
                if has_own_mark:  # the mark that the author gave a note: notes are numbered here
                    self._notebook.balance.give_out(text)
                else:
                    self._text(parent, text, of_words)
            elif name in ("w:footnoteReference", "w:endnoteReference"):
                self._note(parent, name[2:-9], attribute(each, "w:id"), properties)
                has_own_mark = attribute(each, "w:customMarkFollows") in ("1", "true", "on")
            else:
                self._piece(parent, each, name, properties)

    def _piece(self, parent: Html, element: Element, name: str, properties: TextProperties) -> None:
        """Everything in a run that is neither words nor a note's mark."""
        if name in ("w:br", "w:cr"):
            is_line = attribute(element, "w:type") in ("", "textWrapping")
            self._line_break(parent, properties) if is_line else self._text(parent, " ", properties)
        elif name == "w:sym":
            font, code = attribute(element, "w:font"), attribute(element, "w:char")
            number = int(code, 16) if _CODE.fullmatch(code) else 0
            self._sign(parent, symbol(font, number), f"{font} ({code})", properties)
        elif name in ("w:fldChar", "w:instrText"):
            self._field(parent, element, name, properties)
        elif name == "w:ruby":
            self._ruby(parent, element, properties)
        elif name in ("w:drawing", "w:pict", "w:object"):
            images = self._drawings.read(element, self._part, is_hidden=properties.is_hidden)
            parent.extend(lxml.html.Element("img", image) for image in images)
        elif name in ("m:oMath", "m:oMathPara"):
            self._equation(parent, element)
        elif name == "w:r":
            self._run(parent, element)
        elif name and not name.endswith("Pr"):
            self._children(parent, element)

    def _text(
        self, parent: Html, text: str, properties: TextProperties, *, marks: tuple[str, ...] | None = None
    ) -> None:
        """Words with their marks; those that are hidden or no text are named instead."""
        if not all(field.is_text for field in self._fields):
            if all(field.is_result for field in self._fields):
                self._notebook.leave_out("table of contents", text)
            else:
                self._notebook.balance.give_out(text)  # a field's code
            return
        if properties.is_hidden:
            self._notebook.leave_out("hidden text", text)
            return
        if is_symbol_font(properties.font):
            written = in_unicode(properties.font, text)
            self._notebook.replace(text, written)
            text = written
            if UNKNOWN in text:
                self._unknown_sign(properties.font)
        _append(
            parent,
            " ".join(text.split("\n")),
            self._marks(properties) if marks is None else marks,
            self._link(),
        )

    def _marks(self, properties: TextProperties) -> tuple[str, ...]:
        unwanted = {"u" if self._link() else "", "" if self.is_marked else "strong"}
        return tuple(mark for mark in properties.marks if mark not in unwanted)

    def _link(self) -> FieldLink | None:
        links = [*self._links, *(field.link for field in self._fields)]
        return next((link for link in reversed(links) if link), None)

    def _line_break(self, parent: Html, properties: TextProperties) -> None:
        if not properties.is_hidden and all(field.is_text for field in self._fields):
            parent.append(lxml.html.Element("br"))

    def _sign(self, parent: Html, sign: str, code: str, properties: TextProperties) -> None:
        self._notebook.balance.bring_in(sign)
        self._text(parent, sign, TextProperties(properties.marks, properties.is_hidden))
        if sign == UNKNOWN:
            self._unknown_sign(code)

    def _unknown_sign(self, code: str) -> None:
        self._notebook.doubt(
            f"A sign of the font {code} has no character here; it stands in the text as “{UNKNOWN}”."
        )

    def _field(self, parent: Html, element: Element, name: str, properties: TextProperties) -> None:
        kind = attribute(element, "w:fldCharType")
        if name == "w:instrText":
            if self._fields and not self._fields[-1].is_result:
                self._fields[-1].code += element.text or ""
        elif kind == "begin":
            self._fields.append(OpenField())
        elif kind == "separate" and self._fields:
            self._fields[-1].is_result = True
        elif kind == "end" and self._fields:
            field = self._fields.pop()
            if not field.is_result:
                self._field_without_result(parent, field.code, properties)

    def _field_without_result(self, parent: Html, code: str, properties: TextProperties) -> None:
        printed = printed_without_result(code)
        if printed:
            self._sign(parent, printed, code, properties)
        elif printed is None and not properties.is_hidden:
            self._notebook.mention("field", code)
            self._notebook.doubt(
                f"A field of the file prints something that is not in the text: “{code.strip()[:80]}”."
            )

    def _ruby(self, parent: Html, ruby: Element, properties: TextProperties) -> None:
        """The base with its reading in brackets, as browsers without ruby print it."""
        if properties.is_hidden:
            self._notebook.leave_out("hidden text", words_of(ruby))
            return
        for name in ("w:rubyBase", "w:rt"):
            part = child(ruby, name)
            if part is None:
                continue
            is_reading = name == "w:rt"
            self._added(parent, "(" if is_reading else "")
            self._children(parent, part)
            self._added(parent, ")" if is_reading else "")

    def _added(self, parent: Html, text: str, marks: tuple[str, ...] = ()) -> None:
        self._notebook.balance.bring_in(text)
        self._text(parent, text, TextProperties(), marks=marks)

    def _equation(self, parent: Html, element: Element) -> None:
        self._leave_out_hidden(element)
        for piece in equations.written(element):
            marks = (piece.mark,) if piece.mark else ()
            if piece.is_added:
                self._added(parent, piece.text, marks)
            else:
                self._text(parent, piece.text, TextProperties(), marks=marks)
        if not equations.is_in_one_line_anyway(element):
            words = "".join(piece.text for piece in equations.written(element))
            self._notebook.doubt(equations.COMPARE.format(words[:80]))

    def _leave_out_hidden(self, equation: Element) -> None:
        """Remove the parts of an equation that are not seen, and name their words."""
        unseen = invisible_parts(equation)
        for run in equation.iter(qname("m:r")):
            properties = self._styles.text(self._paragraph, child(run, "w:rPr"))
            if properties.is_hidden or is_unseen(run, properties, self._styles):
                unseen.append(run)
        for part in unseen:
            parent = part.getparent()
            if parent is not None and equation in part.iterancestors():
                self._notebook.leave_out("hidden text", words_of(part))
                parent.remove(part)

    def _note(self, parent: Html, kind: str, key: str, properties: TextProperties) -> None:
        is_text = not properties.is_hidden and all(field.is_text for field in self._fields)
        if self._is_in_note or not is_text or (kind, key) not in self._notes:
            return
        part, note = self._notes.pop((kind, key))
        span = lxml.html.Element("span", {"data-footnote": ""})
        with self._inside_note(part):
            for number, paragraph in enumerate(_own_paragraphs(note)):
                if number:
                    span.append(lxml.html.Element("br"))
                self.fill(span, paragraph)
        parent.append(span)

    @contextmanager
    def _inside_note(self, part: Part) -> Iterator[None]:
        kept = (self._part, self._fields, self._links, self._paragraph)
        self._part, self._fields, self._links, self._is_in_note = part, [], [], True
        yield
        self._part, self._fields, self._links, self._paragraph = kept
        self._is_in_note = False


def _own_paragraphs(note: Element) -> list[Element]:
    """The paragraphs of a note, those in its text boxes left aside."""
    box = qname("w:txbxContent")
    return [each for each in note.iter(qname("w:p")) if next(each.iterancestors(box), None) is None]


def _append(parent: Html, text: str, marks: tuple[str, ...], link: FieldLink | None) -> None:
    if link:
        anchor = lxml.html.Element("a", {"href": link.href, **({"title": link.title} if link.title else {})})
        parent.append(anchor)
        parent = anchor
    for mark in marks:
        parent.append(lxml.html.Element(mark))
        parent = parent[-1]
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text
