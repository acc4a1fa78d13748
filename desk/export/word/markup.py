"""Elements of WordprocessingML, and their parts in a package (ECMA-376 parts 1 and 2)."""

from lxml import etree

Element = etree._Element

_OFFICE = "http://schemas.openxmlformats.org/"
RELATIONS = f"{_OFFICE}officeDocument/2006/relationships"
NAMESPACES = {
    "w": f"{_OFFICE}wordprocessingml/2006/main",
    "r": RELATIONS,
    "wp": f"{_OFFICE}drawingml/2006/wordprocessingDrawing",
    "a": f"{_OFFICE}drawingml/2006/main",
    "pic": f"{_OFFICE}drawingml/2006/picture",
}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def qname(name: str) -> str:
    """The full name behind a usual prefix; a name without one has no namespace."""
    prefix, colon, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}" if colon else name


def element(name: str, attributes: dict[str, str] | None = None, *inside: Element) -> Element:
    """An element: `element("w:pStyle", {"w:val": "Quote"})`."""
    made = etree.Element(qname(name), nsmap=NAMESPACES)
    for key, value in (attributes or {}).items():
        made.set(qname(key), value)
    made.extend(inside)
    return made


def value(name: str, text: str) -> Element:
    """An element with the one attribute that most have."""
    return element(name, {"w:val": text})


def words(text: str) -> Element:
    """Text of a run, its spaces kept."""
    made = element("w:t")
    made.text = text
    made.set(_SPACE, "preserve")
    return made


def as_bytes(root: Element) -> bytes:
    """A part of the package as it stands in the file."""
    etree.cleanup_namespaces(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
