"""The republish page: HTML of a piece for other sites to copy, with credit, link back, notices and licence.

It holds only what the article page shows, in the same order, without counters, and of pictures and files only
those that others may have from us: a picture that they may not have is left out with its caption.
"""

import datetime as dt
from typing import Any

from django.template.loader import get_template

from articles.addresses import absolute, with_absolute_links
from articles.models.edition import Edition
from prose import printed_line
from prose.printed_line import PrintedLine
from prose.text_language.recognition import language_of_name
from reading.page import Head, draw
from reading.pictures.doors import IN_A_COPY
from reading.piece.alongside import standing_notices
from reading.piece.article import ArticlePage, article_page
from reading.piece.framed import with_table_frames
from reading.site import Site
from reading.words.page_words import words_for


def republish_document(edition: Edition, site: Site, at: dt.datetime) -> str:
    """The page that offers the copy, in the language of the piece; empty if the piece may not be republished."""
    page = article_page(edition)
    if not page.republication:
        return ""
    copy = copy_of(edition, site, at)
    title = words_for(page.language).fill("republish_named", quoted=page.headline)
    return draw(
        "articles/republish.html",
        site=site,
        head=Head(title=title, language=page.language),
        page=vars(page),
        terms_language=_terms_language(edition, site),
        has_pictures=bool(edition.printed.get("pictures")),
        copy=copy,
        view=with_table_frames(copy),
    )


def _terms_language(edition: Edition, site: Site) -> str:
    """The language of the terms; editions of earlier releases do not say it, and have those of their house."""
    records = edition.printed["records"]
    if "languages" not in records["style"]:
        return language_of_name("", edition.printed["republication"]["terms"], site.language)
    language: str = records.get("languages", {}).get("terms", edition.language)
    return language


def copy_of(edition: Edition, site: Site, at: dt.datetime) -> str:
    """The HTML to copy, with the standing notices of its house: links are absolute, except those to endnotes."""
    page = article_page(edition, IN_A_COPY)
    address = absolute(page.path)
    above, below = standing_notices(edition, site, at)
    context = {
        "page": vars(page),
        "address": address,
        "others": _other_credits(page),
        "above": above,
        **words_for(page.language).for_templates,
        "below": below,
    }
    html = get_template("articles/_copy.html").render(context).strip()
    return with_absolute_links(html, address).replace(f'href="{address}#', 'href="#')


def _other_credits(page: ArticlePage) -> list[PrintedLine]:
    """Byline lines of translators, editors and the like, whom the credit line leaves out."""
    printed: dict[str, Any] = page.edition.printed
    if "other_bylines" in printed:
        lines: list[PrintedLine] = printed["other_bylines"]
        return lines
    # Editions of earlier releases do not say whose line it is.
    authors = [name["name"] for name in page.names]
    return [line for line in page.bylines if not any(author in printed_line.text(line) for author in authors)]
