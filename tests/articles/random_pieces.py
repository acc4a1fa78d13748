"""Pieces and edits made at random, the same ones in each run: rows, notes, pictures, files, two writing directions."""

import random
from collections.abc import Callable
from typing import Any

from articles.models import Appearance, Article, Byline, Disclosure, PinnedWording
from articles.models.uses.attachment import Attachment
from tests.factories import (
    AppearanceFactory,
    ArticleFactory,
    AuthorFactory,
    DocumentFactory,
    OutletFactory,
    PictureFactory,
)

_WORDS = {
    "en": "harbour tide “ship” quay & dues – ledger north; anchor pier’s lantern <mast>".split(),
    "ar": "ميناء سفينة المد رصيف مرساة منارة شمال".split(),
    "he": "נמל ספינה גאות רציף עוגן צפון".split(),
    "ja": "港 船 潮 波止場 灯台 北".split(),
}


class RandomPieces:
    """Makes pieces from a few records, which all of them share."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.authors = [AuthorFactory() for _ in range(3)]
        self.outlets = [OutletFactory() for _ in range(3)]
        self.pictures = [PictureFactory() for _ in range(2)]
        self.documents = [DocumentFactory() for _ in range(2)]

    def piece(self) -> Article:
        language = self.chance.choice(["en", "en", "ar", "he", "ja"])
        article: Article = ArticleFactory(
            headline=self.words(language, 6), body=self.body(language), language=language
        )
        for edit in self.edits:
            if self.chance.random() < 0.6:
                edit(article)
        return article

    def edit(self, article: Article) -> None:
        """Change one to three things."""
        article.refresh_from_db()
        for edit in self.chance.sample(self.edits, self.chance.randint(1, 3)):
            edit(article)

    @property
    def edits(self) -> list[Callable[[Article], None]]:
        return [
            self.texts, self.bylines, self.topics, self.places, self.lead, self.files, self.disclosures,
            self.disclaimers, self.rewrite,
        ]  # fmt: skip

    def words(self, language: str, count: int) -> str:
        return " ".join(self.chance.choice(_WORDS[language]) for _ in range(count))

    def body(self, language: str) -> str:
        return "".join(self._block(language) for _ in range(self.chance.randint(1, 6)))

    def _block(self, language: str) -> str:
        words = self.words(language, self.chance.randint(3, 14)).replace("&", "&amp;").replace("<", "&lt;")
        note = f'<span data-footnote="">{words} <em>{words}</em></span>'
        picture = self.chance.choice(self.pictures).uuid
        return self.chance.choice(
            [
                f"<p>{words}</p>",
                f"<p>{words}{note} {words}</p>",
                f'<p><a href="https://a.example/{self.chance.randint(1, 9)}">{words}</a></p>',
                f"<h2>{words}</h2><p>{words}</p>",
                f"<ul><li><p>{words}</p></li><li><p><strong>{words}</strong></p></li></ul>",
                f"<blockquote><p>{words}</p></blockquote>",
                f'<p>{words}</p><figure data-picture="{picture}"><img alt="A quay">'
                f"<figcaption>{words}</figcaption></figure>",
                f"<table><tbody><tr><th><p>{words}</p></th><td><p>1</p></td></tr></tbody></table>",
            ]
        )

    def texts(self, article: Article) -> None:
        self._set(
            article, dek=self.words(article.language, 9), editors_note=self.words(article.language, 5),
            series=self.chance.choice(["", "Tides"]), editing_note=self.chance.choice(["", "Edited for length."]),
        )  # fmt: skip

    def rewrite(self, article: Article) -> None:
        self._set(article, body=self.body(article.language), headline=self.words(article.language, 5))

    def bylines(self, article: Article) -> None:
        article.bylines.all().delete()
        for order, author in enumerate(self._some(self.authors)):
            Byline.objects.create(
                article=article, order=order, author=author, bio=self.chance.choice(["", "Keeps the log."])
            )
        if self.chance.random() < 0.5:
            Byline.objects.create(article=article, order=9, name="Mats Holm", role="translator")

    def topics(self, article: Article) -> None:
        article.tags.set(self._some(["Ports", "Tides", "灯台", "ميناء"]))

    def places(self, article: Article) -> None:
        if Appearance.objects.filter(article=article).exists():
            row = self.chance.choice(list(article.appearances.all()))
            Appearance.objects.filter(pk=row.pk).update(headline=self.words("en", 3), section="Money")
        else:
            for order, outlet in enumerate(self._some(self.outlets)):
                AppearanceFactory(
                    article=article, outlet=outlet, order=order, url=f"https://l.example/{article.pk}/{order}"
                )

    def lead(self, article: Article) -> None:
        picture = self.chance.choice([None, *self.pictures])
        self._set(
            article, lead_picture=picture, lead_alt="A quay" if picture else "",
            lead_caption=self.words(article.language, 4) if picture else "",
        )  # fmt: skip

    def files(self, article: Article) -> None:
        article.attachments.all().delete()
        for order, document in enumerate(self._some(self.documents)):
            Attachment.objects.create(article=article, order=order, document=document, title="The report")

    def disclosures(self, article: Article) -> None:
        article.disclosures.all().delete()
        Disclosure.objects.create(article=article, subject="funding", text=self.words("en", 5))

    def disclaimers(self, article: Article) -> None:
        article.pinned_wordings.all().delete()
        if self.chance.random() < 0.5:
            PinnedWording.objects.create(article=article, own_text=self.words("en", 5))

    def _set(self, article: Article, **facts: Any) -> None:
        for name, value in facts.items():
            setattr(article, name, value)
        article.save()

    def _some(self, rows: list[Any]) -> list[Any]:
        return self.chance.sample(rows, self.chance.randint(0, len(rows)))
