"""Check for words that a content type gives a new piece to begin with, and that nobody has replaced."""

import re
from collections.abc import Iterator

from articles.checklist.obstacles import Obstacle
from articles.snapshot import Content
from disclaimers.models import Kind
from prose.html.text import plain_text
from prose.quotation_marks import in_quotes

_PARAGRAPH = re.compile(r"<p\b[^>]*>.*?</p>", re.DOTALL)
_MOST_SHOWN = 60  # characters of the words in a sentence


def words_left(content: Content) -> Iterator[Obstacle]:
    """A warning where a paragraph of the starting text still stands in the piece; its headings are meant to stay."""
    text = Kind.objects.filter(pk=content["kind"]).values_list("starting_text", flat=True).first()
    for paragraph in _PARAGRAPH.findall(text or ""):
        words = plain_text(paragraph, notes=True).strip()
        if words and paragraph in content["body"]:
            sentence = (
                f"{in_quotes(words, _MOST_SHOWN)} is still what the content type gave the text to begin with."
            )
            yield Obstacle("starting_text", sentence, "body")
            return
