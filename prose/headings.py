"""Lines set below the headings of a body: in a round-up, who wrote the part that follows."""

from collections.abc import Mapping

from lxml import etree

from prose.tree import inner_html, parse


def with_lines(html: str, lines: Mapping[str, str]) -> str:
    """The body with each line (HTML of inline elements) as a paragraph below the heading that has these words."""
    if not lines or not html:
        return html
    body = parse(html)
    for heading in list(body.iter("h2", "h3", "h4")):
        if line := lines.get(" ".join("".join(map(str, heading.itertext())).split())):
            paragraph = etree.fromstring(f'<p class="byline">{line}</p>')
            paragraph.tail, heading.tail = heading.tail, None
            heading.addnext(paragraph)
    return inner_html(body)
