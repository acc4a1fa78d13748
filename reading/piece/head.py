"""The head of an article page: its description, its addresses, and what programs read of it."""

import re
from html import unescape

from articles.addresses import absolute
from articles.models.edition import Edition
from articles.states import Form
from prose import printed_line
from prose.links import is_safe_href
from reading.cards.sharing import shared_card
from reading.metadata.cited import is_site_page
from reading.metadata.tags import citation_tags
from reading.page import Alternate, Head
from reading.pictures.printed import SHARED_WIDTH
from reading.pictures.sharing import shared_picture
from reading.piece.alongside import LanguageVersion
from reading.piece.series import PartOfSeries
from reading.piece.structured import article_things, page_things
from reading.site import Site

SUMMARY_CHARS = 200


def head_of(
    edition: Edition, site: Site, versions: tuple[LanguageVersion, ...] = (), part: PartOfSeries | None = None
) -> Head:
    """The head of an article page. `versions`: its live versions in other languages; `part`: of its series."""
    elsewhere = edition.printed["canonical"] if edition.search_policy == "canonical" else ""
    description, image = (
        description_of(edition),
        shared_picture(edition, SHARED_WIDTH) or shared_card(edition),
    )
    path = edition.permalink.path
    is_page = is_site_page(edition)
    return Head(
        title=edition.headline,
        path=path,
        description=description,
        type="website" if is_page else "article",
        language=edition.language,
        is_indexed=edition.search_policy != "noindex",
        elsewhere=elsewhere if is_safe_href(elsewhere) else "",
        alternates=_alternates(edition, versions) if versions else (),
        versions={version.language: version.path for version in versions},
        image=image,
        structured=page_things(edition, site, description)
        if is_page
        else article_things(edition, site, description, image, versions, part),
        trail=((site.in_languages.on_page(edition.language).value, site.path), (edition.headline, path)),
        tags=() if is_page else citation_tags(edition),
    )


def description_of(edition: Edition) -> str:
    """Where it ran, who speaks in it if not its authors, and what it says."""
    speaking = edition.printed.get("people_in_brief", "") if edition.form == Form.PIECE else ""
    return " · ".join(part for part in (edition.printed["card"], speaking, summary(edition)) if part)


def summary(edition: Edition) -> str:
    """The dek, or the beginning of the first paragraph where there is none; of a piece that readers lost its notice."""
    if edition.form != Form.PIECE:
        lines = (row["line"] for row in edition.printed["notices"] if row["kind"] == edition.form)
        return printed_line.text(next(lines, []))
    if edition.dek:
        return edition.dek
    start, _, rest = edition.body.replace('<p class="drop-cap">', "<p>", 1).partition("<p>")
    first = (rest or start).partition("</p>")[0]
    words = " ".join(unescape(re.sub(r"<sup class=\"noteref\">.*?</sup>|<[^>]*>", "", first)).split())
    return words if len(words) <= SUMMARY_CHARS else f"{words[:SUMMARY_CHARS].rpartition(' ')[0] or words}…"


def _alternates(edition: Edition, versions: tuple[LanguageVersion, ...]) -> tuple[Alternate, ...]:
    """This page and its full, indexed translations; each of those pages lists the same set."""
    is_original = edition.translation_group is None
    extent = edition.printed["translation_extent"] or "whole"
    own = LanguageVersion(
        edition.language, edition.permalink.path, extent, edition.search_policy, is_original
    )
    alternates = [version for version in (own, *versions) if version.is_alternate]
    if own not in alternates or len(alternates) == 1:
        return ()
    named = [(version.language, version.path) for version in alternates]
    named += [("x-default", version.path) for version in alternates if version.is_original]
    return tuple(Alternate(language, absolute(path)) for language, path in named)
