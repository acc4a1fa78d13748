"""Foot- and endnotes of any origin, moved to the place of their marks, as the body keeps them.

Known: Word, Google Docs, LibreOffice, Pandoc, this desk's own pages, the plugins Easy Footnotes, Footnotes, Modern
Footnotes and the block editor's notes; and any page whose mark and note link to each other.
"""

import re
from collections.abc import Iterator

import lxml.html

from intake.patterns import Pattern
from intake.sources.balance import Balance
from intake.sources.manuscript import LeftOut
from intake.sources.tidy.declared import declarations
from intake.sources.tidy.elements import Html, drop, has_class, raw_text, words_in

_NOTE_NAME = Pattern(
    r"(?:^|[-_:.])_?(?:ftn|ftnt|edn|fn|note|footnote|endnote|cite[-_]note|sdfootnote|sdendnote)s?(?![a-z])",
    re.IGNORECASE,
)
_MARK = Pattern(r"\s*[\[(]?\s*(?:\d{1,4}|[ivxlcdm]{1,7}|[a-z]|[*†‡§¶]{1,4})\s*[\])]?\s*", re.IGNORECASE)
_BACK = Pattern(r"[\s\[\]().*†‡↩↑⤴^\ufe0e\ufe0f\d]*|[ivxlcdm]+", re.IGNORECASE)
_SIGN = Pattern(r"[^\w*†‡§¶]")
HEADING_OF_NOTES = Pattern(
    r"(?:foot|end)?notes?|references|anmerkungen|(?:fuß|end)noten|einzelnachweise|notes de bas de page|note"
    r"|notas(?: al pie)?|примечания|сноски",
    re.IGNORECASE,
)
_HOLDERS = ("li", "p", "dd", "td", "aside", "div", "section")
_EMPTIED = ("ol", "ul", "div", "section", "dl", "aside", "table", "tbody", "tr")
_LINES = (
    "p",
    "div",
    "li",
    "ul",
    "ol",
    "dl",
    "dt",
    "dd",
    "table",
    "tbody",
    "tr",
    "td",
    "th",
    "blockquote",
    "pre",
)
_WRAPPERS = ("sup", "span", "b", "strong", "a")
_OWN_MARK = Pattern(r"footnote_plugin_tooltip_([\w-]+)")
_BESIDE_MARK = frozenset(("modern-footnotes-footnote__note", "sidenote", "marginnote"))
_TOOLTIPS = frozenset(("footnote_tooltip",))


def gather_notes(body: Html, balance: Balance) -> list[LeftOut]:
    """Move every note to its mark as `<span data-footnote>`; returns the headings that stood above the notes."""
    named = {name: each for each in body.iter() for name in (each.get("name"), each.get("id")) if name}
    for tooltip in [each for each in body.iter("span") if has_class(each, _TOOLTIPS)]:
        drop(tooltip, "", balance)  # says again what the note below the text says
    pairs = [*_notes_beside(body), *_plugin_notes(body, named, balance), *_linked_notes(body, named)]
    notes = {note for _, note in pairs}
    pairs.sort(
        key=lambda pair: not any(each in notes for each in pair[0].iterancestors())
    )  # marks in notes first
    moved: set[Html] = set()
    for mark, note in pairs:
        if note in moved or mark.getparent() is None or any(each in moved for each in note.iterancestors()):
            continue
        moved.add(note)
        _move(mark, note, balance)
    return [each for note in moved for each in _remove(note, balance)]


def _linked_notes(body: Html, named: dict[str, Html]) -> Iterator[tuple[Html, Html]]:
    order = {each: number for number, each in enumerate(body.iter())}
    for mark in body.iter("a"):
        fragment = (mark.get("href") or "").partition("#")[2]
        target = named.get(fragment) if fragment else None
        if target is None or target is mark or not _MARK.fullmatch(mark.text_content()):
            continue
        note = _holder(target)
        if note is None or note is body or mark in note.iterdescendants() or order[note] < order[mark]:
            continue
        if _leads_back(note, mark, named) or _NOTE_NAME.search(fragment):
            yield mark, note


def _holder(target: Html) -> Html | None:
    """The element with all words of a note, from the element that is named."""
    for each in (target, *target.iterancestors()):
        if declarations(each.get("style") or "").get("mso-element") in ("footnote", "endnote"):
            return each
        if each.tag != "a" and (each.get("id") or "").startswith(("sdfootnote", "sdendnote")):
            return each
        if each.tag == "div" and re.fullmatch(r"(?:ftn|edn)\d+", each.get("id") or ""):
            return each
    return next((each for each in (target, *target.iterancestors()) if each.tag in _HOLDERS), None)


def _leads_back(note: Html, mark: Html, named: dict[str, Html]) -> bool:
    places = {mark, *mark.iterdescendants(), *mark.iterancestors("sup", "span")}
    for link in note.iter("a"):
        fragment = (link.get("href") or "").partition("#")[2]
        place = named.get(fragment) if fragment else None
        if place is not None and (place in places or place is mark.getparent()):
            return True
    return False


def _plugin_notes(body: Html, named: dict[str, Html], balance: Balance) -> Iterator[tuple[Html, Html]]:
    """The plugin Footnotes: its marks have no address; mark and note share the end of their names."""
    for mark in body.iter("sup"):
        name = _OWN_MARK.fullmatch(mark.get("id") or "")
        target = named.get(f"footnote_plugin_reference_{name[1]}") if name else None
        row = next(target.iterancestors("tr"), None) if target is not None else None
        if row is not None:
            cells = [each for each in row.iter("td") if has_class(each, frozenset({"footnote_plugin_text"}))]
            if cells and target is not None:
                drop(target, "", balance)
                yield mark, cells[0]


def _notes_beside(body: Html) -> Iterator[tuple[Html, Html]]:
    """Notes that stand right behind their marks, as Modern Footnotes writes them."""
    for note in body.iter("span"):
        mark = note.getprevious() if has_class(note, _BESIDE_MARK) else None
        while mark is not None and mark.tag == "input":
            mark = mark.getprevious()
        if mark is not None and mark.tag in ("sup", "label", "a"):
            yield mark, note


def _move(mark: Html, note: Html, balance: Balance) -> None:
    sign = _SIGN.sub("", mark.text_content())
    span = lxml.html.Element("span", {"data-footnote": ""})
    place = mark
    while (
        (parent := place.getparent()) is not None and parent.tag in _WRAPPERS and _holds_only(parent, place)
    ):
        place = parent
    balance.give_out(raw_text(place))
    span.tail, place.tail = place.tail, None
    holder = place.getparent()
    if holder is not None:
        holder.replace(place, span)
    _fill(span, note, sign, balance)


def _holds_only(parent: Html, child: Html) -> bool:
    return "".join(parent.text_content().split()) == "".join(child.text_content().split())


def _fill(span: Html, note: Html, sign: str, balance: Balance) -> None:
    """Move the note's words and inline markup, without its number and its link back; breaks part its paragraphs."""
    for link in [each for each in note.iter("a") if _is_back(each)]:
        around = link.getparent()
        drop(
            around if around is not None and around.tag == "sup" and _holds_only(around, link) else link,
            "",
            balance,
        )
    span.text, note.text = note.text, None
    for child in list(note):
        span.append(child)
    for inner in list(span.iter(*_LINES)):
        inner.addprevious(lxml.html.Element("br"))
        end = lxml.html.Element("br")
        end.tail, inner.tail = inner.tail, None
        inner.addnext(end)
        inner.drop_tag()
    for inner in [each for each in span.iterdescendants("span") if each.get("data-footnote") is not None]:
        _bracket(inner, balance)
    _single_breaks(span)
    _drop_number(span, sign, balance)


def _bracket(inner: Html, balance: Balance) -> None:
    """Put a note of the note into brackets: notes hold no notes."""
    inner.text = f" ({(inner.text or '').lstrip()}"
    if len(inner):
        inner[-1].tail = f"{inner[-1].tail or ''})"
    else:
        inner.text += ")"
    balance.bring_in("()")
    inner.drop_tag()


def _single_breaks(span: Html) -> None:
    """Keep one break between two lines of a note, and none at its ends."""
    for line_end in list(span.findall("br")):
        before = line_end.getprevious()
        words = span.text if before is None else before.tail
        line_end.tail = (line_end.tail or "").lstrip()
        if (before is None or before.tag == "br") and not (words or "").strip():
            line_end.drop_tag()
    last = span[-1] if len(span) else None
    if last is not None and last.tag == "br" and not (last.tail or "").strip():
        last.drop_tag()


def _is_back(link: Html) -> bool:
    return "#" in (link.get("href") or "#") and _BACK.fullmatch(link.text_content()) is not None


def _drop_number(span: Html, sign: str, balance: Balance) -> None:
    """Remove the note's own number at its start: "[2]", "2.", "*"."""
    node, is_tail, text = _first_text(span)
    if node is None:
        return
    number = re.match(rf"\s*[\[(]?{re.escape(sign)}(?:[\])][.:]?|[.:]|(?=\s)|$)\s*", text) if sign else None
    if number:
        balance.give_out(number[0])
        text = text[number.end() :]
    text = text.lstrip()
    if is_tail:
        node.tail = text
    else:
        node.text = text
    if number and not text and node is not span and node.tag == "sup":
        node.drop_tree()
        span.text = (span.text or "").lstrip()


def _first_text(span: Html) -> tuple[Html | None, bool, str]:
    """The first words in an element: (element, is_tail, words)."""
    if (span.text or "").strip():
        return span, False, span.text or ""
    for each in span.iterdescendants():
        if (each.text or "").strip():
            return each, False, each.text or ""
        if not len(each) and (each.tail or "").strip():
            return each, True, each.tail or ""
    return None, False, ""


def _remove(note: Html, balance: Balance) -> list[LeftOut]:
    """Remove the emptied note, and with it a list, a box, a line or a heading that stood only for notes."""
    left_out: list[LeftOut] = []
    while note.getparent() is not None:
        before, parent = note.getprevious(), note.getparent()
        is_last = note.getnext() is None and not (note.tail or "").strip()
        note.drop_tree()
        if before is not None and before.tag == "hr":
            before.drop_tree()
        elif before is not None and is_last and HEADING_OF_NOTES.fullmatch(words_in(before)):
            left_out += drop(before, "heading of the notes", balance)
        if parent.tag not in _EMPTIED or parent.text_content().strip():
            break
        note = parent
    return left_out
