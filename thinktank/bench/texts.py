"""Meaningless text for the generated desk, about 900 words a piece. The same seed gives the same text."""

import random
from dataclasses import dataclass

_SYLLABLES = """
    ba be bri ca cor da del do fa fen ga gri hal ho in ka kel la lin lo ma mer mo na nel no or pa
    per ra ren ri sa sel so ta ter ti tor un va ven vo wa wen
"""
_JOINING = """
    the of and to in a that is for it as was with on by at from are not this be have or an which but
    they their when one more has who will than can would had been if there all its no may what so
    out up some
"""
_PARAGRAPHS = 600
_WORDS_IN_A_PARAGRAPH = 90


@dataclass(frozen=True)
class Text:
    """Text of a generated piece. `body` is clean HTML."""

    headline: str
    dek: str
    body: str


class Writer:
    """Writes texts by combining paragraphs from a stock."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)  # noqa: S311
        self._syllables, self._joining = _SYLLABLES.split(), _JOINING.split()
        self._vocabulary = [self._word() for _ in range(4000)]
        self._stock = [self._sentences(_WORDS_IN_A_PARAGRAPH) for _ in range(_PARAGRAPHS)]

    def text(self) -> Text:
        """Ten paragraphs under three headings, a list, a quotation, a link and two endnotes."""
        parts = [f"<p>{paragraph}</p>" for paragraph in self._chance.sample(self._stock, 10)]
        parts[1] = self._with_a_note(parts[1])
        parts[6] = self._with_a_note(parts[6])
        parts[4] = parts[4].replace("<p>", '<p><a href="https://source.example/paper">See</a> ', 1)
        parts[8] = f"<blockquote>{parts[8]}</blockquote>"
        for place in (2, 5, 9):
            parts[place] = f"<h2>{self.title(4)}</h2>{parts[place]}"
        items = "".join(f"<li><p>{self.title(6)}</p></li>" for _ in range(4))
        parts.insert(7, f"<ul>{items}</ul>")
        return Text(self.title(7), self._sentences(24), "".join(parts))

    def title(self, words: int) -> str:
        return " ".join(self._chance.choice(self._vocabulary) for _ in range(words)).capitalize()

    def name(self) -> str:
        return f"{self._chance.choice(self._vocabulary).capitalize()} {self._word().capitalize()}"

    def _with_a_note(self, paragraph: str) -> str:
        note = f'<span data-footnote="">{self._sentences(14)}</span>'
        return paragraph.removesuffix("</p>") + f"{note}</p>"

    def _sentences(self, words: int) -> str:
        sentences: list[str] = []
        while words > 0:
            length = min(words, self._chance.randint(7, 22))
            sentence = " ".join(
                self._chance.choice(self._joining if self._chance.random() < 0.45 else self._vocabulary)
                for _ in range(length)
            )
            sentences.append(f"{sentence.capitalize()}.")
            words -= length
        return " ".join(sentences)

    def _word(self) -> str:
        return "".join(self._chance.choice(self._syllables) for _ in range(self._chance.randint(2, 4)))
