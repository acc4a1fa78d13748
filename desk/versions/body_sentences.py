"""Sentences on what a text with marks does not show well: links, notes, pictures and moved paragraphs of two bodies."""

import re
from collections.abc import Iterator, Mapping, Sequence
from html import unescape

from django.utils.html import format_html
from django.utils.safestring import SafeString

from articles.press.own_pages import LinkedPage
from desk.linking.shown import target_in_words, todays_pages
from prose.html.compared.moved import Move, first_words
from prose.html.comparison import links_of, moved_blocks
from prose.html.figures import Figure, figures_in
from prose.html.inline import TextRun
from prose.html.notes_alike import same_notes
from prose.html.text import plain_text
from prose.html.tokens import is_note, tokens_of
from prose.three_way import changes

LinkTag = tuple[str, str]  # words, start tag

_WIDTHS = {"": "as wide as the text", "wide": "wide", "full": "as wide as the page"}


def body_sentences(old: str, new: str, moves: Sequence[Move] | None = None) -> list[SafeString]:
    """Everything about two cleaned bodies that is said in words, in the order of the text.

    `moves`: the moved blocks, if a comparison has them already.
    """
    pages = todays_pages(old, new)
    return [
        *_moves(moved_blocks(old, new) if moves is None else moves),
        *_links(links_of(old), links_of(new), pages),
        *_notes(old, new),
        *_pictures(figures_in(old), figures_in(new)),
    ]


def _moves(moves: Sequence[Move]) -> Iterator[SafeString]:
    for move in moves:
        where = "down" if move.is_down else "up"
        changed = " and changed" if move.is_changed else ""
        yield format_html("“{}” was moved further {}{}.", move.first_words, where, changed)


def _links(
    old: Sequence[LinkTag], new: Sequence[LinkTag], pages: Mapping[str, LinkedPage]
) -> Iterator[SafeString]:
    def leads_to(tag: str) -> SafeString:
        return target_in_words(_address(tag), pages)

    gone: list[LinkTag] = []
    come: list[LinkTag] = []
    for change in changes(old, new):
        if not change.is_none:
            gone += change.old
            come += change.new
    for words, tag in come:
        before = next((link for link in gone if link[0] == words), None)
        before = before or next((link for link in gone if link[1] == tag), None)
        if before is None:
            yield format_html("The link on “{}” was added: <ins>{}</ins>.", words, leads_to(tag))
            continue
        gone.remove(before)
        if _address(before[1]) != _address(tag):
            yield format_html(
                "The link on “{}” now leads to <ins>{}</ins>, no longer to <del>{}</del>.",
                words, leads_to(tag), leads_to(before[1]),
            )  # fmt: skip
        elif before[0] != words:
            yield format_html(
                "The link to {} is now on “<ins>{}</ins>”, no longer on “<del>{}</del>”.",
                leads_to(tag), words, before[0],
            )  # fmt: skip
    for words, tag in gone:
        yield format_html("The link on “{}” was removed: <del>{}</del>.", words, leads_to(tag))


def _address(link: str) -> str:
    """The address in the start tag of a link."""
    found = re.search(r' href="([^"]*)"', link)
    return unescape(found[1]) if found else ""


def _notes(old: str, new: str) -> Iterator[SafeString]:
    before, after = tokens_of(old), tokens_of(new)
    same = same_notes(before, after)
    old_numbers, new_numbers = (_numbers(tokens) for tokens in (before, after))
    for place, number in old_numbers.items():
        if place not in same:
            yield format_html("Note {} was removed.", number)
        elif before[place] != after[same[place]]:
            now = new_numbers[same[place]]
            was = "" if now == number else f" (it was note {number})"
            yield format_html("Note {}{} says something else.", now, was)
    still = set(same.values())
    for place, number in new_numbers.items():
        if place not in still:
            yield format_html("Note {} was added.", number)


def _numbers(tokens: Sequence[object]) -> dict[int, int]:
    """Places of notes among the tokens -> the numbers that readers see."""
    places = [place for place, token in enumerate(tokens) if isinstance(token, TextRun) and is_note(token)]
    return {place: number for number, place in enumerate(places, start=1)}


def _pictures(old: Sequence[Figure], new: Sequence[Figure]) -> Iterator[SafeString]:
    left = list(old)
    for figure in new:
        before = next((each for each in left if each.uuid == figure.uuid), None)
        if before is None:
            yield format_html("{} was added.", _name(figure))
            continue
        left.remove(before)
        if changed := list(_changes(before, figure)):
            yield format_html("{} {}.", _name(figure), " and ".join(changed))
    for figure in left:
        yield format_html("{} was removed.", _name(figure))


def _name(figure: Figure) -> str:
    words = plain_text(figure.caption_html) or figure.alt or ""
    return f"The picture “{first_words(words)}”" if words else "A picture without words"


def _changes(old: Figure, new: Figure) -> Iterator[str]:
    if old.caption_html != new.caption_html:
        yield (
            "got another caption"
            if new.caption_html and old.caption_html
            else ("got a caption" if new.caption_html else "lost its caption")
        )
    if old.alt != new.alt:
        yield "got another text alternative" if new.alt else "is now called decorative"
    if old.width != new.width:
        yield f"is now {_WIDTHS[new.width]}"
    if old.crop != new.crop:
        yield f"is now cut to {new.crop}" if new.crop else "is no longer cut"
