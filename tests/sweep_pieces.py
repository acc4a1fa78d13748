"""Pieces with one word in every place an editor can write to, so that each place is found again."""

from articles.models import Article, RightsRecord
from authors.models import Author
from documents.models import Document
from pictures.models import Logo, Picture, StoredFile
from tests.factories import (
    AppearanceFactory,
    ArticleFactory,
    AuthorFactory,
    BylineFactory,
    DocumentFactory,
    KindFactory,
    LicenceFactory,
    OutletFactory,
    PictureFactory,
)


def piece(word: str) -> Article:
    """A piece with this word in every place an editor can write to; its address alone does not say it."""
    number = Author.objects.count()
    picture = picture_of(word)
    article = ArticleFactory(
        headline=f"{word} headline",
        dek=f"{word} dek",
        body=f'<p>{word} body<span data-footnote>{word} note</span> <a href="https://{word}.example">x</a></p>'
        f'<figure data-picture="{picture_of(word).uuid}"><img alt="{word} seen">'
        f"<figcaption>{word} caption</figcaption></figure>",
        lead_picture=picture,
        lead_alt=f"{word} seen first",
        lead_caption=f"{word} caption first",
        slug=f"p-{Article.objects.count()}",
        series=f"{word} series",
        region=f"{word} region",
        editors_note=f"{word} introduction",
        editing_note=f"{word} edited lightly",
        copyright_line=f"{word} rights",
        licence=LicenceFactory(code=f"by-{number}", name=f"{word} licence"),
        licence_exceptions=f"{word} exceptions",
        kind=KindFactory(code=f"kind-{word}", label=f"{word} kind"),
        topics=[f"{word} topic"],
    )
    author = AuthorFactory(
        display_name=f"{word} author", biography=f"{word} biography", slug=f"a-{number}",
        native_name=f"{word} native", suffix=f"{word} suffix", courtesy=f"{word} courtesy", rank=f"{word} rank",
        portrait=picture_of(word, "face"), portrait_alt=f"{word} portrait",
    )  # fmt: skip
    BylineFactory(article=article, author=author, bio=f"{word} bio")
    BylineFactory(article=article, author=None, name=f"{word} name", role="translator")
    BylineFactory(article=article, author=None, name=f"{word} waiver", no_copyright_reason=f"{word} reason")
    outlet = OutletFactory(
        name=f"{word} outlet", slug=f"o-{number}", native_name=f"{word} ownname", gloss=f"{word} gloss",
        descriptor=f"{word} descriptor",
    )  # fmt: skip
    Logo.objects.create(outlet=outlet, picture=picture_of(word, "mark"))
    granted = {"credit": f"{word} credit", "granted_by": f"{word} grantor", "scope": f"{word} scope"}
    AppearanceFactory(
        article=article, outlet=outlet, headline=f"{word} there", url=f"https://{word}.example/y",
        section=f"{word} section", issue=f"{word} issue", page=f"{word} 1", rights=granted,
    )  # fmt: skip
    for subject, said in (("funding", {}), ("ai", {"tool": f"{word} tool", "task": f"{word} task"})):
        article.disclosures.create(subject=subject, text=f"{word} {subject}", **said)
    article.pinned_wordings.create(own_text=f"{word} disclaimer")
    article.attachments.create(document=document_of(word), title=f"{word} annex", kind="annex")
    article.attachments.create(document=document_of(word), order=1)
    return article


def document_of(word: str) -> Document:
    """A file with this word in every place that the library has for it, and in its bytes."""
    named = {name: f"{word} {name}" for name in ("title", "creator", "credit")}
    content = f"{word} enclosed".encode()
    terms = {"granted_by": f"{word} giver", "terms": f"{word} terms"}
    return DocumentFactory(**named, file={"content": content, "size": len(content)}, cleared=terms)


def picture_of(word: str, part: str = "file") -> Picture:
    """A picture with this word in every place that the library has for it, and in its file, beside another word."""
    named = {
        name: f"{word} {name}" for name in ("title", "description", "creator", "credit", "people", "place")
    }
    picture = PictureFactory(**named, cleared={"granted_by": f"{word} giver", "terms": f"{word} terms"})
    content = f"{word} {part}".encode()
    StoredFile.objects.filter(file__picture=picture, content__isnull=False).update(
        content=content, size=len(content)
    )
    return picture


def reworded(article: Article, word: str) -> None:
    """The same piece with another word in it; its people, outlets and topics are new ones."""
    other = piece(word)
    for field in (
        "headline", "dek", "body", "series", "region", "editors_note", "editing_note", "copyright_line", "licence",
        "licence_exceptions", "lead_picture", "lead_alt", "lead_caption",
    ):  # fmt: skip
        setattr(article, field, getattr(other, field))
    article.save()
    for rows in ("bylines", "disclosures", "pinned_wordings", "attachments"):
        getattr(article, rows).all().delete()
        getattr(other, rows).update(article=article)
    RightsRecord.objects.filter(article=other).update(article=article)
    article.appearances.all().delete()
    other.appearances.update(article=article)
    article.tags.set(other.tags.all())
    other.delete()
