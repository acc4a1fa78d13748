"""A page's head as programs read it: JSON-LD objects by their types, meta tags in their order."""

import json
from typing import Any

from lxml import html


class ReadHead:
    """The head of an answered page."""

    def __init__(self, response: Any) -> None:
        self.page = html.fromstring(response.content.decode())

    def things(self) -> dict[str, dict[str, Any]]:
        """The objects of the page's JSON-LD by their types."""
        (script,) = self.page.xpath('//head/script[@type="application/ld+json"]')
        document = json.loads(script.text)
        assert document["@context"] == "https://schema.org"
        return {thing["@type"]: thing for thing in document["@graph"]}

    def contents(self, name: str) -> list[str]:
        """The contents of all meta tags of a name or property."""
        return [str(each) for each in self.page.xpath("//meta[@name=$n or @property=$n]/@content", n=name)]

    @property
    def text(self) -> str:
        """All words of the page's article, spaces made one."""
        return " ".join(self.page.xpath("string(//article)").split())
