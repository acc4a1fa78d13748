"""The notebook of one reading: what is left out, what is doubtful, and the account of all words."""

from collections import Counter
from dataclasses import dataclass, field

from intake.sources.balance import Balance

_IN_ONE_ENTRY = frozenset({"table of contents"})


@dataclass
class Notebook:
    """Notes taken while a file is read. `left_out` holds [what, words]."""

    balance: Balance = field(default_factory=Balance)
    left_out: list[list[str]] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)

    def leave_out(self, what: str, words: str) -> None:
        """Name words of the text that are left out; they are accounted for."""
        self.balance.give_out(words)
        if words.strip():
            self.mention(what, words)

    def mention(self, what: str, words: str = "") -> None:
        """Name a thing that is no words of the text: an image, a comment."""
        words = " ".join(words.split())
        if what in _IN_ONE_ENTRY and self.left_out and self.left_out[-1][0] == what:
            self.left_out[-1][1] += f" {words}"
        else:
            self.left_out.append([what, words])

    def replace(self, old: str, new: str) -> None:
        """Account for words that are written with other characters than in the file."""
        self.balance.give_out(old)
        self.balance.bring_in(new)

    def doubt(self, sentence: str) -> None:
        if sentence not in self.doubts:
            self.doubts.append(sentence)
