"""Sentences on the rows of two versions: bylines, places, files, disclosures, disclaimers."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from articles.manuscript_fields import ManuscriptRows
from articles.snapshot import Content
from desk.versions.content import BETWEEN, row_texts
from desk.versions.form_values import values_of
from desk.versions.row_matching import match_rows
from prose.html.compared.moved import first_words
from prose.html.comparison import compared_lines


def row_sentences(rows: ManuscriptRows, old: Content, new: Content) -> list[SafeString]:
    """A sentence for each row that was added, removed, changed or moved."""
    before, after = ([values_of(rows.fields, row) for row in content[rows.name]] for content in (old, new))
    if before == after:
        return []
    texts = [row_texts(rows, content) for content in (old, new)]
    numbered = [{**row, "id": str(number)} for number, row in enumerate(after)]
    sentences, stayed = [], []
    for row in match_rows(rows, before, [], numbered):
        was = next((texts[0][i] for i, values in enumerate(before) if values is row.base), "")
        now = texts[1][int(row.theirs["id"])] if row.theirs else ""
        if row.base and row.theirs:
            stayed.append(int(row.theirs["id"]))
        if was != now:
            sentences.append(_change_of(was, now))
    return [*sentences, *_order_sentences(stayed, texts[1])]


def _change_of(was: str, now: str) -> SafeString:
    if not was:
        return format_html("Added: <ins>{}</ins>", now)
    if not now:
        return format_html("Removed: <del>{}</del>", was)
    marked = SafeString(mark_safe(compared_lines(was, now)))  # noqa: S308 - escaped
    return format_html("Changed: {}", marked)


def _order_sentences(order: Sequence[int], texts: Sequence[str]) -> Iterator[SafeString]:
    """`order`: the places that the rows of the old order have now; those of the longest rising run did not move."""
    kept = _longest_rising(order)
    for place in sorted(set(order) - kept):
        follower = next((text for text in texts[place + 1 :]), "")
        where = f"before {_name(follower)}" if follower else "to the end"
        yield format_html("{} was moved {}.", _name(texts[place]), where)


def _longest_rising(order: Sequence[int]) -> set[int]:
    ends: list[int] = []
    runs: list[list[int]] = []
    for place in order:
        at = bisect_left(ends, place)
        run = [*(runs[at - 1] if at else []), place]
        ends[at:], runs[at:] = [place, *ends[at + 1 :]], [run, *runs[at + 1 :]]
    return set(runs[-1]) if runs else set()


def _name(text: str) -> str:
    """The row's first fact, such as the name in a byline."""
    return first_words(text.split(BETWEEN, 1)[0])
