"""Lines set below the headings of a body: in a round-up, who wrote the part that follows."""

from collections.abc import Mapping

from lxml import etree

from prose.html.tree import Element, inner_html, parse

_HEADINGS = ("h2", "h3", "h4")


def headings(html: str) -> set[str]:
    """The words of a body's headings, of those that have any."""
    return (
        {words for heading in parse(html).iter(*_HEADINGS) if (words := _words(heading))} if html else set()
    )


def with_lines(html: str, lines: Mapping[str, str]) -> str:
    """The body with each line (HTML of inline elements) as a paragraph below the heading that has these words."""
    if not lines or not html:
        return html
    body = parse(html)
    for heading in list(body.iter(*_HEADINGS)):
        if line := lines.get(_words(heading)):
            paragraph = etree.fromstring(f'<p class="byline">{line}</p>')
            paragraph.tail, heading.tail = heading.tail, None
            heading.addnext(paragraph)
    return inner_html(body)


def _words(heading: Element) -> str:
    return " ".join("".join(map(str, heading.itertext())).split())
