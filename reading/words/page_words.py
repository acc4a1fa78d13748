"""Words of ours around a piece: links, headings of lists, titles of feeds, in the languages of the usual phrases.

They speak the language of their page; on a page in another language they are English and marked as such. Words of the
house beside the text itself are phrases (`disclaimers.positions`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from django.utils.safestring import SafeString

from disclaimers.phrases import ENGLISH, LANGUAGES
from prose.languages import base, marks
from prose.quotation_marks import quotation_marks
from reading.words import (
    around,
    cite,
    faults,
    feeds,
    files,
    houses,
    indexes,
    lists,
    menu,
    people,
    piece,
    search,
)
from reading.words.table import WordTable

_TABLE: WordTable = {
    **around.WORDS,
    **feeds.WORDS,
    **menu.WORDS,
    **files.WORDS,
    **piece.WORDS,
    **people.WORDS,
    **houses.WORDS,
    **lists.WORDS,
    **indexes.WORDS,
    **faults.WORDS,
    **search.WORDS,
    **cite.WORDS,
}


@dataclass(frozen=True)
class Words:
    """The words for a page. `marks`: attributes of elements that hold them on a page in another language."""

    language: str
    by_name: Mapping[str, str]
    marks: SafeString

    @property
    def for_templates(self) -> dict[str, object]:
        """The words as templates take them: `say`, and the attributes of elements with them as `say_marks`."""
        return {"say": self.by_name, "say_marks": self.marks}

    def fill(self, word: str, /, *, quoted: str = "", **values: str) -> str:
        """A word with its slots filled; `quoted` is set in the language's quotation marks."""
        opening, closing = quotation_marks(self.language)[:2]
        return self.by_name[word].format(quoted=f"{opening}{quoted}{closing}", **values)


@lru_cache(maxsize=64)
def words_for(language: str) -> Words:
    """The words for a page in a language: its own, or English marked as such."""
    spoken = base(language) if base(language) in LANGUAGES else ENGLISH
    at = LANGUAGES.index(spoken)
    return Words(spoken, {name: texts[at] for name, texts in _TABLE.items()}, marks(spoken, language))
