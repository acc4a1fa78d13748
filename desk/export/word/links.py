"""Relations of one part of a Word file: targets of its links, and its pictures."""

from lxml import etree

from desk.export.word.markup import RELATIONS, Element

_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
CORE = f"{_PACKAGE}/metadata/core-properties"


class Relations:
    """The relations of a part, each with a key of its own."""

    def __init__(self) -> None:
        self._keys: dict[tuple[str, str], str] = {}

    def link(self, address: str) -> str:
        """The key of a link that leads out of the file."""
        return self._key("hyperlink", address)

    def part(self, kind: str, target: str) -> str:
        """The key of another part of the file: `part("image", "media/quay.jpeg")`."""
        return self._key(kind, target)

    def _key(self, kind: str, target: str) -> str:
        return self._keys.setdefault((kind, target), f"rId{len(self._keys) + 1}")

    def root(self) -> Element:
        """The part that holds these relations."""
        made = etree.Element(f"{{{_PACKAGE}}}Relationships", nsmap={None: _PACKAGE})  # type: ignore[dict-item]
        for (kind, target), key in self._keys.items():
            relation = etree.SubElement(made, f"{{{_PACKAGE}}}Relationship")
            relation.set("Id", key)
            relation.set("Type", CORE if kind == "core" else f"{RELATIONS}/{kind}")
            relation.set("Target", target)
            if kind == "hyperlink":
                relation.set("TargetMode", "External")
        return made
