"""Captions of pictures, from the elements around them, and the credits in these."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field

import lxml.html

from intake.patterns import Pattern
from intake.sources.manuscript import LeftOut
from intake.sources.tidy.elements import Html, words_in
from pictures.credit_lines import credit_in_caption, is_credit_below_a_picture, required_words

CREDIT = "credit of a picture"
"""Name of the words that go from the text to a picture's record."""
_CAPTION_CLASS = Pattern(r"(?:^|[\s_-])(?:mso)?caption(?:$|[\s_-])", 2)
_CREDIT_CLASS = Pattern(r"credit|copyright|photographer|attribution|bildquelle", 2)
_NUMBERED = Pattern(
    r"(?:figure|fig\.|abbildung|abb\.|bild|photo|foto|illustration|graphique|gráfico|figura|figuur|schaubild|grafik"
    r"|рис(?:\.|унок)|图|圖|図|شكل)\s*\d{1,3}\b",
    2,
)
_PARTING = " \t\n|·•–—,;"
_LONGEST = 400  # characters of a paragraph that is a caption because it begins with "Figure 1"


@dataclass
class FoundCaption:
    """The inside of a caption, as an element, and the credit as it is printed; the elements are out of the text."""

    element: Html = field(default_factory=lambda: lxml.html.Element("div"))
    credit: str = ""
    left_out: list[LeftOut] = field(default_factory=list)

    @property
    def words(self) -> str:
        return words_in(self.element)

    def take(self, element: Html) -> None:
        """Move what is inside an element to the end of the caption, and the element out of the text."""
        if len(self.element) or self.element.text:
            self.element.append(lxml.html.Element("br"))
            self.element[-1].tail = element.text
        else:
            self.element.text = element.text
        self.element.extend(list(element))
        element.drop_tree()

    def take_credit(self, words: str, line: int) -> None:
        """Note words that are the picture's credit; the first of several is offered, and each is named."""
        self.credit = self.credit or required_words(words)
        self.left_out.append(LeftOut(CREDIT, words, line))


def caption_of(image: Html, holder: Html) -> FoundCaption:
    """Take the caption of a picture out of the text. `holder`: the outermost element of its paragraph."""
    found = FoundCaption()
    inside = _inside_a_figure(image)
    if inside is not None:
        _part_credits(inside, found)
        found.take(inside)
    else:
        if holder.tag == "p" and _is_caption(holder):
            _take_from_around(image, holder, found)
        _take_from_below(holder, found)
        if not (found.words or words_in(holder)):
            _take_from_above(holder, found)
    if credit := credit_in_caption(words_in(found.element)):
        _cut_end(found.element, credit)
        found.take_credit(credit, int(image.sourceline or 0))
    return found


def begins_like_a_caption(words: str) -> bool:
    """True for a short paragraph that begins with the number of a figure: "Figure 1", "Abb. 2"."""
    return len(words) <= _LONGEST and _NUMBERED.match(words) is not None


def _inside_a_figure(image: Html) -> Html | None:
    """The caption in the figure, or in the box that a site's editor makes instead of one."""
    for around in image.iterancestors():
        if around.tag == "figure" or (around.tag in ("div", "dl") and _has(around, _CAPTION_CLASS)):
            named = (each for each in around.iter() if each.tag == "figcaption" or _has(each, _CAPTION_CLASS))
            return next((each for each in named if each is not around and image not in each.iter()), None)
    return None


def _has(element: Html, names: Pattern) -> bool:
    return isinstance(element.tag, str) and bool(names.search(element.get("class") or ""))


def _part_credits(caption: Html, found: FoundCaption) -> None:
    """Take out elements that their class calls a credit."""
    for inner in list(caption.iterdescendants()):
        if _has(inner, _CREDIT_CLASS) and caption in inner.iterancestors():
            if words := words_in(inner):
                found.take_credit(words, int(inner.sourceline or 0))
            inner.drop_tree()


def _is_caption(paragraph: Html) -> bool:
    words = words_in(paragraph)
    return bool(words) and (_has(paragraph, _CAPTION_CLASS) or begins_like_a_caption(words))


def _ends_in_a_credit(words: str) -> bool:
    """True for a short paragraph whose end credits a picture: it can be about nothing else."""
    return len(words) <= _LONGEST and bool(credit_in_caption(words))


def _take_from_around(image: Html, holder: Html, found: FoundCaption) -> None:
    """Take the words of the picture's own paragraph, and leave the picture alone in it."""
    own = deepcopy(holder)
    for copied in list(own.iter("img", "br")):
        copied.drop_tree()
    found.element.text = (own.text or "").lstrip()
    found.element.extend(list(own))
    image.drop_tree()
    for rest in list(holder):
        holder.remove(rest)
    holder.text, image.tail = None, None
    holder.append(image)


def _take_from_below(holder: Html, found: FoundCaption) -> None:
    """Take a paragraph below the picture that is its caption, and lines below that credit it."""
    for number, below in enumerate(_paragraphs_below(holder)):
        words = words_in(below)
        if is_credit_below_a_picture(words):
            found.take_credit(words, int(below.sourceline or 0))
            below.drop_tree()
        elif number == 0 and (_is_caption(below) or _ends_in_a_credit(words)) and not found.words:
            found.take(below)
        else:
            return


def _take_from_above(holder: Html, found: FoundCaption) -> None:
    """Take the paragraph above a picture if it begins with the number of a figure."""
    above = next((each for each in holder.itersiblings(preceding=True) if words_in(each)), None)
    if above is not None and above.tag == "p" and begins_like_a_caption(words_in(above)):
        found.take(above)


def _paragraphs_below(holder: Html) -> Iterator[Html]:
    """The paragraphs that follow, without a picture or a list of their own; empty ones are passed over."""
    for below in list(holder.itersiblings()):
        if not isinstance(below.tag, str) or (holder.tail or "").strip():
            return
        if (
            below.tag not in ("p", "div", "h6")
            or next(below.iter("img", "ul", "ol", "table"), None) is not None
        ):
            return
        if words_in(below):
            yield below


def _cut_end(element: Html, words: str) -> None:
    """Cut words off the end of an element, with the signs that parted them from the rest."""
    left = len("".join(words.split()))
    for node, name in reversed(list(_strings(element))):
        text = getattr(node, name) or ""
        while text and (left or text[-1] in _PARTING):
            left -= bool(left and not text[-1].isspace())
            text = text[:-1]
        setattr(node, name, text or None)
        if text:
            return


def _strings(element: Html) -> Iterator[tuple[Html, str]]:
    """(element, "text" or "tail") of every text inside an element, in reading order."""
    yield element, "text"
    for child in element:
        yield from _strings(child)
        yield child, "tail"
