"""Checks of pictures: words for who cannot see them, credits, permissions, sizes."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from articles.checklist.library import LibraryUse, ends_soon
from articles.checklist.obstacles import Obstacle, Offer
from articles.checklist.words_in_pictures import unsaid_words
from articles.press.proof import Proof
from articles.rights.clearances import picture_clearances
from articles.snapshot import Content
from articles.used_pictures import used_pictures, uses_pictures
from pictures.models import Picture
from prose.html.figures import alt_too_long, figures_in
from prose.html.text import plain_text
from prose.languages import serves
from prose.limits import MAX_ALT_CHARS
from prose.quotation_marks import in_quotes
from prose.typography import clean_line

LEAD = "lead"
DESCRIBED = "lead_alt"
"""The field of an offer that takes the library's description over as the words of the lead picture."""
SHARP_FROM = {LEAD: 1200, "full": 1200, "wide": 960, "": 640}
"""Pixels across that a picture needs at each place: the lead picture, and figures by their width."""
_PLACES = {
    LEAD: "the lead picture",
    "full": "a figure as wide as the page",
    "wide": "a wide figure",
    "": "a figure",
}


@dataclass(frozen=True)
class UsedAt:
    """A picture at one place of a piece.

    `width`: "lead", or that of its figure; `is_answered`: it has its words; `too_long`: what is wrong with them, or "".
    """

    uuid: str
    picture: Picture | None
    width: str
    is_answered: bool
    too_long: str

    @property
    def field(self) -> str:
        """The form field where it is chosen."""
        return "lead_picture" if self.width == LEAD else "body"

    @property
    def name(self) -> str:
        name = in_quotes(self.picture.title) if self.picture else ""
        return f"The lead picture {name}" if self.width == LEAD else f"The picture {name}"


@dataclass(frozen=True)
class PictureChecks:
    """What stands in the way of the pictures of a proof, and what is worth a look."""

    proof: Proof

    @cached_property
    def used(self) -> list[UsedAt]:
        """The pictures from top to bottom, each once a place."""
        content = self.proof.facts.content
        return list(dict.fromkeys(_used(content))) if uses_pictures(content) else []

    def blockers(self) -> Iterator[Obstacle]:
        """What a picture must have before readers see it."""
        for use in self.used:
            if use.picture is None:
                which = "The lead picture" if use.width == LEAD else "A picture in the text"
                sentence = f"{which} is no longer in the library. Take it out, or choose another."
                yield Obstacle("picture_gone", sentence, use.field)
                continue
            if not use.is_answered:
                sentence = f"{use.name} has no text alternative. Say what it shows, or that it is decorative."
                is_lead = use.width == LEAD
                offers = self._description(use.picture) if is_lead else ()
                yield Obstacle("no_alt", sentence, DESCRIBED if is_lead else "body", offers=offers)
            if use.too_long:
                yield Obstacle("alt_too_long", f"{use.name}: {use.too_long}", use.field)
            yield from self._in_the_library(use, use.picture).blockers(self.proof.facts.live_on)

    def warnings(self) -> Iterator[Obstacle]:
        """Pictures that look blurred, have no description, or soon may not be shown any more."""
        for use in self.used:
            fact = self._facts.get(use.uuid)
            if fact is None or use.picture is None:
                continue
            if fact.width < SHARP_FROM[use.width]:
                sentence = (
                    f"{use.name} is {fact.width:,} pixels wide: with fewer than {SHARP_FROM[use.width]:,} "
                    f"{_PLACES[use.width]} is shown small, or looks blurred."
                )
                yield Obstacle("picture_too_small", sentence, use.field)
            if not use.picture.description:
                sentence = (
                    f"{use.name} has no description in the library: feeds and other pieces have none to take."
                )
                yield Obstacle("no_description", sentence, use.field)
            if unsaid := unsaid_words(use.picture, self._beside(use), self.proof.facts.language):
                code, end = unsaid
                yield Obstacle(code, f"{use.name} {end}", "lead_alt" if use.width == LEAD else "body")
            yield from self._in_the_library(use, use.picture).ending(self._ends)

    def _beside(self, use: UsedAt) -> list[str]:
        """Text alternative and caption of the lead picture, or of each figure with the picture in that width."""
        content = self.proof.facts.content
        if use.width == LEAD:
            return [f"{content['lead_alt']} {content['lead_caption']}"]
        return [
            f"{figure.alt or ''} {plain_text(figure.caption_html)}"
            for figure in figures_in(content["body"])
            if (figure.uuid, figure.width) == (use.uuid, use.width)
        ]

    def _description(self, picture: Picture) -> tuple[Offer, ...]:
        """The library's description as the words of the lead picture, if it is in the language of the piece."""
        text, language = clean_line(picture.description), self.proof.facts.language
        if (
            not text
            or len(text) > MAX_ALT_CHARS
            or (picture.language and not serves(picture.language, language))
        ):
            return ()
        return (Offer(f"It shows: {in_quotes(text)}", DESCRIBED, text),)

    @cached_property
    def _facts(self) -> dict[str, Any]:
        return {fact.uuid: fact for fact in self.proof.facts.pictures}

    @cached_property
    def _ends(self) -> dict[int, dt.date]:
        rows = picture_clearances(self.proof.facts.content, self.proof.edition.article_id)
        return ends_soon(rows, "picture", self.proof.facts.live_on)

    def _in_the_library(self, use: UsedAt, picture: Picture) -> LibraryUse:
        return LibraryUse("picture", picture, self._facts.get(use.uuid), use.name, use.field)


def _used(content: Content) -> Iterator[UsedAt]:
    pictures = {str(picture.uuid): picture for picture in used_pictures(content)}
    lead = next((each for each in pictures.values() if each.pk == content["lead_picture_id"]), None)
    if lead:
        is_answered = bool(content["lead_alt"] or content["lead_is_decorative"])
        yield UsedAt(str(lead.uuid), lead, LEAD, is_answered, alt_too_long(content["lead_alt"]))
    elif content["lead_picture_id"]:
        yield UsedAt("", None, LEAD, is_answered=False, too_long="")
    for figure in figures_in(content["body"]):
        picture, alt = pictures.get(figure.uuid), figure.alt
        yield UsedAt(figure.uuid, picture, figure.width, alt is not None, alt_too_long(alt or ""))
