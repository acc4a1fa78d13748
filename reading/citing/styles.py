"""References in three styles: APA (7th edition), Chicago (18th, bibliography), MLA (9th). They speak English."""

import datetime as dt
from collections.abc import Callable

from prose import printed_line
from prose.dates import Precision, in_words
from prose.printed_line import PrintedLine, Span, words
from reading.citing.names import apa_names, chicago_names, mla_names
from reading.citing.work import CitedWork

_ENDS = ("?", "!", ".", "…", "？", "！", "。", "؟")
_MONTHS_OF_MLA = (
    "Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.",
)  # fmt: skip
_PRECISIONS = {1: Precision.YEAR, 2: Precision.MONTH, 3: Precision.DAY}


def apa(work: CitedWork) -> PrintedLine:
    """ "Quay, I. (2020, June 11). The harbour wakes. *The Hill*. https://…"."""
    dated = f"({_apa_date(work)})."
    title = [_italic(work.title)] if work.is_report else words(work.title)
    within = words(work.within) if work.is_report else [_italic(work.within)]
    if work.page:
        within = [*within, *words(f", {work.page}")]
    title = _with_full_stop(title)
    head = [*_with_full_stop(words(apa_names(work.makers))), *words(f" {dated} "), *title]
    if not work.makers:
        head = [*title, *words(f" {dated}")]
    return _in_one_line(head, _with_full_stop(within), _link(work))


def chicago(work: CitedWork) -> PrintedLine:
    """ "Quay, Ida. “The Harbour Wakes.” *The Hill*, June 11, 2020. https://…"."""
    day = _day(work)
    date = in_words(day, "en", _PRECISIONS[len(work.date_parts)]) if day else ""
    return _reference(work, chicago_names(work.makers), date, _link(work, end="."))


def mla(work: CitedWork) -> PrintedLine:
    """ "Quay, Ida. “The Harbour Wakes.” *The Hill*, 11 June 2020, hill.example/a."; an address without "https://"."""
    parts = [str(part) for part in reversed(work.date_parts)]
    if len(parts) > 1:
        parts[-2] = _MONTHS_OF_MLA[work.date_parts[1] - 1]
    date, page = " ".join(parts), f"p. {work.page}" if work.page else ""
    said = ", ".join(filter(None, (date, page)))
    address: PrintedLine = [{"text": work.url.partition("://")[2], "href": work.url}] if work.url else []
    line = _reference(work, mla_names(work.makers), said, [], end="" if address else ".")
    return [*line, *words(", "), *address, *words(".")] if address else line


def _marked(style: Callable[[CitedWork], PrintedLine]) -> Callable[[CitedWork], PrintedLine]:
    """The style, with a word in brackets behind the reference to what was retracted."""

    def reference(work: CitedWork) -> PrintedLine:
        return [*style(work), *words(" [Retracted.]" if work.retraction else "")]

    return reference


STYLES: dict[str, Callable[[CitedWork], PrintedLine]] = {
    "APA": _marked(apa),
    "Chicago": _marked(chicago),
    "MLA": _marked(mla),
}


def _reference(work: CitedWork, names: str, said: str, link: PrintedLine, *, end: str = ".") -> PrintedLine:
    """Names, the title in quotation marks (a report's in italics), and where and when it stood."""
    inner = work.title.replace("“", "‘").replace("”", "’")
    ended = inner if inner.endswith(_ENDS) else f"{inner}."
    title = _with_full_stop([_italic(work.title)]) if work.is_report else words(f"“{ended}”")
    within = [Span(text=work.within)] if work.is_report else [_italic(work.within)]
    place = [*within, *words(f", {said}" if said else ""), *words(end)]
    return _in_one_line(_with_full_stop(words(names)), title, place, link)


def _in_one_line(*parts: PrintedLine) -> PrintedLine:
    return printed_line.merged(printed_line.join([part for part in parts if part], " ", between=" "))


def _with_full_stop(line: PrintedLine) -> PrintedLine:
    """The line with a full stop, unless it ends with a mark of its own."""
    return line if not line or printed_line.text(line).endswith(_ENDS) else [*line, *words(".")]


def _italic(text: str) -> Span:
    return {"text": text, "is_title": True}


def _link(work: CitedWork, end: str = "") -> PrintedLine:
    return [{"text": work.url, "href": work.url}, *words(end)] if work.url else []


def _day(work: CitedWork) -> dt.date | None:
    parts = work.date_parts
    return dt.date(*[*parts, 1, 1][:3]) if parts else None


def _apa_date(work: CitedWork) -> str:
    day, parts = _day(work), work.date_parts
    if day is None:
        return "n.d."
    month = in_words(day, "en", Precision.MONTH).partition(" ")[0]
    rest = {1: "", 2: f", {month}", 3: f", {month} {day.day}"}[len(parts)]
    return f"{day.year}{rest}"
