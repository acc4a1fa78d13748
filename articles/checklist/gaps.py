"""Gaps: what a manuscript lacks, by code and sentence, for the checklist and for lists of the pieces that lack it."""

from articles.checklist.obstacles import Obstacle

_GAPS = {
    "no_headline": ("There is no headline.", "headline"),
    "no_body": ("There is no text.", "body"),
    "no_dek": ("There is no dek: lists and shared links will show the headline alone.", "dek"),
    "no_byline": ("No one is credited.", "bylines"),
}


def gap(code: str) -> Obstacle:
    """The obstacle that a gap is."""
    sentence, field = _GAPS[code]
    return Obstacle(code, sentence, field)
