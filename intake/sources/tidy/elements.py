"""Small steps on HTML elements, shared by the tidier's modules."""

from typing import TypeAlias

import lxml.html

from intake.sources.balance import Balance
from intake.sources.manuscript import LeftOut
from prose.typography import clean_line

Html: TypeAlias = lxml.html.HtmlElement


def has_class(element: Html, names: frozenset[str]) -> bool:
    return not names.isdisjoint((element.get("class") or "").split())


def words_in(element: Html) -> str:
    """The words in an element in one line."""
    return clean_line(" ".join(map(str, element.itertext())))


def raw_text(element: Html) -> str:
    """The characters in an element."""
    return str(element.text_content())


def drop(element: Html, what: str, balance: Balance) -> list[LeftOut]:
    """Remove an element; its words are named, or only accounted for where `what` is empty."""
    if not any(each.tag == "html" for each in element.iterancestors()):
        return []  # removed already, with an element around it
    words, line = raw_text(element), int(element.sourceline or 0)
    element.drop_tree()
    balance.give_out(words)
    return [LeftOut(what, clean_line(words), line)] if what and clean_line(words) else []


def wrap_inside(element: Html, tag: str) -> None:
    """Put everything inside an element into a new one."""
    made = lxml.html.Element(tag)
    made.text, element.text = element.text, None
    for child in list(element):
        made.append(child)
    element.append(made)
