"""A piece as others may take it over: plain HTML with its credit, its way back, its notices and its licence.

Only what the page itself says, in its order; nothing is counted, and no picture goes along.
"""

from django.template.loader import get_template

from articles.addresses import absolute, with_absolute_links
from articles.models.edition import Edition
from prose import printed_line
from prose.printed_line import PrintedLine
from reading.article import ArticlePage, article_page
from reading.chrome import House
from reading.page import Head, draw, framed


def republish_document(edition: Edition, house: House) -> str:
    """The page that offers the copy; empty where none is offered."""
    page = article_page(edition)
    if not page.republication:
        return ""
    copy = copy_of(edition)
    return draw(
        "articles/republish.html",
        house=house,
        head=Head(title=f"Republish “{page.headline}”"),
        page=vars(page),
        copy=copy,
        view=framed(copy),
    )


def copy_of(edition: Edition) -> str:
    """The HTML to paste: addresses in full, notes leading to each other where it stands."""
    page = article_page(edition)
    address = absolute(page.path)
    context = {"page": vars(page), "address": address, "others": _others(page)}
    drawn = get_template("articles/_copy.html").render(context).strip()
    return with_absolute_links(drawn, address).replace(f'href="{address}#', 'href="#')


def _others(page: ArticlePage) -> list[PrintedLine]:
    """Lines that credit translators, editors and the like: the credit itself names authors only."""
    authors = [name["name"] for name in page.names]
    return [line for line in page.bylines if not any(author in printed_line.text(line) for author in authors)]
