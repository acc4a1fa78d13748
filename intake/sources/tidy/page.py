"""All steps of tidying, in their order, on the parsed tree of a page or a clipboard."""

from typing import NamedTuple

from intake.patterns import Pattern
from intake.sources.balance import Balance
from intake.sources.manuscript import LeftOut
from intake.sources.tidy.declared import Declared
from intake.sources.tidy.elements import Html, drop, words_in
from intake.sources.tidy.equations import write_equations
from intake.sources.tidy.lists import gather_lists
from intake.sources.tidy.marks import marks_from_styles
from intake.sources.tidy.not_text import faint_words, remove_not_text
from intake.sources.tidy.notes import gather_notes
from intake.sources.tidy.tables import tidy_tables
from intake.sources.tidy.unseen import remove_unseen

_MAKERS = {
    "word": Pattern(r"microsoft word|\bMso[A-Z]|mso-|SCXW\d"),
    "libreoffice": Pattern(r"<meta[^>]{0,80}generator[^>]{0,80}(?:LibreOffice|OpenOffice)", 2),
    "google docs": Pattern(r"docs-internal-guid|\blst-kix_|google\.com/url\?q=|#ftnt|#cmnt|doc-content"),
}

_SPACES = Pattern(r"\xa0*(?:[ \t\r\n]\xa0*)+|\xa0{2,}")
_WITHOUT_SCRIPTS = "words for browsers without scripts"


def maker_of(source: str) -> str:
    """The word processor that wrote a page, "" for any other page."""
    return next(
        (maker for maker in ("libreoffice", "word", "google docs") if _MAKERS[maker].search(source)), ""
    )


class Tidied(NamedTuple):
    """What tidying did: parts taken out as no text, sentences on what was changed, words that may be unseen."""

    left_out: list[LeftOut]
    changed: list[str]
    unsure: list[str]
    faint: list[str]


def tidy(root: Html, source: str, balance: Balance) -> Tidied:
    """Tidy a tree in place. `source` is the HTML before it was parsed."""
    body = root.find("body")
    body = root if body is None else body
    declared, maker = Declared(root), maker_of(source)
    for element in list(body.iter("script", "style", "template")):
        element.drop_tree()
    balance.bring_in(str(body.text_content()))
    left_out = [
        each for element in list(body.iter("noscript")) for each in drop(element, _WITHOUT_SCRIPTS, balance)
    ]
    changed = write_equations(body, balance)
    left_out += remove_not_text(body, declared, maker, balance)
    faint = faint_words(body)
    unseen, unsure = remove_unseen(body, declared, balance)
    left_out += unseen
    left_out += gather_notes(body, balance)
    gather_lists(body, declared, balance)
    marks_from_styles(body, declared, maker)
    _unwrap_names(body, balance)
    _single_spaces(body)
    _unwrap_forms(body)
    tidy_tables(body)
    return Tidied(left_out, changed, unsure, faint)


def _unwrap_names(body: Html, balance: Balance) -> None:
    """Remove the tags of Office's own elements, and give ruby the brackets that plain text needs."""
    for element in list(body.iter()):
        if isinstance(element.tag, str) and ":" in element.tag and element.getparent() is not None:
            element.drop_tag()
    for ruby in list(body.iter("ruby")):
        if next(ruby.iter("rp"), None) is None:
            for reading in ruby.iter("rt"):
                reading.text = f"({reading.text or ''}"
                last = reading[-1] if len(reading) else None
                if last is not None:
                    last.tail = f"{last.tail or ''})"
                else:
                    reading.text += ")"
                balance.bring_in("()")


def _single_spaces(body: Html) -> None:
    """Word processors write runs of spaces with no-break ones; a lone one between words is meant."""
    for element in body.iter():
        if element.tag == "pre" or next(element.iterancestors("pre"), None) is not None:
            continue
        if "\xa0" in (element.text or ""):
            element.text = _SPACES.sub(" ", element.text or "")
        if "\xa0" in (element.tail or ""):
            element.tail = _SPACES.sub(" ", element.tail or "")


def _unwrap_forms(body: Html) -> None:
    """Some systems put a form around the whole page: one that holds much of the text is no form to fill in."""
    total = len(words_in(body))
    for form in list(body.iter("form", "fieldset")):
        has_heading = next(form.iter("h1", "article", "main"), None) is not None
        if form.getparent() is not None and (has_heading or len(words_in(form)) > 0.5 * total):
            form.drop_tag()
