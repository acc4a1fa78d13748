"""Printed fields -> what the article template draws. The readers' door and the admin's preview both call it."""

from dataclasses import dataclass
from typing import Any

from articles.models.edition import Edition
from articles.runs import Line
from prose.languages import direction, og_locale


@dataclass(frozen=True)
class Wording:
    """A printed disclaimer; `language` is empty where it is the page's own."""

    text: str
    language: str = ""


@dataclass(frozen=True)
class ArticlePage:
    """An article page's words, top to bottom. Empty members are not drawn."""

    edition: Edition
    path: str
    language: str
    direction: str
    locale: str
    kicker: str
    headline: str
    dek: str
    bylines: list[Line]
    dates: list[Line]
    source: Line
    body: str
    endnotes: str
    attributions: list[Line]
    bios: list[str]
    wordings: list[Wording]
    copyright: str
    topics: list[dict[str, str]]
    names: list[dict[str, str]]


def article_page(edition: Edition) -> ArticlePage:
    """The page of a stored edition, or of one that was printed for a preview and never stored."""
    printed: dict[str, Any] = edition.printed
    return ArticlePage(
        edition=edition,
        path=edition.permalink.path,
        language=edition.language,
        direction=direction(edition.language),
        locale=og_locale(edition.language),
        kicker=edition.kicker,
        headline=edition.headline,
        dek=edition.dek,
        bylines=printed["bylines"],
        dates=printed["dates"],
        source=printed["source"],
        body=edition.body,
        endnotes=edition.endnotes,
        attributions=printed["attributions"],
        bios=printed["bios"],
        wordings=[
            Wording(row["text"], "" if row["language"] == edition.language else row["language"])
            for row in printed["wordings"]
        ],
        copyright=printed["copyright"],
        topics=printed["topics"],
        names=printed["names"],
    )
