"""Lists that tools write as something else: Word as paragraphs with a bullet or number in their words, Word for the
web and Google Docs as one list for each level. Here they become nested lists."""

from collections.abc import Iterator

import lxml.html

from intake.patterns import Pattern
from intake.sources.balance import Balance
from intake.sources.lists import ListPlace, build_lists
from intake.sources.tidy.declared import Declared, declarations
from intake.sources.tidy.elements import Html, raw_text

_LEVEL = Pattern(r"\blevel([1-9])")
_LIST_CLASS = Pattern(r"\bMso(?:List|Number|Bullet)")
_MARGIN = Pattern(r"(?:^|;)\s*margin-left\s*:\s*([0-9.]{1,7})(pt|in|cm|px)", 2)
_PER_LEVEL = {"pt": 36.0, "in": 0.5, "cm": 1.27, "px": 48.0}
_OPENING, _CLOSING = Pattern(r"^[(\[]"), Pattern(r"[.)\]:、．]+$")
_NUMBER = Pattern(r"(?:[0-9]{1,6}|[\u0660-\u0669\u06f0-\u06f9]{1,6})$")
_LABEL = Pattern(r"[^\W\d_]{2,}\s*\d")  # "Case 3:"
_LETTERS = Pattern(r"[^\W\d_]{1,6}")
_ROMAN_LETTERS = Pattern(r"[ivx]|[ivxlcdm]{2,6}")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_DOCS_CLASS = Pattern(r"\b(lst-[\w-]+-([0-9]))\b")
_COUNTER_KINDS = {"lower-latin": "a", "lower-alpha": "a", "upper-latin": "A", "upper-alpha": "A", "lower-roman": "i",
                  "upper-roman": "I"}  # fmt: skip
_GAP = Pattern(r"font\s*:\s*7\.0pt", 2)


def gather_lists(body: Html, declared: Declared, balance: Balance) -> None:
    """Turn paragraphs and lists that stand for points into nested lists, in place."""
    for point in body.iter("li"):
        _drop_painted_marker(point, balance)
    places: dict[Html, ListPlace] = {}
    for paragraph in list(body.iter("p")):
        if place := _place_in_word(paragraph, balance):
            places[paragraph] = place
    places |= _points_of_word_online(body)
    places |= _points_of_google_docs(body, declared)
    for run in _runs(body, places):
        mark = lxml.html.Element("mark")
        run[0].addprevious(mark)
        mark.tail, run[-1].tail = run[-1].tail, None
        for paragraph in run:
            paragraph.tail = None
        for made in build_lists((places[paragraph], paragraph) for paragraph in run):
            made.sourceline = int(run[0].sourceline or mark.sourceline or 1)
            mark.addprevious(made)
        mark.drop_tree()
    for kind, element in _typed(body, declared):
        element.set("type", kind)


def _drop_painted_marker(point: Html, balance: Balance) -> None:
    """Drop a bullet or number that LibreOffice's XHTML writes beside the words of a point, as an element of its own."""
    span = next(point.iter("span"), None)
    if span is None or declarations(span.get("style") or "").get("float") != "left":
        return
    marker = raw_text(span)
    if len(marker.strip()) < 8 and raw_text(point).strip().startswith(marker.strip()):
        balance.give_out(marker)
        span.drop_tree()


def _place_in_word(paragraph: Html, balance: Balance) -> ListPlace | None:
    """The place of a paragraph that Word's clipboard or its web page marks as a point."""
    style = declarations(paragraph.get("style") or "")
    level = _LEVEL.search(style.get("mso-list", ""))
    if not level and not _LIST_CLASS.search(paragraph.get("class") or ""):
        return None
    marker = _marker(paragraph)
    if marker is None:
        return ListPlace(int(level[1])) if level and style["mso-list"] != "none" else None
    words = raw_text(marker)
    if _LABEL.search(words):
        return None  # words that the author's list prints, as in a Word file (word/numbering.py)
    balance.give_out(words)
    marker.drop_tree()
    depth = int(level[1]) if level else _level_by_margin(paragraph)
    return place_of_marker(" ".join(words.split()), depth)


def _marker(paragraph: Html) -> Html | None:
    """The element with a point's bullet or number: marked as such, or followed by Word's small gap."""
    for span in paragraph.iter("span"):
        if declarations(span.get("style") or "").get("mso-list") == "ignore" or _ends_with_gap(
            paragraph, span
        ):
            outer = span
            while (parent := outer.getparent()) is not paragraph and raw_text(parent).strip() == raw_text(
                outer
            ).strip():
                outer = parent
            return outer
    return None


def _ends_with_gap(paragraph: Html, span: Html) -> bool:
    is_first = not (paragraph.text or "").strip() and not any(
        (each.tail or "").strip() for each in span.itersiblings(preceding=True)
    )
    last = span[-1] if len(span) else None
    return (
        is_first and last is not None and last.tag == "span" and len(raw_text(span).strip()) < 8
        and _GAP.search(last.get("style") or "") is not None
    )  # fmt: skip


def _level_by_margin(paragraph: Html) -> int:
    margin = _MARGIN.search(paragraph.get("style") or "")
    return max(round(float(margin[1]) / _PER_LEVEL[margin[2].lower()]), 1) if margin else 1


def place_of_marker(marker: str, level: int) -> ListPlace:
    """The place of a point by its marker: "3.", "(c)", "iv)", "·"."""
    marker = marker.strip()
    inner = _CLOSING.sub("", _OPENING.sub("", marker))
    if number := _NUMBER.search(inner):
        return ListPlace(level, is_ordered=True, number=int(number[0]))
    if inner == marker or not _LETTERS.fullmatch(inner):
        return ListPlace(level)
    letters, is_upper = inner.lower(), inner.isupper()
    if _ROMAN_LETTERS.fullmatch(letters):
        return ListPlace(level, True, "I" if is_upper else "i", _from_roman(letters))
    number_of_letter = ord(letters) - 96 if len(letters) == 1 and "a" <= letters <= "z" else 0
    return ListPlace(level, True, "A" if is_upper else "a", number_of_letter or 1)


def _from_roman(letters: str) -> int:
    values = [_ROMAN[letter] for letter in letters]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))


def _points_of_word_online(body: Html) -> dict[Html, ListPlace]:
    """Word for the web writes a list for each point, each in a box of its own."""
    places: dict[Html, ListPlace] = {}
    for point in list(body.iter("li")):
        level, around = point.get("data-aria-level") or "", point.getparent()
        if not level.isdigit() or around is None:
            continue
        box = next(
            (
                each
                for each in point.iterancestors("div")
                if "ListContainerWrapper" in (each.get("class") or "")
            ),
            around,
        )
        start = around.get("start") or ""
        number = int(start) if start.isdigit() and len(start) < 7 else 1
        before = len(list(point.itersiblings("li", preceding=True)))
        paragraph = _as_paragraph(point)
        box.addprevious(paragraph)
        places[paragraph] = ListPlace(int(level), around.tag == "ol", number=number + before)
        if not len(around):
            box.drop_tree()
    return places


def _points_of_google_docs(body: Html, declared: Declared) -> dict[Html, ListPlace]:
    """Google Docs downloads each level of a list as a list of its own; the class names list and level."""
    places: dict[Html, ListPlace] = {}
    for listing in list(body.iter("ul", "ol")):
        name = _DOCS_CLASS.search(listing.get("class") or "")
        if not name or next(listing.iterancestors("ul", "ol"), None) is not None:
            continue
        start = listing.get("start") or ""
        number = int(start) if start.isdigit() and len(start) < 7 else 1
        kind = _COUNTER_KINDS.get(declared.counters.get(name[1], ""), "")
        for offset, point in enumerate([each for each in listing if each.tag == "li"]):
            paragraph = _as_paragraph(point)
            listing.addprevious(paragraph)
            places[paragraph] = ListPlace(
                int(name[2]), listing.tag == "ol", kind if listing.tag == "ol" else "", number + offset
            )
        listing.drop_tree()
    return places


def _as_paragraph(point: Html) -> Html:
    """The inside of a point as one paragraph; the point is removed."""
    inner = [each for each in point if each.tag == "p"]
    source = inner[0] if len(inner) == 1 and len(point) == 1 and not (point.text or "").strip() else point
    paragraph = lxml.html.Element("p" if not any(each.tag in ("p", "ul", "ol") for each in source) else "div")
    paragraph.text = source.text
    for each in list(source):
        paragraph.append(each)
    point.tail = None
    parent = point.getparent()
    if parent is not None:
        parent.remove(point)
    return paragraph


def _runs(body: Html, places: dict[Html, ListPlace]) -> list[list[Html]]:
    """Groups of points that follow each other with nothing between them."""
    runs: list[list[Html]] = []
    for paragraph in [each for each in body.iter("p", "div") if each in places]:
        before = paragraph.getprevious()
        follows = before is not None and runs and runs[-1][-1] is before and not (before.tail or "").strip()
        if follows:
            runs[-1].append(paragraph)
        else:
            runs.append([paragraph])
    return runs


def _typed(body: Html, declared: Declared) -> Iterator[tuple[str, Html]]:
    """Numbered lists whose kind their first point or their own style says."""
    for listing in body.iter("ol"):
        if listing.get("type"):
            continue
        first = next((each for each in listing if each.tag == "li"), None)
        styles = [declarations(each.get("style") or "") for each in (first, listing) if each is not None]
        names = [style.get("list-style-type", "") for style in styles]
        if kind := next((_COUNTER_KINDS[name] for name in names if name in _COUNTER_KINDS), ""):
            yield kind, listing
