"""Pictures of a page that are none of its text: spacers, logos, faces of authors, and what stands beside it."""

import io

import lxml.html
from PIL import Image

from intake.patterns import Pattern
from intake.sources.pictures.held import HeldPictures

LEAST_SIDE = 200  # pixels; what is smaller on a web page is an icon, a face or a counter of visits
_BESIDE = ("nav", "footer", "aside")
_OF_A_TEXT = ("article", "main", "body")
_TOKEN = Pattern(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_NAMES = frozenset((
    "logo", "logos", "avatar", "avatars", "gravatar", "icon", "icons", "emoji", "headshot", "author", "authors",
    "autor", "autoren", "auteur", "bio", "byline", "profile", "badge", "sprite", "spacer", "pixel", "tracking",
    "tracker", "social", "share", "sharing", "advert", "ad", "ads",
))  # fmt: skip
_NEAR = 3  # elements around a picture whose names speak of it
_MEASURED = ("PNG", "JPEG", "GIF")  # their first bytes say the size, and no decoder is started to read it


def is_ornament(image: lxml.html.HtmlElement, held: HeldPictures) -> bool:
    """True for a picture of a page that nobody means by the pictures of its text."""
    if not held.least_side:
        return False
    return _is_small(image, held) or _is_beside(image) or _is_called_so(image)


def _is_small(image: lxml.html.HtmlElement, held: HeldPictures) -> bool:
    sides = [
        int(side) for name in ("width", "height") if (side := (image.get(name) or "").strip()).isdecimal()
    ]
    sides += _pixels(held.contents.get(image.get("src") or "", b""))
    return any(side < held.least_side for side in sides)


def _pixels(content: bytes) -> list[int]:
    """Width and height that a file says it has; empty where it does not say so at its start."""
    try:
        with Image.open(io.BytesIO(content), formats=_MEASURED) as picture:
            return list(picture.size)
    except (
        Exception
    ):  # readers of formats raise what they like; who decodes the file says what is wrong with it
        return []


def _is_beside(image: lxml.html.HtmlElement) -> bool:
    """True in a menu, a box or a foot, and in a head that is the page's and not the text's."""
    for around in image.iterancestors():
        if around.tag in _OF_A_TEXT:
            return False
        is_box = around.tag in _BESIDE and around.get("class") != "pullquote"
        if is_box or (around.tag == "header" and not _is_in_a_text(around)):
            return True
    return False


def _is_in_a_text(header: lxml.html.HtmlElement) -> bool:
    return (
        any(each.tag in ("article", "main") for each in header.iterancestors()) or header.getparent() is None
    )


def _is_called_so(image: lxml.html.HtmlElement) -> bool:
    for distance, each in enumerate((image, *image.iterancestors())):
        if distance > _NEAR or each.tag in _OF_A_TEXT:
            return False
        names = f"{each.get('class') or ''} {each.get('id') or ''}"
        if not _NAMES.isdisjoint(token.lower() for token in _TOKEN.findall(names)):
            return True
        if each.tag == "figure":
            return False
    return False
