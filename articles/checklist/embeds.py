"""Warnings about embeds: a thing of another site needs words for who cannot see or load it."""

from collections.abc import Iterator

from articles.checklist.obstacles import Obstacle
from articles.press.proof import Proof
from prose.html.targets.embeds import embeds_in
from prose.quotation_marks import in_quotes


def embeds_without_words(proof: Proof) -> Iterator[Obstacle]:
    """Warn of each embed that has a title alone."""
    for embed, texts in embeds_in(proof.facts.content["body"]):
        if len(texts) < 2:
            name = in_quotes(texts[0] if texts else embed.provider.name)
            sentence = (
                f"The embed {name} from {embed.provider.name} does not say what it shows. Write it below its title: "
                "paper, feeds and readers who do not load it have these words alone."
            )
            yield Obstacle("embed_without_words", sentence, "body")
