"""Two versions compared: words in prose, and sentences on rows, topics, links, notes and pictures.

Only what differs is listed.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from articles.manuscript_fields import MANUSCRIPT, ManuscriptRows
from articles.snapshot import Content
from desk.linking.shown import with_todays_links
from desk.versions.body_sentences import body_sentences
from desk.versions.content import LabelledText, labelled_texts
from desk.versions.row_sentences import row_sentences
from prose.html.comparison import compare_bodies, compared_lines

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
        ComparedField(part.name, before.label, _as_list("compared-rows", row_sentences(part, old, new)))
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
    """The texts as one, and sentences on what marks do not show well."""
    compared = compare_bodies(old, new)
    return with_todays_links(compared.html) + _as_list(
        "compared-sentences", body_sentences(old, new, compared.moves)
    )


def _compared_topics(old: str, new: str) -> SafeString:
    before, after = ([name for name in side.split(", ") if name] for side in (old, new))
    sentences = [format_html("“<ins>{}</ins>” was added.", name) for name in after if name not in before]
    sentences += [format_html("“<del>{}</del>” was removed.", name) for name in before if name not in after]
    return _as_list("compared-sentences", sentences)


def _as_list(name: str, sentences: Sequence[SafeString]) -> SafeString:
    if not sentences:
        return SafeString()
    items = format_html_join("", "<li>{}</li>", ((sentence,) for sentence in sentences))
    return format_html('<ul class="{}">{}</ul>', name, items)


def _replaced(old: str, new: str) -> SafeString:
    """Two values as they stand, one after the other."""
    before = format_html("<del>{}</del>", old) if old else SafeString()
    after = format_html("<ins>{}</ins>", new) if new else SafeString()
    return format_html("{} {}", before, after) if before and after else before + after


def _marked(html: str) -> SafeString:
    return SafeString(mark_safe(html))  # noqa: S308 - made of escaped text
