"""An edition as an article page, for readers and, byte for byte, for the desk's preview."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from articles.addresses import absolute, mail
from articles.models.edition import Edition
from articles.states import Form
from prose import printed_line
from prose.html.directions import with_directions
from prose.languages import direction, og_locale, serves
from prose.printed_line import PrintedLine
from prose.text_language.recognition import language_to_mark
from reading.documents.listed import ListedFile, listed_files
from reading.metadata.cited import is_site_page
from reading.metadata.instants import iso, modified_at
from reading.page import Head, draw
from reading.pictures.doors import ON_THE_PAGE, PictureDoor
from reading.pictures.figures import lead_html, with_pictures
from reading.piece.alongside import (
    Alongside,
    load_alongside,
    other_versions,
    printed_phrases,
)
from reading.piece.contents import contents_of, with_named_parts
from reading.piece.framed import framed_body, with_bare_links
from reading.piece.head import head_of
from reading.piece.note_popovers import with_popovers
from reading.piece.related import ways_on
from reading.piece.series import part_of_series
from reading.piece.sharing import share_ways
from reading.site import Site
from reading.words.page_words import words_for

_FOOT = (
    "editing_note", "foot_attributions", "translated_from", "credits", "bios", "disclosures", "wordings", "copyright",
    "licence", "topics",
)  # fmt: skip
"""Members of a page that stand below the text."""


@dataclass(frozen=True)
class PageWording:
    """A printed disclaimer; `language` and `direction` are empty where they are the page's own.

    `text`: a printed line where words in it are in another language than itself.
    """

    text: PrintedLine | str
    language: str = ""
    direction: str = ""


@dataclass(frozen=True)
class PageNotice:
    """A dated notice on the page, with the lines that amended it later."""

    kind: str
    line: PrintedLine
    amendments: list[PrintedLine]


@dataclass(frozen=True)
class ArticlePage:
    """The text of an article page, top to bottom. Empty members are not drawn."""

    edition: Edition
    path: str
    language: str
    direction: str
    locale: str
    title: str
    kicker: PrintedLine | str
    headline: str
    heading: PrintedLine | str
    dek: str
    bylines: list[PrintedLine]
    dates: list[PrintedLine]
    source: PrintedLine
    notices: list[PageNotice]
    head_wordings: list[PageWording]
    editors_note: PrintedLine
    head_attributions: list[PrintedLine]
    lead: str
    body: str
    endnotes: str
    files: list[ListedFile]
    read_more: PrintedLine
    editing_note: str
    attributions: list[PrintedLine]
    foot_attributions: list[PrintedLine]
    translated_from: PrintedLine
    credits: list[PrintedLine | str]
    bios: list[PrintedLine | str]
    disclosures: list[PrintedLine | str]
    wordings: list[PageWording]
    copyright: PrintedLine | str
    licence: PrintedLine
    topics: list[dict[str, str]]
    names: list[dict[str, str]]
    republication: dict[str, Any]


def article_document(
    edition: Edition, site: Site, at: dt.datetime | None = None, pictures: PictureDoor = ON_THE_PAGE,
    *, template: str = "articles/article.html", **around: object,
) -> str:  # fmt: skip
    """Render the page of an edition (stored or a proof), or the notice that replaces a piece taken down.

    `template`, `around`: one that extends the page's, and what it takes for what stands around the piece.
    `at`: the instant of reading, which decides the translations and site notices; default: the edition's start.
    """
    page = article_page(edition, pictures)
    if edition.form == Form.WITHDRAWAL:
        return _taken_down(page, site, pictures)
    at = at or edition.live_from
    alongside = load_alongside(edition, site, at)
    part = part_of_series(edition, site, at)
    contents = contents_of(page.body, edition.word_count, page.direction)
    noted = with_popovers(
        framed_body(page.body, page.language), with_bare_links(page.endnotes), page.language
    )
    body = with_named_parts(noted.body) if contents else noted.body
    return draw(
        template,
        site=site,
        pictures=pictures,
        head=head_of(edition, site, alongside.versions, part),
        page={**vars(page), "body": body, "endnotes": noted.endnotes},
        contents=contents,
        has_foot=any(getattr(page, name) for name in _FOOT),
        is_site_page=is_site_page(edition),
        share=share_ways(page.title, page.path),
        alongside=_for_template(edition, alongside),
        part=part,
        ways_on=ways_on(edition, site, at, part),
        published=iso(edition.first_published_at, site),
        modified=modified_at(edition, site),
        report=_report_address(page, site),
        site_url=absolute(""),
        **around,
    )


def article_page(edition: Edition, pictures: PictureDoor = ON_THE_PAGE) -> ArticlePage:
    """The printed fields of an edition as the template takes them. The edition may be an unsaved proof."""
    printed: dict[str, Any] = edition.printed
    attributions, position = printed["attributions"], printed["attribution_at"]
    lines: dict[str, PrintedLine] = printed.get("marked", {})
    heading = _heading(edition)
    head, foot = _wordings(printed["wordings"], edition.language, lines)

    def marked(text: str) -> PrintedLine | str:
        """The text with its words in other languages marked, if it has any."""
        return lines.get(text, text)

    return ArticlePage(
        edition=edition,
        path=edition.permalink.path,
        language=edition.language,
        direction=direction(edition.language),
        locale=og_locale(edition.language),
        title=heading if isinstance(heading, str) else printed_line.text(heading),
        kicker=marked(edition.kicker),
        headline=edition.headline,
        heading=heading,
        dek=edition.dek,
        bylines=printed["bylines"],
        dates=printed["dates"],
        source=printed["source"],
        notices=_notices(printed["notices"]),
        head_wordings=head,
        editors_note=printed["editors_note"],
        head_attributions=attributions if position in ("head", "both") else [],
        lead=lead_html(edition, pictures),
        body=with_pictures(with_directions(edition.body, direction(edition.language)), edition, pictures),
        endnotes=with_directions(edition.endnotes, direction(edition.language)),
        files=listed_files(edition, pictures),
        read_more=printed["read_more"],
        editing_note=printed["editing_note"],
        attributions=attributions,
        foot_attributions=attributions if position != "head" else [],
        translated_from=printed["translated_from"],
        credits=list(map(marked, printed["credits"])),
        bios=list(map(marked, printed["bios"])),
        disclosures=list(map(marked, printed["disclosures"])),
        wordings=foot,
        copyright=marked(printed["copyright"]),
        licence=printed["licence"],
        topics=[_topic(row, edition.language) for row in printed["topics"]],
        names=printed["names"],
        republication=printed["republication"] if edition.form == Form.PIECE else {},
    )


def _taken_down(page: ArticlePage, site: Site, pictures: PictureDoor) -> str:
    """The notice in place of a piece; its head has no address, so that search engines do not index it."""
    return draw(
        "articles/taken_down.html",
        site=site,
        pictures=pictures,
        head=Head(title=page.title, language=page.language),
        page=vars(page),
        # As in the title: the notice of a review need not say so itself. Without a headline that may stand, the content
        # type's label stands for it.
        heading=page.kicker if page.headline == page.edition.kicker else page.heading,
        report=_report_address(page, site),
    )


def _heading(edition: Edition) -> PrintedLine | str:
    """The headline; of a piece taken down with the words that it is: a feed shows the title alone."""
    if edition.form != Form.WITHDRAWAL:  # the headline of a retraction has the words already
        marked: dict[str, PrintedLine] = edition.printed.get("marked", {})
        return marked.get(edition.headline, edition.headline)
    phrases = printed_phrases(edition)
    if edition.headline == phrases["unpublished_title"].text:
        return phrases["unpublished_title"].line
    return phrases["withdrawal_title"].fill({"headline": [{"text": edition.headline}]}) or edition.headline


def _for_template(edition: Edition, alongside: Alongside) -> dict[str, Any]:
    return {
        **vars(alongside),
        "versions": other_versions(edition, alongside.versions) if alongside.versions else [],
    }


def _report_address(page: ArticlePage, site: Site) -> str:
    """The mailto address behind "Report an error"; its subject is in the language of the piece."""
    words = words_for(page.language)
    return mail(
        site.errors_contact, words.fill("error_in", quoted=page.headline, address=absolute(page.path))
    )


def _notices(rows: list[dict[str, Any]]) -> list[PageNotice]:
    """Notices as printed; one for which the house style has no line is not shown."""
    return [PageNotice(row["kind"], row["line"], row["amendments"]) for row in rows if row["line"]]


def _topic(row: dict[str, str], language: str) -> dict[str, str]:
    """A topic with its language; editions of earlier releases do not keep it, and then its letters may tell."""
    own = row.get("language") or language_to_mark(row["name"], language)
    return row | {"language": own} if own else row


def _wordings(
    rows: list[dict[str, Any]], language: str, marked: dict[str, PrintedLine]
) -> tuple[list[PageWording], list[PageWording]]:
    """Disclaimers at the head of the page, and those at its foot; `marked`: `printed["marked"]`."""
    head: list[PageWording] = []
    foot: list[PageWording] = []
    for row in rows:
        is_own = serves(row["language"], language)
        text = marked.get(row["text"], row["text"])
        wording = PageWording(
            text, "" if is_own else row["language"], "" if is_own else direction(row["language"])
        )
        (head if row["at"] == "head" else foot).append(wording)
    return head, foot
