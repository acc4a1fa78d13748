"""The versions of a piece, each with a word of its own in every field and on records of its own."""

import datetime as dt

from articles.models import Article
from articles.models.topic import topics_named
from authors.models import Author
from tests.factories import AuthorFactory, BylineFactory, KindFactory, saved
from tests.leaks.lives import Life
from tests.sweep_pieces import picture_of, piece

SHARED = "Open Water"
"""The name of a topic and of a series that all pieces have beside their own."""


def first_version(word: str, at: dt.datetime, **facts: object) -> Life:
    """A new piece, saved and not public. `facts`: fields of all its versions."""
    article = piece(word)
    Article.objects.filter(pk=article.pk).update(**facts)
    article.refresh_from_db()
    BylineFactory(article=article, author=Author.objects.get(slug="shared"))
    article.tags.add(*topics_named([SHARED]))
    saved(article, at=at)
    return Life(article, word, words=[word])


def next_version(life: Life, word: str, at: dt.datetime, **facts: object) -> None:
    """Another draft of the piece, with another person, topic, series, content type and picture."""
    article, picture = life.article, picture_of(word)
    article.refresh_from_db()
    texts = {
        "headline": "headline", "dek": "dek", "series": "series", "region": "region", "editors_note": "introduction",
        "editing_note": "edited lightly", "copyright_line": "rights", "licence_exceptions": "exceptions",
        "lead_alt": "seen first", "lead_caption": "caption first",
    }  # fmt: skip
    for name, part in texts.items():
        setattr(article, name, f"{word} {part}")
    article.body = (
        f'<p>{word} body<span data-footnote>{word} note</span> <a href="https://{word}.example">x</a></p>'
    )
    article.kind = KindFactory(code=f"kind-{word}", label=f"{word} kind")
    article.lead_picture = picture
    for name, value in facts.items():
        setattr(article, name, value)
    article.save()
    article.tags.set(topics_named([f"{word} topic", SHARED]))
    article.bylines.exclude(author=None).exclude(author__slug="shared").delete()
    author = AuthorFactory(
        display_name=f"{word} author", biography=f"{word} biography", slug=f"a-{Author.objects.count()}"
    )
    BylineFactory(article=article, author=author, bio=f"{word} bio")
    for role in ("translator", "author"):
        article.bylines.filter(author=None, role=role).update(name=f"{word} name")
    article.appearances.update(headline=f"{word} there", section=f"{word} section")
    article.disclosures.update(text=f"{word} funding")
    saved(article, at=at)
    life.draft = word
    life.words.append(word)
