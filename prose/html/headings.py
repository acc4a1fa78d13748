"""Headings of a body, and lines printed below them: in a round-up, the authors of each part."""

from collections.abc import Mapping

from lxml import etree

from prose.html.tree import Element, inner_html, parse, parse_printed

_HEADINGS = ("h2", "h3", "h4")


def headings(html: str) -> set[str]:
    """The texts of a body's headings, empty ones left out."""
    return (
        {words for heading in parse(html).iter(*_HEADINGS) if (words := _words(heading))} if html else set()
    )


def with_lines(html: str, lines: Mapping[str, str]) -> str:
    """A printed body with lines added below headings: `lines` maps the text of a heading to inline HTML."""
    if not lines or not html:
        return html
    body = parse_printed(html)
    for heading in list(body.iter(*_HEADINGS)):
        if line := lines.get(_words(heading)):
            paragraph = etree.fromstring(f'<p class="byline">{line}</p>')
            paragraph.tail, heading.tail = heading.tail, None
            heading.addnext(paragraph)
    return inner_html(body)


def _words(heading: Element) -> str:
    return " ".join("".join(map(str, heading.itertext())).split())
