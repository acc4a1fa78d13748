"""Printed fields -> what the article template draws. The readers' door and the admin's preview both call it.

Editions printed before a field existed lack it: what they do not say is not drawn.
"""

from dataclasses import dataclass
from typing import Any

from articles.models.edition import Edition
from articles.states import Form
from prose.languages import direction, og_locale
from prose.printed_line import PrintedLine


@dataclass(frozen=True)
class Wording:
    """A printed disclaimer; `language` and `direction` are empty where they are the page's own."""

    text: str
    language: str = ""
    direction: str = ""


@dataclass(frozen=True)
class Notice:
    """A dated word about the piece, with what was later said of it."""

    kind: str
    line: PrintedLine
    amendments: list[PrintedLine]


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
    bylines: list[PrintedLine]
    dates: list[PrintedLine]
    source: PrintedLine
    notices: list[Notice]
    head_wordings: list[Wording]
    editors_note: PrintedLine
    head_attributions: list[PrintedLine]
    body: str
    endnotes: str
    read_more: PrintedLine
    editing_note: str
    attributions: list[PrintedLine]
    foot_attributions: list[PrintedLine]
    translated_from: PrintedLine
    credits: list[str]
    bios: list[str]
    disclosures: list[str]
    wordings: list[Wording]
    copyright: str
    licence: PrintedLine
    topics: list[dict[str, str]]
    names: list[dict[str, str]]
    republication: dict[str, str]


def article_page(edition: Edition) -> ArticlePage:
    """The page of a stored edition, or of one that was printed for a preview and never stored."""
    printed: dict[str, Any] = edition.printed
    said = printed.get
    attributions, at = printed["attributions"], said("attribution_at", "foot")
    head, foot = _wordings(printed["wordings"], edition.language)
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
        notices=_notices(said("notices", [])),
        head_wordings=head,
        editors_note=said("editors_note", []),
        head_attributions=attributions if at in ("head", "both") else [],
        body=edition.body,
        endnotes=edition.endnotes,
        read_more=said("read_more", []),
        editing_note=said("editing_note", ""),
        attributions=attributions,
        foot_attributions=attributions if at != "head" else [],
        translated_from=said("translated_from", []),
        credits=said("credits", []),
        bios=printed["bios"],
        disclosures=said("disclosures", []),
        wordings=foot,
        copyright=printed["copyright"],
        licence=said("licence", []),
        topics=printed["topics"],
        names=printed["names"],
        republication=said("republication", {}) if edition.form == Form.PIECE else {},
    )


def _notices(rows: list[dict[str, Any]]) -> list[Notice]:
    """A notice that the house prints no line for says nothing here."""
    return [Notice(row["kind"], row["line"], row["amendments"]) for row in rows if row["line"]]


def _wordings(rows: list[dict[str, Any]], language: str) -> tuple[list[Wording], list[Wording]]:
    """Those that stand at the head, and those at the foot."""
    head: list[Wording] = []
    foot: list[Wording] = []
    for row in rows:
        said = row["language"]
        own = said == language
        wording = Wording(row["text"], "" if own else said, "" if own else direction(said))
        (head if row.get("at") == "head" else foot).append(wording)
    return head, foot
