"""Two versions compared: words in prose, rows, topics, addresses of links. Only what differs is listed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape, unescape

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from articles.manuscript_fields import MANUSCRIPT, ManuscriptRows
from articles.snapshot import Content
from desk.versions.content import LabelledText, labelled_texts, row_texts
from desk.versions.form_values import Values, values_of
from desk.versions.row_matching import match_rows
from prose.html.comparison import compared_bodies, compared_lines, links_of
from prose.three_way import changes

_BY_WORDS = frozenset({"line", "paragraphs"})


@dataclass(frozen=True)
class ComparedField:
    """A field that differs: its name, its label, and both texts as one with marks."""

    name: str
    label: str
    html: SafeString


def compared_contents(old: Content, new: Content) -> list[ComparedField]:
    """The fields in which two contents differ, in the desk's order."""
    sides = zip(MANUSCRIPT, labelled_texts(old), labelled_texts(new), strict=True)
    compared = (
        ComparedField(part.name, before.label, _compared_rows(part, old, new))
        if isinstance(part, ManuscriptRows)
        else ComparedField(part.name, before.label, _compared_texts(part.kind, before, after))
        for part, before, after in sides
    )
    return [field for field in compared if field.html]


def _compared_texts(kind: str, before: LabelledText, after: LabelledText) -> SafeString:
    if before.text == after.text:
        return SafeString()
    if kind == "prose":
        return _compared_prose(before.text, after.text)
    if kind == "topics":
        return _compared_topics(before.text, after.text)
    if kind in _BY_WORDS:
        return _marked(compared_lines(before.text, after.text))
    return _replaced(before.text, after.text)


def _compared_prose(old: str, new: str) -> SafeString:
    """The texts as one, and a list of the links whose address has changed."""
    return _marked(compared_bodies(old, new)) + _links(links_of(old), links_of(new))


def _links(old: Sequence[tuple[str, str]], new: Sequence[tuple[str, str]]) -> SafeString:
    lines = []
    for change in changes(old, new):
        if change.is_none:
            continue
        lines += [(words, _replaced(_address(before), "")) for words, before in change.old[len(change.new) :]]
        lines += [(words, _replaced("", _address(after))) for words, after in change.new[len(change.old) :]]
        lines += [
            (words, _replaced(_address(before), _address(after)))
            for (_, before), (words, after) in zip(change.old, change.new, strict=False)
            if before != after
        ]
    if not lines:
        return SafeString()
    return format_html(
        '<ul class="compared-links">{}</ul>', format_html_join("", "<li>Link on “{}”: {}</li>", lines)
    )


def _address(link: str) -> str:
    """The address in the start tag of a link."""
    found = re.search(r' href="([^"]*)"', link)
    return unescape(found[1]) if found else ""


def _compared_topics(old: str, new: str) -> SafeString:
    parts = changes(old.split(", "), new.split(", "))
    marked = (
        ", ".join(map(escape, part.new))
        if part.is_none
        else _replaced(", ".join(part.old), ", ".join(part.new))
        for part in parts
    )
    return _marked(", ".join(marked))


def _compared_rows(rows: ManuscriptRows, old: Content, new: Content) -> SafeString:
    """A line for each row that was added, removed or changed, and one for a changed order."""
    sides = [[values_of(rows.fields, row) for row in content[rows.name]] for content in (old, new)]
    if sides[0] == sides[1]:
        return SafeString()
    texts = [row_texts(rows, content) for content in (old, new)]
    lines = list(_row_lines(rows, sides, texts))
    items = ((line,) for line in lines)
    return format_html('<ul class="compared-rows">{}</ul>', format_html_join("", "<li>{}</li>", items))


def _row_lines(
    rows: ManuscriptRows, sides: Sequence[list[Values]], texts: Sequence[list[str]]
) -> Iterator[SafeString]:
    old, new = sides
    numbered = [{**row, "id": str(number)} for number, row in enumerate(new)]
    matched = match_rows(rows, old, [], numbered)
    order: list[int] = []
    for row in matched:
        before = next((texts[0][i] for i, values in enumerate(old) if values is row.base), "")
        after = texts[1][int(row.theirs["id"])] if row.theirs else ""
        if row.base and row.theirs:
            order.append(int(row.theirs["id"]))
        if not before or not after:
            yield _replaced(before, after)
        elif before != after:
            yield _marked(compared_lines(before, after))
    if order != sorted(order):
        yield format_html("New order: {}", " / ".join(texts[1]))


def _replaced(old: str, new: str) -> SafeString:
    """Two values as they stand, one after the other."""
    before = format_html("<del>{}</del>", old) if old else SafeString()
    after = format_html("<ins>{}</ins>", new) if new else SafeString()
    return format_html("{} {}", before, after) if before and after else before + after


def _marked(html: str) -> SafeString:
    return SafeString(mark_safe(html))  # noqa: S308 - made of cleaned bodies and escaped text
