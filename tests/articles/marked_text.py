"""Texts of which every word is found again wherever it is printed."""

import re

from articles.rights.rule import EXCERPT, FULL, LINK, Allowed

WORDS = 9
BARRED = re.compile(r"t\d+w\d+")


def text(number: int) -> str:
    """A text whose every word is told from every other text's, with a heading and a list on its way."""
    said = [f"t{number}w{at}" for at in range(WORDS)]
    return (
        f"<p>{said[0]} {said[1]} {said[2]}</p><h2>{said[3]} {said[4]}</h2>"
        f"<p>{said[5]} {said[6]}</p><ul><li><p>{said[7]} {said[8]}</p></li></ul>"
    )


def words_shown(body: list[str], may: Allowed) -> list[str]:
    return {FULL: body, EXCERPT: body[: may.words or 0], LINK: []}[may.mode]
